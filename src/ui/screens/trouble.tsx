/** When something went wrong: what it was, in plain words, and the journal to keep, so that no battle is lost over it. */
import { useEffect, useRef } from 'preact/hooks';
import { text } from '../hud/text.ts';
import { downloadText } from './download.ts';

export interface TroubleProps {
  /** A bug of the game, or something the person can mend. */
  readonly kind: 'bug' | 'problem';
  readonly lines: readonly string[];
  readonly journal: string | null;
  readonly onLeave: () => void;
}

export function Trouble({ kind, lines, journal, onLeave }: TroubleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main class="page trouble-page">
      <section class="sheet" role="alert">
        <h1 ref={heading} tabIndex={-1}>
          {text(kind === 'bug' ? 'ui.trouble.bug' : 'ui.trouble.mend')}
        </h1>
        <p>{text(journal === null ? 'ui.trouble.words' : 'ui.trouble.journalWords')}</p>
        <ul class="trouble-lines">
          {lines.map((line) => (
            <li key={line}>
              <code>{line}</code>
            </li>
          ))}
        </ul>
        <div class="page-buttons">
          {journal !== null && (
            <button
              type="button"
              class="button button-main"
              onClick={() => downloadText('undeclared-war-journal.json', journal)}
            >
              {text('ui.menu.saveJournal')}
            </button>
          )}
          <button type="button" class="button" onClick={onLeave}>
            {text('ui.menu.leave')}
          </button>
        </div>
      </section>
    </main>
  );
}
