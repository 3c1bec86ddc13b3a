/**
 * What shells do to the ground they fall on. They act on the hectares that men take up, not on the hex: a company is hit
 * as hard in a hex of 250 m as in one of a kilometre. Shells are told by the square metres in which one round hits a
 * standing man; how many fall on a hectare says what share of the men there is hit.
 */
import type { Metres } from '../../model/clock.ts';
import type { HexIndex } from '../../hex/grid.ts';
import type { BattleMap, ByTerrain } from '../../model/map.ts';
import type { ByPosture, Unit, UnitCard } from '../../model/unit.ts';
import { type Point, valueAt, within } from '../curve.ts';

/** Men on a hectare of the ground a unit takes up: a company deployed has some 200 by 100 m. Source: scenarios/sources.md 6 [C]. */
export const MEN_A_HECTARE: ByPosture<number> = { marching: 120, deployed: 45, dugIn: 40 };

/** Ground a gun or a vehicle takes up beyond its men, and the least anybody takes up, in hectares. [C] */
const HECTARES_A_PIECE = 0.1;
const LEAST_HECTARES = 0.25;

/** Area of a hexagon whose flats are 1 apart: √3 / 2. */
const HEX_AREA = 0.8660254;
const SQUARE_METRES_A_HECTARE = 10_000;

/** Hectares of a hex. */
export const hexHectares = (map: BattleMap): number =>
  (HEX_AREA * map.hexMetres * map.hexMetres) / SQUARE_METRES_A_HECTARE;

/** Hectares a unit takes up, never more than its hex. */
export function occupiedHectares(map: BattleMap, card: UnitCard, unit: Unit): number {
  const pieces = card.branch === 'tanks' ? unit.vehicles : card.mobility === 'towed' ? (unit.pieces[0] ?? 0) : 0;
  const hectares = unit.men / MEN_A_HECTARE[unit.posture] + pieces * HECTARES_A_PIECE;
  return within(hectares, Math.min(LEAST_HECTARES, hexHectares(map)), hexHectares(map));
}

/** Hectares over which the rounds of one battery spread, by the kilometres they fly: gunners cannot shoot narrower. [C] */
export const BEATEN_HECTARES: readonly Point[] = [
  [0, 0.2],
  [1, 0.4],
  [4, 1],
  [10, 2.5],
];
export const beatenHectares = (metres: Metres): number => valueAt(BEATEN_HECTARES, metres / 1000);

/**
 * Share of standing men hit, by the ground that rounds make deadly over the ground they fall on. Rounds that fall where
 * others fell hit nobody twice: the curve is that of 1 − e^−x.
 */
export const HIT_SHARE: readonly Point[] = [
  [0, 0],
  [0.1, 0.095],
  [0.25, 0.221],
  [0.5, 0.393],
  [0.75, 0.528],
  [1, 0.632],
  [1.5, 0.777],
  [2, 0.865],
  [3, 0.95],
  [5, 0.993],
  [8, 1],
];

/** Share of men standing on so many hectares whom so many deadly square metres hit. */
export const hitShare = (deadlySquareMetres: number, hectares: number): number =>
  valueAt(HIT_SHARE, deadlySquareMetres / (hectares * SQUARE_METRES_A_HECTARE));

/** Soft ground smothers bursts, rock and tree tops spread them. Source: scenarios/sources.md 6, loose sand a quarter [C]. */
// biome-ignore format: a table
export const BURST_SHARE: ByTerrain<number> = {
  open: 1, sand: 0.75, dunes: 0.75, scrub: 1, forest: 1.1, marsh: 0.6, shallows: 0.6, deepWater: 0.3, ice: 1.1,
  settlement: 0.9, rock: 1.2,
};

/** How much of its usual harm a shell does on the ground of a hex. */
export const burstShare = (map: BattleMap, hex: HexIndex): number => BURST_SHARE[map.terrain[hex] ?? 'open'];

/** Share of a mission's rounds that fall outside the hex aimed at, spread over its neighbours: in a hex of 250 m four in ten. [C] */
export const SPILL_METRES = 100;
const MOST_SPILL = 0.6;

/** Share of a mission's rounds that fall in the hex aimed at. */
export const onTargetShare = (map: BattleMap): number => 1 - Math.min(MOST_SPILL, SPILL_METRES / map.hexMetres);
