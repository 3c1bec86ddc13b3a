/** What fire does to vehicles, round by round, and to vessels, hole by hole. */
import type { Factor } from '../../model/factor.ts';
import type { UnitCard } from '../../model/unit.ts';
import type { VehicleType } from '../../model/vehicle.ts';
import { aspectFrom } from '../facing.ts';
import { cardOf, weaponOf } from '../roster.ts';
import { BULWARK_SHARE, CREW_A_HOLE, CREW_FELT, holesToSink, isPlated, MOVING_VESSEL } from '../water/craft.ts';
import { type Aiming, roundsAt } from './antitank.ts';
import { BURNS, CREW_HIT, isInVehicles, type Vehicles, vehiclesOf } from './armour.ts';
import type { Aim, Effect, Shelter, Shot } from './shot.ts';
import { meanOf, oddsOfStopped, type Rounds, stopChance } from './shots.ts';

/** At vehicles besides: what is left of the chance to hit, and what keeps hatches shut. */
interface AimAtVehicles extends Aim {
  readonly share: number;
  readonly weight: number;
  readonly common: readonly Factor[];
  readonly shelter: Shelter;
}

/** Rounds at vehicles, one by one; whatever cannot hurt them keeps their hatches shut. */
export function effectOnVehicles(shot: Shot, card: UnitCard, aim: AimAtVehicles): Effect {
  const { scenario } = shot;
  const targetCard = cardOf(scenario, aim.target.id);
  const mark = vehiclesOf(scenario, targetCard, aim.target);
  const aiming: Aiming = {
    metres: aim.metres,
    aspect: aspectFrom(scenario, targetCard, aim.target, shot.from),
    moves: aim.target.activity === 'moving' ? 'moves' : 'stands',
    share: aim.share,
  };
  const from = isInVehicles(card, shot.firer) ? 'mounted' : 'laid';
  const rounds = card.armaments.flatMap(({ weapon }, type) =>
    roundsAt(
      weaponOf(scenario, weapon),
      { rounds: aim.rounds[type] ?? 0, guns: shot.firer.pieces[type] ?? 0, from },
      mark,
      aiming,
    ),
  );
  const vehicles = rounds.length === 0 ? 0 : meanOf(oddsOfStopped(rounds, mark.count));
  const best = rounds.reduce<Rounds | undefined>(
    (before, some) => (before === undefined || stopChance(some) > stopChance(before) ? some : before),
    undefined,
  );
  return {
    target: aim.target,
    men: Math.min(aim.target.men, vehicles * crewHit(mark)),
    vehicles,
    weight: Math.max(aim.weight, vehicles * KNOCKED_OUT_WEIGHT),
    felt: ARMOUR_FELT,
    ...(rounds.length === 0 ? {} : { shots: { rounds, mark } }),
    factors: [
      ...aim.common,
      ...(aim.shelter.vehicles === 1
        ? []
        : [{ name: aim.shelter.name, owner: 'target', value: aim.shelter.vehicles } as const]),
      ...(best === undefined ? [] : factorsOfRound(best)),
    ],
  };
}

/** What the best round of a volley does. All of it hangs on the mark, whom the firer need not have made out. */
const factorsOfRound = ({ hit, pierce, stop }: Rounds): readonly Factor[] => [
  { name: 'hit', owner: 'target', value: hit },
  { name: 'pierce', owner: 'target', value: pierce },
  { name: 'stop', owner: 'target', value: stop },
];

/** Men hit with one vehicle, on average. */
const crewHit = ({ crewMen, fuel }: Vehicles): number =>
  crewMen * (BURNS[fuel] * CREW_HIT.burnt + (1 - BURNS[fuel]) * CREW_HIT.stopped);

/** What a tank's crew feels of fire that cannot hurt it; what it feels of a neighbour stopped, in men. [C] */
const ARMOUR_FELT = 0.3;
export const KNOCKED_OUT_WEIGHT = 3;

/** Fire at a vessel, before it is known whether she is under way: holes expected in her, and men hit if they stood on an open deck. */
interface FireAtVessel {
  readonly holes: number;
  readonly onDeck: number;
  readonly weight: number;
  readonly shelter: Shelter;
}

/** Shells open her hull; bullets and splinters reach whom her sides do not cover. */
export function effectOnVessel(vessel: VehicleType, { target, own }: Aim, fire: FireAtVessel): Effect {
  const moving = target.activity === 'moving' ? MOVING_VESSEL : 1;
  const holes = fire.holes * moving;
  const onDeck = isPlated(vessel) ? 0 : fire.onDeck * BULWARK_SHARE;
  return {
    target,
    men: Math.min(target.men, holes * CREW_A_HOLE + onDeck),
    vehicles: holes / holesToSink(vessel),
    weight: Math.max(fire.weight, holes * KNOCKED_OUT_WEIGHT),
    felt: CREW_FELT[isPlated(vessel) ? 'plated' : 'open'],
    factors: [...own, { name: fire.shelter.name, owner: 'target', value: fire.shelter.vehicles * moving }],
  };
}
