/** Tables of marching: rates, ground, slopes, light, weather, ways. */
import { LIGHTS, WEATHERS } from '../../../model/clock.ts';
import { TERRAINS, WAYS } from '../../../model/map.ts';
import type { MarchTable, VehicleType } from '../../../model/vehicle.ts';
import { BRANCHES, MOBILITIES } from '../../../model/unit.ts';
import { valueAt } from '../../../rules/curve.ts';
import { COLUMN_KMH, type Going, LINE_KMH, TREADS } from '../../../rules/march-rates.ts';
import {
  DARKNESS,
  DOWNHILL_SHARE,
  groundShareOf,
  uphillShareOf,
  WAY_SHARE,
  WEATHER_SHARE,
} from '../../../rules/movement.ts';
import { METRES_A_MAN, METRES_A_PIECE } from '../../../rules/stacking.ts';
import { message, nameOf } from '../../wording.ts';
import { tableOfVehicles } from '../field.ts';
import type { Cell, Table } from '../table.ts';

export const marchRates = (): Table => ({
  rows: [
    [message('rates.line'), ...ratesOf(LINE_KMH)],
    ...MOBILITIES.filter((mobility) => mobility !== 'static' && mobility !== 'boat').map((mobility) => [
      nameOf('mobility', mobility),
      ...ratesOf(COLUMN_KMH[mobility]),
    ]),
  ],
});

const ratesOf = (kmh: MarchTable): Cell[] =>
  [kmh.roadDay, kmh.roadNight, kmh.steppeDay, kmh.steppeNight, kmh.dunes, kmh.marsh, kmh.hill].map((speed) =>
    passable(speed),
  );

/** Vehicles and beasts with the same rates share a row. */
export const vehicleRates = (): Table => ({
  rows: [
    ...ratesByType(({ marchKmh }) => marchKmh),
    ...ratesByType(({ otherGear }) => otherGear?.marchKmh).map(([names, ...rates]) => [
      message('rates.onWheels', { names: String(names) }),
      ...rates,
    ]),
  ],
});

/** Minutes of the slowest of them to change. */
export const wheelMinutes = (): number =>
  Math.max(
    0,
    ...[...tableOfVehicles().values()].flatMap(({ otherGear }) =>
      otherGear?.marchKmh === undefined ? [] : [otherGear.changeMinutes],
    ),
  );

function ratesByType(kmhOf: (type: VehicleType) => MarchTable | undefined): Cell[][] {
  const rows = new Map<string, { readonly names: string[]; readonly kmh: MarchTable }>();
  for (const type of tableOfVehicles().values()) {
    const marchKmh = kmhOf(type);
    if (marchKmh === undefined) continue;
    const { names } = type;
    const key = ratesOf(marchKmh).join(' ');
    const row = rows.get(key);
    if (row === undefined) rows.set(key, { names: [names.en], kmh: marchKmh });
    else row.names.push(names.en);
  }
  return [...rows.values()].map(({ names, kmh }) => [names.join('; '), ...ratesOf(kmh)]);
}

/** Columns whose figures stand for all that go alike. */
const USUAL: Readonly<Record<(typeof TREADS)[number], Going>> = {
  foot: { tread: 'foot', kmh: COLUMN_KMH.foot },
  horse: { tread: 'horse', kmh: COLUMN_KMH.horse },
  wheel: { tread: 'wheel', kmh: COLUMN_KMH.truck },
  track: { tread: 'track', kmh: COLUMN_KMH.tracked },
  hull: { tread: 'hull', kmh: COLUMN_KMH.boat },
};

/** What a tread cannot cross is left empty. */
const passable = (share: number): Cell => (share > 0 ? share : null);

export const groundSpeed = (): Table => ({
  rows: TERRAINS.filter((terrain) => terrain !== 'dunes' && terrain !== 'marsh').map((terrain) => [
    nameOf('terrain', terrain),
    ...TREADS.map((tread) => passable(groundShareOf(USUAL[tread], terrain))),
  ]),
});

const SLOPES = [0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7];
const ON_LAND = TREADS.filter((tread) => tread !== 'hull');

const slopeTable = (shareOn: (tread: (typeof ON_LAND)[number], slope: number) => number): Table => ({
  rows: SLOPES.map((slope) => [
    `${Math.round(slope * 100)} %`,
    ...ON_LAND.map((tread) => passable(shareOn(tread, slope))),
  ]),
});

export const uphillSpeed = (): Table => slopeTable((tread, slope) => uphillShareOf(USUAL[tread], slope));
export const downhillSpeed = (): Table => slopeTable((tread, slope) => valueAt(DOWNHILL_SHARE[tread], slope));

export const lightSpeed = (): Table => ({
  rows: LIGHTS.map((light) => [nameOf('light', light), ...TREADS.map((tread) => DARKNESS[tread][light])]),
});

export const weatherSpeed = (): Table => ({
  rows: WEATHERS.map((weather) => [
    nameOf('weather', weather),
    ...TREADS.map((tread) => WEATHER_SHARE[tread][weather]),
  ]),
});

export const ways = (): Table => ({
  rows: WAYS.map((way) => [
    nameOf('way', way),
    WAY_SHARE[way].leastGround,
    WAY_SHARE[way].slopeEased,
    WAY_SHARE[way].road,
  ]),
});

/** Front that men and what they serve take up in a hex. */
export const frontage = (): Table => ({
  rows: BRANCHES.map((branch) => [
    nameOf('branch', branch),
    METRES_A_MAN.marching,
    METRES_A_MAN.deployed,
    METRES_A_PIECE[branch],
  ]),
});
