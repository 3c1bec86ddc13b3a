import { expect, test } from 'vitest';
import { schemaDocuments } from '../../src/cli/schema-documents.ts';
import { readText } from './khasan-heights.ts';

test.each(schemaDocuments().map(({ file, text }) => [file, text]))(
  '%s is what the game checks by; npm run validate -- --schemas writes it',
  (file, text) => {
    expect(readText(file)).toBe(text);
  },
);

test('every field of a scenario is described, or named so that it needs no description', () => {
  const scenario = schemaDocuments().find(({ file }) => file.includes('scenario.schema'));
  const { properties } = JSON.parse(scenario?.text ?? '{}') as { properties: Record<string, { description?: string }> };
  const plain = ['format', 'version', 'grade', 'clock', 'objectives', 'surprises'];
  const bare = Object.keys(properties).filter((key) => properties[key]?.description === undefined);
  expect(bare.filter((key) => !plain.includes(key))).toEqual([]);
});
