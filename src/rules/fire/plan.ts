/** What a mission takes and brings, before a round is fired: minutes, rounds, smoke. Forecast, refusal and fire ask here. */
import type { HexIndex } from '../../hex/grid.ts';
import type { Metres, Minutes } from '../../model/clock.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { MissionTask, Unit, UnitCard } from '../../model/unit.ts';
import type { Weapon } from '../../model/weapon.ts';
import { type Point, tenths, valueAt } from '../curve.ts';
import { turnMinutesOf } from '../light.ts';
import { weaponOf } from '../roster.ts';
import { onTargetShare } from './shells.ts';
import { delayMinutes, rangingFor, type Ranging, taskOf } from './tasks.ts';
import { barrelsAt, roundsStood } from './wear.ts';

export interface Plan {
  /** Minutes until the first ranging round. */
  readonly delayMinutes: Minutes;
  /** Minutes the guns are busy, delay and ranging included. */
  readonly minutes: Minutes;
  /** Rounds spent by type of weapon, and those of them that count. */
  readonly rounds: readonly number[];
  readonly effective: readonly number[];
  readonly smokeRounds: number;
  readonly missions: number;
}

export interface Wanted {
  readonly guns: Unit;
  readonly card: UnitCard;
  /** Nobody for fire by the clock: the range is taken from the map, and nobody sees where it falls. */
  readonly observer: Unit | null;
  readonly target: HexIndex;
  readonly task: MissionTask;
  readonly turn: number;
  /** Other than the task takes: all pieces together. */
  readonly wantedRounds?: number;
}

const NO_RANGING: Ranging = { minutes: 0, roundsAPiece: 0 };

/** Plans a mission with the rounds the guns have left, the crews that dare to serve them and what the barrels stand. */
export function planMission(scenario: Scenario, wanted: Wanted): Plan {
  const { guns, card, observer } = wanted;
  const ranging = observer === null ? NO_RANGING : rangingFor(scenario, guns, wanted.target);
  const delay = delayMinutes(scenario, guns, observer);
  const minutes = minutesOfFire(scenario, wanted);
  const smokeRounds = wanted.task === 'smoke' ? smokeSpent(scenario, wanted, minutes) : 0;
  const rounds = card.armaments.map((_, type) =>
    wanted.task === 'smoke' ? 0 : roundsOf(scenario, wanted, { type, ranging, minutes }),
  );
  return {
    delayMinutes: delay,
    minutes: tenths(delay + ranging.minutes + minutes),
    rounds,
    effective: rounds.map((count, type) => Math.max(0, count - ranging.roundsAPiece * (guns.pieces[type] ?? 0))),
    smokeRounds,
    missions: missionsOf(wanted),
  };
}

/** Granted missions a task costs guns beyond the map; none costs others. */
export function missionsOf({
  card: { offMap },
  task,
  wantedRounds,
}: Pick<Wanted, 'card' | 'task' | 'wantedRounds'>): number {
  if (offMap === undefined) return 0;
  return wantedRounds === undefined
    ? taskOf(task).missions
    : Math.max(1, Math.ceil(wantedRounds / offMap.missionRounds));
}

/** Rounds a minute of all pieces that fire indirectly. */
const roundsAMinute = (scenario: Scenario, { card, guns }: Wanted): number =>
  card.armaments.reduce((sum, { weapon }, type) => {
    const { indirectMetres, roundsPerMinute } = weaponOf(scenario, weapon);
    return indirectMetres === undefined ? sum : sum + (guns.pieces[type] ?? 0) * roundsPerMinute;
  }, 0);

/** What the task takes; so many rounds take as long as they take. */
function minutesOfFire(scenario: Scenario, wanted: Wanted): Minutes {
  const { minutes, rate } = taskOf(wanted.task);
  if (wanted.wantedRounds === undefined) return minutes;
  return tenths(wanted.wantedRounds / Math.max(1, roundsAMinute(scenario, wanted) * rate));
}

function roundsOf(
  scenario: Scenario,
  wanted: Wanted,
  fire: { readonly type: number; readonly ranging: Ranging; readonly minutes: Minutes },
): number {
  const { guns, card, turn } = wanted;
  const { type } = fire;
  const armament = card.armaments[type];
  const weapon = armament === undefined ? undefined : weaponOf(scenario, armament.weapon);
  if (weapon?.indirectMetres === undefined) return 0;
  const left = guns.rounds[type] ?? 0;
  if (card.offMap !== undefined)
    return Math.min(
      left,
      Math.round((wanted.wantedRounds ?? card.offMap.missionRounds * missionsOf(wanted)) * served(guns)),
    );
  const pieces = guns.pieces[type] ?? 0;
  const stood = roundsStood(
    weapon,
    turnMinutesOf(scenario.clock, turn),
    barrelsAt(scenario, card, guns, turn).rounds[type] ?? 0,
  );
  const asked =
    (weapon.roundsPerMinute * taskOf(wanted.task).rate * fire.minutes + fire.ranging.roundsAPiece) * served(guns);
  return Math.min(left, Math.round(pieces * Math.min(asked, stood)));
}

/** Crews with their heads down serve their guns the less. */
const served = ({ suppression }: Unit): number => 1 - suppression;

/** Front that one smoke shell hides by its calibre in millimetres, and for how long. [C] */
export const SMOKE_METRES: readonly Point[] = [
  [50, 8],
  [76, 15],
  [122, 25],
  [152, 30],
];
export const SMOKE_SHELL_MINUTES = 1.5;

/** A screen that would be thinner is none: so many minutes at least. [C] */
export const LEAST_SMOKE_MINUTES = 5;

function smokeSpent(scenario: Scenario, wanted: Wanted, minutes: Minutes): number {
  const asked = roundsAMinute(scenario, wanted) * minutes * served(wanted.guns);
  return Math.min(wanted.guns.smokeRounds ?? 0, Math.round(wanted.wantedRounds ?? asked));
}

/** Minutes for which so many smoke shells hide a hex: those that fall beside it do not count. */
export function smokeMinutes(scenario: Scenario, card: UnitCard, rounds: number): Minutes {
  const weapon = card.armaments.map((armament) => weaponOf(scenario, armament.weapon)).find(isSmokeThrower);
  if (weapon === undefined) return 0;
  const hidden = rounds * cloudMetres(weapon) * SMOKE_SHELL_MINUTES * onTargetShare(scenario.map);
  return tenths(hidden / scenario.map.hexMetres);
}

const isSmokeThrower = (weapon: Weapon): boolean => weapon.indirectMetres !== undefined;
const cloudMetres = ({ calibreMm = 0 }: Weapon): Metres => valueAt(SMOKE_METRES, calibreMm);
