/** Over the enemy's turn: what is happening, how far the film is, and the buttons that pause, hasten, skip and repeat it. */
import { eventText } from '../../battle/wording.ts';
import { ANIMATION_SPEEDS } from '../session/settings.ts';
import type { Controller } from './controller.ts';
import { bookOf } from './describe.ts';
import { changeSettings, settings } from './settings.ts';
import { text } from './text.ts';

export function FilmBar({ controller }: { readonly controller: Controller }) {
  const showing = controller.projector.showing.value;
  if (showing === null) return null;
  const { scenario, observation } = controller.view.value;
  const event = showing.events[showing.at];
  const words = event === undefined ? '' : eventText(scenario, bookOf(observation), event);
  const speed = settings.value.animationSpeed;
  return (
    <section class="film panel" data-region tabIndex={-1} aria-label={text('ui.film.label')}>
      <p class="film-words" aria-live="polite">
        {words === '' ? text('ui.film.watching') : words}
      </p>
      <progress max={showing.events.length} value={showing.at} aria-label={text('ui.film.progress')} />
      <div class="film-buttons">
        {showing.running ? (
          <button type="button" class="button" onClick={controller.projector.pause}>
            {text('ui.film.pause')}
          </button>
        ) : (
          <button type="button" class="button" onClick={controller.projector.resume}>
            {text('ui.film.resume')}
          </button>
        )}
        <button type="button" class="button" onClick={controller.projector.again}>
          {text('ui.film.again')}
        </button>
        <label class="speed">
          <span class="hidden-words">{text('ui.settings.speed')}</span>
          <select
            value={speed}
            onChange={(change) =>
              changeSettings({
                animationSpeed: ANIMATION_SPEEDS.find((one) => String(one) === change.currentTarget.value) ?? 1,
              })
            }
          >
            {ANIMATION_SPEEDS.map((one) => (
              <option key={one} value={one}>
                {text('ui.settings.times', { speed: one })}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="button button-main" onClick={controller.projector.skip}>
          {text('ui.film.skip')} <kbd aria-hidden="true">Esc</kbd>
        </button>
      </div>
    </section>
  );
}
