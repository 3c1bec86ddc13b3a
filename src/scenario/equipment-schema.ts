/** What the tables of equipment have in common: the shapes of their fields, and the faults any row may have. */
import * as v from 'valibot';
import { GRADES } from '../model/map.ts';
import type { AtRange } from '../model/weapon.ts';
import type { Fault } from './draft.ts';
import { describeFound } from './problem.ts';

const Text = v.pipe(v.string(), v.nonEmpty('some text'));
export const AtLeastNil = v.pipe(v.number(), v.minValue(0, 'at least 0'));
export const Positive = v.pipe(v.number(), v.gtValue(0, 'more than 0'));
export const Share = v.pipe(v.number(), v.minValue(0, 'from 0 to 1'), v.maxValue(1, 'from 0 to 1'));
export const Count = v.pipe(v.number(), v.integer('a whole number'), v.minValue(1, 'at least 1'));
export const Whole = v.pipe(v.number(), v.integer('a whole number'), v.minValue(0, 'at least 0'));
export const Id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, figures and hyphens'));
export const Flag = v.literal(true);

export const Curve = v.pipe(
  v.array(v.pipe(v.tuple([AtLeastNil, AtLeastNil]), v.readonly())),
  v.minLength(2, 'at least two points'),
  v.description('[metres, value] by ascending distance; straight between points, nil beyond the last'),
);
type CurveEntry = v.InferOutput<typeof Curve>;

export const pointsOf = (curve: CurveEntry): readonly AtRange[] => curve.map(([metres, value]) => ({ metres, value }));

/** A field that may be left out, with what it means. */
export const optional = <const Schema extends v.GenericSchema>(schema: Schema, meaning: string) =>
  v.pipe(v.exactOptional(schema), v.description(meaning));

export const CITED = {
  source: v.pipe(Text, v.description('where the figures are from')),
  grade: v.pipe(v.picklist(GRADES), v.description('A read in a source, B from the literature, C reconstruction')),
};

/** Rows whose id another row before them has. */
export function listRepeatedRows(key: string, rows: readonly { readonly id: string }[]): Fault[] {
  return rows.flatMap(({ id }, index): Fault[] =>
    rows.findIndex((other) => other.id === id) === index
      ? []
      : [{ path: `${key}[${index}].id`, found: describeFound(id), expected: 'an id used once' }],
  );
}

/** The first point of a curve that is not farther than the one before it. */
export function listUnorderedCurve(path: string, curve: CurveEntry | undefined): Fault[] {
  const place = (curve ?? []).findIndex(([metres], index, all) => index > 0 && metres <= (all[index - 1]?.[0] ?? 0));
  if (place === -1) return [];
  return [
    { path: `${path}[${place}]`, found: describeFound(curve?.[place]), expected: 'a greater distance than before' },
  ];
}
