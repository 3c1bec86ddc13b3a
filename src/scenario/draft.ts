/**
 * A scenario that is being read: those of its parts that have the right shape, whatever is wrong with the others, so that
 * every mistake can be told at once. The checks look at a draft; nobody else does.
 */
import * as v from 'valibot';
import type { AircraftType } from '../model/aircraft.ts';
import type { BridgingType } from '../model/bridging.ts';
import type { BattleMap } from '../model/map.ts';
import type { VehicleType } from '../model/vehicle.ts';
import type { Weapon } from '../model/weapon.ts';
import type { Problem } from './problem.ts';
import { SCENARIO_FILE_ENTRIES, type ScenarioFile } from './scenario-file.ts';

/** One thing found where another was expected; the file is added by the reader. */
export type Fault = Omit<Problem, 'file'>;

/** An entry with its place in the file, such as `units[3]`. */
export interface Located<T> {
  readonly path: string;
  readonly value: T;
}

const LIST_KEYS = [
  'units',
  'typical',
  'works',
  'wire',
  'soundings',
  'crossings',
  'objectives',
  'limits',
  'surprises',
  'briefings',
  'options',
  'events',
  'exits',
  'clauses',
  'air',
] as const satisfies readonly (keyof ScenarioFile)[];
type ListKey = (typeof LIST_KEYS)[number];
type Lists = { readonly [K in ListKey]: readonly Located<NonNullable<ScenarioFile[K]>[number]>[] };

export interface Draft extends Lists {
  /** The map it is fought on, when there is such a map and it is sound. */
  readonly map: BattleMap | undefined;
  /** The weapons of its table by id, when there is such a table and it is sound. */
  readonly weapons: ReadonlyMap<string, Weapon> | undefined;
  /** Types of vehicles and of aircraft by id, when their tables are sound. */
  readonly vehicles: ReadonlyMap<string, VehicleType> | undefined;
  readonly aircraft: ReadonlyMap<string, AircraftType> | undefined;
  /** Means of bridging by id, when their table is sound. */
  readonly bridging: ReadonlyMap<string, BridgingType> | undefined;
  readonly clock: ScenarioFile['clock'] | undefined;
  readonly order: ScenarioFile['order'] | undefined;
  readonly tallGrass: string | undefined;
  readonly victory: ScenarioFile['victory'] | undefined;
  readonly claims: ScenarioFile['claims'];
  readonly history: ScenarioFile['history'] | undefined;
  readonly friction: ScenarioFile['friction'];
  readonly supply: ScenarioFile['supply'];
  /** Lists with entries of the wrong shape: nothing can be said to be missing from them. */
  readonly unsound: ReadonlySet<ListKey>;
}

/** What a draft stands on besides its file. */
export type Grounds = Pick<Draft, 'map' | 'weapons' | 'vehicles' | 'aircraft' | 'bridging'>;

/** The sound parts of what was read as JSON; of lists, the sound entries. */
export function draftOf(parts: Readonly<Record<string, unknown>>, grounds: Grounds): Draft {
  const lists = listsOf(parts);
  return {
    ...grounds,
    ...lists,
    unsound: new Set(
      LIST_KEYS.filter((key) => {
        const part = parts[key];
        return Array.isArray(part) && part.length !== lists[key].length;
      }),
    ),
    clock: findSound(SCENARIO_FILE_ENTRIES.clock, parts['clock']),
    order: findSound(SCENARIO_FILE_ENTRIES.order, parts['order']),
    tallGrass: findSound(SCENARIO_FILE_ENTRIES.tallGrass, parts['tallGrass']),
    victory: findSound(SCENARIO_FILE_ENTRIES.victory, parts['victory']),
    claims: findSound(SCENARIO_FILE_ENTRIES.claims, parts['claims']),
    history: findSound(SCENARIO_FILE_ENTRIES.history, parts['history']),
    friction: findSound(SCENARIO_FILE_ENTRIES.friction.pipe[0].wrapped, parts['friction']),
    supply: findSound(SCENARIO_FILE_ENTRIES.supply.pipe[0].wrapped, parts['supply']),
  };
}

function listsOf(parts: Readonly<Record<string, unknown>>): Lists {
  return {
    units: listSound('units', SCENARIO_FILE_ENTRIES.units.pipe[0].item, parts['units']),
    typical: listSound('typical', SCENARIO_FILE_ENTRIES.typical.pipe[0].item, parts['typical']),
    works: listSound('works', SCENARIO_FILE_ENTRIES.works.pipe[0].item, parts['works']),
    wire: listSound('wire', SCENARIO_FILE_ENTRIES.wire.pipe[0].item, parts['wire']),
    soundings: listSound('soundings', SCENARIO_FILE_ENTRIES.soundings.pipe[0].wrapped.item, parts['soundings']),
    crossings: listSound('crossings', SCENARIO_FILE_ENTRIES.crossings.pipe[0].wrapped.item, parts['crossings']),
    objectives: listSound('objectives', SCENARIO_FILE_ENTRIES.objectives.item, parts['objectives']),
    limits: listSound('limits', SCENARIO_FILE_ENTRIES.limits.pipe[0].item, parts['limits']),
    surprises: listSound('surprises', SCENARIO_FILE_ENTRIES.surprises.item, parts['surprises']),
    briefings: listSound('briefings', SCENARIO_FILE_ENTRIES.briefings.pipe[0].item, parts['briefings']),
    events: listSound('events', SCENARIO_FILE_ENTRIES.events.pipe[0].wrapped.item, parts['events']),
    exits: listSound('exits', SCENARIO_FILE_ENTRIES.exits.pipe[0].wrapped.item, parts['exits']),
    air: listSound('air', SCENARIO_FILE_ENTRIES.air.pipe[0].wrapped.item, parts['air']),
    clauses: listSound('clauses', SCENARIO_FILE_ENTRIES.clauses.pipe[0].wrapped.item, parts['clauses']),
    options: listSound('options', SCENARIO_FILE_ENTRIES.options.pipe[0].wrapped.item, parts['options']),
  };
}

/** Whether what was read as JSON is an object with keys. */
export function isRecord(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

function findSound<const Schema extends v.GenericSchema>(
  schema: Schema,
  part: unknown,
): v.InferOutput<Schema> | undefined {
  const result = v.safeParse(schema, part);
  return result.success ? result.output : undefined;
}

function listSound<const Schema extends v.GenericSchema>(
  key: string,
  schema: Schema,
  part: unknown,
): Located<v.InferOutput<Schema>>[] {
  if (!Array.isArray(part)) return [];
  return part.flatMap((entry: unknown, index) => {
    const result = v.safeParse(schema, entry);
    return result.success ? [{ path: `${key}[${index}]`, value: result.output }] : [];
  });
}
