/**
 * The table of weapons as a file: what it must contain and how its rows become `Weapon`s. What each field means to the
 * rules is said in model/weapon.ts; the descriptions here feed the JSON Schema that editors read.
 */
import * as v from 'valibot';
import { TRAVELS, WEAPON_KINDS, type Weapon, type WeaponId } from '../model/weapon.ts';
import { AtLeastNil, CITED, Count, Curve, Id, optional, pointsOf, Positive, Share } from './equipment-schema.ts';
import { NamesSchema } from './map-schema.ts';

export const WEAPONS_FORMAT = 'undeclared-war/weapons';
const WEAPONS_VERSION = 1;

const WeaponEntrySchema = v.strictObject({
  id: v.pipe(Id, v.description('what units name it by')),
  names: NamesSchema,
  kind: v.pipe(v.picklist(WEAPON_KINDS), v.description('what the rules take it for')),
  crewMen: v.pipe(Count, v.description('men who must be fit to serve one piece')),
  roundsPerMinute: v.pipe(Positive, v.description('kept up over minutes, not cyclic')),
  minimumMetres: v.pipe(AtLeastNil, v.description('nearest target')),
  reachMetres: v.pipe(AtLeastNil, v.description('farthest direct fire that does harm')),
  indirectMetres: optional(AtLeastNil, 'farthest fire at what the gunners cannot see; only for pieces that can'),
  menPerMinute: optional(
    Curve,
    'small arms: men hit a minute by one weapon among a company standing in the open by day',
  ),
  lethalSquareMetres: optional(Positive, 'shells: ground on which one round hits a standing man'),
  penetrationMm: optional(Curve, 'millimetres of plate met head on that its best shot pierces'),
  muzzleMetresPerSecond: optional(
    Positive,
    'of the shot that pierces; whatever pierces has it, and dispersionMil and calibreMm',
  ),
  dispersionMil: optional(Positive, 'spread of aimed shots in thousandths of the distance, one standard deviation'),
  calibreMm: optional(Positive, 'bore in millimetres'),
  shellKg: optional(Positive, 'weight of a high-explosive shell in kilograms'),
  zoneMetres: optional(
    v.strictObject({
      front: v.pipe(Positive, v.description('across the line of fire')),
      depth: v.pipe(Positive, v.description('along the line of fire')),
    }),
    'ground on which splinters of one shell are thick',
  ),
  craterMetres: optional(Positive, 'width of the hole one shell leaves'),
  intoActionMinutes: optional(Positive, 'from the halt to the first round, without survey'),
  carriedRounds: v.pipe(Count, v.description('with one weapon at the start')),
  unitOfFireRounds: optional(Count, 'one fill of a weapon as supply counts: with it, its company and its trains'),
  maxRoundsPerHour: optional(Count, 'what barrel and crew stand hour after hour'),
  jamsInDustShare: optional(Share, 'share of its fire lost to stoppages in blown sand'),
  jamsInColdShare: optional(Share, 'share of its fire lost to stoppages in deep frost'),
  heat: optional(
    v.strictObject({
      missions: v.pipe(Count, v.description('missions in a turn that do no harm')),
      share: v.pipe(Share, v.description('chance that each more puts it out of order')),
    }),
    'what a hot day does to it',
  ),
  tonnes: optional(Positive, 'weight ready to fire'),
  travelTonnes: optional(Positive, 'weight on the march with limber or carriage, where it is another'),
  travel: optional(v.picklist(TRAVELS), 'how it is moved: by hand, on pack animals, behind horses or motors'),
  ceilingMetres: optional(Positive, 'height to which it fires at aircraft, for weapons made for that'),
  soundMetres: v.pipe(AtLeastNil, v.description('heard at night over open ground; by day 0.6 of it')),
  flashDayMetres: v.pipe(AtLeastNil, v.description('flash or smoke gives the firer away by day')),
  flashDarkMetres: v.pipe(AtLeastNil, v.description('flash gives the firer away in the dark')),
  ...CITED,
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
export function weaponOfEntry({ menPerMinute, penetrationMm, id, ...row }: WeaponEntry): Weapon {
  return {
    ...row,
    id: id as WeaponId,
    ...(menPerMinute === undefined ? {} : { menPerMinute: pointsOf(menPerMinute) }),
    ...(penetrationMm === undefined ? {} : { penetrationMm: pointsOf(penetrationMm) }),
  };
}
