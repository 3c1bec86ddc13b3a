/** The last yards: how far the assault comes unseen, and what the defenders get in before it arrives. */
import type { HexIndex } from '../../hex/grid.ts';
import { hexsideBetween } from '../../hex/hexside.ts';
import type { ByLight, Metres, Minutes } from '../../model/clock.ts';
import { opponentOf } from '../../model/side.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { BattleState } from '../../model/state.ts';
import type { Unit } from '../../model/unit.ts';
import { lightAt } from '../contacts.ts';
import { within } from '../curve.ts';
import { noticedMetres } from '../detection.ts';
import { skyOf } from '../light.ts';
import { cardOf, hexOf, listUnitsAt } from '../roster.ts';

/** Metres a minute in the rush. Source: scenarios/sources.md 1, infantry in the rush [C]. */
export const RUSH_METRES_A_MINUTE: ByLight<number> = { day: 110, twilight: 100, moon: 80, dark: 65 };

/** Defenders who know that somebody is there put up flares and see so far in the dark. [C] */
export const FLARE_METRES = 180;

/** Wire holds the last rush under fire: factor on its minutes. [C] */
export const WIRE_EXPOSURE = 1.6;

/** Ground gone over in one go, at one distance from the defenders as far as their fire is concerned. */
export interface Leg {
  /** Middle of the leg to the defenders. */
  readonly metres: Metres;
  readonly minutes: Minutes;
}

/** Longest leg: over wide hexes the way in is reckoned piece by piece, as it would be over narrow ones. */
const LEG_METRES = 250;

/** Whether the defenders of the hex have any contact, current or fresh, on one of the attackers. */
export function surpriseOf(
  scenario: Scenario,
  state: BattleState,
  attackers: readonly Unit[],
  hex: HexIndex,
): 'surprised' | 'warned' {
  const first = attackers[0];
  if (first === undefined) return 'warned';
  const defender = opponentOf(cardOf(scenario, first.id).side);
  const known = state.contacts[defender].some(
    (contact) => contact.view.current && attackers.some((unit) => unit.id === contact.behind),
  );
  const asleep = listUnitsAt(scenario, state, defender, hex).every((unit) => unit.minutesLeft === 0);
  return !known && (skyOf(scenario.clock, state).light !== 'day' || asleep) ? 'surprised' : 'warned';
}

/** The legs over which one attacker is in the defenders' sights on its way in, the farthest first. */
export function approachOf(
  scenario: Scenario,
  state: BattleState,
  attacker: Unit,
  hex: HexIndex,
  surprise: 'surprised' | 'warned',
): readonly Leg[] {
  const sky = skyOf(scenario.clock, state);
  const light = lightAt({ scenario }, state.flares, hex, sky.light);
  const card = cardOf(scenario, attacker.id);
  const side = opponentOf(card.side);
  const rushing: Unit = { ...attacker, activity: 'moving', pace: 'normal', posture: 'deployed' };
  const seen = noticedMetres(scenario, card, rushing, {
    light,
    weather: sky.weather,
    terrain: scenario.map.terrain[hex] ?? 'open',
  });
  const flares =
    surprise === 'warned' && light !== 'day' && listUnitsAt(scenario, state, side, hex).some((unit) => unit.flares > 0);
  const exposed = within(flares ? Math.max(seen, FLARE_METRES) : seen, 20, scenario.map.hexMetres);
  const metres = surprise === 'surprised' ? exposed / 2 : exposed;
  const wire = state.wire.some(
    (other) => other.stands && other.hexside === hexsideBetween(scenario.map.grid, hexOf(attacker), hex),
  );
  return legsOver(metres, RUSH_METRES_A_MINUTE[light], wire ? WIRE_EXPOSURE : 1);
}

/** Cuts the way in into legs; wire holds up the last. */
function legsOver(metres: Metres, metresAMinute: number, wireFactor: number): Leg[] {
  const count = Math.max(1, Math.ceil(metres / LEG_METRES));
  const each = metres / count;
  return Array.from({ length: count }, (_, place) => ({
    metres: each * (count - place - 0.5),
    minutes: (each / metresAMinute) * (place === count - 1 ? wireFactor : 1),
  }));
}
