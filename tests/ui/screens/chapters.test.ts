/** The rulebook on the screen: chapters in order, what a search finds, how it is shown. */
import { describe, expect, test } from 'vitest';
import {
  chapterOf,
  CHAPTERS,
  findPassages,
  listPassages,
  markFinds,
  rowsOf,
} from '../../../src/ui/screens/chapters.ts';

describe('the rulebook', () => {
  test('opens at the first chapter where there is none of that name', () => {
    expect(CHAPTERS.map(({ number }) => number)).toEqual(CHAPTERS.map((_, place) => place));
    expect(chapterOf('fire').title).toBe('Fire');
    expect(chapterOf('no-such').number).toBe(0);
  });

  test('prints the numbers of the engine, and a dash where there is none', () => {
    expect(rowsOf('the-throw')[0]).toEqual(['1', '0.3']);
    const rifle = rowsOf('small-arms').find(([weapon]) => weapon === 'Mosin rifle 1891/30');
    expect(rifle).toEqual(['Mosin rifle 1891/30', '3', '0.012', '0.006', '0.002', '–', '800']);
  });

  test('leaves no mark of Markdown and no hole for a figure in what is searched', () => {
    for (const { words } of listPassages()) expect(words).not.toMatch(/[{}*]|\]\(|^#/);
  });
});

describe('a search', () => {
  const find = (sought: string) => findPassages(listPassages(), sought);

  test('finds headings first, then paragraphs, whatever the case', () => {
    const [first, ...rest] = find('REACTION fire');
    expect(first).toMatchObject({ section: 'return-and-reaction-fire', words: 'Return and reaction fire' });
    expect(rest.length).toBeGreaterThan(0);
  });

  test('wants every word, in the passage or its heading', () => {
    expect(find('dusk scrub').every(({ heading, words }) => /dusk/i.test(heading + words))).toBe(true);
    expect(find('dusk helicopter')).toEqual([]);
    expect(find('  ')).toEqual([]);
  });

  test('finds a table by what its rows are called', () => {
    expect(find('tank standing').map(({ chapter }) => chapter.id)).toContain('sight');
  });

  test('marks what was sought and shortens what is long', () => {
    expect(markFinds('A wood by night (dark)', 'Wood (dark)')).toEqual([
      { text: 'A ', isFound: false },
      { text: 'wood', isFound: true },
      { text: ' by night ', isFound: false },
      { text: '(dark)', isFound: true },
    ]);
    const long = markFinds(`${'word '.repeat(60)}needle ${'word '.repeat(60)}`, 'needle');
    expect(long.some(({ text, isFound }) => isFound && text === 'needle')).toBe(true);
    expect(long.map(({ text }) => text).join('')).toMatch(/^… word .* …$/);
  });
});
