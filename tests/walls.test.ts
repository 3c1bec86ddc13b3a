/** Holds up the walls of the house: which room may import from which, and what the rooms hex to ai may not know. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listOffences } from './walls.ts';

const SRC = join(import.meta.dirname, '..', 'src');

function readSources(): ReadonlyMap<string, string> {
  const paths = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.[mc]?[jt]sx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => path.split(sep).join('/'));
  return new Map(paths.map((path) => [path, readFileSync(join(SRC, path), 'utf8')]));
}

const offencesIn = (sources: Readonly<Record<string, string>>): readonly string[] =>
  listOffences(new Map(Object.entries(sources)));

describe('the house', () => {
  const sources = readSources();

  test('has sources to look at', () => {
    expect(sources.size).toBeGreaterThan(0);
  });

  test('keeps its walls', () => {
    expect(listOffences(sources).join('\n')).toBe('');
  });
});

describe('the rules', () => {
  /** Comments may name a source; code may not name a battle, an army or a side. */
  const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
  const NAMES = /soviet|japan|mongol|manchu|khasan|nomonhan|khalkhin|zaozern/i;

  test('name no battle and no side', () => {
    const offenders = [...readSources()]
      .filter(([path]) => path.startsWith('rules/'))
      .flatMap(([path, code]) =>
        withoutComments(code)
          .split('\n')
          .flatMap((line) => (NAMES.test(line) ? [`${path}: ${line.trim()}`] : [])),
      );
    expect(offenders).toEqual([]);
  });
});

describe('the look-out', () => {
  test('sees an import against the arrows, however it is written', () => {
    expect(
      offencesIn({
        'rules/sight.ts': [
          "import type { Journal } from '../battle/journal.ts';",
          "import {\n  seek,\n} from '../ai/seek.ts';",
          "export * from '../scenario/read.ts';",
          "const later = await import('../ui/map/scene.ts');",
          "import '../cli/battle.ts';",
          "import '../../src/ui/main.ts';",
        ].join('\n'),
      }),
    ).toEqual([
      'rules/sight.ts:1 imports battle/journal.ts: rules may import only hex, model, rules',
      'rules/sight.ts:2 imports ai/seek.ts: rules may import only hex, model, rules',
      'rules/sight.ts:5 imports scenario/read.ts: rules may import only hex, model, rules',
      'rules/sight.ts:6 imports ui/map/scene.ts: rules may import only hex, model, rules',
      'rules/sight.ts:7 imports cli/battle.ts: rules may import only hex, model, rules',
      'rules/sight.ts:8 imports ui/main.ts: rules may import only hex, model, rules',
    ]);
  });

  test('keeps the screen and the command line apart', () => {
    expect(
      offencesIn({
        'ui/main.ts': "import { run } from '../cli/run.ts';\nimport { readFile } from 'node:fs';",
        'cli/run.ts': "new Worker(new URL('../ui/thinker.worker.ts', import.meta.url));",
      }),
    ).toHaveLength(3);
  });

  test('sees a ring of imports, of types too', () => {
    expect(
      offencesIn({
        'hex/a.ts': "import { b } from './b.ts';",
        'hex/b.ts': "import { c } from './deep/c.ts';",
        'hex/deep/c.ts': "import type { A } from '../a.ts';",
      }),
    ).toEqual(['cycle: hex/a.ts -> hex/b.ts -> hex/deep/c.ts -> hex/a.ts']);
  });

  test('sees index files and files outside the rooms', () => {
    expect(offencesIn({ 'rules/fire/index.ts': '', 'helpers.ts': '' })).toHaveLength(2);
  });

  test.each([
    ['a power of a variable', 'const area = radius ** 2;'],
    ['a power by a variable', 'const share = 2 ** n;'],
    ['a root written as a power', 'const root = 2 ** 0.5;'],
    ['a power of a fraction', 'const share = 0.5 ** 2;'],
    ['a power assigned', 'area **= 2;'],
    ['a negative power', 'const tenth = 10 ** -1;'],
    ['an order of a language', 'names.sort((a, b) => a.localeCompare(b));'],
    ['a number in local dress', 'men.toLocaleString()'],
    ['chance from outside', 'const die = Math.random();'],
    ['a sine', 'const y = Math.sin(x);'],
    ['a logarithm', 'const y = Math.log10(x);'],
    ['a hypotenuse inside a text', 'const text = `${Math.hypot(x, y)} m`;'],
    ['a borrowed sine', 'const { sin } = Math;'],
    ['a clock', 'const now = Date.now();'],
    ['a date', 'const now = new Date();'],
    ['Node', "import { readFileSync } from 'node:fs';"],
    ['Node without its prefix', "import fs from 'fs';"],
    ['a screen', "import Phaser from 'phaser';"],
    ['part of a package', "import { signal } from '@preact/signals';"],
    ['the tests', "import { drawn } from '../../tests/drawn.ts';"],
  ])('sees in the core %s', (_what, source) => {
    expect(offencesIn({ 'rules/made-up.ts': source })).toHaveLength(1);
    const outside = offencesIn({ 'cli/made-up.ts': source });
    expect(outside).toHaveLength(source.includes('tests/') ? 1 : 0);
  });

  test.each([
    ['whole literals', 'const bits = 2 ** 32;'],
    ['exact functions', 'const n = Math.floor(Math.sqrt(Math.max(a, b)));'],
    ['a comment', '// Math.sin(x) and a ** b, import "phaser"\n/** Date.now() */'],
    ['a text', "const text = 'Date: a ** b';"],
    ['longer names', 'type StartDate = string; const logbook = record.log(x); lookup.Date;'],
    ['its own packages', "import * as v from 'valibot';\nimport alea from 'seedrandom/lib/alea';"],
    ['rooms to the left', "import type { Hex } from '../hex/hex.ts';\nimport { seen } from './sight.ts';"],
    ['a file name in a word', "export const from = 'x';\nexport function run(): string { return '../ui/a.ts'; }"],
  ])('lets the core use %s', (_what, source) => {
    expect(offencesIn({ 'rules/made-up.ts': source })).toEqual([]);
  });
});
