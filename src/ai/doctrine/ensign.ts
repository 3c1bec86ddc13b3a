/** How the ensign thinks it is done: thresholds of its judgement. All [C], set by play against itself. */
import type { ByBranch, Branch } from '../../model/unit.ts';

export const ENSIGN = {
  /** Least chance of success at which an assault goes in, and the chance that makes waiting pointless. */
  assaultChance: 0.45,
  surelyChance: 0.75,
  /** The same for an objective in the last turn. */
  lastChance: 0.3,
  /** For those who are in the position already, with the enemy. */
  lodgedChance: 0.35,
  /** For those who hold a place of their own: they leave it for a sure thing only. */
  sallyChance: 0.65,
  /** Power wanted before an objective, over what is presumed to hold it. */
  wantedRatio: 2,
  /** Power that must be up before the first unit closes in, over the same. */
  closingRatio: 1.2,
  /** The share of a group that may close in when the group is all there is. */
  closingShare: 0.65,
  /** Turns that a package waits for those on the way. */
  waitTurns: 2,
  /** When so few turns are left nobody waits for anybody. */
  hurryTurns: 3,
  /** Minutes kept for reaction when the enemy is near, and hexes that are near. */
  reactionMinutes: 12,
  nearHexes: 4,
  /** Drill from which troops go in at night without fire. */
  nightTraining: 0.6,
  /** Man-hours a man with which a holder is content. */
  contentManHours: 8,
  /** Enemy power over own, around a place that need not be held, at which it is left. */
  hopelessRatio: 3,
  /** Men that a burst of fire of so many minutes must be expected to hit; half of it when it prepares an assault. */
  fireMinutes: 5,
  fireMen: 1,
  /** Men a fire mission must be expected to hit. */
  missionMen: 2.5,
  /** Rounds of the main arm, as a share, below which only reaction fires. */
  keptRounds: 0.35,
} as const;

/** Men of each branch in close combat, as the ensign reckons them against riflemen. */
export const CLOSE_WORTH: ByBranch<number> = {
  rifles: 1,
  borderGuards: 1.1,
  machineGuns: 0.5,
  antiTank: 0.4,
  infantryGuns: 0.4,
  artillery: 0.35,
  tanks: 0,
  cavalry: 0.9,
  engineers: 1,
  headquarters: 0.6,
  craft: 0.4,
};

/** Men one tank is worth in close combat by day. */
export const TANK_WORTH = 18;

const FIGHTERS: readonly Branch[] = ['rifles', 'borderGuards', 'cavalry', 'engineers'];

/** Whether units of the branch take and hold ground. */
export const isFighter = (branch: Branch): boolean => FIGHTERS.includes(branch);
