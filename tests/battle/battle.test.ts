/** A battle in progress: what may be taken back, what a side sees, what it may order, what it believes. */
import { describe, expect, test } from 'vitest';
import { apply, canUndo, createBattle, undo } from '../../src/battle/battle.ts';
import { hashState } from '../../src/battle/hash.ts';
import { listAssaulters, listLegalOrders, listTargets } from '../../src/battle/legal-orders.ts';
import { listVisible, observe } from '../../src/battle/observe.ts';
import { findPath, findReachable } from '../../src/battle/reachable.ts';
import { applyWith, likeliestHypothesis, typicalCard, worldFrom } from '../../src/battle/world.ts';
import type { Order } from '../../src/model/order.ts';
import { meanChance } from '../../src/rules/chance.ts';
import { machineGuns, type Battlefield, battlefield, rifleCompany } from '../battlefield.ts';
import { printDrawing, redrawn } from '../drawn.ts';
import { after, END_TURN, given, march } from '../rules/orders.ts';

const alone = (): Battlefield => battlefield('A 1 2', { A: rifleCompany() }, { under: { 1: 'open', 2: 'open' } });
const fire = (field: Battlefield, minutes = 5): Order => ({
  kind: 'fire',
  unit: field.id('A'),
  target: field.hex('b'),
  minutes,
});

describe('an order may be taken back', () => {
  test('when it was a march that nobody saw and that showed nothing', () => {
    const field = alone();
    const marched = after(field.battle, march(field, 'A', '1'), march(field, 'A', '2'));
    const back = undo(undo(marched));
    expect(hashState(back.state)).toBe(hashState(field.battle.state));
    expect(back.orders).toEqual([]);
    expect(canUndo(back)).toBe(false);
  });

  test('and given again it ends the same way', () => {
    const field = alone();
    const once = after(field.battle, march(field, 'A', '1'));
    expect(hashState(after(undo(once), march(field, 'A', '1')).state)).toBe(hashState(once.state));
  });

  test('and with another given in its place the dice are those of the first', () => {
    const field = battlefield('A b', { A: rifleCompany(), b: rifleCompany() }, { seen: ['soviet'] });
    const marching: Order = { kind: 'policy', unit: field.id('A'), policy: 'close' };
    const direct = given(field.battle, fire(field));
    const roundabout = given(undo(after(field.battle, marching)), fire(field));
    expect(hashState(roundabout.battle.state)).toBe(hashState(direct.battle.state));
  });

  // biome-ignore format: a table
  test.each<[string, (field: Battlefield) => Order]>([
    ['fire',             (field) => fire(field)],
    ['an assault',       (field) => ({ kind: 'assault', units: [field.id('A')], target: field.hex('b') })],
    ['the end of a turn', () => END_TURN],
  ])('but not %s', (_, order) => {
    const field = battlefield('A b', { A: rifleCompany(), b: rifleCompany() }, { seen: ['soviet'] });
    expect(canUndo(after(field.battle, order(field)))).toBe(false);
  });

  test('nor what went before it', () => {
    const field = battlefield('A b', { A: rifleCompany(), b: rifleCompany() }, { seen: ['soviet'] });
    expect(canUndo(after(field.battle, { kind: 'policy', unit: field.id('A'), policy: 'close' }, fire(field)))).toBe(
      false,
    );
  });

  test('nor a march that came upon an enemy or his wire', () => {
    const enemy = battlefield(
      'A 1 b',
      { A: rifleCompany(), b: rifleCompany({ policy: 'hold', posture: 'marching' }) },
      { under: { 1: 'open' }, light: 'moon' },
    );
    const wire = battlefield('A 1', { A: rifleCompany() }, { under: { 1: 'open' }, wire: [['A', '1', 'japanese']] });
    expect(canUndo(after(enemy.battle, march(enemy, 'A', '1')))).toBe(false);
    expect(canUndo(after(wire.battle, march(wire, 'A', '1')))).toBe(false);
  });

  test('nor a march in the dark over ground nobody watched: that it is empty is news', () => {
    const field = battlefield(
      'A 1 2 3',
      { A: rifleCompany() },
      { under: { 1: 'open', 2: 'open', 3: 'open' }, light: 'dark' },
    );
    expect(canUndo(after(field.battle, march(field, 'A', '12')))).toBe(false);
  });

  test('though a march in the dark to where others of the side stand may be', () => {
    const field = battlefield('A B', { A: rifleCompany(), B: rifleCompany() }, { light: 'dark' });
    expect(canUndo(after(field.battle, march(field, 'A', 'B')))).toBe(true);
  });

  test('nor a try to rally, which is left to the dice', () => {
    const field = battlefield('A', { A: rifleCompany({ now: { cohesion: 'shaken' } }) });
    expect(canUndo(after(field.battle, { kind: 'rally', unit: field.id('A') }))).toBe(false);
  });

  test('only when there is one', () => {
    expect(() => undo(alone().battle)).toThrow('nothing may be undone');
  });
});

describe('a battle', () => {
  test('leaves the one before an order as it was', () => {
    const field = alone();
    const before = hashState(field.battle.state);
    after(field.battle, march(field, 'A', '12'), END_TURN);
    expect(hashState(field.battle.state)).toBe(before);
  });

  test('keeps a fingerprint for each side’s turn', () => {
    const field = alone();
    const battle = after(field.battle, END_TURN, END_TURN, END_TURN);
    expect(battle.hashes).toHaveLength(3);
    expect(battle.hashes[2]).toBe(hashState(battle.state));
  });

  test('has a fingerprint for every difference', () => {
    const { state } = alone().battle;
    const changed = { ...state, units: state.units.map((unit) => ({ ...unit, suppression: 0.001 })) };
    expect(hashState(changed)).not.toBe(hashState(state));
    expect(hashState({ ...state, seed: 'another' })).not.toBe(hashState(state));
    expect(hashState(state)).toMatch(/^[0-9a-f]{16}$/);
  });

  test('is the same from the same seed and orders', () => {
    const play = () => {
      const field = battlefield('A b', { A: rifleCompany(), b: rifleCompany() }, { seen: ['soviet'] });
      return hashState(
        after(
          field.battle,
          fire(field, 10),
          { kind: 'assault', units: [field.id('A')], target: field.hex('b') },
          END_TURN,
        ).state,
      );
    };
    expect(play()).toBe(play());
  });

  test('opens with the events that made its first state', () => {
    const { battle, events } = createBattle(alone().scenario, 'opening', { soviet: 'person', japanese: 'idle' });
    expect(events.map((event) => event.kind)).toEqual(['readied', 'turnStarted']);
    expect(battle.players).toEqual({ soviet: 'person', japanese: 'idle' });
  });
});

describe('a side watches', () => {
  const watched = (text: string, light: 'day' | 'dark'): string => {
    const field = battlefield(text, { A: rifleCompany() }, { light });
    const visible = listVisible(field.scenario, field.battle.state, 'soviet');
    return printDrawing(field.drawing.grid, (index) =>
      visible.includes(index) && index !== field.hex('A') ? 'x' : (field.drawing.cells[index] ?? '?'),
    );
  };

  test('by day what no crest hides', () => {
    expect(watched('. . A . ^ . .', 'day')).toBe(redrawn('x x A x x . .'));
  });

  test('in the dark its own hex only', () => {
    expect(watched('. . A . ^ . .', 'dark')).toBe(redrawn('. . A . ^ . .'));
  });
});

describe('legal orders', () => {
  const field = battlefield(
    'C A b .\n . . . .',
    { A: rifleCompany(), C: rifleCompany(), b: rifleCompany() },
    { seen: ['soviet', 'japanese'] },
  );
  const mine = observe(field.scenario, field.battle.state, 'soviet');

  test('are nobody’s whose turn it is not', () => {
    expect(listLegalOrders(field.scenario, observe(field.scenario, field.battle.state, 'japanese'))).toEqual([]);
  });

  test('go by unit, and the end of the turn comes last', () => {
    const orders = listLegalOrders(field.scenario, mine);
    const units = orders.flatMap((order) => ('unit' in order ? [order.unit as string] : []));
    expect(units.toSorted()).toEqual(units);
    expect(orders.at(-1)).toEqual(END_TURN);
    expect(orders.filter((order) => order.kind === 'endTurn')).toHaveLength(1);
  });

  test('of one unit are its own', () => {
    expect(
      listLegalOrders(field.scenario, mine, field.id('A')).every((order) =>
        'unit' in order ? order.unit === field.id('A') : 'units' in order && order.units.includes(field.id('A')),
      ),
    ).toBe(true);
  });

  test('offer the assault alone and with every neighbour that can', () => {
    const ring = battlefield(
      '. A b .\n . C . .',
      { A: rifleCompany(), C: rifleCompany(), b: rifleCompany() },
      { seen: ['soviet'] },
    );
    const assaults = listLegalOrders(ring.scenario, observe(ring.scenario, ring.battle.state, 'soviet')).filter(
      (order) => order.kind === 'assault',
    );
    expect(assaults.map((order) => order.units)).toEqual([['A'], ['A', 'C'], ['C']]);
    expect(listAssaulters(ring.scenario, observe(ring.scenario, ring.battle.state, 'soviet'), ring.hex('b'))).toEqual([
      'A',
      'C',
    ]);
  });

  test('name each target once', () => {
    const crowd = battlefield('A b', { A: rifleCompany(), b: [rifleCompany(), machineGuns()] }, { seen: ['soviet'] });
    expect(listTargets(observe(crowd.scenario, crowd.battle.state, 'soviet'))).toEqual([crowd.hex('b')]);
  });

  test('are none when the battle is over', () => {
    const short = battlefield('A', { A: rifleCompany() }, { turns: 1 });
    expect(
      listLegalOrders(short.scenario, observe(short.scenario, after(short.battle, END_TURN, END_TURN).state, 'soviet')),
    ).toEqual([]);
  });
});

describe('ways', () => {
  const field = battlefield('A ~ 1\n . . .', { A: rifleCompany() }, { under: { 1: 'open' } });
  const observation = observe(field.scenario, field.battle.state, 'soviet');

  test('lead round what cannot be crossed, over as many turns as it takes', () => {
    expect(findPath(field.scenario, observation, field.id('A'), field.hex('1'), 'normal')).toEqual([3, 4, 2]);
    expect(findPath(field.scenario, observation, field.id('A'), field.hex('~'), 'normal')).toBeUndefined();
  });

  test('found once stay good while others are searched for', () => {
    const first = findReachable(field.scenario, observation, field.id('A'), 'normal');
    const hexes = [...first.hexes];
    findReachable(field.scenario, observation, field.id('A'), 'silent', 10);
    expect(first.hexes).toEqual(hexes);
    expect(first.minutesTo(field.hex('1'))).toBe(18);
    expect(first.pathTo(field.hex('1'))).toEqual([3, 4, 2]);
  });
});

describe('the battle a side believes in', () => {
  const field = battlefield('A . . b . ^ c', {
    A: rifleCompany(),
    b: rifleCompany({ men: 73, posture: 'marching' }),
    c: rifleCompany(),
  });
  const observation = observe(field.scenario, field.battle.state, 'soviet');
  const world = worldFrom(field.scenario, observation, likeliestHypothesis(field.scenario, observation));

  test('has the enemies of its contacts, under the names of contacts, and no others', () => {
    expect(world.state.units.map((unit) => unit.id)).toEqual(['A', 'a1']);
    expect(world.scenario.cards.map((card) => card.id)).toEqual(['A', 'a1']);
    expect(JSON.stringify(world.state)).not.toContain('"c"');
  });

  test('takes them for as many men as they look', () => {
    expect(world.state.units[1]).toMatchObject({
      at: field.hex('b'),
      men: 70,
      posture: 'deployed',
      cohesion: 'steady',
    });
  });

  test('takes an unknown branch for rifles', () => {
    expect(typicalCard(field.scenario, 'japanese', 'tanks').branch).toBe('rifles');
    const heard = {
      ...observation,
      contacts: observation.contacts.map(({ branch: _branch, men: _men, unit: _unit, ...view }) => ({
        ...view,
        level: 'suspected' as const,
      })),
    };
    expect(likeliestHypothesis(field.scenario, heard).enemies).toMatchObject([{ branch: 'rifles', men: 100 }]);
  });

  test('refuses what the side may not order', () => {
    expect(applyWith(world, { kind: 'rally', unit: field.id('a1') }, meanChance())).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'unknownUnit' },
    });
  });

  test('leaves the true one alone', () => {
    const before = hashState(field.battle.state);
    applyWith(world, march(field, 'A', '.'), meanChance());
    applyWith(world, END_TURN, meanChance());
    expect(hashState(field.battle.state)).toBe(before);
    expect(apply(field.battle, END_TURN).kind).toBe('applied');
  });
});
