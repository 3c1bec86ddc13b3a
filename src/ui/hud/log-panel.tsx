/** What happened, in sentences: newest last, filtered by kind, each with its place on the map and its arithmetic. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Factor } from '../../model/factor.ts';
import type { SeenEvent } from '../../model/seen-event.ts';
import type { LogLine } from '../session/ledger.ts';
import { Arithmetic } from './arithmetic.tsx';
import type { Controller } from './controller.ts';
import { filterLog, findPlace, groupOf, LOG_FILTERS, type LogFilter } from './log.ts';
import { text } from './text.ts';

const factorsOf = (seen: SeenEvent): readonly Factor[] => ('factors' in seen ? seen.factors : []);

export function LogPanel({ controller }: { readonly controller: Controller }) {
  const [filter, setFilter] = useState<LogFilter>('all');
  const { log } = controller.view.value;
  const lines = filterLog(log, filter);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const element = list.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  }, [lines.length]);
  return (
    <>
      <fieldset class="segments">
        <legend class="hidden-words">{text('ui.log.filter')}</legend>
        {LOG_FILTERS.map((one) => (
          <label key={one} class="segment">
            <input type="radio" name="log-filter" checked={one === filter} onChange={() => setFilter(one)} />
            <span>{text(`ui.log.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      {lines.length === 0 && <p class="quiet">{text('ui.log.empty')}</p>}
      <ol class="log" ref={list} tabIndex={0} aria-label={text('ui.panel.log')}>
        {lines.map((line, index) => (
          <LogEntry key={index} line={line} onPlace={controller.centreOn} />
        ))}
      </ol>
    </>
  );
}

export function LogEntry({ line, onPlace }: { readonly line: LogLine; readonly onPlace: (hex: number) => void }) {
  const { seen } = line;
  if (seen.kind === 'turnStarted') {
    return (
      <li class="log-turn" data-side={seen.side}>
        {line.text}
      </li>
    );
  }
  const place = findPlace(seen);
  const isOwn = 'who' in seen && !Array.isArray(seen.who) && 'kind' in seen.who && seen.who.kind === 'own';
  return (
    <li class="log-line" data-kind={groupOf(seen)} data-own={isOwn}>
      {place === undefined ? (
        <span>{line.text}</span>
      ) : (
        <button type="button" class="log-place" onClick={() => onPlace(place)}>
          {line.text}
        </button>
      )}
      <Arithmetic factors={factorsOf(seen)} draws={seen.draws} />
    </li>
  );
}
