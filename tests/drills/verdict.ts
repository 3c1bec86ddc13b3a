/**
 * Whether a drill holds: the games of a drill are fought, their figures spread out and set beside the record. An outcome
 * holds when a figure the record allows lies in the middle 80 % of the games, or their mean within the record's range.
 */
import { present } from '../../src/model/assert.ts';
import { bySide, type BySide, SIDES } from '../../src/model/side.ts';
import { buildDrill, type Built } from './build.ts';
import type { Drill, Measured, Outcome, Show } from './drill.ts';
import { type Carried, fightDrill } from './fight.ts';
import { measure } from './measures.ts';
import type { Changes } from './patch.ts';

/** The figures of many games. */
interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly mean: number;
  /** Standard error of the mean; 0 where some never came to an end. */
  readonly error: number;
}

/** One line of the report. */
interface Line {
  readonly text: string;
  readonly verdict: 'holds' | 'fails' | 'fails as expected' | 'holds against expectation';
}

export interface Report {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly Line[];
  readonly holds: boolean;
  readonly seconds: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const mean = sorted.reduce((total, value) => total + value, 0) / Math.max(1, sorted.length);
  const square = sorted.reduce((total, value) => total + (value - mean) ** 2, 0) / Math.max(1, sorted.length - 1);
  return {
    low: at(0.1),
    median: at(0.5),
    high: at(0.9),
    mean,
    error: Number.isFinite(square) ? Math.sqrt(square / Math.max(1, sorted.length)) : 0,
  };
}

/** What a drill is fought with: its file, and fewer games than it says when somebody is in a hurry. */
interface Task {
  readonly file: string;
  readonly input: unknown;
  readonly mostGames?: number;
}

/** Fights a drill with all its cases and variations. */
export function judge({ file, input, mostGames = Infinity }: Task): Report {
  const start = performance.now();
  const { drill } = buildDrill(file, input);
  const { outcomes = [], cases = [], shows = [] } = drill;
  const fight = (name: string, changes: Changes, games: number, wanted: readonly Measured[]): Games =>
    fightAll(buildDrill(file, input, changes), { name, games: Math.max(1, Math.min(games, mostGames)), wanted });
  const base = fight('', {}, drill.games, [...outcomes, ...shows]);
  const lines = [
    ...outcomes.map((outcome) => judgeOutcome(base, outcome, drill)),
    ...listUncarried(base),
    ...cases.flatMap((one) => {
      const games = fight(one.name, one, drill.games, one.outcomes);
      return [...one.outcomes.map((outcome) => judgeOutcome(games, outcome, drill)), ...listUncarried(games)];
    }),
    ...shows.flatMap((show) => {
      const games = fight(show.that, show, show.games ?? drill.games, [show]);
      return [judgeShow(base, games, show), ...listUncarried(games)];
    }),
  ];
  return {
    id: drill.id,
    title: drill.title,
    lines,
    holds: lines.every(({ verdict }) => verdict === 'holds' || verdict === 'fails as expected'),
    seconds: (performance.now() - start) / 1000,
  };
}

/** What is kept of games of the same data: their figures, and how the scripts fared. */
interface Games {
  readonly name: string;
  readonly drill: Drill;
  readonly figures: ReadonlyMap<Measured, Spread>;
  readonly carried: BySide<Carried>;
}

/** Fights the games one after the other and keeps only what is wanted of each. */
function fightAll(
  built: Built,
  { name, games, wanted }: { readonly name: string; readonly games: number; readonly wanted: readonly Measured[] },
): Games {
  const values = new Map(wanted.map((one) => [one, [] as number[]]));
  const carried = bySide(() => ({ given: 0, refused: [] as Carried['refused'][number][] }));
  for (let game = 0; game < games; game++) {
    const fought = fightDrill(built, `${built.drill.seedPrefix}/${game}`);
    for (const [one, row] of values) row.push(measure(fought, one));
    for (const side of SIDES) {
      carried[side].given += fought.carried[side].given;
      carried[side].refused.push(...fought.carried[side].refused);
    }
  }
  return {
    name,
    drill: built.drill,
    figures: new Map([...values].map(([one, row]) => [one, spreadOf(row)])),
    carried,
  };
}

const figuresOf = ({ figures }: Games, wanted: Measured): Spread =>
  present(figures.get(wanted), `${wanted.measure} was not measured`);

const prefixOf = ({ name }: Games): string => (name === '' ? '' : `${name}: `);

const verdictOf = (isTrue: boolean, expectedToFail: string | undefined): Line['verdict'] => {
  if (expectedToFail === undefined) return isTrue ? 'holds' : 'fails';
  return isTrue ? 'holds against expectation' : 'fails as expected';
};

function judgeOutcome(games: Games, outcome: Outcome, drill: Drill): Line {
  const { low, median, high, mean } = figuresOf(games, outcome);
  const [least, most] = outcome.range;
  const isTrue = outcome.of === 'mean' ? mean >= least && mean <= most : high >= least && low <= most;
  const found = outcome.of === 'mean' ? `mean ${figure(mean)}` : `${figure(low)} / ${figure(median)} / ${figure(high)}`;
  const record = `record ${figure(least)}–${figure(most)} [${outcome.grade ?? drill.grade}]`;
  return {
    text: `${prefixOf(games)}${nameOf(outcome)}: ${record}, games ${found}${because(outcome)}`,
    verdict: verdictOf(isTrue, outcome.expectedToFail),
  };
}

/** Least change that counts as one. */
const LEAST_RATIO = 1.05;

function judgeShow(base: Games, other: Games, show: Show): Line {
  const of = show.of ?? 'median';
  const [figures, others] = [figuresOf(base, show), figuresOf(other, show)];
  const [before, after] = [figures[of], others[of]];
  const isClear = show.moves === 'nowhere' || isBeyondChance(figures, others);
  const ratio = show.ratio ?? LEAST_RATIO;
  const wanted = show.moves === 'nowhere' ? `within ×${ratio}` : `${show.moves} by ×${ratio} at least`;
  return {
    text: `${show.that}: ${nameOf(show)} ${wanted}, ${of}s ${figure(before)} → ${figure(after)}${isClear ? '' : ', no more than chance'}${because(show)}`,
    verdict: verdictOf(isClear && moves(before, after, show.moves, ratio), show.expectedToFail),
  };
}

/** So many standard errors apart two means are told apart from chance nineteen times in twenty. */
const BEYOND_CHANCE = 2;

const isBeyondChance = (one: Spread, other: Spread): boolean =>
  Math.abs(other.mean - one.mean) > BEYOND_CHANCE * Math.sqrt(one.error * one.error + other.error * other.error);

function moves(before: number, after: number, way: Show['moves'], ratio: number): boolean {
  if (way === 'up') return after > before && after >= before * ratio;
  if (way === 'down') return after < before && after * ratio <= before;
  return after <= before * ratio && before <= after * ratio;
}

const because = ({ expectedToFail }: { readonly expectedToFail?: string }): string =>
  expectedToFail === undefined ? '' : ` (${expectedToFail})`;

const nameOf = ({ measure: name, side, units, at, works }: Measured): string =>
  [name, side, units?.join('+'), at === undefined ? undefined : `at ${String(at)}`, works]
    .filter((part) => part !== undefined)
    .join(' ');

const figure = (value: number): string => {
  if (value === Infinity) return 'never';
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Math.round(value * 100) / 100);
};

/** Most refusals a script may have without saying so. */
const REFUSED_SHARE = 0.1;

/** Sides whose script was not carried out: too much was refused, or nothing was ever ordered. */
function listUncarried(games: Games): readonly Line[] {
  return SIDES.flatMap((side): Line[] => {
    const script = games.drill.scripts[side];
    const { given, refused } = games.carried[side];
    if (script === undefined) return [];
    const share = script.refusedShare ?? REFUSED_SHARE;
    if (share === 1 || (given > 0 && refused.length <= given * share)) return [];
    const [one] = refused;
    const example = one === undefined ? '' : `, as ${JSON.stringify(one.order)}: ${JSON.stringify(one.refusal)}`;
    const text = `${prefixOf(games)}the ${side} script: ${refused.length} of ${given} orders refused${example}`;
    return [{ text, verdict: 'fails' }];
  });
}
