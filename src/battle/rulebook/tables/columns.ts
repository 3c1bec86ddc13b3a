/** Tables of columns: what falls out, sinks in, passes a bridge, and what snow and ice do. */
import type { VehicleType } from '../../../model/vehicle.ts';
import { valueAt } from '../../../rules/curve.ts';
import { BOG_A_KM, BOG_WEATHER, bogShare } from '../../../rules/mishaps.ts';
import { BRIDGE_MEN_AN_HOUR, BRIDGE_VEHICLES_AN_HOUR, FORD_FLOW } from '../../../rules/traffic.ts';
import { iceNeeded, SNOW_SHARE } from '../../../rules/winter.ts';
import { COLUMN_KMH, type Going } from '../../../rules/march-rates.ts';
import { message, nameOf } from '../../wording.ts';
import { tableOfVehicles } from '../field.ts';
import type { Cell, Table } from '../table.ts';

/** Vehicles whose cells are the same share a row. */
function rowsByType(cellsOf: (type: VehicleType) => readonly Cell[] | undefined): Table {
  const rows = new Map<string, { readonly names: string[]; readonly cells: readonly Cell[] }>();
  for (const type of tableOfVehicles().values()) {
    const cells = cellsOf(type);
    if (cells === undefined) continue;
    const row = rows.get(cells.join(' '));
    if (row === undefined) rows.set(cells.join(' '), { names: [type.names.en], cells });
    else row.names.push(type.names.en);
  }
  return { rows: [...rows.values()].map(({ names, cells }) => [names.join('; '), ...cells]) };
}

const inHundred = (share: number): number => Math.round(1000 * share) / 10;

export const breakdowns = (): Table =>
  rowsByType(({ breakdown }) =>
    breakdown === undefined
      ? undefined
      : [inHundred(breakdown.per100Km), inHundred(breakdown.perCombatDay), `${inHundred(breakdown.backInDay)} %`],
  );

export const bogs = (): Table =>
  rowsByType(({ tread, marchKmh }) => {
    if (marchKmh === undefined || (tread !== 'tracks' && tread !== 'wheels')) return undefined;
    const chance = BOG_A_KM * bogShare({ tread: 'track', kmh: marchKmh });
    return [`${inHundred(chance)} %`, `${inHundred(chance * BOG_WEATHER.rain)} %`];
  });

export const flows = (): Table => ({
  rows: [
    ...BRIDGE_MEN_AN_HOUR.map(([tonnes, men]) => [
      message('flow.bridge', { tonnes }),
      men,
      valueAt(BRIDGE_VEHICLES_AN_HOUR, tonnes),
    ]),
    [message('flow.ford'), FORD_FLOW.menAnHour, FORD_FLOW.vehiclesAnHour],
  ],
});

const SNOW_CENTIMETRES = [10, 20, 40, 60];

export const snow = (): Table => ({
  rows: SNOW_CENTIMETRES.map((centimetres) => [
    `${centimetres} cm`,
    ...(['foot', 'horse', 'wheel', 'track'] as const).map((tread) => {
      const share = valueAt(SNOW_SHARE[tread], centimetres);
      return share > 0 ? share : null;
    }),
  ]),
});

const ON_ICE: readonly (readonly [string, Going])[] = [
  ['foot', { tread: 'foot', kmh: COLUMN_KMH.foot }],
  ['horse', { tread: 'horse', kmh: COLUMN_KMH.horse }],
];

/** Men, riders, and a few vehicles, lorries with their load. */
export const ice = (): Table => ({
  rows: [
    ...ON_ICE.map(([name, going]) => [nameOf('mobility', name), Math.ceil(iceNeeded(going))]),
    ...['gaz-aa', 'ba-10', 't-26-1933', 'bt-7-1937'].flatMap((id) => {
      const type = [...tableOfVehicles().values()].find((one) => one.id === id);
      if (type === undefined) return [];
      const tread = type.tread === 'tracks' ? 'track' : 'wheel';
      const tonnes = type.tonnes + (type.loadKg ?? 0) / 1000;
      return [[type.names.en, Math.ceil(iceNeeded({ tread, kmh: COLUMN_KMH.tracked, tonnes }))]];
    }),
  ],
});
