/**
 * The rulebook as the screen has it: chapters in order, and passages to be searched, each with the heading it stands under.
 */
import {
  type Block,
  type Chapter,
  fillIn,
  type Figures,
  figureText,
  parseChapter,
  slugOf,
} from '../../battle/rulebook/chapter.ts';
import { EXAMPLES, FIGURES, TABLES } from '../../battle/rulebook/contents.ts';
import type { Cell } from '../../battle/rulebook/table.ts';
import { present } from '../../model/assert.ts';

const FILES = import.meta.glob<string>('../../../assets/rulebook/en/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** In the order of their numbers. */
export const CHAPTERS: readonly Chapter[] = Object.entries(FILES)
  .map(([path, text]) => parseChapter(path.slice(path.lastIndexOf('/') + 1), text))
  .sort((one, other) => one.number - other.number);

/** The chapter of that id; the first where there is none. */
export const chapterOf = (id: string): Chapter =>
  present(CHAPTERS.find((chapter) => chapter.id === id) ?? CHAPTERS[0], 'a rulebook without chapters');

/** Markdown of a stretch of words, its figures worked out. */
export function wordsOf(block: Extract<Block, { readonly text: string }>): string {
  const figures: Figures =
    block.kind === 'example' ? present(EXAMPLES[block.name], `no example ${block.name}`)() : FIGURES;
  return fillIn(block.text, figures);
}

/** Rows of a table as printed. */
export const rowsOf = (name: string): readonly (readonly string[])[] =>
  present(TABLES[name], `no table ${name}`)().rows.map((row) => row.map(cellText));

const cellText = (cell: Cell): string => (cell === null ? '–' : figureText(cell));

/** A paragraph, a point of a list, a heading or a table of the book. */
export interface Passage {
  readonly chapter: Chapter;
  /** Heading it stands under; the chapter's title above the first. */
  readonly heading: string;
  /** Address of the heading; empty for the chapter's beginning. */
  readonly section: string;
  readonly words: string;
}

let passages: readonly Passage[] | undefined;

/** Every passage of the book in order. Worked out once. */
export const listPassages = (): readonly Passage[] => (passages ??= CHAPTERS.flatMap(passagesOf));

function passagesOf(chapter: Chapter): Passage[] {
  const found: Passage[] = [];
  let heading = chapter.title;
  let section = '';
  const add = (words: string): number => found.push({ chapter, heading, section, words });
  add(chapter.title);
  for (const block of chapter.blocks) {
    if (block.kind === 'table') {
      add(
        `${block.caption}: ${rowsOf(block.name)
          .map(([label]) => label)
          .join(', ')}`,
      );
      continue;
    }
    for (const paragraph of wordsOf(block).split(/\n+/)) {
      const words = plainOf(paragraph);
      if (/^#+ /.test(paragraph)) {
        heading = words;
        section = slugOf(words);
      }
      if (words !== '') add(words);
    }
  }
  return found;
}

/** Without the marks of Markdown. */
const plainOf = (line: string): string =>
  line
    .replace(/^(#+|\d+\.|-) /, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*+/g, '')
    .trim();

/** Passages in which every word that is sought occurs, headings first. Nothing for an empty search. */
export function findPassages(all: readonly Passage[], sought: string): readonly Passage[] {
  const words = soughtWords(sought);
  if (words.length === 0) return [];
  const found = all.filter((passage) => {
    const text = `${passage.heading} ${passage.words}`.toLowerCase();
    const own = passage.words.toLowerCase();
    return words.every((word) => text.includes(word)) && words.some((word) => own.includes(word));
  });
  const isHeading = (passage: Passage): boolean => passage.words === passage.heading;
  return [...found.filter(isHeading), ...found.filter((passage) => !isHeading(passage))];
}

const soughtWords = (sought: string): readonly string[] => sought.toLowerCase().split(/\s+/).filter(Boolean);

/** A text cut into what was sought and what stands between, and shortened around the first find. */
export function markFinds(
  text: string,
  sought: string,
): readonly { readonly text: string; readonly isFound: boolean }[] {
  const words = soughtWords(sought).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (words.length === 0) return [{ text, isFound: false }];
  const first = text.search(new RegExp(words.join('|'), 'i'));
  const from = first > LEAD ? text.indexOf(' ', first - LEAD) + 1 : 0;
  const shown = text.slice(from, from + SHOWN);
  const whole = `${from > 0 ? '… ' : ''}${shown}${from + SHOWN < text.length ? ' …' : ''}`;
  return whole
    .split(new RegExp(`(${words.join('|')})`, 'i'))
    .map((part, place) => ({ text: part, isFound: place % 2 === 1 }))
    .filter((part) => part.text !== '');
}

/** Characters of a find that are shown, and how many of them before it. */
const SHOWN = 220;
const LEAD = 90;
