/** What is in hand after a press, a key or a button, on a board of six hexes in a row. */
import { describe, expect, it } from 'vitest';
import type { ContactId } from '../../../src/model/contact.ts';
import type { FlightId } from '../../../src/model/flight.ts';
import type { Order } from '../../../src/model/order.ts';
import type { UnitId } from '../../../src/model/unit.ts';
import { type Action, type Board, emptyHanded, interact, type Interaction } from '../../../src/ui/hud/interaction.ts';

const a = 'a' as UnitId;
const b = 'b' as UnitId;
const c = 'c' as UnitId;
const enemy = '#1' as ContactId;

const move = (unit: UnitId, hex: number): Order => ({ kind: 'move', unit, path: [hex], pace: 'normal' });
const assault = (units: UnitId[], target: number): Order => ({ kind: 'assault', units, target });

/** a and b stand on hex 0, c on hex 1, an enemy on hex 3; hexes up to 4 can be reached. */
const boardOf = (changes: Partial<Board> = {}): Board => ({
  unitsAt: (hex) => (hex === 0 ? [a, b] : hex === 1 ? [c] : []),
  contactsAt: (hex) => (hex === 3 ? [enemy] : []),
  hexOf: (unit) => (unit === c ? 1 : 0),
  listIdle: () => [a, b, c],
  orderAt: (_hand, unit, hex) => (hex === 3 ? assault([unit, c], hex) : hex <= 5 ? move(unit, hex) : undefined),
  isAllowed: (order) => order.kind !== 'move' || (order.path[0] ?? 0) <= 4,
  quickOrders: false,
  ...changes,
});

function after(actions: readonly Action[], board = boardOf()): { hand: Interaction; given: Order[] } {
  const given: Order[] = [];
  let hand = emptyHanded();
  for (const action of actions) {
    const outcome = interact(hand, action, board);
    hand = outcome.hand;
    if (outcome.give !== undefined) {
      given.push(outcome.give);
      hand = interact(hand, { kind: 'given' }, board).hand;
    }
  }
  return { hand, given };
}

const press = (hex: number): Action => ({ kind: 'press', hex });
const back: Action = { kind: 'back' };

describe('pressing the map', () => {
  it('a press on an own unit selects it, and again turns to the next of the stack', () => {
    expect(after([press(0)]).hand.selected).toBe(a);
    expect(after([press(0), press(0)]).hand.selected).toBe(b);
    expect(after([press(0), press(0), press(0)]).hand.selected).toBe(a);
  });

  it('a press on a hex proposes an order, a second press on it gives it', () => {
    const once = after([press(0), press(2)]);
    expect(once.hand.proposal).toEqual(move(a, 2));
    expect(once.given).toEqual([]);
    const twice = after([press(0), press(2), press(2)]);
    expect(twice.given).toEqual([move(a, 2)]);
    expect(twice.hand).toMatchObject({ selected: a, proposal: null, mode: 'any' });
  });

  it('a press on another hex proposes the order there instead', () => {
    const { hand, given } = after([press(0), press(2), press(4)]);
    expect(hand.proposal).toEqual(move(a, 4));
    expect(given).toEqual([]);
  });

  it('an order that is not possible is proposed, to hear why, but not given', () => {
    const { hand, given } = after([press(0), press(5), press(5)]);
    expect(hand.proposal).toEqual(move(a, 5));
    expect(given).toEqual([]);
  });

  it('with quick orders a march is given on the first press, an assault is not', () => {
    const board = boardOf({ quickOrders: true });
    expect(after([press(0), press(2)], board).given).toEqual([move(a, 2)]);
    expect(after([press(0), press(3)], board).given).toEqual([]);
  });

  it('in a mode chosen for the unit, a press on an own unit means the hex and not the unit', () => {
    const { hand } = after([press(0), { kind: 'mode', mode: 'move' }, press(1)]);
    expect(hand).toMatchObject({ selected: a, proposal: move(a, 1) });
  });

  it('with nothing in hand a press on an enemy looks at it', () => {
    expect(after([press(3)]).hand).toMatchObject({ selected: null, inspected: enemy });
  });
});

describe('sending a flight', () => {
  const sortie = { flight: 'eagles' as FlightId, task: 'bomb' } as const;
  const send: Action = { kind: 'sortie', sortie };
  const bomb = (target: number): Order => ({ kind: 'airMission', ...sortie, target });

  it('takes no unit: a press anywhere, own troops or not, proposes it there, a second gives it', () => {
    expect(after([press(0), send]).hand).toMatchObject({ selected: null, mode: 'air', sortie });
    expect(after([send, press(0)]).hand.proposal).toEqual(bomb(0));
    const { hand, given } = after([send, press(3), press(3)]);
    expect(given).toEqual([bomb(3)]);
    expect(hand).toMatchObject({ mode: 'any', sortie: null, proposal: null });
  });

  it('is put down by the same button, by a step back and by another order', () => {
    expect(after([send, send]).hand).toMatchObject({ mode: 'any', sortie: null });
    expect(after([send, back]).hand).toMatchObject({ mode: 'any', sortie: null });
    expect(after([send, { kind: 'select', unit: a }]).hand).toMatchObject({ selected: a, mode: 'any', sortie: null });
  });
});

describe('taking part in an assault', () => {
  it('a unit leaves and joins again', () => {
    const out = after([press(0), press(3), { kind: 'takePart', unit: c }]);
    expect(out.hand.proposal).toEqual(assault([a], 3));
    const again = after([press(0), press(3), { kind: 'takePart', unit: c }, { kind: 'takePart', unit: c }]);
    expect(again.hand.proposal).toEqual(assault([a, c], 3));
  });

  it('the last one cannot leave', () => {
    const { hand } = after([press(0), press(3), { kind: 'takePart', unit: c }, { kind: 'takePart', unit: a }]);
    expect(hand.proposal).toEqual(assault([a], 3));
  });
});

describe('stepping back', () => {
  it('puts down one thing at a time, then opens the menu', () => {
    const held: Action[] = [
      press(0),
      { kind: 'panel', panel: 'log' },
      { kind: 'look', contact: enemy },
      { kind: 'mode', mode: 'move' },
      press(2),
    ];
    const steps = [0, 1, 2, 3, 4, 5, 6].map((count) => after([...held, ...Array<Action>(count).fill(back)]).hand);
    expect(steps.map(({ proposal, mode, panel, selected }) => [proposal !== null, mode, panel, selected])).toEqual([
      [true, 'move', 'log', a],
      [false, 'move', 'log', a],
      [false, 'any', 'log', a],
      [false, 'any', null, a],
      [false, 'any', null, null],
      [false, 'any', 'menu', null],
      [false, 'any', null, null],
    ]);
  });
});

describe('going through the units', () => {
  const next: Action = { kind: 'next' };

  it('next goes round, previous the other way', () => {
    expect(after([next]).hand.selected).toBe(a);
    expect(after([next, next]).hand.selected).toBe(b);
    expect(after([next, next, next, next]).hand.selected).toBe(a);
    expect(after([{ kind: 'previous' }]).hand.selected).toBe(c);
    expect(after([next, { kind: 'previous' }]).hand.selected).toBe(c);
  });

  it('a unit one is finished with is left out from then on, until the next turn', () => {
    const { hand } = after([next, { kind: 'finished' }]);
    expect(hand).toMatchObject({ selected: b, finished: [a] });
    expect(after([next, { kind: 'finished' }, next, next]).hand.selected).toBe(b);
    expect(after([next, { kind: 'finished' }, { kind: 'newTurn' }, next]).hand.selected).toBe(a);
  });

  it('when all are finished nothing is in hand', () => {
    const finished: Action = { kind: 'finished' };
    expect(after([next, finished, finished, finished]).hand.selected).toBeNull();
  });

  it('what was proposed for one unit is not left to the next', () => {
    expect(after([press(0), press(2), next]).hand).toMatchObject({ selected: b, proposal: null });
  });
});

describe('choosing how', () => {
  it('the same key again puts the mode down', () => {
    const fire: Action = { kind: 'mode', mode: 'fire' };
    expect(after([press(0), fire]).hand.mode).toBe('fire');
    expect(after([press(0), fire, fire]).hand.mode).toBe('any');
  });

  it('with the cursor on a hex the order is proposed at once', () => {
    const { hand } = after([press(0), { kind: 'point', hex: 2 }, { kind: 'mode', mode: 'move' }]);
    expect(hand.proposal).toEqual(move(a, 2));
  });

  it('nothing can be chosen without a unit', () => {
    expect(after([{ kind: 'mode', mode: 'fire' }]).hand.mode).toBe('any');
  });

  it('a kind chosen from the menu is aimed, proposed by one press and given by another', () => {
    const aim: Action = { kind: 'aim', order: 'flare' };
    const orderAt: Board['orderAt'] = ({ aiming }, unit, hex) =>
      aiming === 'flare' && hex === 4 ? { kind: 'flare', unit, target: hex } : undefined;
    const board = boardOf({ orderAt });
    expect(after([press(0), aim], board).hand).toMatchObject({ mode: 'aim', aiming: 'flare', more: 'closed' });
    expect(after([press(0), aim, press(2)], board).hand).toMatchObject({ mode: 'aim', proposal: null });
    expect(after([press(0), aim, press(4), press(4)], board).given).toEqual([{ kind: 'flare', unit: a, target: 4 }]);
    expect(after([press(0), aim, aim], board).hand).toMatchObject({ mode: 'any', aiming: null });
  });

  it('the menu opens for a unit in hand, and is the first thing to be put down', () => {
    const more: Action = { kind: 'more' };
    expect(after([more]).hand.more).toBe('closed');
    expect(after([press(0), more]).hand.more).toBe('open');
    expect(after([press(0), more, back]).hand).toMatchObject({ more: 'closed', selected: a });
    expect(after([press(0), more, press(2)]).hand).toMatchObject({ more: 'closed', proposal: move(a, 2) });
  });
});
