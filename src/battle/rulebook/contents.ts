/** What chapters may call for by name: tables, worked examples, and single figures in their sentences. */
import { LEAVE_MINUTES } from '../../rules/affairs/exits.ts';
import { COMBAT_DAY_MINUTES, WORKSHOP } from '../../rules/breakdown.ts';
import {
  ABOUT_BRIDGE_HECTARES,
  ARMOURED_SHARE,
  BOMB_FILLING,
  DEADLY_A_KG,
  DREAD_FELT,
  HORSES,
  MACHINE_TONNES,
  SPREAD_BY_LIGHT,
  STRAFED,
} from '../../rules/air/effect.ts';
import { DRIVEN_SHARE, PAST_ESCORT, SHOT_DOWN_BY_FIGHTERS } from '../../rules/air/fight.ts';
import { AIRMEN_SHARE, WATCHED_METRES } from '../../rules/air/watch.ts';
import { SHOT_DOWN, SMALL_ARMS_METRES } from '../../rules/air/flak.ts';
import { CRUISE_SHARE, TURNAROUND_MINUTES } from '../../rules/air/flights.ts';
import { FROST_CELSIUS } from '../../rules/cold.ts';
import { LEAST_SHARE, OUT_OF_COMMAND_SHARE, OUT_OF_REACH_MINUTES, TAKE_OVER_MINUTES } from '../../rules/command.ts';
import { APART, TOGETHER } from '../../rules/coordination.ts';
import { RELEASED_SHARE } from '../../rules/doctrine.ts';
import { DAY_FATIGUE, DIGGING_HOURS, FIGHTING_HOURS, HOT_CELSIUS } from '../../rules/fatigue.ts';
import { LINES_CUT_CHANCE, MENDED_MINUTES, TAKE_OVER_SHARE } from '../../rules/friction.ts';
import { COMMANDED_METRES } from '../../rules/isolation.ts';
import { EXPOSURE, LEADERLESS, leaderLostChance, WORSE_EACH } from '../../rules/leader.ts';
import { AUXILIARY } from '../../rules/panic.ts';
import {
  CHARGE,
  COHESION as HAND_TO_HAND,
  COMMAND,
  EACH_DIRECTION,
  FROM_BEHIND,
  LODGED_WORKS_SHARE,
  MOST_DIRECTIONS,
  OPPOSITE,
  SURPRISE,
  THROUGH_WIRE,
  UPHILL,
  UPHILL_SLOPE,
} from '../../rules/assault/odds.ts';
import { FLARE_METRES, WIRE_EXPOSURE } from '../../rules/assault/approach.ts';
import { OVERRUN_CAPTURED_SHARE, PURSUIT, REPULSED_SHARE } from '../../rules/assault/aftermath.ts';
import { LODGED_MINUTES } from '../../rules/assault/assault.ts';
import { FROM_OUTSIDE, HOME_GROUND, LODGED_KNOTS_SHARE } from '../../rules/assault/position.ts';
import { FORGET_MINUTES, LIT_METRES } from '../../rules/contacts.ts';
import { RETREAT_METRES, ROUT_METRES, TAKEN_SHARE, TAKEN_SHARE_TO_THE_LAST, TEST } from '../../rules/cohesion.ts';
import {
  CLOSED_DOWN_SHARE,
  COLUMN_DUST,
  FEW_MEN,
  FEW_MEN_SHARE,
  FOG_METRES,
  GLASSES_SHARE,
  HEADLIGHT_METRES,
  HIDDEN_METRES,
  IDENTIFY_SHARE,
  LOOKING_DOWN,
  PLUME_METRES,
  SHOT_PLACED_SHARE,
  WEATHER_SHARE,
} from '../../rules/detection.ts';
import { FLARE_MINUTES, RALLY_MINUTES, RALLY_TRY_MINUTES } from '../../rules/dig.ts';
import {
  COOL_SHARE,
  COVERED_SHARE,
  ESCORT_MEN,
  ESCORTED,
  HOT,
  HUNTERS_SHARE,
  THIN_MM,
} from '../../rules/assault/hunters.ts';
import { FACING_METRES } from '../../rules/facing.ts';
import { SIGHTED_SHARE, STEEL_CORED, UNDER_FIRE } from '../../rules/fire/antitank.ts';
import { BURNS, CREW_HIT, OBLIQUITY, UNKNOWN_ASPECT } from '../../rules/fire/armour.ts';
import { ANSWERED_SHARE, SILENCED } from '../../rules/fire/direct.ts';
import {
  AIMED_SHELLS,
  AMBUSH as FROM_HIDING,
  DUG_IN_VEHICLE,
  FLAME,
  FULL_SIZE_MEN,
  MOST_SIZE,
  QUALITY,
} from '../../rules/fire/effect.ts';
import { HALF_SUPPRESSION_WEIGHT, KILLED_SHARE, SPREAD } from '../../rules/fire/harm.ts';
import { KEPT_RANGES, OBSERVER_MINUTES } from '../../rules/reduce.ts';
import { FLASH_ERROR_METRES, FLASH_GLASSES, LEAST_ERROR_METRES } from '../../rules/fire/location.ts';
import { BY_MAP_SHARE, CORRECTED_SHARE } from '../../rules/fire/mission.ts';
import { MOST_LINES } from '../../rules/fire/permit-mission.ts';
import { LEAST_SMOKE_MINUTES, SMOKE_SHELL_MINUTES } from '../../rules/fire/plan.ts';
import { BURST_HOURS, HOT_DAY_MINUTES, MENDED_AN_HOUR } from '../../rules/fire/wear.ts';
import { SPILL_METRES } from '../../rules/fire/shells.ts';
import { RANGING } from '../../rules/fire/tasks.ts';
import { AMBUSH, AMBUSH_MINUTES } from '../../rules/encounter.ts';
import { PINNED } from '../../rules/march.ts';
import { GET_OFF_MINUTES } from '../../rules/ways.ts';
import {
  BOG_A_KM,
  FROZEN_CELSIUS,
  PULL_OUT,
  STRAY_A_KM,
  STRAY_DRILLED,
  STRAY_HEADLIGHTS,
  STRAY_LIGHT,
  STRAY_METRES,
} from '../../rules/mishaps.ts';
import { COLUMN_METRES, MEN_A_RIDER } from '../../rules/traffic.ts';
import { COLUMN_KMH, NIGHT_STEERING_SHARE } from '../../rules/march-rates.ts';
import { SNOW_ON_WAYS } from '../../rules/winter.ts';
import { SHIMMER, SMOKE_SHARE, SMOKED_FIRE, TALL_GRASS_SHARE } from '../../rules/scene.ts';
import {
  BLUFF_SHARE,
  CONTACT_MINUTES_A_METRE,
  HEADLIGHT_SHARE,
  LEAVE_WORKS_MINUTES,
  NIGHT_TRAINING_SHARE,
  PACE_SHARE,
  WIRE_MINUTES,
} from '../../rules/movement.ts';
import { COHESION_MINUTES, HALF_SUPPRESSION_MINUTES, KEPT_SHARE, PINNED_SHARE } from '../../rules/turn.ts';
import { roomOver } from '../../rules/stacking.ts';
import { STANDING_METRES } from '../../rules/sight.ts';
import { BLAST_CHANCE, BLAST_KG } from '../../rules/engineers.ts';
import { MINE_MINUTES } from '../../rules/mines.ts';
import { FROZEN_SHARE, NIGHT_DIGGING_SHARE, TIMBER_METRES } from '../../rules/works.ts';
import { AIRCRAFT_SEEN_METRES } from '../share.ts';
import { FARTHEST_SWUM_METRES, LOST_WITH_HER, MENDED, SWUM_METRES } from '../../rules/water/adrift.ts';
import { BULWARK_SHARE, CREW_A_HOLE, ENGINES_OUT_SHARE } from '../../rules/water/craft.ts';
import { DEPTH_METRES } from '../../rules/water/currents.ts';
import { FARTHEST_FERRIED_METRES, HORSES_SWIM_MINUTES, IN_BOATS } from '../../rules/water/ferry.ts';
import { SOUND_MINUTES } from '../../rules/water/sound.ts';
import { DROWNED_A_100_METRES, SWIM_CELSIUS, SWUM_DISORDER } from '../../rules/water/swim.ts';
import { AFLOAT_MINUTES } from '../../rules/crossing.ts';
import type { Figures } from './chapter.ts';
import { air } from './examples/air.ts';
import { assault } from './examples/assault.ts';
import { armour, fronts } from './examples/armour.ts';
import { boats as boatsExample } from './examples/boats.ts';
import { cohesion } from './examples/cohesion.ts';
import { fire } from './examples/fire.ts';
import { missions } from './examples/missions.ts';
import { silencing } from './examples/silencing.ts';
import { CHARGE_METRES, FIRE_FROM_THE_SADDLE, HORSES_A_HOLDER, MOUNTED_TARGET } from '../../rules/rides.ts';
import { RIDERS_A_TANK } from '../../rules/carry.ts';
import { COME_UP_METRES, COME_UP_METRES_A_MINUTE, HORSES_MINUTES, LORRIES_MINUTES } from '../../rules/saddle.ts';
import { movement } from './examples/movement.ts';
import { politics } from './examples/politics.ts';
import { supply } from './examples/supply.ts';
import { supplyColumns, supplyGivingUp, supplyInterdiction, supplyNeeds, supplyWant } from './tables/supply.ts';
import { GUNS_METRES, LOST_A_KM, LOST_BESIDE_ENEMY, WORK_HOURS } from '../../rules/supply/lines.ts';
import { BURN_MINUTES } from '../../rules/supply/orders.ts';
import { SETTLED_MINUTES } from '../../rules/supply/delivery.ts';
import { OFF_ROAD_KM } from '../../rules/supply/fuel.ts';
import { FULL_DAYS, HOT_DRINKS, RATIONED_SHARE } from '../../rules/supply/stores.ts';
import { reading } from './examples/reading.ts';
import { sight } from './examples/sight.ts';
import { time } from './examples/time.ts';
import { columns } from './examples/columns.ts';
import { leaders } from './examples/leaders.ts';
import { winning } from './examples/winning.ts';
import { engineers } from './examples/engineers.ts';
import { works } from './examples/works.ts';
import type { Table } from './table.ts';
import { aircraft, approaches, barrels, flakReach, fromTheAir, raidShock } from './tables/air.ts';
import { incidentCosts } from './tables/politics.ts';
import {
  assaultByLight,
  assaultWorks,
  chancesByOdds,
  closeCombatMinutes,
  costByOdds,
  handToHand,
  knots,
} from './tables/assault.ts';
import {
  aimByKnowledge,
  aimByLight,
  beatenGround,
  fireByCohesion,
  firePolicies,
  groundCover,
  shellHits,
  shellWeapons,
  shelter,
  smallArms,
  theThrow,
} from './tables/fire.ts';
import { bearing, dayMarches, ordersLate, succession, vigour } from './tables/leaders.ts';
import { bridging, engineerWorks, mineHarm } from './tables/engineers.ts';
import { cohesionStates, diggingGround, whatTakesTime, worksByHours } from './tables/holding.ts';
import {
  downhillSpeed,
  frontage,
  groundSpeed,
  lightSpeed,
  marchRates,
  uphillSpeed,
  vehicleRates,
  ways,
  weatherSpeed,
  wheelMinutes,
} from './tables/movement.ts';
import { bogs, breakdowns, flows, ice, snow } from './tables/columns.ts';
import { antiTankGuns, plates, stops, tankHunters, turning } from './tables/armour.ts';
import { boats, hullHits, hullHoles, vessels } from './tables/boats.ts';
import { fixChances, gunWear, missionTasks, safeDistance, smokeShells } from './tables/missions.ts';
import { heard, hidingGround, noticed } from './tables/sight.ts';

/** Tables by the name chapters call them by. */
export const TABLES: Readonly<Record<string, () => Table>> = {
  'the-throw': theThrow,
  'incident-costs': incidentCosts,
  'supply-needs': supplyNeeds,
  'supply-columns': supplyColumns,
  'supply-want': supplyWant,
  'supply-giving-up': supplyGivingUp,
  'supply-interdiction': supplyInterdiction,
  'what-takes-time': whatTakesTime,
  'march-rates': marchRates,
  'vehicle-rates': vehicleRates,
  'ground-speed': groundSpeed,
  'uphill-speed': uphillSpeed,
  'downhill-speed': downhillSpeed,
  'light-speed': lightSpeed,
  'weather-speed': weatherSpeed,
  ways,
  frontage,
  noticed,
  'hiding-ground': hidingGround,
  heard,
  'small-arms': smallArms,
  'ground-cover': groundCover,
  'aim-by-light': aimByLight,
  'aim-by-knowledge': aimByKnowledge,
  'fire-by-cohesion': fireByCohesion,
  shelter,
  'fire-policies': firePolicies,
  'shell-weapons': shellWeapons,
  'shell-hits': shellHits,
  'beaten-ground': beatenGround,
  'mission-tasks': missionTasks,
  'fix-chances': fixChances,
  'smoke-shells': smokeShells,
  'gun-wear': gunWear,
  'safe-distance': safeDistance,
  'hand-to-hand': handToHand,
  'assault-by-light': assaultByLight,
  'assault-works': assaultWorks,
  'chances-by-odds': chancesByOdds,
  'cost-by-odds': costByOdds,
  knots,
  'close-combat-minutes': closeCombatMinutes,
  'cohesion-states': cohesionStates,
  'works-by-hours': worksByHours,
  'engineer-works': engineerWorks,
  bridging,
  'mine-harm': mineHarm,
  'digging-ground': diggingGround,
  breakdowns,
  bogs,
  flows,
  snow,
  ice,
  succession,
  'day-marches': dayMarches,
  vigour,
  bearing,
  'orders-late': ordersLate,
  'anti-tank-guns': antiTankGuns,
  plates,
  stops,
  'tank-hunters': tankHunters,
  turning,
  vessels,
  'hull-hits': hullHits,
  'hull-holes': hullHoles,
  boats,
  aircraft,
  approaches,
  'raid-shock': raidShock,
  barrels,
  'flak-reach': flakReach,
  'from-the-air': fromTheAir,
};

/** Worked examples by name: every figure their lines may ask for, worked out by the rules. */
export const EXAMPLES: Readonly<Record<string, () => Figures>> = {
  reading,
  politics,
  supply,
  time,
  movement,
  columns,
  sight,
  fire,
  missions,
  silencing,
  assault,
  cohesion,
  works,
  winning,
  leaders,
  armour,
  fronts,
  engineers,
  boats: boatsExample,
  air,
};

/** Single figures for the sentences of chapters. */
export const FIGURES: Figures = {
  facingMetres: FACING_METRES,
  laid: SIGHTED_SHARE.laid,
  mounted: SIGHTED_SHARE.mounted,
  steelCored: STEEL_CORED.machineGun ?? 0,
  steelCoredLight: STEEL_CORED.lightMachineGun ?? 0,
  underFire: UNDER_FIRE,
  obliquity: OBLIQUITY,
  frontShare: UNKNOWN_ASPECT.front,
  sideShare: UNKNOWN_ASPECT.side,
  burnsPetrol: BURNS.petrol,
  burnsDiesel: BURNS.diesel,
  crewBurnt: CREW_HIT.burnt,
  crewStopped: CREW_HIT.stopped,
  hunters: HUNTERS_SHARE,
  thin: THIN_MM,
  escortMen: ESCORT_MEN,
  escortReach: ESCORTED.reach,
  escortLost: ESCORTED.lost,
  cool: COOL_SHARE,
  tankHot: HOT.celsius,
  covered: COVERED_SHARE,
  flameWeight: FLAME.weight,
  burnMinutes: BURN_MINUTES,
  settledMinutes: SETTLED_MINUTES,
  waterDays: FULL_DAYS.water,
  foodDays: FULL_DAYS.food,
  hotDrinks: HOT_DRINKS,
  rationed: RATIONED_SHARE,
  offRoad: OFF_ROAD_KM,
  motorHours: WORK_HOURS.motor,
  beastHours: WORK_HOURS.beast,
  gunsMetres: GUNS_METRES,
  lostSeen: LOST_A_KM.seen,
  lostBeside: LOST_BESIDE_ENEMY.seen,
  lostBesideDark: LOST_BESIDE_ENEMY.dark,
  leaveMinutes: LEAVE_MINUTES,
  throws: SPREAD.length,
  outOfCommand: OUT_OF_COMMAND_SHARE,
  exposure: EXPOSURE,
  leaderChance: leaderLostChance(0.1),
  leaderMinutes: LEADERLESS.minutes,
  leaderShock: LEADERLESS.shock,
  leaderRally: LEADERLESS.rally,
  worseEach: WORSE_EACH,
  dayFatigue: DAY_FATIGUE,
  diggingHours: DIGGING_HOURS,
  fightingHours: FIGHTING_HOURS,
  hot: HOT_CELSIUS,
  frost: FROST_CELSIUS,
  takenToTheLast: TAKEN_SHARE_TO_THE_LAST,
  released: RELEASED_SHARE,
  over: AUXILIARY.over,
  commanded: COMMANDED_METRES,
  leastShare: 1 - LEAST_SHARE,
  outOfReach: OUT_OF_REACH_MINUTES,
  linesChance: LINES_CUT_CHANCE,
  mended: MENDED_MINUTES,
  takeOver: TAKE_OVER_SHARE,
  takeOverMinutes: TAKE_OVER_MINUTES,
  apart: APART,
  together: TOGETHER.least,
  togetherStaff: TOGETHER.staff,
  otherGear: wheelMinutes(),
  combatDay: COMBAT_DAY_MINUTES / 60,
  workshop: WORKSHOP.metres,
  workshopTimes: WORKSHOP.times,
  bogKm: BOG_A_KM,
  frozen: FROZEN_CELSIUS,
  pullHelped: PULL_OUT.helped,
  pullAlone: PULL_OUT.alone,
  strayMetres: STRAY_METRES,
  strayKm: STRAY_A_KM,
  strayMoon: STRAY_LIGHT.moon,
  strayDrilled: STRAY_DRILLED,
  strayLights: STRAY_HEADLIGHTS,
  riderMen: MEN_A_RIDER,
  tail: (0.06 * 800 * COLUMN_METRES.man) / COLUMN_KMH.foot.roadDay,
  manMetres: COLUMN_METRES.man,
  riderMetres: COLUMN_METRES.rider,
  vehicleMetres: COLUMN_METRES.vehicle,
  snowRoad: SNOW_ON_WAYS.road,
  snowTrack: SNOW_ON_WAYS.track,
  shakenMinutes: COHESION_MINUTES.shaken,
  halfSuppressionMinutes: HALF_SUPPRESSION_MINUTES,
  pinnedShare: PINNED_SHARE,
  keptShare: KEPT_SHARE,
  nightTraining: NIGHT_TRAINING_SHARE,
  silentPace: PACE_SHARE.silent,
  bluff: BLUFF_SHARE,
  ridersATank: RIDERS_A_TANK,
  horsesMinutes: HORSES_MINUTES,
  sectionLorries: LORRIES_MINUTES.section,
  platoonLorries: LORRIES_MINUTES.platoon,
  largerLorries: LORRIES_MINUTES.larger,
  horsesAHolder: HORSES_A_HOLDER,
  comeUp: COME_UP_METRES,
  comeUpPace: COME_UP_METRES_A_MINUTE,
  horsesTarget: MOUNTED_TARGET.horses,
  lorriesTarget: MOUNTED_TARGET.lorries,
  saddleFire: FIRE_FROM_THE_SADDLE,
  charge: CHARGE_METRES,
  leaveWorks: LEAVE_WORKS_MINUTES,
  cutWire: WIRE_MINUTES,
  contactMinutes: CONTACT_MINUTES_A_METRE * 250,
  room250: roomOver(250),
  room500: roomOver(500),
  ambushMinutes: AMBUSH_MINUTES,
  ambushMetres: AMBUSH.metres,
  ambushFire: AMBUSH.minutes,
  pinnedMarch: PINNED,
  eyes: STANDING_METRES,
  correctedDusk: CORRECTED_SHARE.twilight,
  correctedMoon: CORRECTED_SHARE.moon,
  correctedDark: CORRECTED_SHARE.dark,
  identify: IDENTIFY_SHARE,
  smokeSight: SMOKE_SHARE,
  smokeFire: SMOKED_FIRE,
  shimmer: SHIMMER.share,
  shimmerFrom: SHIMMER.fromHour,
  shimmerTo: SHIMMER.toHour,
  shimmerCelsius: SHIMMER.celsius,
  tallGrass: TALL_GRASS_SHARE,
  columnDust: COLUMN_DUST,
  dustKm: PLUME_METRES / 1000,
  headlightKm: HEADLIGHT_METRES.dark / 1000,
  headlightPace: HEADLIGHT_SHARE,
  closedDown: CLOSED_DOWN_SHARE,
  hiddenMetres: HIDDEN_METRES,
  hidingMetres: FROM_HIDING.metres,
  hidingFire: FROM_HIDING.share,
  lookingDown: LOOKING_DOWN.find(([metres]) => metres === 40)?.[1] ?? 1,
  lookingFarDown: LOOKING_DOWN.find(([metres]) => metres === 100)?.[1] ?? 1,
  glasses: GLASSES_SHARE,
  fogMetres: FOG_METRES,
  rainSight: WEATHER_SHARE.rain,
  fewMen: FEW_MEN,
  fewMenShare: FEW_MEN_SHARE,
  shotPlaced: SHOT_PLACED_SHARE,
  forgetHours: FORGET_MINUTES / 60,
  litMetres: LIT_METRES,
  killed: KILLED_SHARE,
  silenced: SILENCED,
  answered: ANSWERED_SHARE,
  aimedShells: AIMED_SHELLS,
  rawQuality: QUALITY.raw,
  skillQuality: QUALITY.skill,
  fullSize: FULL_SIZE_MEN,
  mostSize: MOST_SIZE,
  dugInVehicle: DUG_IN_VEHICLE,
  halfWeight: HALF_SUPPRESSION_WEIGHT,
  rangingMinutes: RANGING.minutes,
  rangingRounds: RANGING.roundsAPiece,
  keptRanges: KEPT_RANGES,
  byMap: BY_MAP_SHARE,
  flashError: FLASH_ERROR_METRES,
  flashGlasses: FLASH_GLASSES,
  leastError: LEAST_ERROR_METRES,
  planLines: MOST_LINES,
  smokeShellMinutes: SMOKE_SHELL_MINUTES,
  leastSmokeMinutes: LEAST_SMOKE_MINUTES,
  burstHours: BURST_HOURS,
  hotMinutes: HOT_DAY_MINUTES,
  mendedAnHour: MENDED_AN_HOUR,
  spillMetres: SPILL_METRES,
  surprise: SURPRISE,
  eachDirection: EACH_DIRECTION,
  opposite: OPPOSITE,
  fromBehind: FROM_BEHIND,
  throughWire: THROUGH_WIRE,
  lodgedWorks: LODGED_WORKS_SHARE,
  chargeOpen: CHARGE.open,
  chargeWorks: CHARGE.works,
  homeGround: HOME_GROUND,
  lodgedKnots: LODGED_KNOTS_SHARE,
  fromOutside: FROM_OUTSIDE,
  lodgedMinutes: LODGED_MINUTES,
  pursuitMinutes: PURSUIT.minutes,
  mostDirections: MOST_DIRECTIONS,
  command: COMMAND,
  uphillSlope: UPHILL_SLOPE,
  uphill: UPHILL,
  shakenHandToHand: HAND_TO_HAND.shaken,
  flareMetres: FLARE_METRES,
  flareMinutes: FLARE_MINUTES,
  observerMinutes: OBSERVER_MINUTES,
  wireExposure: WIRE_EXPOSURE,
  overrunCaptured: OVERRUN_CAPTURED_SHARE,
  repulsed: REPULSED_SHARE,
  routMetres: ROUT_METRES,
  retreatMetres: RETREAT_METRES,
  taken: TAKEN_SHARE,
  testInCommand: TEST.inCommand,
  testDugIn: TEST.dugIn,
  rallyMinutes: RALLY_MINUTES,
  rallyTry: RALLY_TRY_MINUTES,
  nightDigging: NIGHT_DIGGING_SHARE,
  nightSteering: NIGHT_STEERING_SHARE,
  shallows: DEPTH_METRES.shallows,
  deep: DEPTH_METRES.deepWater,
  getOff: GET_OFF_MINUTES,
  bulwark: BULWARK_SHARE,
  enginesShare: ENGINES_OUT_SHARE,
  enginesMended: MENDED.chance,
  farthestSwum: FARTHEST_SWUM_METRES,
  lostShare: LOST_WITH_HER.share,
  lost100: LOST_WITH_HER.a100Metres,
  crewHole: CREW_A_HOLE,
  ferried: FARTHEST_FERRIED_METRES,
  lightGun: IN_BOATS.tonnes,
  gunSeats: IN_BOATS.seats,
  horses: HORSES_SWIM_MINUTES,
  swum: SWUM_METRES,
  disorder: SWUM_DISORDER,
  drowned100: DROWNED_A_100_METRES,
  cold: SWIM_CELSIUS,
  afloat: AFLOAT_MINUTES,
  soundRiver: SOUND_MINUTES.hexside,
  soundHex: SOUND_MINUTES.hex,
  watchedKm: WATCHED_METRES.cover / 1000,
  eyedKm: WATCHED_METRES.reconnoitre / 1000,
  airmen: AIRMEN_SHARE.day,
  bridgeHectares: ABOUT_BRIDGE_HECTARES,
  bombFilling: BOMB_FILLING,
  cruise: CRUISE_SHARE,
  turnaround: TURNAROUND_MINUTES,
  byFighters: SHOT_DOWN_BY_FIGHTERS.others,
  deadlyAKg: DEADLY_A_KG,
  spreadDusk: SPREAD_BY_LIGHT.twilight,
  spreadMoon: SPREAD_BY_LIGHT.moon,
  spreadDark: SPREAD_BY_LIGHT.dark,
  armoured: Math.round(1 / Math.sqrt(ARMOURED_SHARE)),
  machineTonnes: MACHINE_TONNES,
  dread: DREAD_FELT,
  horsesFright: HORSES.fright,
  horsesDread: HORSES.dread,
  smallArms: SMALL_ARMS_METRES,
  half: SHOT_DOWN.halfBarrels,
  pastEscort: PAST_ESCORT,
  driven: DRIVEN_SHARE,
  seenKm: AIRCRAFT_SEEN_METRES.day / 1000,
  strafedMen: STRAFED.men,
  strafedLorries: STRAFED.lorries,
  timberMetres: TIMBER_METRES,
  blastKg: BLAST_KG,
  blastDark: BLAST_CHANCE.inTheDark,
  blastGuarded: BLAST_CHANCE.guarded,
  mineMinutes: MINE_MINUTES,
  frozenShare: FROZEN_SHARE,
};
