/**
 * A battle as one side believes it to be: its own units as they are, the enemy from a hypothesis. Forecasts and the
 * computer player think in such worlds; the true state cannot get into one.
 */
import type { HexIndex } from '../hex/grid.ts';
import type { Chance } from '../model/chance.ts';
import type { Affairs, KnownAffairs } from '../model/affair.ts';
import type { Clock } from '../model/clock.ts';
import type { Contact, ContactView } from '../model/contact.ts';
import type { KnownCurtain, Observation } from '../model/observation.ts';
import type { Order } from '../model/order.ts';
import type { Scenario } from '../model/scenario.ts';
import { bySide, opponentOf, type Side } from '../model/side.ts';
import type { BattleState, Curtain } from '../model/state.ts';
import type { Branch, Unit, UnitCard, UnitId } from '../model/unit.ts';
import { present } from '../model/assert.ts';
import { meanChance } from '../rules/chance.ts';
import { perceiveFor } from '../rules/contacts.ts';
import { beginCourse } from '../rules/course.ts';
import { frictionFor } from '../rules/friction.ts';
import { knowledgeOf } from '../rules/knowledge.ts';
import { minuteOf, skyOf, turnMinutesOf } from '../rules/light.ts';
import { whyNot } from '../rules/permit.ts';
import { resolve, type Resolution } from '../rules/resolve.ts';
import { chartOf } from '../rules/water/chart.ts';
import { supplyFor } from '../rules/supply/depots.ts';
import type { Refused } from './battle.ts';
import { openingUnit } from '../scenario/opening-unit.ts';
import { likeliestSkies } from '../scenario/weather.ts';

/** One enemy as supposed: what it is, where, how strong. */
export interface Supposed {
  readonly id: UnitId;
  readonly branch: Branch;
  readonly hex: HexIndex;
  readonly men: number;
  readonly dugIn: boolean;
  /** The contact it stands for, if it is more than a guess. */
  readonly contact?: ContactView;
}

export interface Hypothesis {
  readonly enemies: readonly Supposed[];
}

export interface World {
  readonly scenario: Scenario;
  readonly state: BattleState;
}

/** Takes every contact for what it looks like, and for an ordinary rifle company where it looks like nothing. */
export function likeliestHypothesis(scenario: Scenario, observation: Observation): Hypothesis {
  const enemy = opponentOf(observation.side);
  return {
    enemies: observation.contacts.map((contact) => {
      const branch = contact.branch ?? 'rifles';
      const typical = typicalCard(scenario, enemy, branch);
      return {
        id: contact.id as string as UnitId,
        branch,
        hex: contact.hex,
        men: contact.men ?? typical.men,
        dugIn: contact.dugIn ?? false,
        contact,
      };
    }),
  };
}

/** An ordinary unit of a branch, or of rifles where the side's table has none. */
export const typicalCard = (scenario: Scenario, side: Side, branch: Branch): UnitCard =>
  present(
    scenario.typical[side][branch] ?? scenario.typical[side].rifles,
    `${scenario.id} has no typical rifles for ${side}`,
  );

/** The believed battle. Unit ids of enemies are those of the hypothesis, contact ids where they come from contacts. */
export function worldFrom(scenario: Scenario, observation: Observation, hypothesis: Hypothesis): World {
  const enemy = opponentOf(observation.side);
  const own = scenario.cards.filter((card) => card.side === observation.side);
  const cards = hypothesis.enemies.map((supposed) => supposedCard(scenario, enemy, supposed));
  const world: Scenario = {
    ...scenario,
    // What no map says is not known before it is found.
    map: chartOf(scenario.map, observation),
    clock: foreseenClock(scenario.clock),
    cards: [...own, ...cards],
    deployments: scenario.deployments.filter((deployment) => own.some((card) => card.id === deployment.unit)),
    surprises: [],
    // What the enemy has in the air is not known before it comes.
    ...(scenario.air === undefined ? {} : { air: scenario.air.filter(({ side }) => side === observation.side) }),
    ...frictionFor(scenario.friction, (unit) => own.some((card) => card.id === unit)),
    ...supplyFor(scenario, observation.side),
    // What is planned beyond the present is not known, and an event in thought would tell it.
    events: [],
  };
  const enemies = hypothesis.enemies.map((supposed, index) =>
    supposedUnit(scenario, observation.turn, present(cards[index], 'a card for each'), supposed),
  );
  const contacts: Contact[] = hypothesis.enemies.flatMap((supposed) =>
    supposed.contact === undefined ? [] : [{ behind: supposed.id, view: supposed.contact }],
  );
  const state = worldState(world, observation, {
    units: [...observation.units, ...enemies],
    contacts,
    enemies: hypothesis.enemies,
  });
  // What the enemy would have noticed if he stood where he is supposed to.
  const course = beginCourse(world, state, meanChance());
  perceiveFor(course, enemy);
  return { scenario: world, state: course.state };
}

function worldState(
  scenario: Scenario,
  observation: Observation,
  parts: {
    readonly units: readonly Unit[];
    readonly contacts: readonly Contact[];
    readonly enemies: readonly Supposed[];
  },
): BattleState {
  const dug = parts.enemies.filter(
    (supposed) => supposed.dugIn && !observation.works.some((work) => work.hex === supposed.hex),
  );
  return {
    seed: '',
    orders: 0,
    turn: observation.turn,
    active: observation.active,
    units: parts.units,
    contacts: bySide((side) => (side === observation.side ? parts.contacts : [])),
    // Beyond any number a real contact has, so that contacts made in thought have ids of their own.
    contactCount: { soviet: 1000, japanese: 1000 },
    works: [
      ...observation.works.map((work) => ({ ...work, believed: bySide(() => work.manHours) })),
      ...dug.map((supposed) => ({
        hex: supposed.hex,
        manHours: supposed.men * SUPPOSED_MAN_HOURS,
        believed: bySide(() => supposed.men * SUPPOSED_MAN_HOURS),
      })),
    ].sort((a, b) => a.hex - b.hex),
    wire: observation.wire.map((hexside) => ({ hexside, stands: true, believedBy: [observation.side] })),
    ...(observation.soundings === undefined
      ? {}
      : { soundings: observation.soundings.map((place) => ({ ...place, knownBy: [observation.side] })) }),
    ...crossingsOf(observation),
    flares: observation.flares,
    ...(observation.plumes === undefined ? {} : { plumes: observation.plumes }),
    ...(observation.curtains === undefined
      ? {}
      : { curtains: observation.curtains.map((one) => curtainOf(one, observation.side)) }),
    ...(observation.booty === undefined ? {} : { booty: observation.booty }),
    ...(observation.traffic === undefined ? {} : { traffic: observation.traffic }),
    ...(observation.dead === undefined ? {} : { dead: observation.dead }),
    ...skyOfObservation(scenario, observation),
    holdings: scenario.objectives.map((_, index) => {
      const holder = observation.holders[index] ?? null;
      return { holder, believed: { soviet: holder, japanese: holder } };
    }),
    ...(observation.flights === undefined ? {} : { flights: observation.flights }),
    ...(observation.affairs === undefined ? {} : { affairs: affairsOf(scenario, observation, observation.affairs) }),
    ...(observation.supply === undefined ? {} : { supply: observation.supply }),
    result: null,
  };
}

/** Ground that an enemy's barrage is supposed to make deadly in a minute: four field guns'. [C] */
const SUPPOSED_DEADLY_A_MINUTE = 500;

const curtainOf = ({ hex, own }: KnownCurtain, side: Side): Curtain =>
  own === undefined
    ? { hex, side: opponentOf(side), by: null, deadlyAMinute: SUPPOSED_DEADLY_A_MINUTE }
    : { hex, side, ...own };

/** Bridges and mines as the side believes them to be, and believes everybody to. */
const crossingsOf = ({ crossings, labour }: Observation): Pick<BattleState, 'crossings' | 'labour'> => ({
  ...(crossings === undefined
    ? {}
    : {
        crossings: crossings.map(({ hexside, made }) => ({ hexside, now: made, believed: bySide(() => made) })),
      }),
  ...(labour === undefined ? {} : { labour }),
});

/** Politics as the side knows them; of exits and turns counted only what it needs no more than to go on. */
const affairsOf = (scenario: Scenario, observation: Observation, known: KnownAffairs): Affairs => ({
  ...known,
  happened: [],
  called: [],
  exited: observation.units.flatMap((unit) =>
    unit.at === 'left' ? [{ unit: unit.id, exit: null, minute: minuteOf(scenario.clock, observation.turn) }] : [],
  ),
  turnsHeld: [],
});

/** The sky the side sees, where the scenario at hand would say otherwise: it need not know what was rolled. */
function skyOfObservation(scenario: Scenario, { turn, light, weather }: Observation): Pick<BattleState, 'sky'> {
  const told = skyOf(scenario.clock, { turn });
  if (told.light === light && told.weather === weather) return {};
  const [fromMinute, untilMinute] = [minuteOf(scenario.clock, turn), minuteOf(scenario.clock, turn + 1)];
  return { sky: { ...told, fromMinute, light, weather, untilMinute } };
}

/** Of hours to come one knows no more than what is likely. */
const foreseenClock = (clock: Clock): Clock =>
  clock.skies.some((sky) => sky.odds !== undefined) ? { ...clock, skies: likeliestSkies(clock.skies) } : clock;

/** Of enemies that look dug in one supposes foxholes: two man-hours a man. */
const SUPPOSED_MAN_HOURS = 2;

/** What one reads from heads that are down: the middle of each step. */
const SUPPOSED_SUPPRESSION = { not: 0, partly: 0.4, wholly: 0.75 };

function supposedCard(scenario: Scenario, side: Side, supposed: Supposed): UnitCard {
  const typical = typicalCard(scenario, side, supposed.branch);
  const { parent: _unknown, ...rest } = typical;
  return { ...rest, id: supposed.id };
}

function supposedUnit(scenario: Scenario, turn: number, card: UnitCard, supposed: Supposed): Unit {
  const minutes = turnMinutesOf(scenario.clock, turn);
  const share = Math.min(1.5, supposed.men / Math.max(1, card.men));
  const fresh = openingUnit(
    card,
    {
      unit: card.id,
      hex: supposed.hex,
      posture: supposed.dugIn ? 'dugIn' : 'deployed',
      gunState: 'inBattery',
      policy: 'free',
    },
    scenario.weapons,
  );
  return {
    ...fresh,
    men: supposed.men,
    cohesion: supposed.contact?.mood ?? 'steady',
    suppression: SUPPOSED_SUPPRESSION[supposed.contact?.pinned ?? 'not'],
    vehicles: supposed.contact?.vehicles ?? card.vehicles,
    ...(supposed.contact?.facing === undefined ? {} : { facing: supposed.contact.facing }),
    pieces: fresh.pieces.map((count) => Math.round(count * share)),
    minutesLeft: minutes,
    minutesGiven: minutes,
  };
}

/** Carries an order out in a believed battle, leaving results to the mean, a quantile, or dice of the thinker's own. */
export function applyWith(
  world: World,
  order: Order,
  chance: Chance,
): ({ readonly kind: 'applied' } & Resolution) | Refused {
  const refusal = whyNot(world.scenario, knowledgeOf(world.scenario, world.state, world.state.active), order);
  if (refusal !== undefined) return { kind: 'refused', refusal };
  return { kind: 'applied', ...resolve(world.scenario, world.state, order, chance) };
}
