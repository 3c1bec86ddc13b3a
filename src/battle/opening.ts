/** The state before anything has happened: units where the scenario puts them, works dug, objectives held. */
import type { Affairs } from '../model/affair.ts';
import type { Flight, FlightNow } from '../model/flight.ts';
import type { Scenario } from '../model/scenario.ts';
import { bySide, SIDES } from '../model/side.ts';
import type { BattleState, SoundedPlace, Sounding } from '../model/state.ts';
import { present } from '../model/assert.ts';
import { dayOf } from '../rules/air/flights.ts';
import { minuteOf } from '../rules/light.ts';
import { openingSupplies } from '../rules/supply/depots.ts';
import { openingUnit } from '../scenario/opening-unit.ts';

/** The opening state for a seed. Each side knows its own works and wire. */
export function openingState(scenario: Scenario, seed: string): BattleState {
  const deployments = new Map(scenario.deployments.map((deployment) => [deployment.unit, deployment]));
  return {
    seed,
    orders: 0,
    turn: 1,
    active: scenario.order[0],
    units: scenario.cards.map((card) =>
      openingUnit(card, present(deployments.get(card.id), `${card.id} is not deployed`), scenario.weapons),
    ),
    contacts: { soviet: [], japanese: [] },
    contactCount: { soviet: 0, japanese: 0 },
    works: scenario.works
      .map((work) => ({
        hex: work.hex,
        manHours: work.manHours,
        believed: bySide((side) => (side === work.side ? work.manHours : null)),
      }))
      .sort((a, b) => a.hex - b.hex),
    wire: scenario.wire
      .map((wire) => ({
        hexside: wire.hexside,
        stands: true,
        believedBy: SIDES.filter((side) => side === wire.side),
      }))
      .sort((a, b) => a.hexside - b.hexside),
    ...(scenario.soundings === undefined ? {} : { soundings: openingSoundings(scenario.soundings) }),
    ...crossingsOf(scenario),
    flares: [],
    holdings: scenario.objectives.map((objective) => ({
      holder: objective.holder,
      believed: { soviet: objective.holder, japanese: objective.holder },
    })),
    ...(scenario.air === undefined || scenario.air.length === 0
      ? {}
      : { flights: openingFlights(scenario, scenario.air) }),
    ...(hasAffairs(scenario) ? { affairs: QUIET } : {}),
    ...openingSupplies(scenario),
    result: null,
  };
}

/** Every flight on its field, fit to fly, with nothing flown. */
const openingFlights = ({ clock }: Scenario, air: readonly Flight[]): readonly FlightNow[] =>
  air.map(({ id, machines }) => {
    const readyMinute = minuteOf(clock, 1);
    return { id, machines, lost: 0, day: dayOf(readyMinute), flown: 0, readyMinute };
  });
/** One entry a water, with all who know it. */
function openingSoundings(known: NonNullable<Scenario['soundings']>): readonly Sounding[] {
  const isSame = (one: SoundedPlace, other: SoundedPlace): boolean => one.of === other.of && one.at === other.at;
  return known
    .filter((one, index) => known.findIndex((other) => isSame(one, other)) === index)
    .map(({ of, at }) => ({
      of,
      at,
      knownBy: SIDES.filter((side) => known.some((one) => isSame(one, { of, at }) && one.side === side)),
    }));
}

/** Everybody knows what stands there; of mines only those who have a lane through them. */
function crossingsOf({ crossings = [] }: Scenario): Pick<BattleState, 'crossings'> {
  if (crossings.length === 0) return {};
  return {
    crossings: crossings
      .map(({ hexside, made }) => {
        const { mines, ...visible } = made;
        const isSeen = Object.keys(visible).length > 0;
        return {
          hexside,
          now: made,
          believed: bySide((side) => (mines?.lanes.includes(side) === true ? made : isSeen ? visible : null)),
        };
      })
      .sort((a, b) => a.hexside - b.hexside),
  };
}

const QUIET: Affairs = {
  incidents: { soviet: [], japanese: [] },
  fired: [],
  happened: [],
  limits: [],
  released: [],
  called: [],
  points: [],
  exited: [],
  turnsHeld: [],
};

/** Whether anything of it can come up in the battle. */
const hasAffairs = ({ incidents, events, exits, clauses, limits }: Scenario): boolean =>
  incidents !== undefined ||
  (events ?? []).length > 0 ||
  (exits ?? []).length > 0 ||
  (clauses ?? []).length > 0 ||
  limits.some((limit) => limit.kind === 'noFireUnlessFiredUpon');
