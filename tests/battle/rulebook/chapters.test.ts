/** The book as a whole: what chapters call for exists, what exists is called for, and every link leads somewhere. */
import { describe, expect, test } from 'vitest';
import {
  type Block,
  type Chapter,
  fillIn,
  listFigures,
  listHeadings,
  listLinks,
} from '../../../src/battle/rulebook/chapter.ts';
import { EXAMPLES, FIGURES, TABLES } from '../../../src/battle/rulebook/contents.ts';
import { chapters } from './book.ts';

const blocksOf = <K extends Block['kind']>(kind: K): readonly (Extract<Block, { kind: K }> & { chapter: string })[] =>
  chapters.flatMap(({ id, blocks }) =>
    blocks.flatMap((block) =>
      block.kind === kind ? [{ ...(block as Extract<Block, { kind: K }>), chapter: id }] : [],
    ),
  );

const sorted = (names: readonly string[]): readonly string[] => [...names].sort();

describe('the rulebook', () => {
  test('has chapters in the order of their numbers, from 0 on', () => {
    const numbers = chapters.map(({ number }) => number);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(numbers[0]).toBe(0);
    expect(new Set(chapters.map(({ id }) => id)).size).toBe(chapters.length);
  });

  test('calls for every table once, and for none that is not there', () => {
    expect(sorted(blocksOf('table').map(({ name }) => name))).toEqual(sorted(Object.keys(TABLES)));
  });

  test('calls for every example once, and for none that is not there', () => {
    expect(sorted(blocksOf('example').map(({ name }) => name))).toEqual(sorted(Object.keys(EXAMPLES)));
  });

  test.each(blocksOf('table'))('table $name has a caption, a head for each cell, and no broken figures', (block) => {
    const rows = TABLES[block.name]?.().rows ?? [];
    expect(block.caption).not.toBe('');
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      expect(row).toHaveLength(block.heads.length);
      for (const cell of row) if (typeof cell === 'number') expect(cell).toSatisfy(Number.isFinite);
    }
  });

  test.each(blocksOf('example'))('example $name has every figure its lines ask for', ({ name, text }) => {
    const figures = EXAMPLES[name]?.() ?? {};
    expect(listFigures(text).filter((figure) => figures[figure] === undefined)).toEqual([]);
    expect(fillIn(text, figures)).not.toMatch(/[{}]|NaN|undefined/);
  });

  test('asks for every single figure, and for none that is not there', () => {
    const asked = blocksOf('prose').flatMap(({ text }) => listFigures(text));
    expect(sorted([...new Set(asked)])).toEqual(sorted(Object.keys(FIGURES)));
  });
});

describe.each(chapters)('chapter $number, $id', (chapter: Chapter) => {
  test('has an example', () => {
    expect(chapter.blocks.some(({ kind }) => kind === 'example')).toBe(true);
  });

  test('ends with its sources', () => {
    const last = chapter.blocks[chapter.blocks.length - 1];
    expect(last?.kind === 'prose' ? last.text : '').toMatch(/(^|\n)\*Source: [^*]+\*$/);
  });

  test('has headings in order, each with an address of its own', () => {
    const headings = listHeadings(chapter);
    headings.forEach(({ level, words }, place) => {
      // A figure would change the address with the rules.
      expect(words).not.toMatch(/[{}]/);
      expect(level).toBeGreaterThanOrEqual(2);
      expect(level).toBeLessThanOrEqual(Math.min(3, (headings[place - 1]?.level ?? 1) + 1));
    });
    expect(new Set(headings.map(({ slug }) => slug)).size).toBe(headings.length);
  });

  test('has no dead links', () => {
    const places = new Set(
      chapters.flatMap((other) => [other.id, ...listHeadings(other).map(({ slug }) => `${other.id}#${slug}`)]),
    );
    const links = listLinks(chapter).map((to) => (to.startsWith('#') ? `${chapter.id}${to}` : to));
    expect(links.filter((to) => !places.has(to))).toEqual([]);
  });
});
