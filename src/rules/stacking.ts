/** How much room a unit needs and a hex has. Frontage in metres; lines lie one behind the other. */
import type { BattleMap } from '../model/map.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Unit, UnitCard } from '../model/unit.ts';
import type { ByBranch, ByPosture } from '../model/unit.ts';

/** Metres of front a man takes up. Source: regulations of the time gave a company 200–250 m in attack [C]. */
export const METRES_A_MAN: ByPosture<number> = { marching: 1, deployed: 2, dugIn: 2 };

/** Metres of front a piece or vehicle takes up beyond its men. [C] */
// biome-ignore format: a table
export const METRES_A_PIECE: ByBranch<number> = {
  rifles: 0, borderGuards: 0, machineGuns: 0, antiTank: 10, infantryGuns: 10, artillery: 20, tanks: 20, cavalry: 1,
  engineers: 0, headquarters: 0, craft: 30,
};

/** Depth in metres that one line takes: a hex of 250 m holds three. [C] */
const LINE_METRES = 250 / 3;

/** Front a unit needs, in metres. */
export function frontageMetres(card: UnitCard, unit: Unit): number {
  if (card.branch === 'craft' && unit.vehicles > 0) return unit.vehicles * METRES_A_PIECE.craft;
  const pieces = card.branch === 'tanks' ? unit.vehicles : (unit.pieces[0] ?? 0);
  return unit.men * METRES_A_MAN[unit.posture] + pieces * METRES_A_PIECE[card.branch];
}

/** Front a hex offers, in metres. */
export const roomMetres = (map: BattleMap): number => roomOver(map.hexMetres);

/** The same for a hex so many metres wide. */
export const roomOver = (hexMetres: number): number => Math.round(hexMetres * Math.max(1, hexMetres / LINE_METRES));

/** Refusal when `unit` finds no room among `others` on its own side in a hex. */
export function whyNoRoom(
  map: BattleMap,
  card: UnitCard,
  unit: Unit,
  others: readonly (readonly [UnitCard, Unit])[],
): Refusal | undefined {
  const room = roomMetres(map);
  let frontage = frontageMetres(card, unit);
  for (const [otherCard, other] of others) if (other.id !== unit.id) frontage += frontageMetres(otherCard, other);
  return frontage <= room ? undefined : { reason: 'noRoom', frontageMetres: Math.round(frontage), roomMetres: room };
}
