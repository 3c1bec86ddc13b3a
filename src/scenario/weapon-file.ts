/**
 * The table of weapons as a file: what it must contain and how its rows become `Weapon`s. What each field means to the
 * rules is said in model/weapon.ts; the descriptions here feed the JSON Schema that editors read.
 */
import * as v from 'valibot';
import { GRADES } from '../model/map.ts';
import { type AtRange, WEAPON_KINDS, type Weapon, type WeaponId } from '../model/weapon.ts';
import { NamesSchema } from './map-schema.ts';

export const WEAPONS_FORMAT = 'undeclared-war/weapons';
const WEAPONS_VERSION = 1;

const Metres = v.pipe(v.number(), v.minValue(0, 'at least 0'));
const Count = v.pipe(v.number(), v.integer('a whole number'), v.minValue(1, 'at least 1'));
const Id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, figures and hyphens'));
const Curve = v.pipe(
  v.array(v.pipe(v.tuple([Metres, v.pipe(v.number(), v.minValue(0, 'at least 0'))]), v.readonly())),
  v.minLength(2, 'at least two points'),
  v.description('[metres, value] by ascending distance; straight between points, nil beyond the last'),
);

const WeaponEntrySchema = v.strictObject({
  id: v.pipe(Id, v.description('what units name it by')),
  names: NamesSchema,
  kind: v.pipe(v.picklist(WEAPON_KINDS), v.description('what the rules take it for')),
  crewMen: v.pipe(Count, v.description('men who must be fit to serve one piece')),
  roundsPerMinute: v.pipe(v.number(), v.gtValue(0, 'more than 0'), v.description('kept up over minutes, not cyclic')),
  minimumMetres: v.pipe(Metres, v.description('nearest target')),
  reachMetres: v.pipe(Metres, v.description('farthest direct fire that does harm')),
  indirectMetres: v.pipe(
    v.exactOptional(Metres),
    v.description('farthest fire at what the gunners cannot see; only for pieces that can'),
  ),
  menPerMinute: v.pipe(
    v.exactOptional(Curve),
    v.description('small arms: men hit a minute by one weapon among a company standing in the open by day'),
  ),
  lethalSquareMetres: v.pipe(
    v.exactOptional(v.pipe(v.number(), v.gtValue(0, 'more than 0'))),
    v.description('shells: ground on which one round hits a standing man'),
  ),
  tankKillChance: v.pipe(
    v.exactOptional(Curve),
    v.description('chance that one round in action puts a light tank out'),
  ),
  carriedRounds: v.pipe(Count, v.description('with one weapon at the start')),
  soundMetres: v.pipe(Metres, v.description('heard at night over open ground; by day 0.6 of it')),
  flashDayMetres: v.pipe(Metres, v.description('flash or smoke gives the firer away by day')),
  flashDarkMetres: v.pipe(Metres, v.description('flash gives the firer away in the dark')),
  source: v.pipe(v.string(), v.nonEmpty('some text'), v.description('where the figures are from')),
  grade: v.pipe(v.picklist(GRADES), v.description('A read in a source, B from the literature, C reconstruction')),
});
export type WeaponEntry = v.InferOutput<typeof WeaponEntrySchema>;

export const WeaponsFileSchema = v.strictObject({
  $schema: v.pipe(v.exactOptional(v.string()), v.description('the JSON Schema, for editors')),
  format: v.literal(WEAPONS_FORMAT),
  version: v.literal(WEAPONS_VERSION),
  id: v.pipe(Id, v.description('what scenarios name the table by')),
  weapons: v.array(WeaponEntrySchema),
});

/** The weapon of a row without faults. */
export function weaponOfEntry({ menPerMinute, tankKillChance, id, ...row }: WeaponEntry): Weapon {
  return {
    ...row,
    id: id as WeaponId,
    ...(menPerMinute === undefined ? {} : { menPerMinute: pointsOf(menPerMinute) }),
    ...(tankKillChance === undefined ? {} : { tankKillChance: pointsOf(tankKillChance) }),
  };
}

function pointsOf(curve: readonly (readonly [number, number])[]): readonly AtRange[] {
  return curve.map(([metres, value]) => ({ metres, value }));
}
