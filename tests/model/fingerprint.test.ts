import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, fingerprint } from '../../src/model/fingerprint.ts';

describe('canonical JSON', () => {
  test('the order in which keys were written does not matter', () => {
    expect(canonicalJson({ men: 3, at: [1, { b: null, a: 'x' }] })).toBe('{"at":[1,{"a":"x","b":null}],"men":3}');
  });

  test('a key that holds undefined is as good as absent', () => {
    expect(canonicalJson({ a: undefined, b: true })).toBe(canonicalJson({ b: true }));
  });

  test('whatever JSON can say is read back as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test.each([[Number.NaN], [Infinity], [new Map()], [() => 0], [[undefined]]])('%s is a bug', (value) => {
    expect(() => canonicalJson(value)).toThrow('canonical form');
  });
});

describe('fingerprints', () => {
  test('the same text has the same 16 hex digits today and tomorrow', () => {
    const table: [text: string, digits: string][] = [
      ['', '35559319f6cc8556'],
      ['a', '75ca617a5772ccb7'],
      ['張鼓峰', 'fbc740f235adf3c1'],
      ['{"men":110}', 'ba77dd87fc9902c6'],
    ];
    expect(table.map(([text]) => [text, fingerprint(text)])).toEqual(table);
  });

  test('every fingerprint is 16 small hex digits', () => {
    fc.assert(fc.property(fc.string(), (text) => /^[0-9a-f]{16}$/.test(fingerprint(text))));
  });

  test('a hundred thousand states that differ in a number have different fingerprints, in either half nearly so', () => {
    const prints = Array.from({ length: 100_000 }, (_, men) => fingerprint(`{"men":${men}}`));
    expect(new Set(prints).size).toBe(prints.length);
    expect(new Set(prints.map((print) => print.slice(0, 8))).size).toBeGreaterThan(99_990);
    expect(new Set(prints.map((print) => print.slice(8))).size).toBeGreaterThan(99_990);
  });
});
