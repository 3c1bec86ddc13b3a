/** Men who are cut off, thirsty, and have the enemy beside them may give up, more readily day by day. */
import { listNeighbours } from '../../hex/grid.ts';
import { opponentOf } from '../../model/side.ts';
import type { Unit, UnitCard, UnitId } from '../../model/unit.ts';
import { giveUp } from '../cohesion.ts';
import { chanceFor, type Course } from '../course.ts';
import { thousandths, valueAt } from '../curve.ts';
import { hasDoctrine } from '../doctrine.ts';
import { chanceOver } from '../hazard.ts';
import { turnMinutesOf } from '../light.ts';
import { isInAction, listUnitsAt, unitOf } from '../roster.ts';
import { daysWithout, GIVES_UP_BY_THIRST, STEADY_SHARE, TO_THE_LAST_SHARE } from './want.ts';

const MINUTES_A_DAY = 1440;

/** Chance in a day that a unit with the enemy beside it gives up; none while it has water or a way home. */
export function givesUpChance(card: UnitCard, unit: Pick<Unit, 'water' | 'cutOffMinute' | 'cohesion'>): number {
  const days = daysWithout(unit.water);
  if (days === 0 || unit.cutOffMinute === undefined) return 0;
  const heart =
    (unit.cohesion === 'steady' ? STEADY_SHARE : 1) * (hasDoctrine(card, 'noRetreat') ? TO_THE_LAST_SHARE : 1);
  return thousandths(valueAt(GIVES_UP_BY_THIRST, days) * heart);
}

/** Lets a unit whose turn begins give up. */
export function tryGiveUp(course: Course, card: UnitCard, id: UnitId): void {
  const { scenario, state } = course;
  if (scenario.supply === undefined) return;
  const unit = unitOf(scenario, state, id);
  if (typeof unit.at !== 'number' || !isInAction(unit)) return;
  const aDay = givesUpChance(card, unit);
  if (aDay === 0) return;
  const enemy = opponentOf(card.side);
  const isPressed = [unit.at, ...listNeighbours(scenario.map.grid, unit.at)].some((hex) =>
    listUnitsAt(scenario, state, enemy, hex).some(isInAction),
  );
  if (!isPressed) return;
  const chance = chanceOver(aDay, MINUTES_A_DAY, turnMinutesOf(scenario.clock, state.turn));
  if (chanceFor(course, id).happens(chance, 'surrender')) giveUp(course, id);
}
