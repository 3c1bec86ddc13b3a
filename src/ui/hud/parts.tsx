/** Small pieces that many panels share: key caps, bars, grades, unit symbols, disclosures. */
import type { ComponentChildren } from 'preact';
import type { Cited } from '../../model/map.ts';
import type { Side } from '../../model/side.ts';
import type { Branch } from '../../model/unit.ts';
import { sideName } from './describe.ts';
import { text } from './text.ts';

export function Cap({ caps }: { readonly caps: string }) {
  return caps === '' ? null : <kbd aria-hidden="true">{caps}</kbd>;
}

/** A share of something as a bar, with its words. */
export function Bar(props: {
  readonly label: string;
  readonly share: number;
  readonly words: string;
  readonly tone?: string;
}) {
  const percent = Math.round(Math.min(1, Math.max(0, props.share)) * 100);
  return (
    <div class="bar">
      <span class="bar-label">{props.label}</span>
      <span class="bar-track" data-tone={props.tone} aria-hidden="true">
        <span class="bar-fill" style={{ width: `${percent}%` }} />
      </span>
      <span class="bar-words">{props.words}</span>
    </div>
  );
}

/** How sure a figure is and where it is from; the letter is explained to whoever asks. */
export function GradeBadge({ cited }: { readonly cited: Cited }) {
  const meaning = text(`ui.grade.${cited.grade}`);
  return (
    <span class="grade" data-grade={cited.grade} title={`${meaning} ${cited.source}`}>
      <span aria-hidden="true">{cited.grade}</span>
      <span class="hidden-words">{text('ui.grade.spoken', { grade: cited.grade, meaning })}</span>
    </span>
  );
}

export function Source({ cited }: { readonly cited: Cited }) {
  return (
    <p class="source">
      <GradeBadge cited={cited} /> <span>{cited.source}</span>
    </p>
  );
}

export function SideMark({ side }: { readonly side: Side | null }) {
  if (side === null)
    return (
      <span class="side-mark" data-side="none">
        {text('ui.side.nobody')}
      </span>
    );
  return (
    <span class="side-mark" data-side={side}>
      <svg class="side-sign" viewBox="0 0 12 12" aria-hidden="true">
        {side === 'soviet' ? (
          <path d="M6 .5 7.6 4.5l4.2.2-3.3 2.7 1.1 4.1L6 9.2l-3.6 2.3 1.1-4.1L.2 4.7l4.2-.2z" />
        ) : (
          <circle cx="6" cy="6" r="5" />
        )}
      </svg>
      {sideName(side)}
    </span>
  );
}

/** Strokes inside the frame of a unit's symbol, by branch, in a box of 24 by 16. */
const STROKES: Readonly<Record<Branch, string>> = {
  rifles: 'M0 0 24 16M24 0 0 16',
  borderGuards: 'M0 0 24 16M24 0 0 16M0 3H24',
  machineGuns: 'M12 13V3M9 6l3-3 3 3M8 13h8',
  antiTank: 'M0 16 12 2 24 16',
  infantryGuns: 'M0 0 24 16M24 0 0 16M12 14V3',
  artillery: 'M12 8m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0',
  tanks: 'M8 4h8a4 4 0 0 1 0 8H8a4 4 0 0 1 0-8',
  cavalry: 'M0 16 24 0',
  engineers: 'M5 12V5h14v7M12 5v5',
  headquarters: 'M7 3V14M7 3 18 6 7 9',
  craft: 'M3 8 6 13H18L21 8ZM12 8V2',
};

export function UnitSymbol({ branch, side }: { readonly branch: Branch | null; readonly side: Side }) {
  return (
    <svg class="unit-symbol" data-side={side} viewBox="-1 -1 26 18" aria-hidden="true">
      <rect width="24" height="16" rx={side === 'japanese' ? 3 : 0} />
      {branch === null ? (
        <text x="12" y="13" text-anchor="middle">
          ?
        </text>
      ) : (
        <path d={STROKES[branch]} />
      )}
    </svg>
  );
}

export function Disclosure(props: { readonly summary: string; readonly children: ComponentChildren }) {
  return (
    <details class="disclosure">
      <summary>{props.summary}</summary>
      <div class="disclosure-body">{props.children}</div>
    </details>
  );
}

/** A labelled figure in a list of facts. */
export function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
