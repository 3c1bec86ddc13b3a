/**
 * What an order may bring, told before it is given: the order is tried in the believed battle with the same rules that
 * will resolve it, and its chances are read off the same tables. Knows what the side knows.
 */
import type { Chance } from '../model/chance.ts';
import type { ContactId } from '../model/contact.ts';
import { present } from '../model/assert.ts';
import { ASSAULT_OUTCOMES, type AssaultOutcome, type BattleEvent } from '../model/event.ts';
import type { Factor } from '../model/factor.ts';
import type { Forecast, ForecastOf, Spread, Threat } from '../model/forecast.ts';
import type { Observation } from '../model/observation.ts';
import type { Order, OrderOf } from '../model/order.ts';
import type { Scenario } from '../model/scenario.ts';
import { opponentOf } from '../model/side.ts';
import type { Unit, UnitId } from '../model/unit.ts';
import { LEAVE_MINUTES } from '../rules/affairs/exits.ts';
import { listAirBlows } from '../rules/air/effect.ts';
import { dueMinuteOf } from '../rules/air/flights.ts';
import { flightNowOf, flightOf } from '../rules/air/roster.ts';
import { OVERRUN_CAPTURED_SHARE } from '../rules/assault/aftermath.ts';
import { goIn } from '../rules/assault/assault.ts';
import { oddsOf } from '../rules/assault/odds.ts';
import { assaultMinutes, whyNot } from '../rules/permit.ts';
import { meanChance, sampled } from '../rules/chance.ts';
import { dropChance } from '../rules/cohesion.ts';
import { beginCourse } from '../rules/course.ts';
import { tenths } from '../rules/curve.ts';
import { FLARE_MINUTES, gunMinutes, postureMinutes, RALLY_MINUTES } from '../rules/dig.ts';
import { minutesToFace, turnMinutes } from '../rules/facing.ts';
import { blastChance, planWork } from '../rules/engineers.ts';
import { knowledgeOf } from '../rules/knowledge.ts';
import { knownAsAt } from '../rules/fire/direct.ts';
import { volleyAt } from '../rules/fire/effect.ts';
import type { Effect } from '../rules/fire/shot.ts';
import { SPREAD, suppressionAfter } from '../rules/fire/harm.ts';
import { meanOf, oddsOfStopped, quantileOf } from '../rules/fire/shots.ts';
import { minutesTogether } from '../rules/formation.ts';
import { factorsOf, fallOf, laidBy, type Mission, planOf, shellEffect, strikes } from '../rules/fire/mission.ts';
import { findPlaced, placeChance } from '../rules/fire/location.ts';
import { smokeMinutes } from '../rules/fire/plan.ts';
import { minutesOfStep } from '../rules/ways.ts';
import { risksOf } from '../rules/mishaps.ts';
import { cardOf, hexOf, isInAction, listUnitsAt, sideOf, unitOf } from '../rules/roster.ts';
import { boardMinutes } from '../rules/carry.ts';
import { saddleMinutes } from '../rules/saddle.ts';
import { hasLineOfSight } from '../rules/sight.ts';
import { countLeftSwimming, SALVAGE_MINUTES } from '../rules/spoils.ts';
import { planCrossing } from '../rules/water/cross.ts';
import { minutesToSound } from '../rules/water/sound.ts';
import { drownedMen } from '../rules/water/swim.ts';
import { supplyMinutes } from '../rules/supply/orders.ts';
import type { Refused } from './battle.ts';
import { createDice } from './dice.ts';
import { summaryOf, tryOften } from './trials.ts';
import { applyWith, likeliestHypothesis, type World, worldFrom } from './world.ts';

/**
 * The forecast of an order, or why it would be refused. With `tries` it also tells what came of giving it so often: worth
 * the time for an order that is about to be given, not for every hex under the pointer.
 */
export function forecast(scenario: Scenario, observation: Observation, order: Order, tries = 0): Forecast | Refused {
  const refusal = whyNot(scenario, observation, order);
  if (refusal !== undefined) return { kind: 'refused', refusal };
  const world = worldFrom(scenario, observation, likeliestHypothesis(scenario, observation));
  const told = forecastIn(world, observation, order);
  // The end of a turn sets standing orders going and is the enemy's affair as well: nobody can say what it brings.
  return tries === 0 || order.kind === 'endTurn'
    ? told
    : { ...told, tried: summaryOf(tryOften(world, observation.side, order, tries)) };
}

/** The same in a world already made and without the tries, for players who forecast many orders of one moment. */
export function forecastIn(world: World, observation: Observation, order: Order): Forecast {
  switch (order.kind) {
    case 'move':
      return forecastMove(world, observation, order);
    case 'together':
      return { kind: 'other', minutes: minutesTogether(world.scenario, observation, order), unit: null };
    case 'fire':
      return forecastFire(world, order);
    case 'mission':
      return forecastMission(world, { ...order, task: order.task ?? 'suppress' });
    case 'timetable':
      return order.work === 'drop' ? other(order.unit, 0) : forecastMission(world, plannedMission(order));
    case 'assault':
      return forecastAssault(world, observation, order);
    case 'dig':
      return other(order.unit, order.minutes);
    case 'deploy':
      return other(
        order.unit,
        postureMinutes(
          world.scenario,
          cardOf(world.scenario, order.unit),
          unitOf(world.scenario, world.state, order.unit),
          order.posture,
        ),
      );
    case 'guns':
      return other(order.unit, gunMinutes(cardOf(world.scenario, order.unit)));
    case 'turn': {
      const { scenario, state } = world;
      return other(
        order.unit,
        turnMinutes(scenario, cardOf(scenario, order.unit), unitOf(scenario, state, order.unit)),
      );
    }
    case 'engineer':
      return forecastWork(world, order);
    case 'salvage':
      return other(order.unit, SALVAGE_MINUTES[order.task]);
    case 'saddle': {
      const { scenario, state } = world;
      const unit = unitOf(scenario, state, order.unit);
      return other(order.unit, saddleMinutes(scenario, cardOf(scenario, order.unit), unit, order.saddle));
    }
    case 'board':
      return other(order.unit, boardMinutes(cardOf(world.scenario, order.unit)));
    case 'unload':
      return other(order.unit, boardMinutes(cardOf(world.scenario, order.passenger)));
    case 'cross':
      return forecastCross(world, observation, order);
    case 'sound':
      return other(order.unit, minutesToSound(world.scenario, unitOf(world.scenario, world.state, order.unit)));
    case 'rally':
      return other(order.unit, RALLY_MINUTES);
    case 'flare':
      return other(order.unit, FLARE_MINUTES);
    case 'supply':
      return other(order.unit, supplyMinutes(world.scenario, order));
    case 'leave':
      return other(order.unit, LEAVE_MINUTES);
    case 'policy':
    case 'standing':
    case 'relieve':
      return other(order.unit, 0);
    case 'airMission':
      return forecastAirMission(world, observation, order);
    case 'endTurn':
      return { kind: 'other', minutes: 0, unit: null };
  }
}

const plannedMission = ({ unit, target, task, minute, rounds }: OrderOf<'timetable'>): Mission => ({
  unit,
  observer: null,
  target,
  task,
  line: { target, task, minute, ...(rounds === undefined ? {} : { rounds }) },
});

const other = (unit: UnitId, minutes: number): Forecast => ({ kind: 'other', minutes, unit });

function forecastCross({ scenario, state }: World, observation: Observation, order: OrderOf<'cross'>): Forecast {
  const unit = unitOf(scenario, state, order.unit);
  const planned = planCrossing(scenario, observation, unit, order);
  if (planned.kind === 'refused') return other(order.unit, 0);
  const { to, minutes, trips, stretch } = planned.plan;
  const swims = order.by === 'swimming';
  return {
    kind: 'cross',
    minutes,
    unit: order.unit,
    to,
    trips: swims ? 0 : trips,
    piecesLeft: swims ? countLeftSwimming(scenario, unit) : 0,
    drownedMen: swims ? drownedMen(unit, stretch.widthMetres) : 0,
  };
}

/** Minutes of this turn that go into the work, how far it then is, and what charges are worth. */
function forecastWork({ scenario, state }: World, order: OrderOf<'engineer'>): Forecast {
  const card = cardOf(scenario, order.unit);
  const unit = unitOf(scenario, state, order.unit);
  const plan = planWork(scenario, knowledgeOf(scenario, state, card.side), { card, unit }, order);
  const minutes = tenths(Math.min(unit.minutesLeft, plan.minutes));
  const done = plan.doneManHours + plan.rate * minutes;
  return {
    kind: 'other',
    minutes,
    unit: order.unit,
    work: {
      doneShare: minutes === plan.minutes ? 1 : Math.min(1, done / Math.max(1, plan.manHours)),
      minutesToDo: plan.minutes,
      ...(order.work === 'demolish' && plan.hexside !== null
        ? { chance: blastChance({ scenario, state }, card.side, plan.hexside) }
        : {}),
    },
  };
}

/** A mean-mode trial of the order; what the believed enemy does about it. */
function tryOut(world: World, order: Order): readonly BattleEvent[] {
  const chance: Chance = meanChance();
  const outcome = applyWith(world, order, chance);
  return outcome.kind === 'applied' ? outcome.events : [];
}

/** Enemies that would answer with fire, and what they may be expected to hit. */
function threatsIn(world: World, observation: Pick<Observation, 'side'>, events: readonly BattleEvent[]): Threat[] {
  const threats: Threat[] = [];
  for (const event of events) {
    if (event.kind !== 'fired' || sideOf(world.scenario, event.unit) === observation.side) continue;
    const unit = unitOf(world.scenario, world.state, event.unit);
    threats.push({ contact: event.unit as string as ContactId, hex: hexOf(unit), expectedMen: event.expectedMen });
  }
  return threats;
}

function forecastMove(world: World, observation: Observation, order: OrderOf<'move'>): ForecastOf<'move'> {
  const { scenario } = world;
  const unit = unitOf(scenario, world.state, order.unit);
  const minutesLeft: number[] = [];
  let spent = 0;
  let from = hexOf(unit);
  for (const [place, to] of order.path.entries()) {
    spent +=
      minutesOfStep(scenario, observation, {
        unit,
        pace: order.pace,
        from,
        to,
        first: place === 0 ? 'first' : 'later',
      }) ?? 0;
    minutesLeft.push(tenths(Math.max(0, unit.minutesLeft - spent)));
    from = to;
  }
  const watchers = observation.contacts.filter((contact) => contact.level !== 'suspected');
  const seenHexes = order.path.filter((hex) =>
    watchers.some((contact) => hasLineOfSight(scenario.map, contact.hex, hex)),
  );
  const risks = risksOf(scenario, observation, unit, order);
  return {
    kind: 'move',
    minutes: tenths(spent),
    minutesLeft,
    seenHexes,
    ...(risks.length === 0 ? {} : { risks }),
    threats: threatsIn(world, observation, tryOut(world, order)),
  };
}

function forecastFire(world: World, order: OrderOf<'fire'>): ForecastOf<'fire'> {
  const { scenario, state } = world;
  const firer = unitOf(scenario, state, order.unit);
  const { side } = cardOf(scenario, order.unit);
  const targets = listUnitsAt(scenario, state, opponentOf(side), order.target).filter(isInAction);
  const volley = volleyAt(
    {
      scenario,
      state,
      firer,
      from: hexOf(firer),
      target: order.target,
      minutes: tenths(order.minutes - minutesToFace(scenario, cardOf(scenario, order.unit), firer, order.target)),
      knownAs: knownAsAt(state.contacts[side], order.target),
    },
    targets,
  );
  return fireForecast(world, order.minutes, volley.effects, threatsIn(world, { side }, tryOut(world, order)));
}

function forecastMission(world: World, mission: Mission): ForecastOf<'fire'> {
  const { scenario, state } = world;
  const { target, task } = mission;
  const card = cardOf(scenario, mission.unit);
  const guns = unitOf(scenario, state, mission.unit);
  const plan = planOf(world, mission);
  const laid = laidBy(world, mission);
  const [onTarget] = fallOf(world, { card, guns, rounds: plan.effective, target, laid });
  // A barrage waits for whoever comes, smoke hurts nobody.
  const here = strikes(task) ? listUnitsAt(scenario, state, opponentOf(card.side), target).filter(isInAction) : [];
  const effects = here.map(
    (unit): Effect => ({
      target: unit,
      ...shellEffect(world, unit, present(onTarget, 'the hex aimed at comes first')),
      factors: factorsOf(scenario.map, laid),
    }),
  );
  const placed = findPlaced(
    state.contacts[card.side].map((contact) => contact.view),
    target,
  );
  return {
    ...fireForecast(world, plan.minutes, effects, []),
    ...(placed?.errorMetres === undefined ? {} : { placeChance: placeChance(scenario.map, placed.errorMetres) }),
    ...(task === 'smoke' ? { smokeMinutes: smokeMinutes(scenario, card, plan.smokeRounds) } : {}),
  };
}

/** What the flight does if it gets there as it sets out: what stands in its way is not known before. */
function forecastAirMission(
  world: World,
  observation: Observation,
  { flight: id, task, target }: OrderOf<'airMission'>,
): Forecast {
  const { scenario, state } = world;
  const flight = flightOf(scenario, id);
  const now = flightNowOf(state, id);
  const minutes = tenths(dueMinuteOf(scenario, flight, now, observation) - observation.minute);
  if (task === 'reconnoitre' || task === 'cover') return { kind: 'other', minutes, unit: null };
  const effects = listAirBlows(world, { flight, machines: now.machines, task, target })
    .filter(({ unit }) => unit.at === target)
    .map(({ unit, ...blow }): Effect => ({ target: unit, ...blow, factors: [] }));
  return fireForecast(world, minutes, effects, []);
}

function fireForecast(
  world: World,
  minutes: number,
  effects: readonly Effect[],
  threats: readonly Threat[],
): ForecastOf<'fire'> {
  const total = (of: (effect: Effect, stray: number) => number, stray: number): number =>
    effects.reduce((sum, effect) => sum + of(effect, stray), 0);
  const men = (effect: Effect, stray: number): number =>
    effect.shots === undefined ? Math.min(effect.target.men, effect.men * stray) : effect.men;
  const stopped = stoppedBy(effects);
  const first = effects[0];
  const suppression = (_: Effect | undefined, stray: number): number =>
    first === undefined
      ? 0
      : suppressionAfter(first.target.suppression, first.weight * stray, first.felt, first.target.men);
  return {
    kind: 'fire',
    minutes,
    men: spreadOf((stray) => total(men, stray)),
    vehicles: { low: quantileOf(stopped, 0.1), mean: meanOf(stopped), high: quantileOf(stopped, 0.9) },
    suppression: spreadOf((stray) => suppression(first, stray)),
    cohesionChance: first === undefined ? 0 : meanOver((stray) => dropAfter(world, first, stray)),
    expectedMen: total(men, 1),
    factors: first?.factors ?? [],
    threats,
  };
}

/** How likely each number of vehicles is to be stopped by a volley, all targets together. */
function stoppedBy(effects: readonly Effect[]): readonly number[] {
  return effects.reduce<readonly number[]>(
    (sum, { shots }) => (shots === undefined ? sum : together(sum, oddsOfStopped(shots.rounds, shots.mark.count))),
    [1],
  );
}

/** Odds of the sum of two numbers that have nothing to do with each other. */
function together(one: readonly number[], other: readonly number[]): readonly number[] {
  const odds = new Array<number>(one.length + other.length - 1).fill(0);
  for (const [count, odd] of one.entries())
    for (const [more, likely] of other.entries()) odds[count + more] = (odds[count + more] ?? 0) + odd * likely;
  return odds;
}

/** Chance that the target wavers if the throw goes like this. */
function dropAfter(world: World, effect: Effect, stray: number): number {
  const { target } = effect;
  const lost = Math.min(target.men, effect.men * stray);
  const suppression = suppressionAfter(target.suppression, effect.weight * stray, effect.felt, target.men);
  const card = cardOf(world.scenario, target.id);
  const pinned = Math.max(0, suppression - target.suppression) * (effect.dread ?? 1);
  const shock = { lossShare: lost / Math.max(1, target.men), pinned };
  return dropChance(world, card, { ...target, suppression }, shock);
}

const LOW = SPREAD[1];
const HIGH = SPREAD[8];

/** One in ten stays below `low`, one in ten goes beyond `high`. */
const spreadOf = (value: (stray: number) => number): Spread => ({
  low: value(LOW),
  mean: meanOver(value),
  high: value(HIGH),
});

const meanOver = (value: (stray: number) => number): number =>
  SPREAD.reduce((sum, stray) => sum + value(stray), 0) / SPREAD.length;

/** Ways in that are tried: each gives a whole distribution of outcomes, so that a few tell the chances well. */
const TRIALS = 24;

/**
 * The way in is tried with dice of the forecast's own, up to the close combat; there the odds are read off and averaged.
 * A single middling trial would leave out the assaults that are shot to a standstill.
 */
function forecastAssault(world: World, observation: Observation, order: OrderOf<'assault'>): ForecastOf<'assault'> {
  const trials: Trial[] = [];
  for (let trial = 0; trial < TRIALS; trial++) trials.push(tryAssault(world, order, trial));
  const mean = (of: (trial: Trial) => number): number => trials.reduce((sum, trial) => sum + of(trial), 0) / TRIALS;
  const ownMen = mean((trial) => trial.ownMen);
  const enemyMen = mean((trial) => trial.enemyMen);
  const middling = trials.find((trial) => trial.chances.stopped === 0) ?? trials[0];
  const chanceOf = (outcome: AssaultOutcome): number => mean((trial) => trial.chances[outcome]);
  return {
    kind: 'assault',
    minutes: order.units.map((id) =>
      assaultMinutes(world.scenario, observation, unitOf(world.scenario, world.state, id), order.target),
    ),
    chances: {
      stopped: chanceOf('stopped'),
      repulsed: chanceOf('repulsed'),
      undecided: chanceOf('undecided'),
      taken: chanceOf('taken'),
      overrun: chanceOf('overrun'),
    },
    ownMen: spreadOf((stray) => ownMen * stray),
    enemyMen: spreadOf((stray) => enemyMen * stray),
    ratio: Math.round(mean((trial) => trial.ratio) * 100) / 100,
    factors: middling?.factors ?? [],
    threats: threatsIn(world, observation, tryOut(world, order)),
  };
}

type Chances = Readonly<Record<AssaultOutcome, number>>;
const STOPPED: Chances = { stopped: 1, repulsed: 0, undecided: 0, taken: 0, overrun: 0 };
const WALKED_IN: Chances = { stopped: 0, repulsed: 0, undecided: 0, taken: 1, overrun: 0 };

interface Trial {
  readonly chances: Chances;
  /** Men lost on the way in, and on average over all outcomes of the fight. */
  readonly ownMen: number;
  readonly enemyMen: number;
  readonly ratio: number;
  readonly factors: readonly Factor[];
}

function tryAssault(world: World, order: OrderOf<'assault'>, trial: number): Trial {
  const { scenario } = world;
  const course = beginCourse(scenario, world.state, sampled(createDice('forecast', trial).draw));
  const closing = goIn(course, order);
  const hit = (isOwn: 'own' | 'enemy'): number =>
    course.events.reduce((sum, event) => {
      if (event.kind !== 'harmed' || (sideOf(scenario, event.unit) === closing.side) !== (isOwn === 'own')) return sum;
      return sum + event.killed + event.wounded;
    }, 0);
  const onTheWay = { ownMen: hit('own'), enemyMen: hit('enemy'), ratio: 0, factors: [] };
  if (closing.going.length === 0) return { ...onTheWay, chances: STOPPED };
  const defenders = listUnitsAt(scenario, course.state, opponentOf(closing.side), order.target).filter(isInAction);
  if (defenders.length === 0) return { ...onTheWay, chances: WALKED_IN };
  const odds = oddsOf({
    scenario,
    state: course.state,
    attackers: closing.going,
    hex: order.target,
    surprise: closing.surprise,
    throughWire: closing.throughWire,
  });
  const menOf = (units: readonly Unit[]): number => units.reduce((sum, unit) => sum + unit.men, 0);
  const over = (loss: (outcome: AssaultOutcome) => number): number =>
    ASSAULT_OUTCOMES.reduce((sum, outcome) => sum + odds.chances[outcome] * loss(outcome), 0);
  const captured = odds.chances.overrun * OVERRUN_CAPTURED_SHARE;
  return {
    chances: odds.chances,
    ownMen: onTheWay.ownMen + menOf(closing.going) * over(odds.attackerLoss),
    enemyMen: onTheWay.enemyMen + menOf(defenders) * (over(odds.defenderLoss) + captured),
    ratio: odds.ratio,
    factors: odds.factors,
  };
}
