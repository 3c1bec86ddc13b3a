/** The message catalogues as files: what JSON lets pass without a word. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test.each(['battle', 'en', 'map'])('no message of the catalogue %s stands twice', (name) => {
  const file = `assets/text/${name === 'en' ? 'en' : `${name}.en`}.json`;
  const keys = [...readFileSync(file, 'utf8').matchAll(/^ {2}"([^"]+)":/gm)].map(([, key]) => key);
  expect(keys.length).toBeGreaterThan(10);
  expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
});
