/** Tables of marching: rates, ground, slopes, light, weather, ways. */
import { LIGHTS, WEATHERS } from '../../../model/clock.ts';
import { TERRAINS, WAYS } from '../../../model/map.ts';
import { BRANCHES, MOBILITIES } from '../../../model/unit.ts';
import { type Point, valueAt } from '../../../rules/curve.ts';
import {
  DOWNHILL_SHARE,
  GROUND_SHARE,
  LIGHT_SHARE,
  SPEED_KMH,
  TREADS,
  UPHILL_SHARE,
  WAY_SHARE,
  WEATHER_SHARE,
} from '../../../rules/movement.ts';
import { METRES_A_MAN, METRES_A_PIECE } from '../../../rules/stacking.ts';
import { nameOf } from '../../wording.ts';
import type { Cell, Table } from '../table.ts';

export const marchRates = (): Table => ({
  rows: MOBILITIES.filter((mobility) => SPEED_KMH[mobility].marching > 0).map((mobility) => [
    nameOf('mobility', mobility),
    SPEED_KMH[mobility].marching,
    SPEED_KMH[mobility].deployed,
  ]),
});

/** What a tread cannot cross is left empty. */
const passable = (share: number): Cell => (share > 0 ? share : null);

export const groundSpeed = (): Table => ({
  rows: TERRAINS.map((terrain) => [
    nameOf('terrain', terrain),
    ...TREADS.map((tread) => passable(GROUND_SHARE[terrain][tread])),
  ]),
});

const SLOPES = [0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7];
const ON_LAND = TREADS.filter((tread) => tread !== 'hull');

const slopeTable = (shares: Readonly<Record<(typeof ON_LAND)[number], readonly Point[]>>): Table => ({
  rows: SLOPES.map((slope) => [
    `${Math.round(slope * 100)} %`,
    ...ON_LAND.map((tread) => passable(valueAt(shares[tread], slope))),
  ]),
});

export const uphillSpeed = (): Table => slopeTable(UPHILL_SHARE);
export const downhillSpeed = (): Table => slopeTable(DOWNHILL_SHARE);

export const lightSpeed = (): Table => ({
  rows: LIGHTS.map((light) => [nameOf('light', light), ...TREADS.map((tread) => LIGHT_SHARE[tread][light])]),
});

export const weatherSpeed = (): Table => ({
  rows: WEATHERS.map((weather) => [
    nameOf('weather', weather),
    ...TREADS.map((tread) => WEATHER_SHARE[tread][weather]),
  ]),
});

export const ways = (): Table => ({
  rows: WAYS.map((way) => [
    nameOf('way', way),
    WAY_SHARE[way].leastGround,
    WAY_SHARE[way].slopeEased,
    WAY_SHARE[way].speed,
  ]),
});

/** Front that men and what they serve take up in a hex. */
export const frontage = (): Table => ({
  rows: BRANCHES.map((branch) => [
    nameOf('branch', branch),
    METRES_A_MAN.marching,
    METRES_A_MAN.deployed,
    METRES_A_PIECE[branch],
  ]),
});
