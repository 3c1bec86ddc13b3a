/**
 * How each thing a side sees happen is shown on the map. The table answers for every kind of event, with a show or with
 * nothing, and a new kind does not compile without an answer. A show is a function of the time that has passed, so it
 * can run at any speed, stand still for those who want no motion, and be left out.
 */
import words from '../../../../assets/text/map.en.json' with { type: 'json' };
import { nameOf } from '../../../battle/wording.ts';
import { hexesOfHexside } from '../../../hex/hexside.ts';
import type { SeenEvent, SeenOf } from '../../../model/seen-event.ts';
import { hexsideLine } from '../sheet.ts';
import {
  assaultArrow,
  both,
  clash,
  count,
  fade,
  flareAt,
  float,
  floatAt,
  harmShow,
  keyOf,
  ping,
  raiseFlag,
  shells,
  slide,
  volley,
  wordAtWho,
  type Show,
  type Stage,
} from './effects.ts';

type ShowsByKind = { readonly [K in SeenEvent['kind']]: (event: SeenOf<K>, stage: Stage) => Show | null };

/** The show of an event; `null` for what the map has no picture of. */
export function showOf(event: SeenEvent, stage: Stage): Show | null {
  const show = SHOWS[event.kind] as (event: SeenEvent, stage: Stage) => Show | null;
  return show(event, stage);
}

const RAN_OUT = { water: 'noWater', food: 'noFood', fuel: 'noFuel' } as const;

const nothing = (): null => null;

/** From where it was seen to where it is seen. */
function slideOver({ who, from, to }: Pick<SeenOf<'moved'>, 'who' | 'from' | 'to'>, stage: Stage): Show | null {
  const key = keyOf(who);
  if (key === null || to === null || to < 0) return null;
  const start = from ?? stage.hexOf(key);
  if (start === undefined || start < 0) return ping(stage, to, 'ring-plain');
  return slide(stage, key, [start, to], 300);
}

const SHOWS: ShowsByKind = {
  moved: slideOver,
  halted: (event, stage) => wordAtWho(stage, event.who, words.halted, 'word'),
  breakdown: ({ hex, stage: kind, vehicles }, stage) =>
    floatAt(stage, hex, count(words[kind], vehicles), kind === 'mended' ? 'word' : 'alarm'),
  bogged: ({ hex }, stage) => floatAt(stage, hex, words.bogged, 'alarm'),
  ambushed: ({ hex }, stage) => both(ping(stage, hex, 'ring-alarm'), floatAt(stage, hex, words.ambushed, 'alarm')),
  wireCut: ({ hexside }, stage) => {
    const [hex] = hexesOfHexside(stage.sheet.map.grid, hexside);
    return float(stage, hexsideLine(stage.sheet, hexside).middle, [hex], words.wireCut, 'word');
  },
  fired: (event, stage) =>
    event.mode === 'mission' || event.from === null ? shells(event, stage) : volley(event, event.from, stage),
  harmed: harmShow,
  cohesion: ({ hex, to, from }, stage) =>
    floatAt(
      stage,
      hex,
      capital(nameOf('cohesion', to)),
      to === 'steady' || (from === 'broken' && to === 'shaken') ? 'word' : 'alarm',
    ),
  retreated: ({ who, path, rout }, stage) => {
    const key = keyOf(who);
    const steps = path.filter((hex) => hex >= 0);
    if (key === null || steps.length === 0) return null;
    const start = stage.hexOf(key);
    const way = start === undefined || steps[0] === start ? steps : [start, ...steps];
    const first = way[0];
    if (first === undefined) return null;
    return both(slide(stage, key, way, 260), floatAt(stage, first, rout ? words.routs : words.retreats, 'alarm'));
  },
  assaulted: ({ from, target }, stage) => ({
    milliseconds: 850,
    hexes: [target, ...from],
    at: (share) => ({
      moves: [],
      marks: from.map((hex) => assaultArrow(stage, hex, target, Math.min(1, share * 1.6))),
    }),
  }),
  closeCombat: ({ hex, outcome }, stage) =>
    both(clash(stage, hex), floatAt(stage, hex, capital(nameOf('outcome', outcome)), 'word')),
  captured: ({ hex, men }, stage) => floatAt(stage, hex, count(words.captured, men), 'alarm'),
  abandoned: ({ hex }, stage) => floatAt(stage, hex, words.abandoned, 'alarm'),
  spoilsHeld: nothing,
  passedOn: nothing,
  freed: ({ hex, men }, stage) => floatAt(stage, hex, count(words.freed, men), 'word'),
  salvaged: ({ who }, stage) => wordAtWho(stage, who, words.salvaged, 'word'),
  missed: ({ who, men }, stage) => wordAtWho(stage, who, count(words.missed, men), 'alarm'),
  dug: ({ hex, manHours }, stage) => floatAt(stage, hex, count(words.dug, Math.round(manHours)), 'word'),
  laboured: ({ who, doneShare }, stage) =>
    wordAtWho(stage, who, count(words.works, Math.round(doneShare * 100)), 'word'),
  crossingChanged: ({ hexside }, stage) => ping(stage, hexesOfHexside(stage.sheet.map.grid, hexside)[0], 'ring-plain'),
  crossingSeen: ({ hexside }, stage) => ping(stage, hexesOfHexside(stage.sheet.map.grid, hexside)[0], 'ring-plain'),
  blastFailed: ({ who }, stage) => wordAtWho(stage, who, words.blastFailed, 'alarm'),
  wireLaid: ({ hexside }, stage) => ping(stage, hexesOfHexside(stage.sheet.map.grid, hexside)[0], 'ring-plain'),
  minesMet: ({ hexside }, stage) => {
    const [hex] = hexesOfHexside(stage.sheet.map.grid, hexside);
    return float(stage, hexsideLine(stage.sheet, hexside).middle, [hex], words.mines, 'alarm');
  },
  postureChanged: ({ who, posture }, stage) => wordAtWho(stage, who, capital(nameOf('posture', posture)), 'word'),
  gunsChanged: ({ who, state }, stage) => wordAtWho(stage, who, capital(nameOf('gunState', state)), 'word'),
  hunted: (event, stage) => wordAtWho(stage, event.who, words.hunted, 'alarm'),
  turned: (event, stage) => wordAtWho(stage, event.who, words.turned, 'word'),
  saddled: ({ who, saddle }, stage) => wordAtWho(stage, who, capital(nameOf('saddle', saddle)), 'word'),
  boarded: nothing,
  unloaded: ({ hex, jumped }, stage) =>
    both(
      ping(stage, hex, 'ring-plain'),
      floatAt(stage, hex, capital(nameOf('unloaded', jumped ? 'jumped' : 'off')), jumped ? 'alarm' : 'word'),
    ),
  holed: ({ hex, state }, stage) =>
    floatAt(stage, hex, state === 'hit' ? words.holed : words[state], state === 'hit' ? 'word' : 'alarm'),
  mended: ({ who }, stage) => wordAtWho(stage, who, words.underWay, 'word'),
  grounded: ({ hex }, stage) => floatAt(stage, hex, words.aground, 'alarm'),
  drifted: ({ who, from, to, end }, stage) => {
    const way = slideOver({ who, from, to }, stage);
    if (way === null || to === null || end === 'away') return way;
    return both(way, floatAt(stage, to, end === 'aground' ? words.aground : words.adrift, 'alarm'));
  },
  sunk: ({ hex }, stage) => both(ping(stage, hex, 'ring-alarm'), floatAt(stage, hex, words.sunk, 'alarm')),
  crossed: slideOver,
  turnedBack: ({ hexside }, stage) => {
    const [hex] = hexesOfHexside(stage.sheet.map.grid, hexside);
    return float(stage, hexsideLine(stage.sheet, hexside).middle, [hex], words.tooDeep, 'alarm');
  },
  sounded: ({ place: { of, at }, depthMetres }, stage) => {
    const depth = count(words.metres, depthMetres);
    if (of === 'hex') return floatAt(stage, at, depth, 'word');
    const [hex] = hexesOfHexside(stage.sheet.map.grid, at);
    return float(stage, hexsideLine(stage.sheet, at).middle, [hex], depth, 'word');
  },
  policySet: nothing,
  standingSet: nothing,
  rallied: ({ who }, stage) => wordAtWho(stage, who, words.rallied, 'word'),
  called: () => null,
  planned: nothing,
  fellOut: nothing,
  jammed: ({ who }, stage) => wordAtWho(stage, who, words.jammed, 'alarm'),
  unjammed: nothing,
  shellsIssued: nothing,
  curtain: () => null,
  flare: ({ hex }, stage) => ({
    milliseconds: 1100,
    hexes: [hex],
    at: (share) => ({ moves: [], marks: [flareAt(stage, hex, share)] }),
  }),
  plume: ({ hex }, stage) => ping(stage, hex, 'ring-plain'),
  arrived: ({ hex }, stage) => both(ping(stage, hex, 'ring-plain'), floatAt(stage, hex, words.arrived, 'word')),
  surprised: ({ who }, stage) => wordAtWho(stage, who, words.surprised, 'alarm'),
  leaderLost: ({ hex }, stage) => floatAt(stage, hex, words.leaderLost, 'alarm'),
  leaderReplaced: nothing,
  firstFire: ({ hex, stood }, stage) =>
    floatAt(stage, hex, stood ? words.stands : words.panics, stood ? 'word' : 'alarm'),
  deserted: ({ hex, over, away }, stage) => floatAt(stage, hex, count(words.deserts, over + (away ?? 0)), 'alarm'),
  frostbitten: ({ who, men }, stage) => wordAtWho(stage, who, count(words.frostbitten, men), 'alarm'),
  cutOff: ({ who, sinceMinute }, stage) =>
    wordAtWho(stage, who, sinceMinute === null ? words.joined : words.cutOff, sinceMinute === null ? 'word' : 'alarm'),
  late: ({ who }, stage) => wordAtWho(stage, who, words.late, 'alarm'),
  ordersLost: ({ who }, stage) => wordAtWho(stage, who, words.noOrders, 'alarm'),
  linesCut: ({ who }, stage) => wordAtWho(stage, who, words.linesCut, 'alarm'),
  relieved: ({ who }, stage) => wordAtWho(stage, who, words.relieved, 'word'),
  readied: nothing,
  sighted: ({ view }, stage) => ping(stage, view.hex, 'ring-alarm'),
  contactLost: ({ contact }, stage) => {
    const hex = stage.hexOf(contact);
    return hex === undefined ? null : fade(stage, contact, hex);
  },
  worksSeen: ({ hex }, stage) => ping(stage, hex, 'ring-plain'),
  wireSeen: ({ hexside }, stage) => ping(stage, hexesOfHexside(stage.sheet.map.grid, hexside)[0], 'ring-plain'),
  objectiveLearned: ({ objective, holder }, stage) => {
    const place = stage.objectives[objective];
    return place === undefined ? null : raiseFlag(stage, place.hex, `flag-${holder ?? 'none'}`);
  },
  left: ({ hex }, stage) => floatAt(stage, hex, words.left, 'word'),
  airCalled: nothing,
  airFight: ({ hex, lost, lostBy }, stage) =>
    both(
      clash(stage, hex),
      floatAt(stage, hex, count(words.shotDown, lost + lostBy), lost + lostBy > 0 ? 'alarm' : 'word'),
    ),
  flak: ({ hex, lost }, stage) => (lost > 0 ? floatAt(stage, hex, count(words.shotDown, lost), 'alarm') : null),
  flew: (event, stage) => {
    const strikes = event.end === 'flown' && (event.task === 'bomb' || event.task === 'strafe');
    return strikes ? shells(event, stage) : ping(stage, event.target, 'ring-plain');
  },
  incident: nothing,
  messaged: nothing,
  released: ({ who }, stage) => wordAtWho(stage, who, words.released, 'word'),
  limitChanged: nothing,
  pointsChanged: nothing,
  skyChanged: nothing,
  recovered: ({ who, men }, stage) => wordAtWho(stage, who, count(words.recovered, men), 'word'),
  supplied: nothing,
  ranOut: ({ who, of }, stage) => wordAtWho(stage, who, words[RAN_OUT[of]], 'alarm'),
  supplyHandled: nothing,
  servedFirst: nothing,
  depotTaken: nothing,
  turnEnded: nothing,
  turnStarted: nothing,
  battleEnded: nothing,
};

const capital = (word: string): string => word.charAt(0).toLocaleUpperCase('en') + word.slice(1);
