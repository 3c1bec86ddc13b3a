/** What the parts of a scenario's file are made of: numbers, hours, ids, sources. */
import * as v from 'valibot';
import { GRADES } from '../model/map.ts';
import { SIDES } from '../model/side.ts';
import { CLOCK_TIME } from './clock-time.ts';

export const Text = v.pipe(v.string(), v.nonEmpty('some text'));
export const Id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, figures and hyphens'));
export const Whole = v.pipe(v.number(), v.integer('a whole number'), v.minValue(0, 'at least 0'));
export const Count = v.pipe(v.number(), v.integer('a whole number'), v.minValue(1, 'at least 1'));
export const Share = v.pipe(v.number(), v.minValue(0, 'from 0 to 1'), v.maxValue(1, 'from 0 to 1'));
export const Positive = v.pipe(v.number(), v.gtValue(0, 'more than 0'));
export const Time = v.pipe(
  v.string(),
  v.regex(CLOCK_TIME, 'an hour such as "02:30"'),
  v.description('hour of the clock; past 23 it runs on into the next day'),
);
export const SideSchema = v.picklist(SIDES);
export const CITED = {
  source: v.pipe(Text, v.description('where it is from, and what of it was estimated')),
  grade: v.pipe(v.picklist(GRADES), v.description('A read in a source, B from the literature, C reconstruction')),
};

export const Region = v.pipe(Text, v.description('a region of the map'));
export const UnitIds = v.pipe(v.array(Id), v.minLength(1, 'at least one unit'));
