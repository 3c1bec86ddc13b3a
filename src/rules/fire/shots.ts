/**
 * Aimed rounds at the vehicles of one unit, shot by shot. Forecast and resolution start from the same row of rounds: the
 * chance of each number of vehicles stopped is worked out exactly, and one die says which of them came.
 */
import type { Chance } from '../../model/chance.ts';
import { within } from '../curve.ts';
import type { Vehicles } from './armour.ts';

/** Chances of one round: to hit, of a hit to pierce, of a piercing shot to stop the vehicle; and how many such are fired. */
export interface Rounds {
  readonly count: number;
  readonly hit: number;
  readonly pierce: number;
  readonly stop: number;
}

/** Rounds at the vehicles of one unit. */
export interface Shots {
  readonly rounds: readonly Rounds[];
  readonly mark: Vehicles;
  /** Share of those stopped that burn, where it does not follow from their fuel. */
  readonly burns?: number;
}

/** Chance that one of these rounds stops a vehicle. */
export const stopChance = (rounds: Rounds): number => within(rounds.hit, 0, 1) * rounds.pierce * rounds.stop;

/** The rounds in the order fired: of a new mark the first of each gun is worse laid than those that follow. */
export function roundsOf(fire: {
  readonly rounds: number;
  readonly guns: number;
  readonly first: Omit<Rounds, 'count'>;
  readonly later: Omit<Rounds, 'count'>;
}): readonly Rounds[] {
  const first = Math.min(fire.rounds, fire.guns);
  return [
    { count: first, ...fire.first },
    { count: fire.rounds - first, ...fire.later },
  ].filter(({ count }) => count > 0);
}

/** Rounds are taken together in bursts that stop a vehicle so seldom that stopping two with one need not be reckoned. */
const BURST_CHANCE = 0.02;

/** How likely 0, 1, 2 … `vehicles` of them are to be stopped: exact, and sums to one. When none is left rounds are wasted. */
export function oddsOfStopped(rounds: readonly Rounds[], vehicles: number): readonly number[] {
  let odds: readonly number[] = Array.from({ length: vehicles + 1 }, (_, stopped) => (stopped === 0 ? 1 : 0));
  for (const some of rounds) {
    const chance = stopChance(some);
    const burst = within(Math.floor(BURST_CHANCE / chance), 1, some.count);
    for (let fired = 0; fired < some.count; fired += burst)
      odds = afterBurst(odds, atLeastOne(chance, Math.min(burst, some.count - fired)));
  }
  return odds;
}

function afterBurst(odds: readonly number[], chance: number): readonly number[] {
  const all = odds.length - 1;
  return odds.map((here, stopped) => {
    const stays = stopped === all ? here : here * (1 - chance);
    return stays + (odds[stopped - 1] ?? 0) * chance;
  });
}

/** Chance that at least one of so many tries of this chance comes true. */
export function atLeastOne(chance: number, tries: number): number {
  let none = 1;
  for (let one = 0; one < tries; one++) none *= 1 - chance;
  return 1 - none;
}

export const meanOf = (odds: readonly number[]): number => odds.reduce((sum, odd, count) => sum + odd * count, 0);

/** The least count that is not exceeded in a share `q` of cases. */
export function quantileOf(odds: readonly number[], q: number): number {
  let sum = 0;
  for (const [count, odd] of odds.entries()) {
    sum += odd;
    if (sum > q) return count;
  }
  return Math.max(0, odds.length - 1);
}

/** Faces of the die that says how many were stopped: one in a thousand is told apart. */
const SHOT_FACES = 1000;

/** How many of the vehicles the rounds stop. */
export function drawStopped(chance: Chance, { rounds, mark }: Shots): number {
  const odds = oddsOfStopped(rounds, mark.count);
  if ((odds[0] ?? 1) === 1) return 0;
  const { result, faces } = chance.roll(SHOT_FACES, 'shots');
  return quantileOf(odds, (result + 0.5) / faces);
}
