/** The way out of a turn: who still has time left, listed in place, and undo with its reason when there is none. */
import { useState } from 'preact/hooks';
import type { Controller } from './controller.ts';
import { findUnit, unitName } from './describe.ts';
import { countText, text } from './text.ts';

export function TurnButtons({ controller }: { readonly controller: Controller }) {
  const [isListOpen, setListOpen] = useState(false);
  const { scenario, observation, canUndo, saving, turnOrders } = controller.view.value;
  const { finished } = controller.hand.value;
  const idle = controller.idle.value.filter((id) => !finished.includes(id));
  return (
    <section class="turn-buttons panel" data-region tabIndex={-1} aria-label={text('ui.region.turn')}>
      {idle.length > 0 && (
        <button type="button" class="idle-count" aria-expanded={isListOpen} onClick={() => setListOpen(!isListOpen)}>
          {countText('ui.idle', idle.length)}
        </button>
      )}
      {isListOpen && idle.length > 0 && (
        <ul class="idle-list">
          {idle.map((id) => (
            <li key={id}>
              <button type="button" class="row" onClick={() => controller.select(id)}>
                <span>{unitName(scenario, id)}</span>
                <span class="quiet number">
                  {text('ui.minutes.short', { minutes: Math.round(findUnit(observation, id)?.minutesLeft ?? 0) })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="turn-row">
        <button
          type="button"
          class="button"
          aria-disabled={!canUndo}
          aria-keyshortcuts="U"
          title={text(canUndo ? 'ui.undo.hint' : turnOrders === 0 ? 'ui.undo.nothing' : 'ui.undo.sealed')}
          onClick={() => controller.command({ kind: 'undo' })}
        >
          {text('ui.key.undo')} <kbd aria-hidden="true">U</kbd>
        </button>
        <button
          type="button"
          class="button button-main"
          aria-keyshortcuts="Control+Enter"
          onClick={() => controller.endTurn()}
        >
          {text('ui.key.endTurn')} <kbd aria-hidden="true">Ctrl ⏎</kbd>
        </button>
      </div>
      {saving === 'failed' && <p class="refused">{text('ui.saving.failed')}</p>}
    </section>
  );
}
