/**
 * What follows from a state's lists of contacts, works and wire for what a side knows. Lists are never changed in place,
 * and the same one is asked about again and again while orders are given: each answer is worked out once a list.
 */
import type { HexIndex } from '../hex/grid.ts';
import type { Contact, ContactView } from '../model/contact.ts';
import type { CrossingState, Made } from '../model/engineering.ts';
import type { Knowledge } from '../model/observation.ts';
import type { Side } from '../model/side.ts';
import type { Scenario } from '../model/scenario.ts';
import type { BattleState, SoundedPlace, Sounding, Wire, Works } from '../model/state.ts';
import type { GroundNow } from './crossing.ts';
import { minuteOf } from './light.ts';

const VIEWS = new WeakMap<readonly Contact[], readonly ContactView[]>();

/** The contacts as the side sees them, in the same order. */
export function viewsOf(contacts: readonly Contact[]): readonly ContactView[] {
  let views = VIEWS.get(contacts);
  if (views === undefined) VIEWS.set(contacts, (views = contacts.map((contact) => contact.view)));
  return views;
}

const IN_SIGHT = new WeakMap<readonly ContactView[], readonly HexIndex[]>();

/** The hex of each enemy known to be there now, more than a noise. */
export function inSightOf(contacts: readonly ContactView[]): readonly HexIndex[] {
  let found = IN_SIGHT.get(contacts);
  if (found === undefined) {
    const hexes: HexIndex[] = [];
    for (const { current, level, hex } of contacts) if (current && level !== 'suspected') hexes.push(hex);
    IN_SIGHT.set(contacts, (found = hexes));
  }
  return found;
}

const LYING = new WeakMap<readonly Lying[], ReadonlySet<HexIndex>>();

/** What lies somewhere, or was carried away. */
interface Lying {
  readonly hex: HexIndex | 'away';
}

/** Hexes in which something of a list lies. */
export function hexesOf(lying: readonly Lying[]): ReadonlySet<HexIndex> {
  let hexes = LYING.get(lying);
  if (hexes === undefined) {
    const found = new Set<HexIndex>();
    for (const { hex } of lying) if (hex !== 'away') found.add(hex);
    LYING.set(lying, (hexes = found));
  }
  return hexes;
}

const WORKS = new WeakMap<readonly Works[], Partial<Record<Side, Knowledge['works']>>>();

/** Works the side believes in, ascending by hex. */
export function knownWorks(works: readonly Works[], side: Side): Knowledge['works'] {
  let bySide = WORKS.get(works);
  if (bySide === undefined) WORKS.set(works, (bySide = {}));
  let known = bySide[side];
  if (known === undefined) {
    const found: { readonly hex: HexIndex; readonly manHours: number }[] = [];
    for (const { hex, believed } of works) {
      const manHours = believed[side];
      if (manHours !== null) found.push({ hex, manHours });
    }
    bySide[side] = known = found;
  }
  return known;
}

const WIRE = new WeakMap<readonly Wire[], Partial<Record<Side, Knowledge['wire']>>>();

/** Hexsides along which the side believes wire to stand, ascending. */
export function knownWire(wire: readonly Wire[], side: Side): Knowledge['wire'] {
  let bySide = WIRE.get(wire);
  if (bySide === undefined) WIRE.set(wire, (bySide = {}));
  return (bySide[side] ??= wire.filter((belt) => belt.believedBy.includes(side)).map((belt) => belt.hexside));
}

const SOUNDINGS = new WeakMap<readonly Sounding[], Partial<Record<Side, readonly SoundedPlace[]>>>();

/** Waters the side has sounded, in the order in which anybody did. */
export function knownSoundings(soundings: readonly Sounding[], side: Side): readonly SoundedPlace[] {
  let bySide = SOUNDINGS.get(soundings);
  if (bySide === undefined) SOUNDINGS.set(soundings, (bySide = {}));
  return (bySide[side] ??= soundings.filter(({ knownBy }) => knownBy.includes(side)).map(({ of, at }) => ({ of, at })));
}

const CROSSINGS = new WeakMap<readonly CrossingState[], Partial<Record<Side, Pick<Knowledge, 'crossings'>>>>();

/** Hexsides the side knows to be other than the map has them, and works it has begun. */
export function knownCrossings(
  { crossings, labour }: Pick<BattleState, 'crossings' | 'labour'>,
  side: Side,
): Pick<Knowledge, 'crossings' | 'labour'> {
  if (crossings === undefined && labour === undefined) return {};
  const begun = labour?.filter((one) => one.side === side) ?? [];
  return { ...crossingsBelieved(crossings, side), ...(begun.length === 0 ? {} : { labour: begun }) };
}

function crossingsBelieved(crossings: readonly CrossingState[] | undefined, side: Side): Pick<Knowledge, 'crossings'> {
  if (crossings === undefined) return {};
  let bySide = CROSSINGS.get(crossings);
  if (bySide === undefined) CROSSINGS.set(crossings, (bySide = {}));
  let known = bySide[side];
  if (known === undefined) {
    const found = crossings.flatMap(({ hexside, believed }) => {
      const made = believed[side];
      return made === null ? [] : [{ hexside, made }];
    });
    bySide[side] = known = found.length === 0 ? {} : { crossings: found };
  }
  return known;
}

const NOW = new WeakMap<readonly CrossingState[], readonly { readonly hexside: number; readonly made: Made }[]>();

/** Hexsides as they are, for what happens whatever anybody believes. */
export function groundOf(scenario: Pick<Scenario, 'clock'>, { crossings, turn }: BattleState): GroundNow {
  const minute = minuteOf(scenario.clock, turn);
  if (crossings === undefined) return { minute };
  let now = NOW.get(crossings);
  if (now === undefined) NOW.set(crossings, (now = crossings.map(({ hexside, now: made }) => ({ hexside, made }))));
  return { crossings: now, minute };
}
