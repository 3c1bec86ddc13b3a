/**
 * Reads the imports and words of source files and names every offence against the house's walls: imports that run
 * against the arrows, cycles, re-exporting index files, and what the rooms hex to ai may not know. Works on texts by
 * path, so that a test can hand it made-up ones. Patterns rather than a parser: it is quick, and errs on suspicion.
 */

/** Source texts by path from src, such as `rules/sight.ts`. */
export type Sources = ReadonlyMap<string, string>;

interface Import {
  readonly target: string;
  readonly line: number;
}

const CORE_ROOMS = ['hex', 'model', 'rules', 'scenario', 'battle', 'ai'];

/** Every room and the rooms it may import from, itself included. */
const MAY_IMPORT: ReadonlyMap<string, readonly string[]> = new Map([
  ...CORE_ROOMS.map((room, place) => [room, CORE_ROOMS.slice(0, place + 1)] as const),
  ['ui', [...CORE_ROOMS, 'ui']],
  ['cli', [...CORE_ROOMS, 'cli']],
]);

/** Packages without browser, Node, clock or chance of their own. */
const CORE_PACKAGES = ['honeycomb-grid', 'seedrandom', 'valibot'];

/** What differs between engines, machines or runs. */
const FORBIDDEN_IN_CORE: readonly (readonly [RegExp, string])[] = [
  [/(?<!\b\d+ ?)\*\*|\*\*(?! ?\d+\b(?!\.))|\.\d+ ?\*\*/g, '** on anything but whole literals differs between engines'],
  [/\.localeCompare\s*\(/g, 'localeCompare orders differently between engines'],
  [/\.toLocale\w+\s*\(/g, 'toLocale… depends on the machine'],
  [/\bMath\s*\??\.\s*random\b/g, 'Math.random: chance comes from the dice'],
  [
    /\bMath\s*\??\.\s*(?:a?(?:sin|cos|tan)h?|atan2|exp(?:m1)?|log(?:2|10|1p)?|pow|cbrt|hypot)\b/g,
    'this Math function differs between engines',
  ],
  [/\bMath\s*(?:\?\.)?\[|\}\s*=\s*Math\b/g, 'Math by computed or borrowed names cannot be checked'],
  [/(?<![.\w$])Date\b(?!\s*\??:)/g, 'Date: the only clock is that of the battle'],
  [/(?<![.\w$])Intl\b(?!\s*\??:)/g, 'Intl depends on the machine'],
];

const TEXT_OR_COMMENT = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;

const IMPORT = new RegExp(
  [
    /\b(?:import|export)\s*(?:type\b)?[\w\s$*{},]*?\bfrom\s*["']([^"'\n]+)["']/, // import … from, export … from
    /\bimport\s*\(?\s*["']([^"'\n]+)["']/, // for effect, or later
    /\bnew\s+URL\(\s*["'](\.[^"'\n]+)["']\s*,\s*import\.meta\.url/, // a worker's file
  ]
    .map((pattern) => pattern.source)
    .join('|'),
  'g',
);

/** Every offence in these sources, as sentences that begin with the place; in order of path, then of line. */
export function listOffences(sources: Sources): readonly string[] {
  const paths = [...sources.keys()].sort();
  const imports = new Map(paths.map((path) => [path, importsOf(sources.get(path) ?? '')]));
  return [
    ...paths.flatMap((path) => [
      ...listMisplacements(path),
      ...(imports.get(path) ?? []).flatMap((entry) => listImportOffences(path, entry)),
      ...(CORE_ROOMS.includes(roomOf(path)) ? listForbiddenWords(path, sources.get(path) ?? '') : []),
    ]),
    ...listCycles(imports),
  ];
}

function listMisplacements(path: string): string[] {
  const offences: string[] = [];
  if (!MAY_IMPORT.has(roomOf(path)))
    offences.push(`${path} stands in no room; rooms: ${[...MAY_IMPORT.keys()].join(', ')}`);
  if (/(?:^|\/)index\.[mc]?[jt]sx?$/.test(path)) {
    offences.push(`${path} is an index file: import each name from the file that defines it`);
  }
  return offences;
}

function listImportOffences(path: string, { target, line }: Import): string[] {
  const room = roomOf(path);
  const place = `${path}:${line}`;
  if (!target.startsWith('.')) return listPackageOffences(place, room, target);
  const to = resolvePath(path, target);
  if (to.startsWith('../tests/')) return [`${place} imports ${target}: the game does not know its tests`];
  if (to.startsWith('../')) return [];
  const allowed = MAY_IMPORT.get(room) ?? [];
  return allowed.includes(roomOf(to)) ? [] : [`${place} imports ${to}: ${room} may import only ${allowed.join(', ')}`];
}

function listPackageOffences(place: string, room: string, target: string): string[] {
  if (room === 'ui' && target.startsWith('node:')) return [`${place} imports ${target}: there is no Node in a browser`];
  if (!CORE_ROOMS.includes(room)) return [];
  const name = target.split('/')[0] ?? '';
  if (CORE_PACKAGES.includes(name)) return [];
  return [`${place} imports ${target}: of packages, ${room} may import only ${CORE_PACKAGES.join(', ')}`];
}

function listForbiddenWords(path: string, source: string): string[] {
  const code = withoutTexts(withoutComments(source));
  return FORBIDDEN_IN_CORE.flatMap(([pattern, reason]) =>
    [...code.matchAll(pattern)].map((match) => ({ line: lineAt(code, match.index), reason })),
  )
    .sort((a, b) => a.line - b.line)
    .map(({ line, reason }) => `${path}:${line} ${reason}`);
}

/** One sentence for each ring of imports, type imports included, starting at its first path. */
function listCycles(imports: ReadonlyMap<string, readonly Import[]>): string[] {
  const offences: string[] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): void => {
    const start = trail.indexOf(path);
    if (start >= 0) offences.push(`cycle: ${[...trail.slice(start), path].join(' -> ')}`);
    if (start >= 0 || done.has(path)) return;
    trail.push(path);
    for (const { target } of imports.get(path) ?? []) {
      const to = target.startsWith('.') ? resolvePath(path, target) : '';
      if (imports.has(to)) visit(to);
    }
    trail.pop();
    done.add(path);
  };
  for (const path of imports.keys()) visit(path);
  return offences;
}

function importsOf(source: string): readonly Import[] {
  const code = withoutComments(source);
  return [...code.matchAll(IMPORT)].map((match) => ({
    target: match[1] ?? match[2] ?? match[3] ?? '',
    line: lineAt(code, match.index),
  }));
}

function withoutComments(source: string): string {
  return source.replace(TEXT_OR_COMMENT, (found) => (found.startsWith('/') ? blankOf(found) : found));
}

/** Blanks the words inside quotes; what stands in `${…}` is code and stays. */
function withoutTexts(code: string): string {
  return code.replace(TEXT_OR_COMMENT, (found) => {
    if (!found.startsWith('`')) return blankOf(found);
    return found.replace(/\$\{([^}]*)\}|[^\n]/g, (part) => (part.startsWith('${') ? part : ' '));
  });
}

/** As many spaces, lines kept, so that line numbers stay true. */
function blankOf(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

function lineAt(code: string, index: number): number {
  return code.slice(0, index).split('\n').length;
}

function roomOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : '';
}

/** A relative import as a path from src; begins with `../` when it leaves src. */
function resolvePath(from: string, target: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const step of (target.split('?')[0] ?? '').split('/')) {
    if (step === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/').replace(/^\.\.\/src\//, '');
}
