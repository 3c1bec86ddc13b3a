/** The drills of this folder by name, in the order of the alphabet. */
const FILES = import.meta.glob<unknown>('./*.json', { eager: true, import: 'default' });

export const DRILL_FILES: ReadonlyMap<string, unknown> = new Map(
  Object.entries(FILES)
    .map(([path, input]) => [path.slice(2, -5), input] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);
