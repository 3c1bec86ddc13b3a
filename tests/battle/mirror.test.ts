/**
 * Sides are only names: a battle whose armies change sides goes the same way with the sides changed. Orders drawn at random
 * are given to a battle and to its mirror image, with the same dice, and the states compared after each.
 */
import { describe, expect, test } from 'vitest';
import { apply, type Battle, createBattle } from '../../src/battle/battle.ts';
import { present } from '../../src/model/assert.ts';
import type { Contact, ContactId } from '../../src/model/contact.ts';
import type { Made } from '../../src/model/engineering.ts';
import type { BattleResult } from '../../src/model/result.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { type BySide, bySide, opponentOf, type Side, SIDES } from '../../src/model/side.ts';
import type { BattleState } from '../../src/model/state.ts';
import { scenarioById } from '../../src/scenario/library.ts';
import {
  battery,
  battlefield,
  cavalry,
  engineers,
  headquarters,
  machineGuns,
  rifleCompany,
  tanks,
} from '../battlefield.ts';
import { openAtRandom, playAtRandom, type Step } from './at-random.ts';

const changed = <T extends { readonly side: Side }>(entry: T): T => ({ ...entry, side: opponentOf(entry.side) });
const swapped = <T>(both: BySide<T>): BySide<T> => bySide((side) => both[opponentOf(side)]);
const other = (side: Side | null): Side | null => (side === null ? null : opponentOf(side));

function mirrored(scenario: Scenario): Scenario {
  const [first, second] = scenario.order;
  const { score, losses, winner } = scenario.history;
  return {
    ...scenario,
    order: [second, first],
    cards: scenario.cards.map(changed),
    typical: bySide((side) =>
      Object.fromEntries(
        Object.entries(scenario.typical[opponentOf(side)]).map(([branch, card]) => [branch, changed(card)]),
      ),
    ),
    works: scenario.works.map(changed),
    wire: scenario.wire.map(changed),
    ...(scenario.soundings === undefined ? {} : { soundings: scenario.soundings.map(changed) }),
    ...(scenario.crossings === undefined
      ? {}
      : { crossings: scenario.crossings.map((one) => ({ ...one, made: made(one.made) })) }),
    objectives: scenario.objectives.map((objective) => ({ ...objective, holder: other(objective.holder) })),
    lossClauses: scenario.lossClauses.map(changed),
    ...(scenario.air === undefined ? {} : { air: scenario.air.map(changed) }),
    limits: scenario.limits.map((limit) => (limit.kind === 'truce' ? limit : changed(limit))),
    surprises: scenario.surprises.map(changed),
    ...(scenario.supply === undefined
      ? {}
      : {
          supply: {
            sides: scenario.supply.sides.map(opponentOf),
            depots: scenario.supply.depots.map(changed),
            columns: scenario.supply.columns.map(changed),
          },
        }),
    history: { ...scenario.history, score: swapped(score), losses: swapped(losses), winner: other(winner) },
  };
}

/** Lanes through mines are known to the other side. */
const made = (there: Made): Made =>
  there.mines === undefined ? there : { ...there, mines: { ...there.mines, lanes: there.mines.lanes.map(opponentOf) } };

/** Contacts carry a letter for the side that met them. */
const renamed = (contact: Contact): Contact => ({
  ...contact,
  view: {
    ...contact.view,
    id: `${contact.view.id.startsWith('a') ? 'b' : 'a'}${contact.view.id.slice(1)}` as ContactId,
  },
});

const mirroredResult = (result: BattleResult): BattleResult => ({
  ...result,
  winner: other(result.winner),
  score: swapped(result.score),
  losses: swapped(result.losses),
});

function mirroredState(state: BattleState): BattleState {
  return {
    ...state,
    active: opponentOf(state.active),
    contacts: bySide((side) => state.contacts[opponentOf(side)].map(renamed)),
    contactCount: swapped(state.contactCount),
    works: state.works.map((work) => ({ ...work, believed: swapped(work.believed) })),
    wire: state.wire.map((wire) => ({
      ...wire,
      believedBy: SIDES.filter((side) => wire.believedBy.includes(opponentOf(side))),
    })),
    ...(state.soundings === undefined
      ? {}
      : {
          soundings: state.soundings.map((one) => ({
            ...one,
            knownBy: SIDES.filter((side) => one.knownBy.includes(opponentOf(side))),
          })),
        }),
    ...(state.booty === undefined
      ? {}
      : { booty: state.booty.map((lot) => ({ ...lot, from: opponentOf(lot.from), holder: opponentOf(lot.holder) })) }),
    flares: state.flares.map(changed),
    ...(state.booty === undefined
      ? {}
      : {
          booty: state.booty.map((one) => ({ ...one, from: opponentOf(one.from), holder: opponentOf(one.holder) })),
        }),
    ...(state.crossings === undefined
      ? {}
      : {
          crossings: state.crossings.map(({ hexside, now, believed }) => ({
            hexside,
            now: made(now),
            believed: bySide((side) => {
              const other = believed[opponentOf(side)];
              return other === null ? null : made(other);
            }),
          })),
        }),
    ...(state.labour === undefined ? {} : { labour: state.labour.map(changed) }),
    ...(state.curtains === undefined ? {} : { curtains: state.curtains.map(changed) }),
    ...(state.booty === undefined
      ? {}
      : {
          booty: state.booty.map((one) => ({ ...one, from: opponentOf(one.from), holder: opponentOf(one.holder) })),
        }),
    holdings: state.holdings.map(({ holder, believed }) => ({
      holder: other(holder),
      believed: bySide((side) => other(believed[opponentOf(side)])),
    })),
    ...(state.booty === undefined
      ? {}
      : {
          booty: state.booty.map((booty) => ({
            ...booty,
            from: opponentOf(booty.from),
            holder: opponentOf(booty.holder),
          })),
        }),
    ...(state.dead === undefined
      ? {}
      : { dead: state.dead.map((dead) => ({ ...changed(dead), holder: other(dead.holder) })) }),
    ...(state.supply === undefined
      ? {}
      : {
          supply: {
            ...state.supply,
            depots: state.supply.depots.map((depot) => ({ ...depot, holder: other(depot.holder) })),
            ...(state.supply.interdicted === undefined ? {} : { interdicted: state.supply.interdicted.map(changed) }),
          },
        }),
    result: state.result === null ? null : mirroredResult(state.result),
  };
}

const small = (): Scenario =>
  battlefield(
    `
    . . A . . f f . .
     E H . W . f . . .
    . . C . . . . m .
     . . . b . . h . .
    . T . . . d . . .
  `,
    {
      A: [rifleCompany({ parent: 'H', dug: 1 }), battery({ parent: 'H', smokeRounds: 100 })],
      H: headquarters(),
      C: [machineGuns({ parent: 'H' }), cavalry()],
      E: engineers({ stores: { wireMetres: 500, mines: 300, emptyBottles: 40 } }),
      T: tanks(),
      b: rifleCompany({ parent: 'h' }),
      h: headquarters({ soundRanging: { reachMetres: 4000, errorMetres: 300, minutes: 2 } }),
      m: machineGuns({ parent: 'h', dug: 2 }),
      d: [cavalry(), rifleCompany({ flares: 3 })],
    },
    {
      light: 'moon',
      under: { f: 'forest', W: 'scrub' },
      objectives: [{ at: 'W' }, { at: 'm', holder: 'japanese' }],
      turns: 10,
      air: [
        { id: 'owls', side: 'soviet', aircraft: 'tb-3', machines: 3, night: true },
        { id: 'crows', side: 'japanese', aircraft: 'ki-1-2', night: true, sortiesADay: 4 },
      ],
      supply: {
        depots: [
          { at: 'H', side: 'soviet', stock: { shells: 1 }, tonnesADay: 2 },
          { at: 'm', side: 'japanese', tonnesADay: 2 },
        ],
        columns: [
          { side: 'soviet', vehicle: 'two-horse-wagon', count: 2 },
          { side: 'japanese', vehicle: 'two-horse-wagon', count: 2 },
        ],
      },
    },
  ).scenario;

describe.each([
  ['a drawn field', small()],
  ['the heights above Lake Khasan', scenarioById('khasan-1938-zaozernaya')],
])('on %s', (_, scenario) => {
  const image = mirrored(scenario);

  test.each(['first', 'second', 'third'])('the armies change sides and the battle goes as it went: %s seed', (seed) => {
    const steps: Step[] = [];
    playAtRandom(openAtRandom(scenario, seed), seed, { orders: 160, each: (step) => steps.push(step) });
    let battle: Battle = createBattle(image, seed, { soviet: 'random', japanese: 'random' }).battle;
    expect(battle.state).toEqual(mirroredState(present(steps[0], 'a step').before.state));
    for (const [number, step] of steps.entries()) {
      const applied = apply(battle, step.order);
      if (applied.kind === 'refused')
        throw new Error(`order ${number + 1}, ${JSON.stringify(step.order)}: ${JSON.stringify(applied.refusal)}`);
      ({ battle } = applied);
      expect(battle.state, `after order ${number + 1}, ${JSON.stringify(step.order)}`).toEqual(
        mirroredState(step.applied.battle.state),
      );
    }
  });
});
