/**
 * A battle as it was chosen to be fought: the changes of the options taken are made to the scenario, everything else is
 * as the document has it. What was chosen goes into the journal; the fingerprint stays that of the documents.
 */
import { unreachable } from '../model/assert.ts';
import { canonicalJson } from '../model/fingerprint.ts';
import type { Flight } from '../model/flight.ts';
import type { Change, Choices, ScenarioOption } from '../model/option.ts';
import type { Scenario } from '../model/scenario.ts';
import { frictionFor } from '../rules/friction.ts';
import type { UnitCard, UnitId } from '../model/unit.ts';
import { describeFound, type Problem } from './problem.ts';

type Fault = Omit<Problem, 'file'>;

/** What is wrong with a choice: an option there is not, a value it cannot have. */
export function listWrongChoices(scenario: Scenario, choices: Choices): Fault[] {
  const options = scenario.options ?? [];
  const known =
    options.length === 0 ? 'no option: the battle has none' : `one of: ${options.map((o) => o.id).join(', ')}`;
  return Object.keys(choices)
    .sort()
    .flatMap((id): Fault[] => {
      const option = options.find((one) => one.id === id);
      if (option === undefined) return [{ path: 'options', found: describeFound(id), expected: known }];
      return isValueOf(option, choices[id])
        ? []
        : [{ path: `options.${id}`, found: describeFound(choices[id]), expected: valuesOf(option) }];
    });
}

function isValueOf(option: ScenarioOption, value: unknown): boolean {
  if (option.kind === 'switch') return typeof value === 'boolean';
  return typeof value === 'number' && value >= option.least && value <= option.most;
}

/** The values an option may have, for a person. */
const valuesOf = (option: ScenarioOption): string =>
  option.kind === 'switch' ? 'true or false' : `a number from ${option.least} to ${option.most}`;

/** The choices that differ from the defaults, in the order of the scenario's options. */
export function departingChoices(scenario: Scenario, choices: Choices): Choices {
  return Object.fromEntries(
    (scenario.options ?? []).flatMap((option) => {
      const chosen = choices[option.id];
      return chosen === undefined || chosen === option.default ? [] : [[option.id, chosen] as const];
    }),
  );
}

const FIELDED = new WeakMap<Scenario, Map<string, Scenario>>();

/** The scenario with its options as chosen: the same object for the same choices. Choices must be sound. */
export function withChoices(scenario: Scenario, choices: Choices): Scenario {
  if (scenario.options === undefined) return scenario;
  const key = canonicalJson(departingChoices(scenario, choices));
  let made = FIELDED.get(scenario);
  if (made === undefined) FIELDED.set(scenario, (made = new Map()));
  let fielded = made.get(key);
  if (fielded === undefined) made.set(key, (fielded = fieldedBy(scenario, choices)));
  return fielded;
}

function fieldedBy(scenario: Scenario, choices: Choices): Scenario {
  let fielded = scenario;
  for (const option of scenario.options ?? []) {
    const value = choices[option.id] ?? option.default;
    for (const change of option.changes) fielded = changed(fielded, change, value);
  }
  return fielded;
}

function changed(scenario: Scenario, change: Change, value: boolean | number): Scenario {
  const taken = value !== false;
  switch (change.kind) {
    case 'strength': {
      const share = typeof value === 'number' ? value : (change.share ?? 1);
      return !taken || share === 1 ? scenario : withStrength(scenario, change.units, share);
    }
    case 'only':
      return taken ? scenario : withoutUnits(scenario, change.units);
    case 'without':
      return taken ? withoutUnits(scenario, change.units) : scenario;
    case 'arrival':
      return taken ? withArrival(scenario, change.units, change.turn) : scenario;
    case 'clock':
      return taken ? { ...scenario, clock: { ...scenario.clock, starts: change.starts } } : scenario;
    case 'weather':
      return taken ? withWeather(scenario, change) : scenario;
    case 'limit':
      return taken ? { ...scenario, limits: scenario.limits.filter(({ id }) => id !== change.limit) } : scenario;
    case 'points':
      return taken ? withPoints(scenario, change) : scenario;
    default:
      return unreachable(change);
  }
}

/** Flights stand in the lists of changes like units: no two things have one id. */
const isNamed = (units: readonly string[], { id }: Flight): boolean => units.includes(id);

const withAir = ({ air }: Scenario, changedBy: (air: readonly Flight[]) => readonly Flight[]): Pick<Scenario, 'air'> =>
  air === undefined ? {} : { air: changedBy(air) };

const withStrength = (scenario: Scenario, units: readonly UnitId[], share: number): Scenario => ({
  ...scenario,
  cards: scenario.cards.map((card) => (units.includes(card.id) ? scaled(card, share) : card)),
  ...withAir(scenario, (air) =>
    air.map((flight) =>
      isNamed(units, flight) ? { ...flight, machines: Math.max(1, Math.round(flight.machines * share)) } : flight,
    ),
  ),
});

/** Pieces are rounded down, so that there are always men for their crews; a unit keeps a man and a piece of its first weapon. */
const scaled = (card: UnitCard, share: number): UnitCard => ({
  ...card,
  men: Math.max(1, Math.round(card.men * share)),
  vehicles: card.vehicles === 0 ? 0 : Math.max(1, Math.round(card.vehicles * share)),
  armaments: card.armaments.map((armament, place) => ({
    ...armament,
    count: Math.max(place === 0 ? 1 : 0, Math.floor(armament.count * share)),
  })),
});

/** Who answered to a headquarters that is not there looks after himself. */
function withoutUnits(scenario: Scenario, units: readonly UnitId[]): Scenario {
  return {
    ...scenario,
    cards: scenario.cards.filter((card) => !units.includes(card.id)).map((card) => orphaned(card, units)),
    deployments: scenario.deployments.filter((deployment) => !units.includes(deployment.unit)),
    ...withAir(scenario, (air) => air.filter((flight) => !isNamed(units, flight))),
    ...frictionFor(scenario.friction, (unit) => !units.includes(unit)),
  };
}

function orphaned(card: UnitCard, gone: readonly UnitId[]): UnitCard {
  if (card.parent === undefined || !gone.includes(card.parent)) return card;
  const { parent: _gone, ...rest } = card;
  return rest;
}

const withArrival = (scenario: Scenario, units: readonly UnitId[], turn: number): Scenario => ({
  ...scenario,
  deployments: scenario.deployments.map((deployment) =>
    deployment.arrival !== undefined && units.includes(deployment.unit)
      ? { ...deployment, arrival: { ...deployment.arrival, turn } }
      : deployment,
  ),
});

/** Every entry of the clock from that hour on has this weather. */
function withWeather(scenario: Scenario, change: Extract<Change, { readonly kind: 'weather' }>): Scenario {
  const skies = scenario.clock.skies.map((sky) => {
    if (sky.fromMinute < change.fromMinute) return sky;
    const { odds: _settled, ...settled } = sky;
    return { ...settled, weather: change.weather };
  });
  return { ...scenario, clock: { ...scenario.clock, skies } };
}

const withPoints = (scenario: Scenario, change: Extract<Change, { readonly kind: 'points' }>): Scenario => ({
  ...scenario,
  objectives: scenario.objectives.map((objective) =>
    objective.id === change.objective ? { ...objective, points: change.points } : objective,
  ),
});
