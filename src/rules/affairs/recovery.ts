/** Men and vehicles that come back to a unit between days: replacements, the lightly wounded, what the workshops mended. */
import type { UnitCard, UnitId } from '../../model/unit.ts';
import { type Course, happen } from '../course.ts';
import { isCraft } from '../water/craft.ts';
import { cardOf, countFallenOut, isInAction, unitOf, weaponOf } from '../roster.ts';

/** So many new men, up to the strength the unit came with. */
export function replace(course: Course, id: UnitId, men: number): void {
  const unit = unitOf(course.scenario, course.state, id);
  const joined = Math.min(men, cardOf(course.scenario, id).men - unit.men);
  if (isInAction(unit)) takeBack(course, id, { wounded: 0, joined, vehicles: 0 });
}

/** A share of the wounded, and so many vehicles of those it has lost that are not lost for good. */
export function recover(
  course: Course,
  id: UnitId,
  back: { readonly woundedShare: number; readonly vehicles: number },
): void {
  const unit = unitOf(course.scenario, course.state, id);
  const card = cardOf(course.scenario, id);
  if (!isInAction(unit)) return;
  // Those that fell out come back by themselves.
  const lost = isCraft(card) ? 0 : card.vehicles - unit.vehicles - countFallenOut(unit) - (unit.writtenOff ?? 0);
  const wounded = Math.min(Math.floor(unit.wounded * back.woundedShare), card.men - unit.men);
  takeBack(course, id, { wounded, joined: 0, vehicles: Math.min(back.vehicles, lost) });
}

interface Back {
  readonly wounded: number;
  readonly joined: number;
  readonly vehicles: number;
}

function takeBack(course: Course, id: UnitId, back: Back): void {
  if (back.wounded <= 0 && back.joined <= 0 && back.vehicles <= 0) return;
  const unit = unitOf(course.scenario, course.state, id);
  const card = cardOf(course.scenario, id);
  const share = (unit.men + back.wounded + back.joined) / Math.max(1, card.men);
  const vehicles = card.vehicles === 0 ? 0 : (unit.vehicles + back.vehicles) / card.vehicles;
  const pieces = card.armaments.map((_, type) =>
    Math.max(0, piecesFor(course, card, type, { share, vehicles }) - (unit.pieces[type] ?? 0)),
  );
  happen(course, { kind: 'recovered', unit: id, ...back, pieces });
}

/** Men bring their rifles and machine guns; guns lost are lost; weapons in vehicles come with these. */
function piecesFor(
  course: Course,
  card: UnitCard,
  type: number,
  { share, vehicles }: { readonly share: number; readonly vehicles: number },
): number {
  const armament = card.armaments[type];
  if (armament === undefined) return 0;
  if (card.vehicles > 0) return Math.floor(armament.count * vehicles);
  const { kind } = weaponOf(course.scenario, armament.weapon);
  return kind === 'gun' || kind === 'howitzer' || kind === 'antiTankGun' ? 0 : Math.floor(armament.count * share);
}
