/** Plain, healthy things the map may be told of; a test names only what matters. */
import { createGrid } from '../../../src/hex/grid.ts';
import type { BattleMap } from '../../../src/model/map.ts';
import { createSheet, type Sheet } from '../../../src/ui/map/sheet.ts';
import type { CounterTold, MapTold } from '../../../src/ui/map/told.ts';

export function counterTold(part: Partial<CounterTold> = {}): CounterTold {
  return {
    key: 'a',
    own: true,
    side: 'soviet',
    hex: 0,
    branch: 'rifles',
    echelon: 'company',
    label: '4/118',
    men: 112,
    vehicles: 0,
    strengthShare: 0.9,
    cohesion: 'steady',
    suppression: 0,
    timeShare: 1,
    spent: false,
    dugIn: false,
    lowAmmunition: false,
    level: null,
    ageMinutes: 0,
    current: true,
    standing: null,
    gunState: null,
    frontDegrees: null,
    ...part,
  };
}

export const contactTold = (part: Partial<CounterTold> = {}): CounterTold =>
  counterTold({ own: false, side: 'japanese', level: 'identified', timeShare: 0, key: 'c', ...part });

export function mapTold(part: Partial<MapTold> = {}): MapTold {
  return {
    side: 'soviet',
    counters: [],
    visible: null,
    light: 'day',
    weather: 'clear',
    selected: null,
    cursor: null,
    reach: null,
    path: [],
    targets: [],
    assaults: [],
    supplyLine: [],
    threat: null,
    sight: null,
    objectives: [],
    wire: [],
    made: [],
    works: [],
    flares: [],
    smoke: [],
    barrages: [],
    placed: [],
    ranged: [],
    planned: [],
    forbidden: [],
    showGrid: true,
    showNames: true,
    hideCounters: false,
    reducedMotion: false,
    ...part,
  };
}

/** A sheet of open ground, `columns` by `rows`. */
export function openSheet(columns: number, rows: number, places: BattleMap['places'] = []): Sheet {
  const grid = createGrid('flat', columns, rows);
  const metres = Array.from({ length: grid.size }, () => 10);
  return createSheet({
    id: 'open',
    names: { en: 'Open ground' },
    hexMetres: 250,
    grid,
    terrain: metres.map(() => 'open'),
    elevationMetres: metres,
    crestMetres: metres,
    hexsides: new Map(),
    regions: new Map(),
    places,
    outlines: [],
    relief: { cellMetres: 100, columns: 2, rows: 2, x: 0, y: 0, heightsMetres: [10, 10, 10, 10] },
    longitude: 130,
    latitude: 42,
    metresPerDegreeLongitude: 82000,
    metresPerDegreeLatitude: 111000,
    attribution: '',
  });
}
