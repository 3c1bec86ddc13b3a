/**
 * Sentences about a battle from the message catalogue: refusals, what was seen, names of things. Everything a command or
 * a screen says in the game's words comes through here; nothing is put together from code words.
 */
import english from '../../assets/text/battle.en.json' with { type: 'json' };
import { type Direction, DIRECTION_NAMES, hexAt, type HexIndex } from '../hex/grid.ts';
import { hexesOfHexside } from '../hex/hexside.ts';
import { present, unreachable } from '../model/assert.ts';
import type { Minutes } from '../model/clock.ts';
import type { ContactId, ContactView } from '../model/contact.ts';
import type { BreakdownStage } from '../model/event.ts';
import type { Refusal, RefusalReason } from '../model/refusal.ts';
import type { Limit, Scenario } from '../model/scenario.ts';
import type { SeenEvent, SeenOf, Who, Wing } from '../model/seen-event.ts';
import type { Side } from '../model/side.ts';
import { flightOf } from '../rules/air/roster.ts';
import { SUPPLY_CLASSES } from '../model/load.ts';
import { minuteOf } from '../rules/light.ts';
import { findLimit } from '../rules/limits.ts';
import { findRelief } from '../rules/command.ts';
import { cardOf } from '../rules/roster.ts';

export type MessageKey = keyof typeof english;
export type Catalogue = Readonly<Record<MessageKey, string>>;

/** The catalogue in use. Another language is another file with the same keys. */
const CATALOGUE: Catalogue = english;

/** The sentence of a key with its figures filled in. A name without a figure is a bug of the catalogue's. */
export function message(key: MessageKey, figures: Readonly<Record<string, string | number>> = {}): string {
  return CATALOGUE[key].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(present(figures[name], `${key} lacks {${name}}`)),
  );
}

/** Name of a word of the game, such as `nameOf('terrain', 'marsh')`. */
export const nameOf = (list: string, word: string): string => message(`name.${list}.${word}` as MessageKey);

/** The same for a word that may have come without a name. */
export const findName = (list: string, word: string): string | undefined =>
  (CATALOGUE as Readonly<Record<string, string | undefined>>)[`name.${list}.${word}`];

/** Hour of a minute of the clock: `05:30`. */
export function clockText(minute: Minutes): string {
  const inDay = ((minute % 1440) + 1440) % 1440;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(inDay / 60))}:${two(inDay % 60)}`;
}

/** A hex as printed on the map: column, row. */
export function hexText(scenario: Scenario, hex: HexIndex): string {
  if (hex < 0) return '–';
  const [column, row] = hexAt(scenario.map.grid, hex);
  return `${String(column).padStart(2, '0')}${String(row).padStart(2, '0')}`;
}

/** Why an order was refused, for a person. */
export function refusalText(refusal: Refusal): string {
  const figures: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(refusal))
    if (typeof value === 'string' || typeof value === 'number')
      figures[name] = typeof value === 'number' ? Math.round(value) : value;
  if ('minute' in refusal) figures['time'] = clockText(refusal.minute);
  return message(`refusal.${refusal.reason}`, figures);
}

/** Who contacts are, as far as the side knows: what it knew of each when the event was told. */
export type ContactBook = ReadonlyMap<ContactId, ContactView>;

/** A contact in words. */
function contactText(scenario: Scenario, view: ContactView | undefined): string {
  if (view === undefined || view.branch === undefined) return message('who.suspected');
  if (view.unit !== undefined) return cardOf(scenario, view.unit).names.en;
  return message('who.contact', { unit: nameOf('unit', view.branch) });
}

/** A party to an event in words. */
function whoText(scenario: Scenario, book: ContactBook, who: Who): string {
  switch (who.kind) {
    case 'own':
      return cardOf(scenario, who.unit).names.en;
    case 'contact':
      return contactText(scenario, book.get(who.contact));
    case 'unknown':
      return message('who.unknown');
    default:
      return unreachable(who);
  }
}

const allText = (scenario: Scenario, book: ContactBook, parties: readonly Who[]): string =>
  parties
    .map((who) => whoText(scenario, book, who))
    .reduce((first, second) => (first === '' ? second : message('who.and', { first, second })), '');

const menText = (men: number): string => (men === 1 ? message('men.one') : message('men.many', { men }));

/** Who comes to vehicles left behind finds what the other side loses. */
const stageOf = ({ stage, who }: SeenOf<'breakdown'>): BreakdownStage | 'found' =>
  stage === 'taken' && who.kind !== 'own' ? 'found' : stage;

/** What was seen, as one sentence with a capital. `book` is what the side knows of its contacts. */
export function eventText(scenario: Scenario, book: ContactBook, seen: SeenEvent): string {
  const text = plainEventText(scenario, book, seen);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function plainEventText(scenario: Scenario, book: ContactBook, seen: SeenEvent): string {
  const who = 'who' in seen && !Array.isArray(seen.who) ? whoText(scenario, book, seen.who as Who) : '';
  const at = (hex: HexIndex): string => hexText(scenario, hex);
  switch (seen.kind) {
    case 'moved':
      return seen.to === null ? message('event.movedOff', { who }) : message('event.moved', { who, hex: at(seen.to) });
    case 'halted':
      return message(`event.halted.${seen.cause}`, { who });
    case 'breakdown':
      return message(`event.breakdown.${stageOf(seen)}.${seen.vehicles === 1 ? 'one' : 'many'}`, {
        who,
        hex: at(seen.hex),
        vehicles: seen.vehicles,
      });
    case 'bogged':
      return seen.minutes === null
        ? message('event.bogged.seen', { who, hex: at(seen.hex) })
        : message('event.bogged', { who, hex: at(seen.hex), minutes: Math.round(seen.minutes) });
    case 'ambushed':
      return message('event.ambushed', { who, by: whoText(scenario, book, seen.by), hex: at(seen.hex) });
    case 'wireCut':
      return message('event.wireCut', { who });
    case 'fired':
      return message(`event.fired.${seen.mode}`, { who, hex: at(seen.target), minutes: seen.minutes });
    case 'harmed':
      return harmText(seen, who);
    case 'cohesion':
      return message(
        seen.from === 'broken' && seen.to === 'shaken' ? 'event.cohesion.rallied' : `event.cohesion.${seen.to}`,
        { who },
      );
    case 'retreated':
      return message(seen.rout ? 'event.routed' : 'event.retreated', {
        who,
        hex: at(seen.path[seen.path.length - 1] ?? -1),
      });
    case 'assaulted':
      return message(seen.who.length > 1 ? 'event.assaulted.many' : 'event.assaulted.one', {
        who: allText(scenario, book, seen.who),
        hex: at(seen.target),
      });
    case 'closeCombat':
      return message(`event.closeCombat.${seen.outcome}`, { hex: at(seen.hex) });
    case 'captured':
      return message('event.captured', { who, men: seen.men });
    case 'abandoned':
      return message(seen.pieces === 1 ? 'event.abandoned.one' : 'event.abandoned.many', { who, pieces: seen.pieces });
    case 'spoilsHeld':
      return message('event.spoilsHeld', { hex: at(seen.hex) });
    case 'passedOn':
      return seen.to === null
        ? message('event.passedOn.rear', { who, men: menText(seen.men) })
        : message('event.passedOn.guard', { who, to: whoText(scenario, book, seen.to), men: menText(seen.men) });
    case 'freed':
      return message('event.freed', { who, men: menText(seen.men), hex: at(seen.hex) });
    case 'salvaged':
      return message(`event.salvaged.${seen.task}`, { who, pieces: seen.pieces, men: menText(seen.men) });
    case 'missed':
      return message('event.missed', { who, men: seen.men });
    case 'dug':
      return message('event.dug', { who, minutes: seen.minutes });
    case 'laboured':
      return labourText(scenario, seen, who);
    case 'crossingChanged':
      return message(`event.crossingChanged.${seen.how}`, { who, hex: hexsideText(scenario, seen.hexside) });
    case 'crossingSeen':
      return crossingText(scenario, seen);
    case 'blastFailed':
      return message('event.blastFailed', { who, hex: hexsideText(scenario, seen.hexside) });
    case 'wireLaid':
      return message('event.wireLaid', { who, hex: hexsideText(scenario, seen.hexside) });
    case 'minesMet':
      return message('event.minesMet', { who, hex: hexsideText(scenario, seen.hexside) });
    case 'postureChanged':
      return message(`event.postureChanged.${seen.posture}`, { who });
    case 'gunsChanged':
      return message(`event.gunsChanged.${seen.state}`, { who });
    case 'hunted':
      return message(`event.hunted.${seen.means}${seen.escorted ? '.escorted' : ''}`, {
        who,
        target: whoText(scenario, book, seen.target),
        tries: seen.tries,
      });
    case 'turned':
      return message('event.turned', { who, direction: directionText(scenario, seen.facing) });
    case 'saddled':
      return message(`event.saddled.${seen.saddle}`, { who });
    case 'boarded':
      return message('event.boarded', { who, carrier: cardOf(scenario, seen.carrier).names.en });
    case 'unloaded':
      return message(seen.jumped ? 'event.unloaded.jumped' : 'event.unloaded.off', { who, hex: at(seen.hex) });
    case 'holed':
      return message(`event.holed.${seen.state}`, { who });
    case 'mended':
      return message('event.mended', { who });
    case 'grounded':
      return message('event.grounded', { who, hex: at(seen.hex) });
    case 'drifted':
      return message(`event.drifted.${seen.end}`, { who, hex: at(seen.to ?? seen.from ?? -1) });
    case 'sunk':
    case 'crossed':
      return overWaterText(scenario, seen, who);
    case 'turnedBack':
      return message('event.turnedBack', { who });
    case 'sounded':
      return soundingText(scenario, seen, who);
    case 'policySet':
      return message(`event.policySet.${seen.policy}`, { who });
    case 'standingSet':
      if (seen.standing?.kind === 'follow')
        return message('event.standingSet.follow', { who, leader: cardOf(scenario, seen.standing.leader).names.en });
      return seen.standing?.kind === 'goTo'
        ? message('event.standingSet.goTo', { who, hex: at(seen.standing.to) })
        : seen.standing?.kind === 'work'
          ? message('event.standingSet.work', { who, work: nameOf('work', seen.standing.work) })
          : message(`event.standingSet.${seen.standing?.kind ?? 'none'}`, { who });
    case 'rallied':
      return message('event.rallied', { who });
    case 'called':
      return message('event.called', { who, hex: at(seen.target), time: clockText(seen.dueMinute) });
    case 'planned':
      return message(`event.planned.${seen.work}`, {
        who,
        hex: at(seen.line.target),
        time: clockText(seen.line.minute),
        task: nameOf('missionTask', seen.line.task),
      });
    case 'fellOut':
      return message('event.fellOut', {
        who,
        hex: at(seen.line.target),
        time: clockText(seen.line.minute),
        why: message(`fellOut.${whyFellOut(seen.reason)}`),
      });
    case 'jammed':
    case 'unjammed':
      return message(seen.pieces === 1 ? `event.${seen.kind}.one` : `event.${seen.kind}.many`, {
        who,
        pieces: seen.pieces,
      });
    case 'shellsIssued':
      return seen.missions > 0
        ? message('event.shellsIssued.missions', { who, missions: seen.missions, rounds: seen.rounds })
        : message('event.shellsIssued.rounds', { who, rounds: seen.rounds });
    case 'curtain':
      return message('event.curtain', { hex: at(seen.hex) });
    case 'flare':
      return message('event.flare', { hex: at(seen.hex) });
    case 'plume':
      return message(`event.plume.${seen.plume}`, { hex: at(seen.hex), time: clockText(seen.untilMinute) });
    case 'arrived':
      return message('event.arrived', { who, hex: at(seen.hex) });
    case 'surprised':
      return message('event.surprised', { who });
    case 'leaderLost':
      return leaderText(scenario, seen, who);
    case 'leaderReplaced':
      return message('event.leaderReplaced', { who });
    case 'firstFire':
      return message(seen.stood ? 'event.firstFire.stood' : 'event.firstFire.ran', { who });
    case 'deserted':
      return [
        ...(seen.over > 0 ? [message('event.deserted.over', { who, men: menText(seen.over) })] : []),
        ...(seen.away !== null && seen.away > 0
          ? [message('event.deserted.away', { who, men: menText(seen.away) })]
          : []),
      ].join(' ');
    case 'frostbitten':
      return message('event.frostbitten', { who, men: menText(seen.men) });
    case 'cutOff':
      return message(seen.sinceMinute === null ? 'event.cutOff.ended' : 'event.cutOff.begun', { who });
    case 'late':
      return message('event.late', { who, percent: Math.round(seen.share * 100) });
    case 'ordersLost':
      return message('event.ordersLost', { who, time: clockText(seen.untilMinute) });
    case 'linesCut':
      return message('event.linesCut', { who, time: clockText(seen.untilMinute) });
    case 'relieved':
      return message('event.relieved', {
        who,
        commander:
          (seen.who.kind === 'own' ? findRelief(scenario, seen.who.unit)?.commander : undefined) ??
          message('commander.other'),
      });
    case 'readied':
      return message('event.readied', { who, minutes: seen.minutes });
    case 'sighted':
      return sightingText(scenario, seen.view);
    case 'contactLost':
      return message(`event.contactLost.${seen.cause}`, { who: contactText(scenario, book.get(seen.contact)) });
    case 'worksSeen':
      return message('event.worksSeen', { hex: at(seen.hex) });
    case 'wireSeen':
      return message(seen.stands ? 'event.wireSeen.stands' : 'event.wireSeen.cut', {
        hex: at(hexesOfHexside(scenario.map.grid, seen.hexside)[0]),
      });
    case 'objectiveLearned':
      return objectiveText(scenario, seen);
    case 'left': {
      const exit = scenario.exits?.find(({ id }) => id === seen.exit)?.names.en;
      return exit === undefined ? message('event.left', { who }) : message('event.left.exit', { who, exit });
    }
    case 'airCalled':
      return message(`event.airCalled.${seen.task}`, {
        flight: wingText(scenario, seen.wing),
        hex: at(seen.target),
        time: clockText(Math.round(seen.dueMinute)),
      });
    case 'airFight':
    case 'flak':
    case 'flew':
      return airText(scenario, seen);
    case 'incident':
      return incidentText(seen);
    case 'messaged':
      return seen.text;
    case 'released':
      return message('event.released', { who });
    case 'limitChanged': {
      const what = limitText(present(findLimit(scenario, seen.limit), `limit ${seen.limit}`));
      return message(seen.holds ? 'event.limitChanged.holds' : 'event.limitChanged.lifted', { what });
    }
    case 'pointsChanged': {
      const objective = present(scenario.objectives[seen.objective], `objective ${seen.objective}`).names.en;
      return message('event.pointsChanged', { objective, points: seen.points });
    }
    case 'skyChanged':
      return message('event.skyChanged', {
        light: nameOf('light', seen.light),
        weather: nameOf('weather', seen.weather),
      });
    case 'recovered':
      return seen.vehicles > 0
        ? message('event.recovered.vehicles', { who, men: menText(seen.men), vehicles: seen.vehicles })
        : message('event.recovered.men', { who, men: menText(seen.men) });
    case 'supplied':
      return suppliedText(seen);
    case 'ranOut':
      return message(`event.ranOut.${seen.of}`, { who });
    case 'supplyHandled': {
      const to = seen.to === null ? '' : whoText(scenario, book, seen.to);
      return message(`event.supplyHandled.${seen.task}`, { who, to });
    }
    case 'servedFirst':
      return message(seen.isFirst ? 'event.servedFirst.first' : 'event.servedFirst.inTurn', { who });
    case 'depotTaken': {
      const depot = scenario.supply?.depots.find(({ id }) => id === seen.depot)?.names.en ?? seen.depot;
      return seen.holder === null
        ? message('event.depotTaken.burnt', { depot })
        : message('event.depotTaken.taken', { depot, side: sideText(seen.holder) });
    }
    case 'turnEnded':
      return message('event.turnEnded', { side: sideText(seen.side) });
    case 'turnStarted':
      return message('event.turnStarted', {
        side: sideText(seen.side),
        turn: seen.turn,
        time: clockText(minuteOf(scenario.clock, seen.turn)),
      });
    case 'battleEnded':
      return message('event.battleEnded');
    default:
      return unreachable(seen);
  }
}

/** Aircraft in words: one's own flight by its name, the enemy's by what they are. */
const wingText = (scenario: Scenario, wing: Wing): string =>
  wing.kind === 'own'
    ? flightOf(scenario, wing.flight).names.en
    : message('who.wing', { aircraft: nameOf('aircraftRole', wing.role) });

function airText(scenario: Scenario, seen: SeenOf<'airFight' | 'flak' | 'flew'>): string {
  const flight = wingText(scenario, seen.wing);
  if (seen.kind === 'airFight') {
    const { lost, lostBy } = seen;
    const by = wingText(scenario, seen.by);
    return message('event.airFight', { flight, by, lost, lostBy, hex: hexText(scenario, seen.hex) });
  }
  if (seen.kind === 'flak') {
    const { lost, damaged } = seen;
    const figures = { flight, lost, damaged, hex: hexText(scenario, seen.hex) };
    return message(`event.flak.${lost > 0 ? 'shotDown' : damaged > 0 ? 'damaged' : 'missed'}`, figures);
  }
  const how = seen.end === 'flown' ? (seen.task ?? 'seen') : seen.end;
  return message(`event.flew.${how}`, { flight, machines: seen.machines, hex: hexText(scenario, seen.target) });
}

function overWaterText(scenario: Scenario, seen: SeenOf<'sunk' | 'crossed'>, who: string): string {
  const hex = hexText(scenario, (seen.kind === 'sunk' ? seen.to : (seen.to ?? seen.from)) ?? -1);
  const lost =
    seen.drowned !== null && seen.drowned > 0 ? ` ${message('event.drowned', { men: menText(seen.drowned) })}` : '';
  if (seen.kind === 'crossed') return message(`event.crossed.${seen.by}`, { who, hex }) + lost;
  return message(seen.to === null ? 'event.sunk' : 'event.sunk.ashore', { who, hex }) + lost;
}

function soundingText(scenario: Scenario, { who: by, place, depthMetres }: SeenOf<'sounded'>, who: string): string {
  const [near, far] = place.of === 'hex' ? [place.at, place.at] : hexesOfHexside(scenario.map.grid, place.at);
  const found = message(`event.sounded.${place.of}`, {
    hex: hexText(scenario, near),
    other: hexText(scenario, far),
    metres: depthMetres,
  });
  return by.kind === 'unknown' ? found : message('event.sounded.by', { who, found });
}

function suppliedText({ units, kg, lostKg }: SeenOf<'supplied'>): string {
  const parts = SUPPLY_CLASSES.flatMap((supply) =>
    (kg[supply] ?? 0) === 0
      ? []
      : [message('event.supplied.part', { what: nameOf('supply', supply), weight: weightText(kg[supply] ?? 0) })],
  );
  const came = message(units === 1 ? 'event.supplied.one' : 'event.supplied.many', { units, parts: parts.join(', ') });
  return lostKg < 1 ? came : `${came} ${message('event.supplied.lost', { weight: weightText(lostKg) })}`;
}

/** A weight as one says it: 85 kg, 1.4 t. */
export const weightText = (kg: number): string =>
  kg < 1000 ? message('weight.kg', { kg: Math.round(kg) }) : message('weight.t', { t: Math.round(kg / 100) / 10 });

/** The hexes on both sides of a hexside: "0203/0303". */
function hexsideText(scenario: Scenario, hexside: number): string {
  const [one, other] = hexesOfHexside(scenario.map.grid, hexside);
  return message('hexside', { one: hexText(scenario, one), other: hexText(scenario, other) });
}

function labourText(scenario: Scenario, seen: SeenOf<'laboured'>, who: string): string {
  if (seen.hexside === null) return message('event.laboured.bottles', { who, bottles: seen.bottles });
  const figures = { who, work: nameOf('work', seen.work), hex: hexsideText(scenario, seen.hexside) };
  return seen.doneShare === 1
    ? message('event.laboured.done', { ...figures, minutes: Math.round(seen.minutes) })
    : message('event.laboured.begun', { ...figures, percent: Math.round(seen.doneShare * 100) });
}

/** What one sees of a hexside that is other than the map has it: the bridge before all. */
function crossingText(scenario: Scenario, { hexside, made }: SeenOf<'crossingSeen'>): string {
  const hex = hexsideText(scenario, hexside);
  if (made.mines !== undefined) return message('event.crossingSeen.mines', { hex });
  if (made.bridge?.condition === 'damaged')
    return made.bridge.openMinute === undefined
      ? message('event.crossingSeen.damaged', { hex })
      : message('event.crossingSeen.closed', { hex, time: clockText(made.bridge.openMinute) });
  if (made.bridge !== undefined)
    return message(`event.crossingSeen.${made.bridge.condition}`, { hex, tonnes: made.bridge.tonnes });
  return message(made.corduroy === true ? 'event.crossingSeen.corduroy' : 'event.crossingSeen.nothing', { hex });
}

function incidentText(seen: SeenOf<'incident'>): string {
  const figures = { side: sideText(seen.side), points: seen.points, total: seen.total, ceiling: seen.ceiling };
  const step = message(`event.incident.${seen.cause}`, figures);
  return seen.points > 0 && seen.total >= seen.ceiling && seen.total - seen.points < seen.ceiling
    ? `${step} ${message('event.incident.heldBack', figures)}`
    : step;
}

/** A limit in a word, for the log: "Soviet: no shells over the line". */
function limitText(limit: Limit): string {
  if (limit.kind === 'truce') return message('limit.truce');
  return message(`limit.${limit.kind}`, { side: sideText(limit.side) });
}

export const sideText = (side: Side): string => nameOf('side', side);

/** A leader known by name is named once: those who follow are not on the card. */
/** A direction in words: "north-east". */
export const directionText = ({ map }: Pick<Scenario, 'map'>, direction: Direction): string =>
  message(`direction.${DIRECTION_NAMES[map.grid.orientation][direction]}`);

function leaderText(scenario: Scenario, seen: SeenOf<'leaderLost'>, who: string): string {
  const name = seen.who.kind === 'own' && seen.first ? cardOf(scenario, seen.who.unit).commander : undefined;
  return name === undefined
    ? message('event.leaderLost', { who })
    : message('event.leaderLost.named', { who, commander: name });
}

function harmText(seen: SeenOf<'harmed'>, who: string): string {
  const { transport = 0 } = seen;
  if (transport === 0) return menHarmText(seen, who);
  const lorries =
    transport === 1 ? message('event.harmed.transport.one') : message('event.harmed.transport.many', { transport });
  return `${menHarmText(seen, who)} ${lorries}`;
}

function menHarmText(seen: SeenOf<'harmed'>, who: string): string {
  if (seen.vehicles > 0) {
    const vehicles =
      seen.vehicles === 1 ? message('vehicles.one') : message('vehicles.many', { vehicles: seen.vehicles });
    const { burnt } = seen;
    if (burnt === undefined) return message('event.harmed.vehicles', { who, vehicles });
    return burnt === seen.vehicles
      ? message('event.harmed.vehicles.allBurnt', { who, vehicles })
      : message('event.harmed.vehicles.burnt', { who, vehicles, burnt });
  }
  if (seen.men === null || seen.men === 0) return message('event.harmed.none', { who });
  return message(seen.exact ? 'event.harmed.exact' : 'event.harmed.about', { who, men: menText(seen.men) });
}

/** What kept a line of a plan from being fired, in a few words; everything rare is told as it stands. */
function whyFellOut(reason: RefusalReason): 'dangerClose' | 'shells' | 'orders' | 'guns' {
  switch (reason) {
    case 'dangerClose':
      return 'dangerClose';
    case 'noAmmunition':
    case 'noMissions':
    case 'noSmoke':
    case 'barrelsHot':
      return 'shells';
    case 'limbered':
    case 'notOnMap':
    case 'outOfAction':
    case 'broken':
    case 'outOfRange':
    case 'notEnoughMinutes':
    case 'notBefore':
      return 'guns';
    default:
      return 'orders';
  }
}

function sightingText(scenario: Scenario, view: ContactView): string {
  if (view.errorMetres !== undefined)
    return message(`event.placed.${view.sign === 'flash' ? 'flash' : 'sound'}`, {
      hex: hexText(scenario, view.hex),
      metres: view.errorMetres,
    });
  const figures = { who: contactText(scenario, view), hex: hexText(scenario, view.hex) };
  return view.current ? message(`event.sighted.${view.level}`, figures) : message('event.sighted.lost', figures);
}

function objectiveText(scenario: Scenario, seen: SeenOf<'objectiveLearned'>): string {
  const objective = present(scenario.objectives[seen.objective], `objective ${seen.objective}`).names.en;
  return seen.holder === null
    ? message('event.objectiveLearned.free', { objective })
    : message('event.objectiveLearned.held', { objective, side: sideText(seen.holder) });
}
