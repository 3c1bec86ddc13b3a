/**
 * What is measured in a game that was fought. A measure is told whose figure is wanted: a side, units by name, a place. What
 * never happened took endless time. To add one: a function and a line in MEASURES.
 */
import { present } from '../../src/model/assert.ts';
import type { BattleEvent, EventKind, EventOf } from '../../src/model/event.ts';
import type { Losses } from '../../src/model/result.ts';
import { opponentOf, type Side } from '../../src/model/side.ts';
import type { BattleState } from '../../src/model/state.ts';
import type { Unit, UnitCard } from '../../src/model/unit.ts';
import { fatigueOf, vigourOf } from '../../src/rules/fatigue.ts';
import { classOfRounds, FULL_DAYS, kgOfRound } from '../../src/rules/supply/stores.ts';
import { minuteOf, turnMinutesOf } from '../../src/rules/light.ts';
import { lossesOf } from '../../src/rules/objectives.ts';
import { cardOf, countFallenOut, countLost, isInAction, listUnitsAt } from '../../src/rules/roster.ts';
import { entrenchmentFor, entrenchmentLevel, manHoursAt } from '../../src/rules/works.ts';
import type { Measured } from './drill.ts';
import { type Game, isNamed } from './fight.ts';

type Measure = (game: Game, wanted: Measured) => number;

/** Cards and units a measure is about, by side or by name. */
function listWanted(game: Game, { side, units }: Measured, state: BattleState = game.battle.state) {
  return game.built.scenario.cards.flatMap((card, index): { readonly card: UnitCard; readonly unit: Unit }[] => {
    const named = units === undefined || units.some((name) => isNamed(card.id, name));
    const unit = present(state.units[index], 'a unit for each card');
    return named && (side === undefined || card.side === side) ? [{ card, unit }] : [];
  });
}

const isWanted = (game: Game, wanted: Measured, id: string): boolean =>
  listWanted(game, wanted, game.opening.state).some(({ card }) => card.id === id);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const countMen = (game: Game, wanted: Measured): number => sum(listWanted(game, wanted).map(({ card }) => card.men));

const menLost: Measure = (game, wanted) => sum(listWanted(game, wanted).map(({ unit }) => countLost(unit)));

const menLostShare: Measure = (game, wanted) => menLost(game, wanted) / Math.max(1, countMen(game, wanted));

const vehiclesLost: Measure = (game, wanted) =>
  sum(
    listWanted(game, wanted).map(
      ({ card, unit }) => card.vehicles - (unit.at === 'gone' ? 0 : unit.vehicles + countFallenOut(unit)),
    ),
  );

/** Vehicles that go and fight at the end. */
const vehiclesRunning: Measure = (game, wanted) => sum(listWanted(game, wanted).map(({ unit }) => unit.vehicles));

/** Vehicles that fell out at some time, mended since or not. */
const vehiclesFellOut: Measure = (game, wanted) =>
  sum(
    listOf(game, 'breakdown')
      .filter((event) => event.stage === 'fellOut' && isWanted(game, wanted, event.unit))
      .map(({ vehicles }) => vehicles),
  );

/** Share of the units to which it happened at least once. */
const shareToWhom =
  (is: (event: BattleEvent) => boolean): Measure =>
  (game, wanted) =>
    listWanted(game, wanted).filter(({ card }) =>
      game.happened.some(({ event }) => 'unit' in event && event.unit === card.id && is(event)),
    ).length / Math.max(1, listWanted(game, wanted).length);

/** Men who stand on the place at the end. */
const menAt: Measure = (game, wanted) => {
  const hex = hexOfWanted(game, wanted);
  return sum(listWanted(game, wanted).map(({ unit }) => (unit.at === hex ? unit.men : 0)));
};

/** Of its own lorries, wagons and animals. */
const transportLost: Measure = (game, wanted) =>
  sum(listWanted(game, wanted).map(({ unit }) => unit.transportLost ?? 0));

const vehiclesLostShare: Measure = (game, wanted) =>
  vehiclesLost(game, wanted) / Math.max(1, sum(listWanted(game, wanted).map(({ card }) => card.vehicles)));

const sideOfWanted = ({ side }: Measured): Side => present(side, 'this measure needs a side');

const bySideLosses =
  (of: keyof Losses): Measure =>
  ({ built, battle }, wanted) =>
    lossesOf(built.scenario, battle.state, sideOfWanted(wanted))[of];

/** Men the enemy lost for each man of the side's own. */
const exchange: Measure = (game, wanted) => {
  const side = sideOfWanted(wanted);
  return menLost(game, { ...wanted, side: opponentOf(side) }) / Math.max(1, menLost(game, { ...wanted, side }));
};

const hexOfWanted = (game: Game, { measure, at }: Measured): number =>
  game.built.hexOf(present(at, `${measure} needs a place`));

/** 1 when the side is in action on the place and the enemy is not. */
const holds: Measure = (game, wanted) => {
  const side = sideOfWanted(wanted);
  const hex = hexOfWanted(game, wanted);
  const isThere = (one: Side): boolean =>
    listUnitsAt(game.built.scenario, game.battle.state, one, hex).some(isInAction);
  return isThere(side) && !isThere(opponentOf(side)) ? 1 : 0;
};

interface Timed {
  readonly event: BattleEvent;
  /** Minutes since the battle began at which it was over. */
  readonly minutes: number;
}

/** Events with their time: that of the turn, and what the unit had spent of it. An event of nobody follows the last one. */
function timed({ built, happened }: Game): Timed[] {
  const { clock } = built.scenario;
  const spent = new Map<string, number>();
  let minutes = 0;
  return happened.map(({ turn, event }) => {
    const start = minuteOf(clock, turn) - minuteOf(clock, 1);
    if (event.kind === 'readied') spent.set(event.unit, Math.max(0, turnMinutesOf(clock, turn) - event.minutes));
    if (event.kind === 'turnStarted') minutes = start;
    for (const [unit, more] of minutesSpent(event)) {
      const used = (spent.get(unit) ?? 0) + more;
      spent.set(unit, used);
      minutes = start + used;
    }
    return { event, minutes };
  });
}

function minutesSpent(event: BattleEvent): readonly (readonly [string, number])[] {
  if (event.kind === 'readied') return [];
  if (event.kind === 'assaulted') return event.units.map((unit, place) => [unit, event.minutes[place] ?? 0] as const);
  return 'minutes' in event && 'unit' in event && typeof event.minutes === 'number'
    ? [[event.unit, event.minutes]]
    : [];
}

const minutesTo =
  (is: (event: BattleEvent, game: Game, wanted: Measured) => boolean, which: 'first' | 'last' = 'first'): Measure =>
  (game, wanted) => {
    const events = timed(game).filter(({ event }) => is(event, game, wanted));
    return (which === 'first' ? events[0] : events[events.length - 1])?.minutes ?? Infinity;
  };

const arrives = (event: BattleEvent, game: Game, wanted: Measured): boolean =>
  (event.kind === 'moved' || event.kind === 'crossed') &&
  event.to === hexOfWanted(game, wanted) &&
  isWanted(game, wanted, event.unit);

/** The place must be an objective: the battle keeps count of who holds those. */
const isCapture = (event: BattleEvent, game: Game, wanted: Measured): boolean =>
  event.kind === 'objectiveTaken' &&
  event.holder === wanted.side &&
  game.built.scenario.objectives[event.objective]?.hex === hexOfWanted(game, wanted);

const isShot = (event: BattleEvent, game: Game, wanted: Measured): boolean =>
  event.kind === 'fired' && isWanted(game, wanted, event.unit);

const listOf = <K extends EventKind>({ happened }: Game, kind: K): EventOf<K>[] =>
  happened.map(({ event }) => event).filter((event): event is EventOf<K> => event.kind === kind);

const moves = (game: Game, wanted: Measured): EventOf<'moved'>[] =>
  listOf(game, 'moved').filter((event) => isWanted(game, wanted, event.unit));

const km: Measure = (game, wanted) => (moves(game, wanted).length * game.built.scenario.map.hexMetres) / 1000;

/** By the minutes the march took, not by the length of turns. */
const kmPerHour: Measure = (game, wanted) =>
  (60 * km(game, wanted)) / Math.max(1, sum(moves(game, wanted).map(({ minutes }) => minutes)));

const rounds: Measure = (game, wanted) =>
  sum(
    listOf(game, 'fired')
      .filter((event) => isWanted(game, wanted, event.unit))
      .map((event) => sum(event.rounds)),
  );

const shareOfUnits =
  (is: (unit: Unit) => boolean): Measure =>
  (game, wanted) => {
    const units = listWanted(game, wanted);
    return units.filter(({ unit }) => is(unit)).length / Math.max(1, units.length);
  };

/** Greatest suppression that fire brought any of them to. */
const peakSuppression: Measure = (game, wanted) =>
  listOf(game, 'harmed')
    .filter((event) => isWanted(game, wanted, event.unit))
    .reduce((most, { suppression }) => Math.max(most, suppression), 0);

const closeCombats = (game: Game, wanted: Measured): EventOf<'closeCombat'>[] =>
  listOf(game, 'closeCombat').filter(({ attackers }) => attackers.some((id) => isWanted(game, wanted, id)));

const assaults: Measure = (game, wanted) =>
  listOf(game, 'assaulted').filter(({ units }) => units.some((id) => isWanted(game, wanted, id))).length;

const assaultsWon: Measure = (game, wanted) =>
  closeCombats(game, wanted).filter(({ outcome }) => outcome === 'taken' || outcome === 'overrun').length;

/** Enemies the side has perceived in the course of the fight. */
const contacts: Measure = (game, wanted) =>
  new Set(
    listOf(game, 'sighted')
      .filter(({ side }) => side === sideOfWanted(wanted))
      .map(({ behind }) => behind as string),
  ).size;

/** Minutes of digging until the place gives such works to those who dig there. */
const minutesToDig: Measure = (game, wanted) => {
  const hex = hexOfWanted(game, wanted);
  const level = entrenchmentLevel(present(wanted.works, 'minutesToDig needs works'));
  let minutes = 0;
  for (const event of listOf(game, 'dug')) {
    if (event.works.hex !== hex) continue;
    minutes += event.minutes;
    const { men } = cardOf(game.built.scenario, event.unit);
    if (entrenchmentLevel(entrenchmentFor(event.works.manHours, men)) >= level) return minutes;
  }
  return Infinity;
};

/** Mean fatigue of those still in action. */
const fatigue: Measure = (game, wanted) => {
  const units = listWanted(game, wanted).filter(({ unit }) => isInAction(unit));
  return sum(units.map(({ unit }) => fatigueOf(unit))) / Math.max(1, units.length);
};

const meanOf =
  (of: (unit: Unit) => number): Measure =>
  (game, wanted) => {
    const units = listWanted(game, wanted).filter(({ unit }) => isInAction(unit));
    return sum(units.map(({ unit }) => of(unit))) / Math.max(1, units.length);
  };

/** Share of the shells of depots and guns together that is left. */
const shellsLeftShare: Measure = (game, wanted) => {
  const left = (state: BattleState): number => {
    const kg = sum((state.supply?.depots ?? []).map((depot) => depot.kg.shells ?? 0));
    const onGuns = listWanted(game, wanted, state).flatMap(({ card, unit }) =>
      card.armaments.map(({ weapon }, type) => {
        const kind = present(game.built.scenario.weapons.get(weapon), `a weapon ${weapon}`);
        return classOfRounds(kind) === 'shells' ? kgOfRound(kind) * (unit.rounds[type] ?? 0) : 0;
      }),
    );
    return kg + sum(onGuns);
  };
  return left(game.battle.state) / left(game.opening.state);
};

/** Share of the units that ran at their first fire. */
const panickedShare: Measure = (game, wanted) =>
  listOf(game, 'firstFire').filter((event) => !event.stood && isWanted(game, wanted, event.unit)).length /
  Math.max(1, listWanted(game, wanted).length);

/** Share of the units that broke at some time, whether or not they rallied. */
const brokeShare: Measure = (game, wanted) =>
  new Set(
    listOf(game, 'cohesion')
      .filter((event) => event.to === 'broken' && isWanted(game, wanted, event.unit))
      .map(({ unit }) => unit as string),
  ).size / Math.max(1, listWanted(game, wanted).length);

/** Men who went over or made off, of all who came. */
const desertedShare: Measure = (game, wanted) =>
  sum(
    listOf(game, 'deserted')
      .filter((event) => isWanted(game, wanted, event.unit))
      .map(({ over, away }) => over + away),
  ) / Math.max(1, countMen(game, wanted));

/** Share of its men that a unit had lost when it broke or was gone, at the end where it did neither: mean of the units. */
const lossShareAtBreak: Measure = (game, wanted) => {
  const shares = listWanted(game, wanted).map(({ card, unit }) => {
    let lost = 0;
    for (const { event } of game.happened) {
      if (!('unit' in event) || event.unit !== card.id) continue;
      if (event.kind === 'harmed') lost += event.killed + event.wounded;
      if (event.kind === 'captured') lost += event.men;
      if (event.kind === 'cohesion' && event.to === 'broken') return lost / card.men;
    }
    return Math.max(lost, countLost(unit)) / card.men;
  });
  return sum(shares) / Math.max(1, shares.length);
};

/** Holes in the hulls of vessels, those that went down counted by the last that was told of them. */
const holes: Measure = (game, wanted) => {
  const last = new Map<string, number>();
  for (const event of listOf(game, 'holed'))
    if (isWanted(game, wanted, event.unit)) last.set(event.unit, event.hull.holes);
  return sum([...last.values()]);
};

const piecesJammed: Measure = (game, wanted) =>
  sum(
    listOf(game, 'jammed')
      .filter((event) => isWanted(game, wanted, event.unit))
      .map((event) => sum(event.pieces)),
  );

const manHours: Measure = (game, wanted) => manHoursAt(game.battle.state.works, hexOfWanted(game, wanted));

/** Share of the battle for which a bridge that was hit is closed, of any one bridge at a time. */
const bridgeClosedShare: Measure = ({ built, happened }) => {
  const { clock } = built.scenario;
  const end = minuteOf(clock, clock.turns + 1);
  let closed = 0;
  let until = minuteOf(clock, 1);
  for (const { turn, event } of happened) {
    if (event.kind !== 'crossingChanged' || event.made.bridge === undefined) continue;
    const from = Math.max(until, minuteOf(clock, turn));
    const to = event.made.bridge.condition === 'blown' ? end : Math.min(end, event.made.bridge.openMinute ?? from);
    closed += Math.max(0, to - from);
    until = Math.max(until, to);
  }
  return closed / (end - minuteOf(clock, 1));
};

/** 1 when a bridge came down. */
const bridgeBlown: Measure = (game) =>
  listOf(game, 'crossingChanged').some(({ made }) => made.bridge?.condition === 'blown') ? 1 : 0;

export const MEASURES: Readonly<Record<string, Measure>> = {
  menLost,
  menLostShare,
  killed: (game, wanted) => sum(listWanted(game, wanted).map(({ unit }) => unit.killed)),
  captured: (game, wanted) => sum(listWanted(game, wanted).map(({ unit }) => unit.captured)),
  vehiclesLost,
  transportLost,
  bridgeClosedShare,
  bridgeBlown,
  vehiclesLostShare,
  vehiclesRunning,
  vehiclesFellOut,
  boggedShare: shareToWhom((event) => event.kind === 'bogged'),
  astrayShare: shareToWhom((event) => event.kind === 'halted' && event.cause === 'astray'),
  menAt,
  gunsLost: bySideLosses('guns'),
  aircraftLost: bySideLosses('aircraft'),
  exchange,
  holds,
  minutesToArrival: minutesTo(arrives),
  minutesToFirstCapture: minutesTo(isCapture),
  minutesToLastCapture: minutesTo(isCapture, 'last'),
  minutesToFirstShot: minutesTo(isShot),
  minutesToContact: minutesTo((event, _, { side }) => event.kind === 'sighted' && event.side === side),
  km,
  kmPerHour,
  rounds,
  steadyShare: shareOfUnits((unit) => isInAction(unit) && unit.cohesion === 'steady'),
  brokenShare: shareOfUnits((unit) => !isInAction(unit) || unit.cohesion === 'broken'),
  peakSuppression,
  assaults,
  assaultsWon,
  contacts,
  manHours,
  piecesJammed,
  minutesToDig,
  fatigue,
  vigour: meanOf(vigourOf),
  waterDays: meanOf((unit) => unit.water ?? FULL_DAYS.water),
  foodDays: meanOf((unit) => unit.food ?? FULL_DAYS.food),
  shellsLeftShare,
  minutesToThirst: minutesTo((event) => event.kind === 'ranOut' && event.of === 'water'),
  panickedShare,
  brokeShare,
  desertedShare,
  lossShareAtBreak,
  holes,
  weaponsLeft: (game, { side }) =>
    sum((game.battle.state.booty ?? []).filter((lot) => lot.from === side).map((lot) => lot.count)),
  minutesToBridge: minutesTo((event) => event.kind === 'crossingChanged' && event.how === 'bridged'),
  minutesToCorduroy: minutesTo((event) => event.kind === 'crossingChanged' && event.how === 'corduroyed'),
  minutesToFirstSinking: minutesTo((event) => event.kind === 'holed' && event.hull.sinking === true),
};

/** The figure of a game. */
export function measure(game: Game, wanted: Measured): number {
  return present(MEASURES[wanted.measure], `no measure ${wanted.measure}`)(game, wanted);
}
