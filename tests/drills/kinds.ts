/**
 * Plain units that drills build on with `like`: entries of a scenario file without name and place. Strengths follow the
 * order of battle of the heights above Lake Khasan; a drill says otherwise where its record does.
 */
import type { UnitEntry } from '../../src/scenario/scenario-file.ts';

type Kind = Omit<UnitEntry, 'id' | 'names' | 'label' | 'source' | 'grade'>;
type Arms = Readonly<Record<string, number>>;

const SOVIET = { side: 'soviet', nation: 'soviet', training: 0.5, experience: 0.15, nightTraining: 0.25 } as const;
const JAPANESE = { side: 'japanese', nation: 'japanese', training: 0.8, experience: 0.3, nightTraining: 0.85 } as const;
const FOOT = { mobility: 'foot', vehicles: 0, flares: 0 } as const;

const armed = (arms: Arms): Kind['armaments'] => Object.entries(arms).map(([weapon, count]) => ({ weapon, count }));

// biome-ignore format: a table
export const KINDS = {
  'soviet-rifle-company':   { ...SOVIET, ...FOOT, branch: 'rifles', echelon: 'company', men: 140, armaments: armed({ 'mosin-1891-30': 114, 'dp-1927': 9, 'maxim-1910-30': 2 }) },
  'soviet-rifle-platoon':   { ...SOVIET, ...FOOT, branch: 'rifles', echelon: 'platoon', men: 40, armaments: armed({ 'mosin-1891-30': 34, 'dp-1927': 3 }) },
  'soviet-border-guards':   { ...SOVIET, ...FOOT, training: 0.75, experience: 0.4, nightTraining: 0.5, branch: 'borderGuards', echelon: 'platoon', men: 35, armaments: armed({ 'mosin-1891-30': 25, 'dp-1927': 3, 'maxim-1910-30': 1 }) },
  'soviet-machine-guns':    { ...SOVIET, ...FOOT, branch: 'machineGuns', echelon: 'platoon', men: 45, armaments: armed({ 'maxim-1910-30': 4, 'mosin-1891-30': 20 }) },
  'soviet-cavalry':         { ...SOVIET, ...FOOT, mobility: 'horse', branch: 'cavalry', echelon: 'company', men: 100, armaments: armed({ 'mosin-1891-30': 80, 'dp-1927': 6 }) },
  'soviet-anti-tank':       { ...SOVIET, ...FOOT, mobility: 'towed', branch: 'antiTank', echelon: 'platoon', men: 18, armaments: armed({ '45mm-1932': 2, 'mosin-1891-30': 5 }) },
  'soviet-76mm-battery':    { ...SOVIET, ...FOOT, mobility: 'towed', branch: 'artillery', echelon: 'company', men: 60, armaments: armed({ '76mm-1927': 4, 'mosin-1891-30': 16 }) },
  'soviet-122mm-battery':   { ...SOVIET, ...FOOT, mobility: 'towed', branch: 'artillery', echelon: 'company', men: 72, armaments: armed({ '122mm-1910-30': 4, 'mosin-1891-30': 20 }) },
  'soviet-tanks':           { ...SOVIET, mobility: 'tracked', flares: 0, branch: 'tanks', echelon: 'company', men: 30, vehicles: 10, vehicle: 't-26-1933', gunsDiffer: true, armaments: armed({ '45mm-20k': 10, 'dt-1929': 10 }) },
  'soviet-armoured-cars':   { ...SOVIET, mobility: 'wheeled', flares: 0, branch: 'tanks', echelon: 'company', men: 40, vehicles: 10, vehicle: 'ba-10', armaments: armed({ '45mm-20k': 10, 'dt-1929': 20 }) },
  'soviet-armoured-cutter': { ...SOVIET, mobility: 'boat', flares: 0, branch: 'craft', echelon: 'platoon', men: 16, vehicles: 1, vehicle: 'armoured-cutter-1124', armaments: armed({ '76mm-kt-28': 2, 'dt-1929': 5 }) },
  'soviet-border-gunboat':  { ...SOVIET, mobility: 'boat', flares: 0, branch: 'craft', echelon: 'platoon', men: 25, vehicles: 1, vehicle: 'border-gunboat-308', armaments: armed({ '45mm-20k': 1, 'maxim-1910-30': 2 }) },
  'soviet-headquarters':    { ...SOVIET, ...FOOT, branch: 'headquarters', echelon: 'battalion', men: 30, armaments: armed({ 'mosin-1891-30': 15 }), headquarters: { reachMetres: 2500, staff: 0.4 } },
  'japanese-rifle-company': { ...JAPANESE, ...FOOT, flares: 1, branch: 'rifles', echelon: 'company', men: 100, armaments: armed({ 'type-38-rifle': 76, 'type-11-96-lmg': 6, 'type-89-discharger': 6 }) },
  'japanese-rifle-platoon': { ...JAPANESE, ...FOOT, branch: 'rifles', echelon: 'platoon', men: 40, armaments: armed({ 'type-38-rifle': 32, 'type-11-96-lmg': 2, 'type-89-discharger': 2 }) },
  'japanese-machine-guns':  { ...JAPANESE, ...FOOT, branch: 'machineGuns', echelon: 'platoon', men: 38, armaments: armed({ 'type-92-hmg': 4, 'type-38-rifle': 6 }) },
  'japanese-37mm':          { ...JAPANESE, ...FOOT, mobility: 'towed', branch: 'antiTank', echelon: 'company', men: 55, armaments: armed({ 'type-94-37mm': 4, 'type-38-rifle': 20 }) },
  'japanese-75mm-battery':  { ...JAPANESE, ...FOOT, mobility: 'pack', branch: 'infantryGuns', echelon: 'company', men: 70, armaments: armed({ 'type-41-75mm': 4, 'type-38-rifle': 25 }) },
  'japanese-150mm-battery': { ...JAPANESE, ...FOOT, mobility: 'towed', branch: 'artillery', echelon: 'company', men: 120, armaments: armed({ 'type-4-150mm': 4, 'type-38-rifle': 40 }) },
  'japanese-headquarters':  { ...JAPANESE, ...FOOT, branch: 'headquarters', echelon: 'battalion', men: 14, armaments: armed({ 'type-38-rifle': 7 }), headquarters: { reachMetres: 2500, staff: 0.75 } },
} satisfies Readonly<Record<string, Kind>>;
