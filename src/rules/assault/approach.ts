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
import { canGallop } from '../rides.ts';
import { cardOf, hexOf, isMounted, listUnitsAt } from '../roster.ts';
import { glowsOf, sceneOf } from '../scene.ts';
import { isContested } from './position.ts';

/** Metres a minute in the rush. Source: scenarios/sources.md 1, infantry in the rush [C]. */
export const RUSH_METRES_A_MINUTE: ByLight<number> = { day: 110, twilight: 100, moon: 80, dark: 65 };
/** The same for horsemen at the gallop. Source: cavalry regulations of 1935, 300 m a minute and more [B]; by night [C]. */
export const CHARGE_METRES_A_MINUTE: ByLight<number> = { day: 320, twilight: 250, moon: 160, dark: 120 };

/** Of the way in, what lies under fire for those who join their own in a hex already fought over. [C] */
const JOINING_SHARE = 0.4;

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
  if (attackers.some((unit) => unit.at === hex)) return 'warned';
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
  if (attacker.at === hex) return [];
  const sky = skyOf(scenario.clock, state);
  const light = lightAt({ scenario }, glowsOf(state), hex, sky.light);
  const card = cardOf(scenario, attacker.id);
  const side = opponentOf(card.side);
  const rushing: Unit = { ...attacker, activity: 'moving', pace: 'normal', posture: 'deployed' };
  const seen = noticedMetres(scenario, card, rushing, sceneOf(scenario, state, { hex, light, sky }));
  const flares =
    surprise === 'warned' && light !== 'day' && listUnitsAt(scenario, state, side, hex).some((unit) => unit.flares > 0);
  const exposed = within(flares ? Math.max(seen, FLARE_METRES) : seen, 20, scenario.map.hexMetres);
  const joining = isContested(scenario, state, hex) ? JOINING_SHARE : 1;
  const metres = (surprise === 'surprised' ? exposed / 2 : exposed) * joining;
  const wire = state.wire.some(
    (other) => other.stands && other.hexside === hexsideBetween(scenario.map.grid, hexOf(attacker), hex),
  );
  const rush =
    isMounted(card, attacker) && canGallop(scenario.map, hexOf(attacker), hex)
      ? CHARGE_METRES_A_MINUTE
      : RUSH_METRES_A_MINUTE;
  return legsOver(metres, rush[light], wire ? WIRE_EXPOSURE : 1);
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
