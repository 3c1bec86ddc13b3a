/** What a side knows, cut from the truth: everything by which an order is judged before it is carried out. */
import type { HexIndex } from '../hex/grid.ts';
import { present } from '../model/assert.ts';
import type { Affairs, KnownAffairs } from '../model/affair.ts';
import type { Knowledge, KnownCurtain } from '../model/observation.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Side } from '../model/side.ts';
import type { BattleState, Curtain, Sounding } from '../model/state.ts';
import { listOwnFlights } from './air/roster.ts';
import { hexesOf, knownCrossings, knownSoundings, knownWire, knownWorks, viewsOf } from './known.ts';
import { minuteOf, skyOf } from './light.ts';
import { findLimit, isOn } from './limits.ts';
import { knownSupplies } from './supply/depots.ts';
import { indexesOf, occupiedOf, sideOf } from './roster.ts';

/** The side's knowledge at this moment. */
export function knowledgeOf(scenario: Scenario, state: BattleState, side: Side): Knowledge {
  const sky = skyOf(scenario.clock, state);
  return {
    side,
    active: state.active,
    turn: state.turn,
    minute: minuteOf(scenario.clock, state.turn),
    light: sky.light,
    weather: sky.weather,
    ...(sky.celsius === undefined ? {} : { celsius: sky.celsius }),
    ...(sky.snowCentimetres === undefined ? {} : { snowCentimetres: sky.snowCentimetres }),
    ...(sky.iceCentimetres === undefined ? {} : { iceCentimetres: sky.iceCentimetres }),
    units: indexesOf(scenario, side).map((index) => present(state.units[index], 'a unit for each card')),
    contacts: viewsOf(state.contacts[side]),
    works: knownWorks(state.works, side),
    wire: knownWire(state.wire, side),
    ...(state.soundings === undefined ? {} : soundingsKnown(state.soundings, side)),
    ...knownCrossings(state, side),
    flares: state.flares,
    ...(state.plumes === undefined ? {} : { plumes: state.plumes }),
    ...(state.traffic === undefined || state.active !== side ? {} : { traffic: state.traffic }),
    ...(state.curtains === undefined ? {} : { curtains: state.curtains.map((curtain) => curtainAs(curtain, side)) }),
    ...spoilsKnown(scenario, state, side),
    ...(state.affairs === undefined ? {} : { affairs: knownAffairs(scenario, state.affairs, side) }),
    ...(state.flights === undefined ? {} : { flights: listOwnFlights(scenario, state.flights, side) }),
    ...(state.supply === undefined ? {} : knownSupplies(scenario, state, side)),
    result: state.result,
  };
}

function soundingsKnown(soundings: readonly Sounding[], side: Side): Pick<Knowledge, 'soundings'> {
  const known = knownSoundings(soundings, side);
  return known.length === 0 ? {} : { soundings: known };
}
/** Everybody sees where shells fall; what they do, only those know who fire them. */
const curtainAs = ({ hex, side: firing, by, deadlyAMinute }: Curtain, side: Side): KnownCurtain =>
  firing === side ? { hex, own: { by, deadlyAMinute } } : { hex };

/** What lies where the side has men to see it. */
function spoilsKnown(scenario: Scenario, state: BattleState, side: Side): Pick<Knowledge, 'booty' | 'dead'> {
  if (state.booty === undefined && state.dead === undefined) return {};
  const here = <T extends { readonly hex: HexIndex | 'away' }>(lying: readonly T[] | undefined): readonly T[] => {
    if (lying === undefined) return [];
    const occupied = occupiedOf(scenario, state, side, hexesOf(lying));
    return occupied.size === 0 ? [] : lying.filter(({ hex }) => hex !== 'away' && occupied.has(hex));
  };
  const [booty, dead] = [here(state.booty), here(state.dead)];
  return { ...(booty.length > 0 ? { booty } : {}), ...(dead.length > 0 ? { dead } : {}) };
}

/** Both know how far an incident has gone and who has fired; orders from above only whom they are for. */
function knownAffairs(scenario: Scenario, affairs: Affairs, side: Side): KnownAffairs {
  const { incidents, fired, points } = affairs;
  return {
    incidents,
    fired,
    points,
    limits: affairs.limits.filter((change) => {
      const limit = findLimit(scenario, change.limit);
      return limit !== undefined && isOn(limit, side);
    }),
    released: affairs.released.filter((unit) => sideOf(scenario, unit) === side),
  };
}
