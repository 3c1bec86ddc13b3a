/** How a chapter is read, and how figures are printed. */
import { describe, expect, test } from 'vitest';
import { figureText, fillIn, listHeadings, parseChapter, slugOf } from '../../../src/battle/rulebook/chapter.ts';

describe('a chapter', () => {
  const chapter = parseChapter(
    '07-made-up.md',
    [
      '# Made up',
      'Some words.',
      '',
      '## A heading, then',
      '{{table things}}',
      'Of things',
      '| Thing | How many |',
      '',
      '{{example one}}',
      'It is {n}.',
      '{{end}}',
      'More words.',
    ].join('\n'),
  );

  test('is words, tables and examples in the order written', () => {
    expect(chapter).toEqual({
      id: 'made-up',
      number: 7,
      title: 'Made up',
      blocks: [
        { kind: 'prose', text: 'Some words.\n\n## A heading, then' },
        { kind: 'table', name: 'things', caption: 'Of things', heads: ['Thing', 'How many'] },
        { kind: 'example', name: 'one', text: 'It is {n}.' },
        { kind: 'prose', text: 'More words.' },
      ],
    });
  });

  test('has headings with addresses', () => {
    expect(listHeadings(chapter)).toEqual([{ level: 2, words: 'A heading, then', slug: 'a-heading-then' }]);
    expect(slugOf('Return & reaction fire')).toBe('return-reaction-fire');
  });

  test.each([
    ['without a title', '00-x.md', 'Words.', /line 1: expected the title/],
    ['with another name', 'x.md', '# X', /expected a name such as 02-movement.md/],
    ['with a table without heads', '00-x.md', '# X\n{{table a}}\nOf a', /line 4: expected heads/],
    ['with an example that does not end', '00-x.md', '# X\n{{example a}}\nOf a', /line 2: the example has no {{end}}/],
    ['with a place nobody knows', '00-x.md', '# X\n{{picture a}}', /line 2: '{{picture a}}' is no table/],
  ])('%s is refused', (_, file, text, why) => {
    expect(() => parseChapter(file, text)).toThrow(why);
  });
});

describe('a figure', () => {
  test.each([
    [0, '0'],
    [1, '1'],
    [12.34, '12.3'],
    [2.5, '2.5'],
    [4.207792, '4.21'],
    [0.974026, '0.974'],
    [0.0192, '0.0192'],
    [0.1, '0.1'],
    [100, '100'],
    [9600, '9,600'],
    [123456, '123,456'],
    [-3.5, '−3.5'],
    [-1e-18, '0'],
    ['trenches', 'trenches'],
  ])('%s is printed %s', (figure, words) => {
    expect(figureText(figure)).toBe(words);
  });

  test('stands in its sentence plain or in per cent', () => {
    expect(fillIn('{men} men, {share%}; {share} is the share', { men: 4.2, share: 0.125 })).toBe(
      '4.2 men, 12.5 %; 0.125 is the share',
    );
    expect(() => fillIn('{men}', {})).toThrow('no figure men');
  });
});
