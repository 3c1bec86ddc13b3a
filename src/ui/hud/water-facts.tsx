/** Water as far as the side knows it: rivers along a hex, depth and current in it, the hull of a vessel, boats at hand. */
import { DIRECTION_NAMES, DIRECTIONS, type HexIndex } from '../../hex/grid.ts';
import { hexsideOf } from '../../hex/hexside.ts';
import type { HexsideFeature } from '../../model/map.ts';
import type { Observation } from '../../model/observation.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Unit, UnitCard } from '../../model/unit.ts';
import { chartOf } from '../../rules/water/chart.ts';
import { findVessel, holesToSink } from '../../rules/water/craft.ts';
import { depthAt, isWater } from '../../rules/water/currents.ts';
import { Fact } from './parts.tsx';
import { text } from './text.ts';

export function WaterFacts(props: {
  readonly scenario: Scenario;
  readonly observation: Observation;
  readonly hex: HexIndex;
}) {
  const { scenario, observation, hex } = props;
  const map = chartOf(scenario.map, observation);
  const names = DIRECTION_NAMES[map.grid.orientation];
  const flow = map.waters?.get(hex)?.flow;
  const rivers = DIRECTIONS.flatMap((direction) => {
    const feature = map.hexsides.get(hexsideOf(map.grid, hex, direction));
    return feature?.river === undefined ? [] : [`${text(`ui.direction.${names[direction]}`)} ${riverText(feature)}`];
  });
  return (
    <>
      {isWater(map.terrain[hex]) && (
        <Fact name={text('ui.hex.water')}>
          {text('ui.hex.depth', { metres: depthAt(map, hex) })}
          {flow === undefined
            ? ''
            : `, ${text('ui.hex.flow', {
                direction: text(`ui.direction.${names[flow.to]}`),
                speed: flow.metresPerSecond,
              })}`}
        </Fact>
      )}
      {rivers.length > 0 && <Fact name={text('ui.hex.river')}>{rivers.join('; ')}</Fact>}
    </>
  );
}

function riverText({ river, ford }: HexsideFeature): string {
  if (river === undefined) return '';
  const { widthMetres, depthMetres, currentMetresPerSecond } = river;
  return [
    text('ui.hex.wide', { metres: widthMetres }),
    ford === undefined
      ? text('ui.hex.depth', { metres: depthMetres })
      : text('ui.hex.ford', { metres: ford.depthMetres }),
    ...(currentMetresPerSecond === undefined ? [] : [text('ui.hex.current', { speed: currentMetresPerSecond })]),
  ].join(', ');
}

export function CraftFacts(props: { readonly scenario: Scenario; readonly card: UnitCard; readonly unit: Unit }) {
  const { scenario, card, unit } = props;
  const vessel = findVessel(scenario, card, unit);
  const { hull } = unit;
  const { boats } = card;
  return (
    <>
      {vessel !== undefined && hull !== undefined && (
        <Fact name={text('ui.unit.hull')}>
          {[
            text('ui.unit.holes', { holes: hull.holes, limit: holesToSink(vessel) }),
            ...(hull.enginesOut ? [text('ui.unit.enginesOut')] : []),
            ...(hull.aground ? [text('ui.unit.aground')] : []),
            ...(hull.sinking ? [text('ui.unit.sinking')] : []),
          ].join(', ')}
        </Fact>
      )}
      {boats !== undefined && (
        <Fact name={text('ui.unit.boats')}>
          {boats.count} {scenario.vehicles.get(boats.vehicle)?.names.en ?? ''}
          {boats.rafts === undefined ? '' : `, ${text('ui.unit.rafts', { rafts: boats.rafts })}`}
        </Fact>
      )}
    </>
  );
}
