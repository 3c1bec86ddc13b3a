/** The rulebook: contents and search at the left, a chapter beside them. A page of its own, or laid over a battle. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Block, type Chapter, listHeadings } from '../../battle/rulebook/chapter.ts';
import type { Light } from '../../model/clock.ts';
import { countText, text } from '../hud/text.ts';
import { formatPlace } from './address.ts';
import {
  chapterOf,
  CHAPTERS,
  findPassages,
  listPassages,
  markFinds,
  type Passage,
  rowsOf,
  wordsOf,
} from './chapters.ts';
import { Markdown, sectionId } from './markdown.tsx';

export interface RulebookProps {
  /** Empty for the first chapter, and for its beginning. */
  readonly chapter: string;
  readonly section: string;
  /** Light of the battle it lies over. */
  readonly over?: Light;
  readonly onClose: () => void;
}

export function Rulebook({ chapter: id, section, over, onClose }: RulebookProps) {
  const chapter = chapterOf(id);
  const [sought, seek] = useState('');
  // Counts what was chosen from a search: it may be the place one is at already.
  const [chosen, choose] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    seek('');
    document.title = `${chapter.title} — ${text('ui.book.title')} — ${text('ui.title.name')}`;
    turnTo(section);
    if (section === '') frame.current?.scrollTo(0, 0);
  }, [chapter.id, section, chosen]);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => hear(event, search.current, onClose, over);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  const onChoose = (): void => {
    seek('');
    choose(chosen + 1);
  };
  const content = (
    <>
      <header class="book-head">
        <h1 id="book-title">{text('ui.book.title')}</h1>
        <button type="button" class="button" onClick={onClose}>
          {text(over === undefined ? 'ui.book.toTitle' : 'ui.book.toBattle')}
        </button>
      </header>
      <div class="book-columns">
        <Contents chapter={chapter} sought={sought} onSeek={seek} search={search} />
        {sought.trim() === '' ? <Reading chapter={chapter} /> : <Finds sought={sought} onChoose={onChoose} />}
      </div>
    </>
  );
  return over === undefined ? (
    <div class="book" ref={frame}>
      <main class="book-page">{content}</main>
    </div>
  ) : (
    <div
      class="book book-over"
      ref={frame}
      role="dialog"
      aria-modal="true"
      aria-labelledby="book-title"
      data-light={over}
    >
      <div class="book-page">{content}</div>
    </div>
  );
}

/** Shows a section and gives it the focus, so that it is read next; the chapter's beginning where there is none. */
function turnTo(section: string): void {
  const heading = document.getElementById(section === '' ? 'chapter-title' : sectionId(section));
  heading?.focus({ preventScroll: true });
  if (section === '' || heading === null) return;
  heading.scrollIntoView({ block: 'start' });
  // The right letters come late on a first visit, and move everything below them.
  void document.fonts.ready.then(() => {
    if (document.activeElement === heading) heading.scrollIntoView({ block: 'start' });
  });
}

/** `/` goes to the search; Esc empties it, and then closes a book that lies over a battle. */
function hear(
  event: KeyboardEvent,
  search: HTMLInputElement | null,
  onClose: () => void,
  over: Light | undefined,
): void {
  const isSearching = document.activeElement === search;
  if (event.key === '/' && !isSearching) {
    event.preventDefault();
    search?.focus();
    search?.select();
  }
  // A search field empties itself.
  if (event.key === 'Escape' && over !== undefined && (!isSearching || search?.value === '')) onClose();
}

interface ContentsProps {
  readonly chapter: Chapter;
  readonly sought: string;
  readonly onSeek: (sought: string) => void;
  readonly search: { current: HTMLInputElement | null };
}

function Contents({ chapter, sought, onSeek, search }: ContentsProps) {
  // On a narrow screen the list is put away until it is wanted.
  const [isOpen, open] = useState(false);
  useEffect(() => open(false), [chapter.id]);
  return (
    <nav class="book-contents" aria-label={text('ui.book.contents')}>
      <label class="field">
        <span>
          {text('ui.book.search')} <kbd aria-hidden="true">/</kbd>
        </span>
        <input ref={search} type="search" value={sought} onInput={(event) => onSeek(event.currentTarget.value)} />
      </label>
      <button type="button" class="button book-toggle" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
        {text('ui.book.contents')}
      </button>
      <ol class="book-list" data-open={isOpen}>
        {CHAPTERS.map((one) => (
          <li key={one.id}>
            <a href={addressOf(one.id)} aria-current={one.id === chapter.id ? 'page' : undefined}>
              <span class="book-number">{one.number}</span> {one.title}
            </a>
            {one.id === chapter.id && <Sections chapter={one} onChoose={() => open(false)} />}
          </li>
        ))}
      </ol>
    </nav>
  );
}

const Sections = ({ chapter, onChoose }: { readonly chapter: Chapter; readonly onChoose: () => void }) => (
  <ul>
    {listHeadings(chapter)
      .filter(({ level }) => level === 2)
      .map(({ words, slug }) => (
        <li key={slug}>
          <a href={addressOf(chapter.id, slug)} onClick={onChoose}>
            {words}
          </a>
        </li>
      ))}
  </ul>
);

const addressOf = (chapter: string, section = ''): string => formatPlace({ kind: 'rules', chapter, section });

/** Where a chapter's link leads: `sight`, `sight#hearing`, or `#hearing` within it. */
const linkIn =
  (chapter: Chapter) =>
  (to: string): string => {
    const [id = '', section = ''] = to.split('#');
    return addressOf(id === '' ? chapter.id : id, section);
  };

function Reading({ chapter }: { readonly chapter: Chapter }) {
  const before = CHAPTERS[chapter.number - 1];
  const after = CHAPTERS[chapter.number + 1];
  return (
    <article class="book-chapter">
      <p class="eyebrow">{text('ui.book.chapter', { number: chapter.number })}</p>
      <h2 id="chapter-title" tabIndex={-1}>
        {chapter.title}
      </h2>
      {chapter.blocks.map((block, place) => (
        <Stretch key={place} chapter={chapter} block={block} />
      ))}
      <p class="book-turn">
        {before !== undefined && <a href={addressOf(before.id)}>← {before.title}</a>}
        {after !== undefined && <a href={addressOf(after.id)}>{after.title} →</a>}
      </p>
    </article>
  );
}

function Stretch({ chapter, block }: { readonly chapter: Chapter; readonly block: Block }) {
  if (block.kind === 'table') return <BookTable block={block} />;
  const words = <Markdown text={typeset(wordsOf(block))} addressOf={linkIn(chapter)} />;
  return block.kind === 'example' ? <div class="book-example">{words}</div> : words;
}

/** As a printer sets it: apostrophes curved; a sign and its figure, a figure and its unit, on one line. */
const typeset = (words: string): string =>
  words
    .replace(/(\w)'/g, '$1’')
    .replace(/([×÷]) (?=\d)/g, '$1\u00a0')
    .replace(/(\d) (?=(?:%|m|m²|km|km\/h|ha|min|mm)(?:[^\w]|$))/g, '$1\u00a0');

function BookTable({ block }: { readonly block: Extract<Block, { readonly kind: 'table' }> }) {
  const [label, ...heads] = block.heads;
  const caption = `table-${block.name}`;
  return (
    <figure class="book-figure">
      <figcaption id={caption}>{typeset(block.caption)}</figcaption>
      {/* Wide tables are moved sideways on a narrow screen, by key too. */}
      <div class="book-table" tabIndex={0} role="group" aria-labelledby={caption}>
        <table aria-labelledby={caption}>
          <thead>
            <tr>
              {label === '' ? <td /> : <th scope="col">{label}</th>}
              {heads.map((head) => (
                <th key={head} scope="col" class="number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rowsOf(block.name).map(([name, ...cells], row) => (
              <tr key={row}>
                <th scope="row">{name}</th>
                {cells.map((cell, column) => (
                  <td key={column} class="number">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

/** As many as one looks through. */
const MOST_FINDS = 40;

function Finds({ sought, onChoose }: { readonly sought: string; readonly onChoose: () => void }) {
  const finds = findPassages(listPassages(), sought);
  return (
    <section class="book-chapter book-finds" aria-label={text('ui.book.finds')}>
      <p role="status">{countText('ui.book.found', finds.length)}</p>
      <ol>
        {finds.slice(0, MOST_FINDS).map((passage, place) => (
          <li key={place}>
            <Find passage={passage} sought={sought} onChoose={onChoose} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Find(props: { readonly passage: Passage; readonly sought: string; readonly onChoose: () => void }) {
  const { chapter, heading, section, words } = props.passage;
  return (
    <>
      <a href={addressOf(chapter.id, section)} onClick={props.onChoose}>
        {heading === chapter.title ? heading : `${chapter.title}: ${heading}`}
      </a>
      {words !== heading && (
        <p>
          {markFinds(words, props.sought).map((part, place) =>
            part.isFound ? <mark key={place}>{part.text}</mark> : <span key={place}>{part.text}</span>,
          )}
        </p>
      )}
    </>
  );
}
