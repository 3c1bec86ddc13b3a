/** What an order brought, in sentences with their arithmetic, until the next thing is done. */
import type { Controller } from './controller.ts';
import { LogEntry } from './log-panel.tsx';
import { text } from './text.ts';

export function ResultCard({ controller }: { readonly controller: Controller }) {
  const lines = controller.outcome.value;
  if (lines.length === 0) return null;
  return (
    <section class="result-card panel" role="status" aria-label={text('ui.region.result')}>
      <header class="forecast-head">
        <h2>{text('ui.result.title')}</h2>
        <button type="button" class="button button-small" aria-label={text('ui.close')} onClick={controller.forget}>
          ×
        </button>
      </header>
      <ol class="log">
        {lines.map((line, index) => (
          <LogEntry key={index} line={line} onPlace={controller.centreOn} />
        ))}
      </ol>
    </section>
  );
}
