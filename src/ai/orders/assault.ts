/**
 * Assaults by several units together, and entering objectives that seem empty. A sure thing goes in at once; a fair
 * chance only when nobody else can come up, or has been waited for long enough.
 */
import { hexesBetween } from '../../hex/distance.ts';
import { findDirection, type HexIndex, isAdjacent } from '../../hex/grid.ts';
import { forecastIn } from '../../battle/forecast.ts';
import { listAssaulters, listTargets } from '../../battle/legal-orders.ts';
import type { Order, OrderOf } from '../../model/order.ts';
import { closeCombatMinutesOn } from '../../rules/assault/assault.ts';
import { minutesOfStep } from '../../rules/ways.ts';
import { ENSIGN, isFighter } from '../doctrine/ensign.ts';
import { type Aim, contactsAt, type Own, ownAt, type Situation } from '../estimate/situation.ts';
import { hasRoom } from '../estimate/ways.ts';
import { pay, PRICE } from '../steps.ts';
import { type Desk, groupAt, isWorthGiving, type Proposal, taskOf, type Wave } from './desk.ts';

/** Worth in men of an objective's point, of any enemy driven out, and of one who stands before one's own place. [C] */
const POINT_MEN = 8;
const ENEMY_MEN = 15;
const BEFORE_MEN = 25;

interface Package {
  readonly order: OrderOf<'assault'>;
  readonly target: HexIndex;
  readonly units: readonly Own[];
  readonly chance: number;
  readonly score: number;
}

/** Assaults that will hardly fail. */
export const assaultSurely: Wave = (desk) => goIn(desk, (pack) => pack.chance >= ENSIGN.surelyChance);

/** Assaults with a fair chance, when there is nothing more to wait for. */
export const assaultFairly: Wave = (desk) => goIn(desk, (pack) => !isWorthWaiting(desk, pack));

function goIn(desk: Desk, isTime: (pack: Package) => boolean): readonly Proposal[] {
  const packages = listPackages(desk).filter((pack) => isTime(pack) && isWorthGiving(desk, pack.order));
  const best = packages.sort((a, b) => b.chance - a.chance || b.score - a.score || a.target - b.target)[0];
  if (best === undefined) return [];
  const first = best.units[0];
  return [
    {
      order: best.order,
      reason: {
        task: (first && taskOf(desk, first)?.kind) ?? 'none',
        tactic: 'assaultTogether',
        object: best.target,
        chance: best.chance,
      },
    },
  ];
}

/** Targets for which waiting would bring more, so that the wait can be counted. */
export const listPutOff = (desk: Desk): HexIndex[] => [
  ...listPackages(desk)
    .filter((pack) => pack.chance < ENSIGN.surelyChance && isWorthWaiting(desk, pack))
    .map((pack) => pack.target),
  ...desk.situation.aims
    .filter(
      (aim) =>
        aim.holder !== desk.situation.side &&
        groupAt(desk, aim.hex, ['take', 'follow']).some((own) => isAdjacent(desk.situation.grid, own.at, aim.hex)),
    )
    .map((aim) => aim.hex),
];

function isWorthWaiting(desk: Desk, pack: Package): boolean {
  const { situation } = desk;
  if (situation.turnsLeft <= ENSIGN.hurryTurns || (desk.waits.get(pack.target) ?? 0) >= ENSIGN.waitTurns) return false;
  return situation.own.some((own) => {
    const kind = taskOf(desk, own)?.kind;
    if ((kind !== 'take' && kind !== 'follow') || pack.units.includes(own) || own.unit.cohesion !== 'steady')
      return false;
    return hexesBetween(situation.grid, own.at, pack.target) <= 2;
  });
}

const PACKAGES = new WeakMap<Desk, readonly Package[]>();

/** Packages that are worth their price, worked out once a look. */
function listPackages(desk: Desk): readonly Package[] {
  let packages = PACKAGES.get(desk);
  if (packages === undefined) {
    packages = listTargets(desk.situation.observation).flatMap((target) => packageFor(desk, target) ?? []);
    PACKAGES.set(desk, packages);
  }
  return packages;
}

function packageFor(desk: Desk, target: HexIndex): Package | undefined {
  const { situation } = desk;
  if (
    situation.forbidden.has(target) ||
    // Nobody goes in where shells fall: the barrage lifts with the turn.
    situation.observation.curtains?.some(({ hex }) => hex === target) === true ||
    !situation.own.some((own) => own.at === target || isAdjacent(situation.grid, own.at, target))
  )
    return undefined;
  const able = listAssaulters(situation.scenario, situation.observation, target);
  let units = situation.own
    .filter((own) => able.includes(own.id) && (own.at === target ? isFit(own) : mayGoIn(desk, own)))
    .sort((a, b) => b.power - a.power);
  if (!units.some((own) => isFighter(own.card.branch)) && !isEasyForTanks(situation, target)) return undefined;
  let pack = packOf(desk, target, units);
  // What is more than enough stays out, from the weakest up, as long as the sides it comes from are not fewer.
  while (pack !== undefined && units.length > 2 && pack.chance > ENOUGH_CHANCE) {
    const fewer = units.slice(0, -1);
    const less =
      countSides(situation, fewer, target) < countSides(situation, units, target)
        ? undefined
        : packOf(desk, target, fewer);
    if (less === undefined || less.chance < ENOUGH_CHANCE) break;
    units = fewer;
    pack = less;
  }
  if (pack === undefined) return undefined;
  const least = leastChance(desk, units, target);
  return pack.chance >= least && pack.score > 0 ? pack : undefined;
}

/** An objective in the last turn is worth a long shot; holders leave their place for a sure thing only. */
function leastChance(desk: Desk, units: readonly Own[], target: HexIndex): number {
  const isAim = desk.situation.aims.some((aim) => aim.hex === target);
  if (isAim && desk.situation.turnsLeft === 0) return ENSIGN.lastChance;
  if (units.some((own) => own.at === target)) return ENSIGN.lodgedChance;
  return units.every((own) => taskOf(desk, own)?.kind === 'hold') ? ENSIGN.sallyChance : ENSIGN.assaultChance;
}

const ENOUGH_CHANCE = 0.9;

const countSides = (situation: Situation, units: readonly Own[], target: HexIndex): number =>
  new Set(units.map((own) => findDirection(situation.grid, own.at, target))).size;

/** Attackers and those behind; holders who do not leave an objective empty. */
function mayGoIn(desk: Desk, own: Own): boolean {
  if (!isFit(own)) return false;
  if (!isFighter(own.card.branch) && own.card.branch !== 'tanks') return false;
  const kind = taskOf(desk, own)?.kind;
  if (kind === 'take' || kind === 'follow' || own.card.branch === 'tanks') return true;
  return kind === 'hold' && !isLeftBehind(desk, own);
}

/** In order and with their heads up. */
const isFit = (own: Own): boolean => own.unit.cohesion === 'steady' && own.unit.suppression <= 0.6;

/** Of those on an objective of ours one fighting unit stays, the weakest that will do: it is not in the package. */
function isLeftBehind(desk: Desk, own: Own): boolean {
  const { situation } = desk;
  if (!situation.aims.some((aim) => aim.hex === own.at && aim.holder === situation.side)) return false;
  const here = ownAt(situation, own.at)
    .filter((other) => isFighter(other.card.branch) && other.unit.cohesion !== 'broken')
    .sort((a, b) => a.power - b.power);
  return (here.find((other) => other.power >= REAR_POWER) ?? here[here.length - 1]) === own;
}

/** Power of those who are enough to keep a place while others strike out of it: half a platoon. [C] */
const REAR_POWER = 20;

/** Few men in the open, and nobody with them: tanks may ride in alone. */
const isEasyForTanks = (situation: Situation, target: HexIndex): boolean =>
  contactsAt(situation, target).every(
    (contact) =>
      contact.level !== 'suspected' &&
      contact.dugIn === false &&
      (contact.men ?? 100) <= 40 &&
      contact.branch !== 'antiTank',
  );

function packOf(desk: Desk, target: HexIndex, units: readonly Own[]): Package | undefined {
  const { situation } = desk;
  if (units.length === 0 || !pay(situation.purse, PRICE.forecast)) return undefined;
  const order = { kind: 'assault', units: units.map((own) => own.id), target } as const satisfies Order;
  const forecast = forecastIn(situation.world(), situation.observation, order);
  if (forecast.kind !== 'assault') return undefined;
  const { taken, overrun, undecided } = forecast.chances;
  const chance = taken + overrun + LODGED_SHARE * undecided;
  const score = chance * (valueOf(situation, target) + forecast.enemyMen.mean) - forecast.ownMen.mean;
  return { order, target, units, chance, score };
}

/** What a footing in a position is worth beside the whole of it. [C] */
const LODGED_SHARE = 0.7;

function valueOf(situation: Situation, target: HexIndex): number {
  const points = situation.aims.find((aim) => aim.hex === target)?.points ?? 0;
  const before = situation.aims.some(
    (aim) => aim.holder === situation.side && isAdjacent(situation.grid, aim.hex, target),
  );
  return points * POINT_MEN + (before ? BEFORE_MEN : ENEMY_MEN);
}

/** Steps onto objectives on which nobody is known to be: at once where nobody is expected, together where somebody is. */
export const enterObjectives: Wave = (desk) => {
  for (const aim of desk.situation.aims) {
    if (
      aim.holder === desk.situation.side ||
      contactsAt(desk.situation, aim.hex).length > 0 ||
      desk.situation.forbidden.has(aim.hex)
    )
      continue;
    const proposal = entryTo(desk, aim);
    if (proposal !== undefined) return [proposal];
  }
  return [];
};

function entryTo(desk: Desk, aim: Aim): Proposal | undefined {
  const { situation } = desk;
  const beside = groupAt(desk, aim.hex, ['take', 'follow'])
    .filter((own) => isAdjacent(situation.grid, own.at, aim.hex) && own.unit.cohesion === 'steady')
    .map((own) => ({
      own,
      minutes:
        minutesOfStep(situation.scenario, situation.observation, {
          unit: own.unit,
          pace: 'normal',
          from: own.at,
          to: aim.hex,
          first: 'first',
        }) ?? Infinity,
    }))
    .filter(({ own, minutes }) => minutes <= own.unit.minutesLeft && hasRoom(situation, own, aim.hex));
  if (beside.length === 0 || !isTimeToEnter(desk, aim, beside)) return undefined;
  const first = [...beside].sort((a, b) => b.own.power - a.own.power || a.minutes - b.minutes)[0];
  if (first === undefined) return undefined;
  const order: Order = { kind: 'move', unit: first.own.id, path: [aim.hex], pace: 'normal' };
  return isWorthGiving(desk, order)
    ? { order, reason: { task: 'take', tactic: 'enterObjective', object: aim.hex } }
    : undefined;
}

/** Men lying in a hex are seen from the next one by daylight: a hex in which nobody is seen then is empty. */
const isSeenEmpty = (situation: Situation, aim: Aim): boolean =>
  situation.observation.light === 'day' &&
  situation.observation.weather !== 'fog' &&
  situation.observation.visible.includes(aim.hex);

function isTimeToEnter(
  desk: Desk,
  aim: Aim,
  beside: readonly { readonly own: Own; readonly minutes: number }[],
): boolean {
  const { situation } = desk;
  if (aim.enemyPower === 0 || isSeenEmpty(situation, aim) || situation.turnsLeft <= 1) return true;
  // An ambush costs minutes; after it enough of them must still be able to go in.
  const ready = beside
    .filter(
      ({ own, minutes }) =>
        own.unit.minutesLeft >= minutes + closeCombatMinutesOn(situation.scenario.map) + SLACK_MINUTES,
    )
    .reduce((sum, { own }) => sum + own.power, 0);
  const near = groupAt(desk, aim.hex, ['take', 'follow'])
    .filter((own) => hexesBetween(situation.grid, own.at, aim.hex) <= 2)
    .reduce((sum, own) => sum + own.power, 0);
  const isStrong =
    ready >= aim.enemyPower * ENSIGN.closingRatio ||
    (ready >= near * ENSIGN.closingShare && ready >= aim.enemyPower * WEAK_RATIO);
  return (
    isStrong ||
    (ready > 0 && (desk.waits.get(aim.hex) ?? 0) >= ENSIGN.waitTurns) ||
    (ready > 0 && situation.turnsLeft <= ENSIGN.hurryTurns)
  );
}

/** Minutes lost to an ambush, as the ensign reckons. */
const SLACK_MINUTES = 5;

/** Less than this against what is presumed is not tried while there is time. [C] */
const WEAK_RATIO = 0.8;
