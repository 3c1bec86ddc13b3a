/** Why an order is not possible, from what the side knows and nothing else, with the figures that matter. */
import type { AirTask } from './flight.ts';
import type { SupplyTask } from './supply.ts';
import type { FirePolicy, GunState, Posture, Saddle } from './unit.ts';

export type Refusal =
  | { readonly reason: 'battleOver' }
  | { readonly reason: 'unknownUnit'; readonly unit: string }
  | { readonly reason: 'notYours' }
  | { readonly reason: 'notOnMap' }
  | { readonly reason: 'outOfAction' }
  | { readonly reason: 'broken' }
  | { readonly reason: 'notEnoughMinutes'; readonly minutes: number; readonly minutesLeft: number }
  | { readonly reason: 'notAdjacent' }
  | { readonly reason: 'offTheMap' }
  | { readonly reason: 'emptyPath' }
  | { readonly reason: 'impassable' }
  | { readonly reason: 'cannotMove' }
  /** The turn's time on a bridge, ford or defile is given away. */
  | {
      readonly reason: 'crossingTaken';
      readonly minutes: number;
      readonly turnMinutes: number;
      readonly passes: number;
    }
  | { readonly reason: 'iceTooThin'; readonly centimetres: number; readonly neededCentimetres: number }
  | { readonly reason: 'cannotFollow' }
  | { readonly reason: 'vehiclesDown'; readonly vehicles: number }
  | { readonly reason: 'inBattery' }
  | { readonly reason: 'limbered' }
  | { readonly reason: 'enemyInTheWay' }
  | { readonly reason: 'noRoom'; readonly frontageMetres: number; readonly roomMetres: number }
  | { readonly reason: 'forbiddenGround'; readonly region: string }
  | { readonly reason: 'nothingThere' }
  | { readonly reason: 'ownTroopsThere' }
  | { readonly reason: 'noLineOfSight' }
  | { readonly reason: 'outOfRange'; readonly metres: number; readonly reachMetres: number }
  | { readonly reason: 'tooClose'; readonly metres: number; readonly minimumMetres: number }
  | { readonly reason: 'noWeapon' }
  | { readonly reason: 'noAmmunition' }
  | { readonly reason: 'noMissions' }
  | { readonly reason: 'barrelsHot' }
  | { readonly reason: 'noBatteryThere' }
  | { readonly reason: 'noSmoke' }
  /** Nothing can be planned for that minute. */
  | { readonly reason: 'noSuchHour'; readonly minute: number }
  | { readonly reason: 'alreadyPlanned'; readonly minute: number }
  | { readonly reason: 'notPlanned' }
  | { readonly reason: 'planFull'; readonly lines: number }
  | { readonly reason: 'alreadyCalled'; readonly minute: number }
  | { readonly reason: 'notBefore'; readonly minute: number }
  | { readonly reason: 'cannotObserve' }
  | { readonly reason: 'noCommunications' }
  | { readonly reason: 'dangerClose'; readonly metres: number; readonly leastMetres: number }
  | { readonly reason: 'fireForbidden'; readonly minute: number }
  | { readonly reason: 'fireForbiddenYet' }
  | { readonly reason: 'shellingForbidden'; readonly minute: number }
  | { readonly reason: 'shellingForbiddenYet' }
  | { readonly reason: 'cannotAssault' }
  | { readonly reason: 'noUnits' }
  | { readonly reason: 'listedTwice' }
  | { readonly reason: 'noFlares' }
  | { readonly reason: 'notDark' }
  | { readonly reason: 'cannotDig' }
  | {
      readonly reason: 'already';
      readonly state: Posture | GunState | FirePolicy | Saddle | SupplyTask | 'steady' | 'facing';
    }
  | { readonly reason: 'noFront' }
  | { readonly reason: 'facesAway'; readonly minutes: number }
  | { readonly reason: 'noGuns' }
  | { readonly reason: 'nothingToRide' }
  | { readonly reason: 'noOtherGear' }
  | { readonly reason: 'noCarrierHere' }
  | { readonly reason: 'cannotBoard' }
  | { readonly reason: 'noSeats'; readonly men: number; readonly seats: number }
  | { readonly reason: 'noTow'; readonly pieces: number; readonly hooks: number }
  | { readonly reason: 'notAboard' }
  | { readonly reason: 'noLanding' }
  | { readonly reason: 'ridesTooFar'; readonly metres: number; readonly mostMetres: number }
  | { readonly reason: 'enginesOut' }
  | { readonly reason: 'sinking' }
  | { readonly reason: 'noWater' }
  | { readonly reason: 'tooWide'; readonly metres: number; readonly mostMetres: number }
  | { readonly reason: 'canWade' }
  | { readonly reason: 'noBoats' }
  | { readonly reason: 'noRafts' }
  | { readonly reason: 'tooHeavy'; readonly tonnes: number; readonly mostTonnes: number }
  | { readonly reason: 'cannotSwim' }
  | { readonly reason: 'tooCold'; readonly celsius: number }
  | { readonly reason: 'sweptAway' }
  | { readonly reason: 'sounded' }
  | { readonly reason: 'noWorks' }
  | { readonly reason: 'badMinutes'; readonly minutes: number }
  | { readonly reason: 'noWay' }
  | { readonly reason: 'noOrders'; readonly minute: number }
  /** Holds its works while more than this share of its men is left. */
  | { readonly reason: 'holdsGround'; readonly percent: number }
  | { readonly reason: 'noSuccessor' }
  | { readonly reason: 'notEngineers' }
  | { readonly reason: 'noStores'; readonly needed: number; readonly have: number }
  | { readonly reason: 'noBridge' }
  | { readonly reason: 'alreadyMade' }
  | { readonly reason: 'wrongGround' }
  | { readonly reason: 'nothingToClear' }
  | { readonly reason: 'noSalvage' }
  | { readonly reason: 'foughtOver' }
  | { readonly reason: 'noLights' }
  | { readonly reason: 'truce' }
  | { readonly reason: 'airForbidden' }
  | { readonly reason: 'unknownFlight'; readonly flight: string }
  | { readonly reason: 'notTheirTask'; readonly task: AirTask }
  | { readonly reason: 'noMachines' }
  | { readonly reason: 'flightAway'; readonly minute: number }
  | { readonly reason: 'noSorties'; readonly sorties: number }
  | { readonly reason: 'notAfter'; readonly minute: number }
  | { readonly reason: 'noFlyingWeather' }
  | { readonly reason: 'noNightFlying' }
  | { readonly reason: 'notFiredUpon' }
  | { readonly reason: 'heldBack'; readonly points: number; readonly ceiling: number }
  | { readonly reason: 'noWithdrawal'; readonly region: string }
  | { readonly reason: 'notReleased' }
  | { readonly reason: 'noExit' }
  | { readonly reason: 'noSupply' }
  | { readonly reason: 'noFuel'; readonly km: number; readonly leftKm: number }
  | { readonly reason: 'noColumn' }
  | { readonly reason: 'noDepot' }
  | { readonly reason: 'nothingToIssue' };

export type RefusalReason = Refusal['reason'];
