/**
 * A chapter of the rulebook as written: Markdown whose words are the chapter's and whose figures come from the engine.
 * On lines of their own stand `{{table NAME}}`, with a caption and a row of heads under it, and `{{example NAME}}` …
 * `{{end}}`; `{figure}` and `{share%}` stand for figures, inside an example for the example's own.
 */
import { assert, present } from '../../model/assert.ts';

/** A stretch of a chapter. Texts are Markdown with figures still to be filled in. */
export type Block =
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'table'; readonly name: string; readonly caption: string; readonly heads: readonly string[] }
  | { readonly kind: 'example'; readonly name: string; readonly text: string };

export interface Chapter {
  /** From the name of the file: `02-movement.md` is chapter 2, `movement`. */
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** Everything below the title. */
  readonly blocks: readonly Block[];
}

export interface Heading {
  /** 2 or 3; the title is the only heading of level 1. */
  readonly level: number;
  readonly words: string;
  readonly slug: string;
}

/** Reads a chapter; throws with file and line where it is not written as it should be. */
export function parseChapter(file: string, text: string): Chapter {
  const name = /^(\d\d)-([a-z-]+)\.md$/.exec(file);
  const lines = text.split('\n');
  const title = /^# (.+)$/.exec(lines[0] ?? '')?.[1];
  assert(name !== null, `${file}: expected a name such as 02-movement.md`);
  return {
    id: name[2] ?? '',
    number: Number(name[1]),
    title: present(title, `${file}, line 1: expected the title, '# …'`),
    blocks: blocksOf(file, lines, 1),
  };
}

const PLACE = /^\{\{(table|example) ([a-z0-9-]+)\}\}$/;
const END = '{{end}}';

function blocksOf(file: string, lines: readonly string[], from: number): Block[] {
  const blocks: Block[] = [];
  let prose: string[] = [];
  const closeProse = (): void => {
    const text = prose.join('\n').trim();
    if (text !== '') blocks.push({ kind: 'prose', text });
    prose = [];
  };
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const place = PLACE.exec(line);
    if (place === null) {
      assert(!line.includes('{{'), `${file}, line ${at + 1}: '${line}' is no table, example or end`);
      prose.push(line);
      continue;
    }
    closeProse();
    const [, kind, name = ''] = place;
    if (kind === 'table') {
      const heads = headsOf(present(lines[at + 2], `${file}, line ${at + 3}: expected heads`));
      assert(heads.length > 0, `${file}, line ${at + 3}: expected heads such as '| Ground | On foot |'`);
      blocks.push({ kind: 'table', name, caption: lines[at + 1] ?? '', heads });
      at += 2;
    } else {
      const end = lines.indexOf(END, at);
      assert(end !== -1, `${file}, line ${at + 1}: the example has no ${END}`);
      blocks.push({
        kind: 'example',
        name,
        text: lines
          .slice(at + 1, end)
          .join('\n')
          .trim(),
      });
      at = end;
    }
  }
  closeProse();
  return blocks;
}

/** `| Ground | On foot |` as words. */
const headsOf = (line: string): readonly string[] =>
  /^\|.*\|$/.test(line)
    ? line
        .slice(1, -1)
        .split('|')
        .map((head) => head.trim())
    : [];

const textOf = (block: Block): string => (block.kind === 'table' ? '' : block.text);

/** Headings below the title, in order. */
export const listHeadings = (chapter: Chapter): readonly Heading[] =>
  chapter.blocks.flatMap((block) =>
    [...textOf(block).matchAll(/^(#+) (.+)$/gm)].map(([, signs = '', words = '']) => ({
      level: signs.length,
      words,
      slug: slugOf(words),
    })),
  );

/** Where links of the chapter lead: `sight`, `sight#by-night`, or `#by-night` within it. */
export const listLinks = (chapter: Chapter): readonly string[] =>
  chapter.blocks.flatMap((block) => [...textOf(block).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to));

/** A heading as part of an address: small letters, figures and hyphens. */
export const slugOf = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Figures a text asks for, without the per cent sign. */
export const listFigures = (text: string): readonly string[] => [...text.matchAll(FIGURE)].map(([, name = '']) => name);

const FIGURE = /\{([A-Za-z]\w*)(%?)\}/g;

/** A number, or a word that comes out of the arithmetic. */
export type Figure = number | string;
export type Figures = Readonly<Record<string, Figure>>;

/** The text with its figures in place; every one it asks for must be there. */
export const fillIn = (text: string, figures: Figures): string =>
  text.replace(FIGURE, (_, name: string, sign: string) => {
    const figure = present(figures[name], `no figure ${name}`);
    return sign === '' ? figureText(figure) : percentText(figure);
  });

/** A figure as printed: as many places as the eye can use, thousands apart. */
export function figureText(figure: Figure): string {
  if (typeof figure === 'string') return figure;
  const size = Math.abs(figure);
  const places = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4;
  // What is rounded to nothing has lost its sign.
  const rounded = Number(figure.toFixed(places));
  const [whole = '', broken = ''] = (rounded === 0 ? 0 : rounded).toFixed(places).split('.');
  const rest = broken.replace(/0+$/, '');
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ',').replace('-', '−');
  return rest === '' ? apart : `${apart}.${rest}`;
}

/** A share in per cent. */
function percentText(figure: Figure): string {
  assert(typeof figure === 'number', `${figure} is no share`);
  return `${figureText(Math.round(figure * 1000) / 10)} %`;
}
