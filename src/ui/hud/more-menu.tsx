/**
 * The menu of further orders: what the unit may be ordered that has no button of its own. Arrow keys go through it, Enter
 * or a press chooses; what is chosen is proposed like any other order, or aimed on the map.
 */
import { useEffect, useRef } from 'preact/hooks';
import { orderName, orderText } from '../../battle/order-wording.ts';
import type { Controller } from './controller.ts';
import { stepThrough } from './menu-keys.ts';
import type { MoreEntry } from './more-orders.ts';
import { text } from './text.ts';

export function MoreMenu({ controller }: { readonly controller: Controller }) {
  const list = useRef<HTMLDivElement>(null);
  const isOpen = controller.hand.value.more === 'open';
  useEffect(() => {
    if (isOpen) list.current?.querySelector('button')?.focus();
  }, [isOpen]);
  const groups = controller.more.value;
  if (!isOpen || groups.length === 0) return null;
  return (
    <div
      class="more-menu"
      role="menu"
      ref={list}
      aria-label={text('ui.order.more')}
      onKeyDown={(event) => {
        const items = [...event.currentTarget.querySelectorAll('button')];
        const next = stepThrough(items.length, items.indexOf(event.target as HTMLButtonElement), event.key);
        if (next === undefined) return;
        event.preventDefault();
        items[next]?.focus();
      }}
    >
      {groups.map((group) => (
        <div key={group.kind} class="more-group" role="group" aria-label={orderName(group.kind)}>
          {group.entries.map((entry, index) => (
            <button
              key={index}
              type="button"
              class="order"
              role="menuitem"
              tabIndex={-1}
              onClick={() => controller.choose(entry)}
            >
              {entryText(controller, entry)}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}

/** An order that is still to be aimed goes by the name of its kind. */
function entryText(controller: Controller, entry: MoreEntry): string {
  return entry.kind === 'aim'
    ? text('ui.more.aim', { name: orderName(entry.order) })
    : orderText(controller.view.value.scenario, entry.order);
}
