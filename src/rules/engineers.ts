/**
 * Engineers' works: what each takes in man-hours and stores, who may do it, and what comes of it. Work goes on from turn
 * to turn, a man-hour being what it is whoever puts it in, and slows under fire as digging does.
 */
import { findDirection, type HexIndex } from '../hex/grid.ts';
import { hexsideOf } from '../hex/hexside.ts';
import { present, unreachable } from '../model/assert.ts';
import type { Minutes } from '../model/clock.ts';
import type { BridgeNow, ByWork, EngineerWork, Labour, Made, Stores } from '../model/engineering.ts';
import type { CrossingChange } from '../model/event.ts';
import type { Knowledge } from '../model/observation.ts';
import type { OrderOf } from '../model/order.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Branch, Unit, UnitCard, UnitId } from '../model/unit.ts';
import { findBridge } from './bridges.ts';
import { perceive } from './contacts.ts';
import { chanceFor, type Course, happen } from './course.ts';
import { banksOf, findMade, isOpen } from './crossing.ts';
import { showCrossing } from './crossing-sight.ts';
import { tenths, thousandths } from './curve.ts';
import { knowledgeOf } from './knowledge.ts';
import { skyOf } from './light.ts';
import { findCrossing, findDanger, fullBelt, hexsideMetres } from './mines.ts';
import { whyNoTime } from './minutes.ts';
import { rangeMetres } from './range.ts';
import { cardOf, hexOf, isInAction, unitOf } from './roster.ts';
import { getDown } from './saddle.ts';
import { isTimberNear, NIGHT_DIGGING_SHARE } from './works.ts';

/** What a work takes. Bridges take what their means take: see the table of bridging. */
export interface Task {
  /** Man-hours for each metre, mine or bottle, or for the whole. */
  readonly manHours: number;
  readonly per: 'metre' | 'mine' | 'bottle' | 'whole';
  /** Most men who find room to work. */
  readonly hands: number;
  /** What others than engineers do of an engineer's work in the time; 0: they cannot. */
  readonly others: number;
  /** What is left of it in the dark. */
  readonly inTheDark: number;
}

/** Source: scenarios/sources.md 14 [wire B, the rest C]; drills "pontoon-of-july", "corduroy-by-night". */
// biome-ignore format: a table, columns aligned
export const ENGINEER_WORK: ByWork<Task> = {
  bridge:   { manHours: 0,    per: 'metre',  hands: 0,   others: 0,   inTheDark: 1                   },
  repair:   { manHours: 3,    per: 'metre',  hands: 100, others: 0,   inTheDark: 1                   },
  demolish: { manHours: 12,   per: 'whole',  hands: 20,  others: 0,   inTheDark: NIGHT_DIGGING_SHARE },
  wire:     { manHours: 0.6,  per: 'metre',  hands: 200, others: 0.5, inTheDark: NIGHT_DIGGING_SHARE },
  mines:    { manHours: 0.25, per: 'mine',   hands: 60,  others: 0,   inTheDark: NIGHT_DIGGING_SHARE },
  clear:    { manHours: 4,    per: 'whole',  hands: 20,  others: 0.4, inTheDark: NIGHT_DIGGING_SHARE },
  corduroy: { manHours: 2.8,  per: 'metre',  hands: 150, others: 0.5, inTheDark: NIGHT_DIGGING_SHARE },
  bottles:  { manHours: 0.1,  per: 'bottle', hands: 100, others: 1,   inTheDark: 1                   },
};

/** Kilograms of charges that bring a bridge down. Source: scenarios/sources.md 14 [C]. */
export const BLAST_KG = 100;

/** Cubic metres of logs in a metre of corduroy. Source: scenarios/sources.md 14 [C]. */
const CORDUROY_TIMBER = 0.3;

/** Chance that a bridge comes down when blown: in the light, in the dark, with the enemy in or beside its ends. Source: scenarios/sources.md 14 [C]. */
export const BLAST_CHANCE = { inTheLight: 1, inTheDark: 0.667, guarded: 0.333 };

/** Who can work with his hands at all. */
const WORKERS: readonly Branch[] = ['engineers', 'rifles', 'borderGuards', 'machineGuns', 'cavalry', 'tanks'];

/** A work as it would be done now. */
export interface Plan {
  readonly hexside: number | null;
  /** Man-hours of the whole work, and those put in before. */
  readonly manHours: number;
  readonly doneManHours: number;
  /** Man-hours the unit puts in every minute. */
  readonly rate: number;
  /** Minutes until it is done. */
  readonly minutes: Minutes;
  /** Mines or bottles that could be laid or filled; for the others 1. */
  readonly count: number;
}

/** Why a unit may not do a work. */
export function whyNotEngineer(
  scenario: Scenario,
  knowledge: Knowledge,
  { card, unit }: { readonly card: UnitCard; readonly unit: Unit },
  order: OrderOf<'engineer'>,
): Refusal | undefined {
  if (shareOfWork(card.branch, order.work) === 0) return { reason: 'notEngineers' };
  if (isHeld(knowledge, hexOf(unit))) return { reason: 'foughtOver' };
  const refusal = order.work === 'bottles' ? undefined : whyNotThere(scenario, knowledge, unit, order);
  if (refusal !== undefined) return refusal;
  const needed = needOf(scenario, unit, order);
  if (needed.have < needed.needed) return { reason: 'noStores', ...needed };
  return whyNoTime(unit, LEAST_MINUTES);
}

const LEAST_MINUTES = 1;

function whyNotThere(
  scenario: Scenario,
  knowledge: Knowledge,
  unit: Unit,
  { work, target }: OrderOf<'engineer'>,
): Refusal | undefined {
  const { map } = scenario;
  const hexside = findHexside(scenario, unit, target);
  if (target !== undefined && (target < 0 || target >= map.grid.size)) return { reason: 'offTheMap' };
  if (hexside === undefined || target === undefined) return { reason: 'notAdjacent' };
  if (work !== 'clear' && work !== 'demolish' && isHeld(knowledge, target)) return { reason: 'enemyInTheWay' };
  const made = findMade(knowledge.crossings, hexside);
  const { river, way } = map.hexsides.get(hexside) ?? {};
  const bridge = findBridge(map, made, hexside);
  switch (work) {
    case 'bridge':
      if (river === undefined) return { reason: 'wrongGround' };
      return bridge === undefined || bridge.condition === 'blown' ? undefined : { reason: 'alreadyMade' };
    case 'repair':
      if (bridge === undefined || bridge.condition === 'blown') return { reason: 'noBridge' };
      return isOpen(bridge, knowledge.minute) ? { reason: 'alreadyMade' } : undefined;
    case 'demolish':
      return bridge === undefined || bridge.condition === 'blown' ? { reason: 'noBridge' } : undefined;
    case 'wire':
      return knowledge.wire.includes(hexside) ? { reason: 'alreadyMade' } : undefined;
    case 'mines':
      return (made?.mines?.count ?? 0) >= fullBelt(map) ? { reason: 'alreadyMade' } : undefined;
    case 'clear':
      return knowledge.wire.includes(hexside) || findDanger(knowledge, hexside) !== undefined
        ? undefined
        : { reason: 'nothingToClear' };
    case 'corduroy': {
      if (way !== undefined || made?.corduroy === true) return { reason: 'alreadyMade' };
      const isSoft = [target, hexOf(unit)].some((hex) => map.terrain[hex] === 'marsh');
      return river === undefined && isSoft ? undefined : { reason: 'wrongGround' };
    }
    case 'bottles':
      return undefined;
    default:
      return unreachable(work);
  }
}

const isHeld = (knowledge: Knowledge, hex: HexIndex): boolean =>
  knowledge.contacts.some((contact) => contact.hex === hex && contact.current);

function findHexside({ map }: Scenario, unit: Unit, target: HexIndex | undefined): number | undefined {
  if (target === undefined) return undefined;
  const direction = findDirection(map.grid, hexOf(unit), target);
  return direction === undefined ? undefined : hexsideOf(map.grid, hexOf(unit), direction);
}

const shareOfWork = (branch: Branch, work: EngineerWork): number => {
  if (branch === 'engineers') return 1;
  return WORKERS.includes(branch) ? ENGINEER_WORK[work].others : 0;
};

const widthOf = ({ map }: Scenario, hexside: number | undefined): number =>
  (hexside === undefined ? undefined : map.hexsides.get(hexside)?.river?.widthMetres) ?? 0;

/** What a work takes from the stores, and what is there; of what is laid piece by piece one is enough to begin. */
function needOf(
  scenario: Scenario,
  unit: Unit,
  { work, target }: OrderOf<'engineer'>,
): { readonly needed: number; readonly have: number } {
  const { map } = scenario;
  const stores = unit.stores ?? {};
  switch (work) {
    case 'bridge':
      return {
        needed: Math.ceil(widthOf(scenario, findHexside(scenario, unit, target))),
        have: stores.bridging?.metres ?? 0,
      };
    case 'demolish':
      return { needed: BLAST_KG, have: stores.chargesKg ?? 0 };
    case 'wire':
      return { needed: Math.ceil(hexsideMetres(map)), have: stores.wireMetres ?? 0 };
    case 'mines':
      return { needed: 1, have: stores.mines ?? 0 };
    case 'corduroy':
      return { needed: timberFor(scenario, hexOf(unit)), have: stores.timberCubicMetres ?? 0 };
    case 'bottles':
      return { needed: 1, have: stores.emptyBottles ?? 0 };
    case 'repair':
    case 'clear':
      return { needed: 0, have: 0 };
    default:
      return unreachable(work);
  }
}

/** Logs that have to be brought along: none where a wood or a village is near. */
const timberFor = ({ map }: Scenario, hex: HexIndex): number =>
  isTimberNear(map, hex) ? 0 : Math.ceil(CORDUROY_TIMBER * map.hexMetres);

/** How long a work that may be done would take from now. */
export function planWork(
  scenario: Scenario,
  knowledge: Knowledge,
  { card, unit }: { readonly card: UnitCard; readonly unit: Unit },
  order: OrderOf<'engineer'>,
): Plan {
  const hexside = findHexside(scenario, unit, order.target) ?? null;
  const { hands, manHours, count } = extentOf(scenario, knowledge, unit, order, hexside);
  const task = ENGINEER_WORK[order.work];
  const isDark = knowledge.light === 'dark' || knowledge.light === 'moon';
  const vigour = (1 - unit.suppression) * (isDark ? task.inTheDark : 1) * shareOfWork(card.branch, order.work);
  const rate = (Math.min(unit.men, hands) * vigour) / 60;
  const begun = findLabour(knowledge.labour, hexside, order.work);
  const doneManHours = Math.min(manHours, begun?.manHours ?? 0);
  // A unit that lies under full fire gets nothing done.
  const minutes = rate > 0 ? Math.max(LEAST_MINUTES, tenths((manHours - doneManHours) / rate)) : Infinity;
  return { hexside, manHours, doneManHours, rate, minutes, count };
}

const findLabour = (
  labour: readonly Labour[] | undefined,
  hexside: number | null,
  work: EngineerWork,
): Labour | undefined => labour?.find((one) => one.hexside === hexside && one.work === work);

/** Man-hours of the whole, the most hands for it, and of things counted how many. */
function extentOf(
  scenario: Scenario,
  knowledge: Knowledge,
  unit: Unit,
  { work }: OrderOf<'engineer'>,
  hexside: number | null,
): { readonly manHours: number; readonly hands: number; readonly count: number } {
  const { map } = scenario;
  const { manHours, hands } = ENGINEER_WORK[work];
  const width = widthOf(scenario, hexside ?? undefined);
  const stores = unit.stores ?? {};
  switch (work) {
    case 'bridge': {
      const type = stores.bridging === undefined ? undefined : scenario.bridging.get(stores.bridging.type);
      if (type === undefined) return { manHours: 0, hands: 0, count: 1 };
      return { manHours: ((type.men * type.buildHours) / type.lengthMetres) * width, hands: type.men, count: 1 };
    }
    case 'repair':
      return { manHours: manHours * width, hands, count: 1 };
    case 'wire':
      return { manHours: manHours * hexsideMetres(map), hands, count: 1 };
    case 'corduroy':
      return { manHours: manHours * map.hexMetres, hands, count: 1 };
    case 'mines': {
      const there = hexside === null ? 0 : (findMade(knowledge.crossings, hexside)?.mines?.count ?? 0);
      const count = Math.min(stores.mines ?? 0, fullBelt(map) - there);
      return { manHours: manHours * count, hands, count };
    }
    case 'bottles': {
      const count = stores.emptyBottles ?? 0;
      return { manHours: manHours * count, hands, count };
    }
    case 'demolish':
    case 'clear':
      return { manHours, hands, count: 1 };
    default:
      return unreachable(work);
  }
}

/** Engineers work for what is left of their turn, or until it is done. */
export function resolveEngineer(course: Course, order: OrderOf<'engineer'>): void {
  const { scenario, state } = course;
  const unit = unitOf(scenario, state, order.unit);
  const card = cardOf(scenario, order.unit);
  const knowledge = knowledgeOf(scenario, state, card.side);
  const plan = planWork(scenario, knowledge, { card, unit }, order);
  getDown(course, order.unit);
  const minutes = Math.min(unit.minutesLeft, plan.minutes);
  const manHours = Math.min(plan.manHours, plan.doneManHours + plan.rate * minutes);
  const isDone = minutes === plan.minutes;
  const counted = isDone ? plan.count : Math.floor((plan.count * manHours) / Math.max(1, plan.manHours));
  const isCounted = order.work === 'mines' || order.work === 'bottles';
  happen(course, {
    kind: 'laboured',
    unit: order.unit,
    work: order.work,
    hexside: plan.hexside,
    minutes,
    doneShare: isDone || plan.manHours === 0 ? 1 : thousandths(manHours / plan.manHours),
    left:
      isDone || isCounted || plan.hexside === null
        ? null
        : { hexside: plan.hexside, work: order.work, side: card.side, manHours: tenths(manHours) },
    stores:
      isDone || isCounted ? storesAfter(scenario, unit, order.work, { plan, count: counted }) : (unit.stores ?? {}),
    bottles: order.work === 'bottles' ? counted : 0,
  });
  if (plan.hexside !== null && (isDone || (isCounted && counted > 0)))
    finish(course, order, { hexside: plan.hexside, count: counted });
  goOn(course, order, isDone ? 'done' : 'begun');
  perceive(course);
}

/** Carries on a work for what is left of the turn; it ends when it is done, or can be done no more. */
export function resolveStandingWork(course: Course, id: UnitId): void {
  const { scenario, state } = course;
  const unit = unitOf(scenario, state, id);
  if (unit.standing?.kind !== 'work' || unit.minutesLeft < LEAST_MINUTES) return;
  const card = cardOf(scenario, id);
  const order: OrderOf<'engineer'> = { ...unit.standing, kind: 'engineer', unit: id };
  if (whyNotEngineer(scenario, knowledgeOf(scenario, state, card.side), { card, unit }, order) === undefined)
    return resolveEngineer(course, order);
  happen(course, { kind: 'standingSet', unit: id, standing: null });
}

/** What is not done is gone on with in the turns to come. */
function goOn(course: Course, { unit: id, work, target }: OrderOf<'engineer'>, state: 'done' | 'begun'): void {
  const { standing } = unitOf(course.scenario, course.state, id);
  if (state === 'done' && standing?.kind === 'work') happen(course, { kind: 'standingSet', unit: id, standing: null });
  const isSame = standing?.kind === 'work' && standing.work === work && standing.target === target;
  if (state === 'begun' && target !== undefined && !isSame)
    happen(course, { kind: 'standingSet', unit: id, standing: { kind: 'work', work, target } });
}

/** The stores when a work is done, or so many mines or bottles are. Of means of bridging what was not needed remains. */
function storesAfter(
  scenario: Scenario,
  unit: Unit,
  work: EngineerWork,
  { plan, count }: { readonly plan: Plan; readonly count: number },
): Stores {
  const stores = unit.stores ?? {};
  switch (work) {
    case 'bridge': {
      const { bridging, ...rest } = stores;
      if (bridging === undefined) return rest;
      const metres = Math.max(0, bridging.metres - Math.ceil(widthOf(scenario, plan.hexside ?? undefined)));
      return metres === 0 ? rest : { ...rest, bridging: { ...bridging, metres } };
    }
    case 'demolish':
      return { ...stores, chargesKg: Math.max(0, (stores.chargesKg ?? 0) - BLAST_KG) };
    case 'wire':
      return { ...stores, wireMetres: Math.max(0, (stores.wireMetres ?? 0) - Math.ceil(hexsideMetres(scenario.map))) };
    case 'mines':
      return { ...stores, mines: (stores.mines ?? 0) - count };
    case 'corduroy': {
      const timber = timberFor(scenario, hexOf(unit));
      return timber === 0 ? stores : { ...stores, timberCubicMetres: (stores.timberCubicMetres ?? 0) - timber };
    }
    case 'bottles':
      return { ...stores, emptyBottles: (stores.emptyBottles ?? 0) - count };
    case 'repair':
    case 'clear':
      return stores;
    default:
      return unreachable(work);
  }
}

interface Finished {
  readonly hexside: number;
  readonly count: number;
}

/** What is there now that the work is done. */
function finish(course: Course, { unit: id, work }: OrderOf<'engineer'>, { hexside, count }: Finished): void {
  const { scenario, state } = course;
  const { side } = cardOf(scenario, id);
  const now = findCrossing(state, hexside)?.now ?? {};
  const become = (made: Made, how: CrossingChange): void => {
    happen(course, { kind: 'crossingChanged', hexside, made, by: id, how });
    showCrossing(course, hexside);
  };
  switch (work) {
    case 'bridge':
      return become({ ...now, bridge: builtBy(course, id) }, 'bridged');
    case 'repair': {
      const bridge = findBridge(scenario.map, now, hexside);
      if (bridge === undefined || bridge.condition === 'blown') return;
      const { openMinute: _mended, ...rest } = bridge;
      return become({ ...now, bridge: { ...rest, condition: 'whole' } }, 'repaired');
    }
    case 'demolish': {
      const bridge = findBridge(scenario.map, now, hexside);
      if (bridge === undefined || bridge.condition === 'blown') return;
      // How likely it was would tell of enemies near by whom nobody has seen.
      if (!chanceFor(course, 'nobody').happens(blastChance(course, side, hexside), 'blast'))
        return happen(course, { kind: 'blastFailed', unit: id, hexside });
      const { openMinute: _closed, ...rest } = bridge;
      return become({ ...now, bridge: { ...rest, condition: 'blown' } }, 'blown');
    }
    case 'wire':
      return happen(course, { kind: 'wireLaid', unit: id, hexside });
    case 'mines': {
      const before = now.mines ?? { count: 0, lanes: [] };
      const lanes = before.lanes.includes(side) ? before.lanes : [...before.lanes, side];
      return become({ ...now, mines: { count: before.count + count, lanes } }, 'mined');
    }
    case 'clear':
      return clear(course, id, hexside);
    case 'corduroy':
      return become({ ...now, corduroy: true }, 'corduroyed');
    case 'bottles':
      return;
    default:
      return unreachable(work);
  }
}

/** A lane through mines, where there are any; else a gap in the wire. Wire that is gone already is found to be. */
function clear(course: Course, id: UnitId, hexside: number): void {
  const { scenario, state } = course;
  const { side } = cardOf(scenario, id);
  const crossing = findCrossing(state, hexside);
  if (crossing?.now.mines !== undefined && findDanger(knowledgeOf(scenario, state, side), hexside) !== undefined) {
    const mines = { ...crossing.now.mines, lanes: [...crossing.now.mines.lanes, side] };
    return happen(course, {
      kind: 'crossingChanged',
      hexside,
      made: { ...crossing.now, mines },
      by: id,
      how: 'cleared',
    });
  }
  if (state.wire.some((wire) => wire.hexside === hexside && wire.stands))
    return happen(course, { kind: 'wireCut', unit: id, hexside, minutes: 0 });
  happen(course, { kind: 'wireSeen', side, hexside, stands: false });
}

function builtBy(course: Course, id: UnitId): BridgeNow {
  const { bridging } = cardOf(course.scenario, id).stores ?? {};
  const type = bridging === undefined ? undefined : course.scenario.bridging.get(bridging.type);
  const { id: means, loadTonnes } = present(type, `${id} built a bridge of nothing`);
  return { type: means, tonnes: loadTonnes, condition: 'whole' };
}

/** Chance that the charges bring the bridge down. */
export function blastChance(
  { scenario, state }: Pick<Course, 'scenario' | 'state'>,
  side: UnitCard['side'],
  hexside: number,
): number {
  const ends = banksOf(scenario.map, hexside);
  const isGuarded = scenario.cards.some((card, index) => {
    const unit = state.units[index];
    if (card.side === side || unit === undefined || typeof unit.at !== 'number' || !isInAction(unit)) return false;
    const { at } = unit;
    return ends.some((end) => end === at || rangeMetres(scenario.map, end, at) <= scenario.map.hexMetres);
  });
  if (isGuarded) return BLAST_CHANCE.guarded;
  return isDarkNow(scenario, state) ? BLAST_CHANCE.inTheDark : BLAST_CHANCE.inTheLight;
}

const isDarkNow = (scenario: Scenario, state: Course['state']): boolean => {
  const { light } = skyOf(scenario.clock, state);
  return light === 'dark' || light === 'moon';
};
