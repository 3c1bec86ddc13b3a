/** The chapters as they lie in the assets, for tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Chapter, parseChapter } from '../../../src/battle/rulebook/chapter.ts';

const FOLDER = join(import.meta.dirname, '../../../assets/rulebook/en');

export const chapters: readonly Chapter[] = readdirSync(FOLDER)
  .sort()
  .map((file) => parseChapter(file, readFileSync(join(FOLDER, file), 'utf8')));
