/** Sorting of the log: which lines belong to which filter, and where on the map a line happened. */
import type { SeenEvent } from '../../model/seen-event.ts';
import type { LogLine } from '../session/ledger.ts';

export const LOG_FILTERS = ['all', 'fighting', 'contacts', 'movement'] as const;
export type LogFilter = (typeof LOG_FILTERS)[number];

const GROUPS: Readonly<Record<SeenEvent['kind'], Exclude<LogFilter, 'all'> | 'quiet'>> = {
  moved: 'movement',
  halted: 'movement',
  breakdown: 'movement',
  bogged: 'movement',
  ambushed: 'fighting',
  wireCut: 'movement',
  fired: 'fighting',
  harmed: 'fighting',
  cohesion: 'fighting',
  retreated: 'fighting',
  assaulted: 'fighting',
  closeCombat: 'fighting',
  captured: 'fighting',
  missed: 'fighting',
  abandoned: 'fighting',
  spoilsHeld: 'fighting',
  passedOn: 'movement',
  freed: 'fighting',
  salvaged: 'movement',
  dug: 'movement',
  laboured: 'movement',
  crossingChanged: 'movement',
  crossingSeen: 'contacts',
  blastFailed: 'movement',
  wireLaid: 'movement',
  minesMet: 'fighting',
  postureChanged: 'movement',
  gunsChanged: 'movement',
  hunted: 'fighting',
  turned: 'movement',
  saddled: 'movement',
  boarded: 'movement',
  unloaded: 'movement',
  holed: 'fighting',
  mended: 'movement',
  grounded: 'movement',
  drifted: 'movement',
  sunk: 'fighting',
  crossed: 'movement',
  turnedBack: 'movement',
  sounded: 'contacts',
  policySet: 'quiet',
  standingSet: 'quiet',
  rallied: 'fighting',
  called: 'fighting',
  planned: 'quiet',
  fellOut: 'fighting',
  jammed: 'fighting',
  unjammed: 'movement',
  shellsIssued: 'movement',
  curtain: 'fighting',
  flare: 'contacts',
  plume: 'contacts',
  arrived: 'movement',
  surprised: 'fighting',
  leaderLost: 'fighting',
  leaderReplaced: 'fighting',
  firstFire: 'fighting',
  deserted: 'fighting',
  frostbitten: 'fighting',
  cutOff: 'fighting',
  late: 'movement',
  ordersLost: 'movement',
  linesCut: 'fighting',
  relieved: 'movement',
  readied: 'quiet',
  sighted: 'contacts',
  contactLost: 'contacts',
  worksSeen: 'contacts',
  wireSeen: 'contacts',
  objectiveLearned: 'fighting',
  left: 'movement',
  airCalled: 'movement',
  airFight: 'fighting',
  flak: 'fighting',
  flew: 'fighting',
  incident: 'fighting',
  messaged: 'fighting',
  released: 'movement',
  limitChanged: 'fighting',
  pointsChanged: 'fighting',
  skyChanged: 'contacts',
  recovered: 'movement',
  supplied: 'movement',
  ranOut: 'fighting',
  supplyHandled: 'movement',
  servedFirst: 'quiet',
  depotTaken: 'fighting',
  turnEnded: 'quiet',
  turnStarted: 'quiet',
  battleEnded: 'fighting',
};

export const groupOf = (seen: SeenEvent): string => GROUPS[seen.kind];

const TELLING: readonly string[] = ['fighting', 'contacts'];

/**
 * Lines of a filter that have something to say. Each side's turn begins with its heading, whatever the filter;
 * `telling` is what an order brought beyond what was ordered.
 */
export function filterLog(log: readonly LogLine[], filter: LogFilter | 'telling'): readonly LogLine[] {
  return log.filter(({ seen, text: words }) => {
    if (words === '' || seen.kind === 'readied' || seen.kind === 'turnEnded') return false;
    if (filter === 'telling')
      return seen.kind === 'halted' ? seen.cause !== 'arrived' : TELLING.includes(GROUPS[seen.kind]);
    return filter === 'all' || seen.kind === 'turnStarted' || GROUPS[seen.kind] === filter;
  });
}

/** Where an event happened, if it happened at one place. */
export function findPlace(seen: SeenEvent): number | undefined {
  switch (seen.kind) {
    case 'moved':
      return seen.to ?? seen.from ?? undefined;
    case 'fired':
    case 'flew':
    case 'airCalled':
    case 'assaulted':
      return seen.target;
    case 'retreated':
      return seen.path.at(-1);
    case 'sighted':
      return seen.view.hex;
    default:
      return 'hex' in seen ? seen.hex : undefined;
  }
}
