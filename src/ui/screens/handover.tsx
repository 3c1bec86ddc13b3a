/** Between two people at one screen: a curtain over everything that names who sits down next, and nothing else. */
import { useEffect, useRef } from 'preact/hooks';
import type { Side } from '../../model/side.ts';
import { sideName } from '../hud/describe.ts';
import { SideMark } from '../hud/parts.tsx';
import { text } from '../hud/text.ts';

export interface HandoverProps {
  readonly next: Side;
  readonly turn: number;
  readonly hour: string;
  readonly onSit: () => void;
}

export function Handover({ next, turn, hour, onSit }: HandoverProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <section class="curtain" role="dialog" aria-modal="true" aria-labelledby="curtain-title">
      <div class="curtain-card">
        <p class="eyebrow">{text('ui.handover.when', { turn, hour })}</p>
        <h2 id="curtain-title">{text('ui.handover.title', { side: sideName(next) })}</h2>
        <p>
          <SideMark side={next} />
        </p>
        <p>{text('ui.handover.words')}</p>
        <button ref={button} type="button" class="button button-main button-large" onClick={onSit}>
          {text('ui.handover.ready', { side: sideName(next) })}
        </button>
      </div>
    </section>
  );
}
