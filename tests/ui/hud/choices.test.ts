/** What may be ordered of a unit in hand at the opening of a battle, in each way of pressing the map. */
import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { aimOf } from '../../../src/model/order.ts';
import { createChoices } from '../../../src/ui/hud/choices.ts';
import { emptyHanded, interact, type Interaction } from '../../../src/ui/hud/interaction.ts';
import { listAims } from '../../../src/ui/hud/more-orders.ts';
import { begin, untilPhase } from '../session/at-the-screen.ts';

async function sitDown() {
  const session = await begin({ soviet: 'person', japanese: 'idle' });
  await untilPhase(session, 'person');
  const hand = signal<Interaction>(emptyHanded());
  const choices = createChoices(session.view, hand);
  const [unit] = choices.idle.value;
  if (unit === undefined) throw new Error('Somebody has time left.');
  hand.value = { ...emptyHanded(), selected: unit };
  return { session, hand, choices, unit };
}

describe('choices', () => {
  it('a kind that is aimed stands for its first legal order on a hex, and for none elsewhere', async () => {
    const { session, hand, choices, unit } = await sitDown();
    hand.value = interact(hand.value, { kind: 'aim', order: 'standing' }, choices.board).hand;
    const [target] = listAims(choices.legal.value, 'standing');
    if (target === undefined) throw new Error('There is a target.');
    const order = choices.board.orderAt(hand.value, unit, target);
    expect(order).toEqual(choices.legal.value.find((one) => one.kind === 'standing' && aimOf(one) === target));
    expect(choices.board.orderAt(hand.value, unit, choices.board.hexOf(unit) ?? -1)).toBeUndefined();
    session.close();
  });

  it('whatever the menu offers may be given', async () => {
    const { session, hand, choices } = await sitDown();
    for (const unit of choices.idle.value) {
      hand.value = { ...emptyHanded(), selected: unit };
      const orders = choices.more.value.flatMap((group) =>
        group.entries.flatMap((entry) => (entry.kind === 'give' ? [entry.order] : [])),
      );
      expect(orders.map(choices.whyNot)).toEqual(orders.map(() => undefined));
    }
    session.close();
  });

  it('with nobody in hand there is nothing to order', async () => {
    const { session, hand, choices } = await sitDown();
    hand.value = emptyHanded();
    expect([choices.legal.value, choices.more.value, choices.offered.value]).toEqual([[], [], undefined]);
    session.close();
  });
});
