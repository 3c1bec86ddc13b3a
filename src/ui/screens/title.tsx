/** The first thing seen: what this is, the battle to be played, battles already begun, and how the screen is set. */
import { longestTurnMinutes, minuteOf } from '../../rules/light.ts';
import { useEffect, useState } from 'preact/hooks';
import type { Scenario } from '../../model/scenario.ts';
import { dateText } from '../hud/describe.ts';
import { SettingsForm } from '../hud/settings-form.tsx';
import { countText, text } from '../hud/text.ts';
import type { SaveStore } from '../session/store.ts';
import { formatPlace } from './address.ts';
import { Backdrop } from './backdrop.tsx';
import { SavedList } from './saved-list.tsx';

export interface TitleProps {
  readonly scenarios: readonly Scenario[];
  readonly store: SaveStore;
  readonly onPlay: (scenario: Scenario) => void;
  readonly onContinue: (id: string) => void;
  readonly onReplay: (id: string) => void;
  readonly onImport: (file: File) => void;
}

export function Title({ scenarios, store, onPlay, onContinue, onReplay, onImport }: TitleProps) {
  const [isOver, setOver] = useState(false);
  const first = scenarios[0];
  useEffect(() => {
    document.title = text('ui.title.name');
  }, []);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) onImport(file);
  };
  return (
    <main
      class="page title-page"
      data-dropping={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {first !== undefined && <Backdrop relief={first.map.relief} />}
      <header class="title-head">
        <h1>{text('ui.title.name')}</h1>
        <p class="title-what">{text('ui.title.what')}</p>
        <p class="title-book">
          <a class="button" href={formatPlace({ kind: 'rules', chapter: '', section: '' })}>
            {text('ui.book.title')}
          </a>
        </p>
      </header>
      <div class="title-columns">
        <section class="sheet" aria-label={text('ui.title.battles')}>
          {scenarios.map((scenario) => (
            <article key={scenario.id} class="battle-card">
              <p class="eyebrow">{dateText(scenario.clock.date, minuteOf(scenario.clock, 1))}</p>
              <h2>{scenario.names.en}</h2>
              <p>{scenario.summary}</p>
              <p class="quiet">
                {countText('ui.title.turns', scenario.clock.turns, { minutes: longestTurnMinutes(scenario.clock) })} ·{' '}
                {text('ui.title.hex', { metres: scenario.map.hexMetres })}
              </p>
              <button type="button" class="button button-main button-large" onClick={() => onPlay(scenario)}>
                {text('ui.title.play')}
              </button>
            </article>
          ))}
        </section>
        <div class="title-side">
          <section class="sheet" aria-labelledby="saved-title">
            <h2 id="saved-title">{text('ui.saved.title')}</h2>
            <SavedList store={store} onContinue={onContinue} onReplay={onReplay} />
            <label class="button file-button">
              {text('ui.saved.import')}
              <input
                type="file"
                accept=".json,.gz,application/json,application/gzip"
                onChange={(event) => {
                  const file = event.currentTarget.files?.[0];
                  event.currentTarget.value = '';
                  if (file !== undefined) onImport(file);
                }}
              />
            </label>
            <p class="quiet">{text('ui.saved.drop')}</p>
          </section>
          <details class="sheet title-settings">
            <summary>{text('ui.panel.settings')}</summary>
            <SettingsForm />
          </details>
        </div>
      </div>
      <footer class="title-foot">
        {[...new Set(scenarios.map((scenario) => scenario.map.attribution))].map((line) => (
          <p key={line}>{line}</p>
        ))}
      </footer>
    </main>
  );
}
