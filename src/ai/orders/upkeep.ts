/** What costs little and comes first or last: fire policies, columns deployed in time, flares, rallying, digging. */
import { hexesBetween } from '../../hex/distance.ts';
import type { FirePolicy } from '../../model/unit.ts';
import { RALLY_MINUTES } from '../../rules/dig.ts';
import { hasGuns } from '../../rules/roster.ts';
import { canBeDug, entrenchmentFor, manHoursAt } from '../../rules/works.ts';
import { ENSIGN } from '../doctrine/ensign.ts';
import { dangerOf } from '../estimate/danger.ts';
import { enemyPowerBeside, hexesToContact, hexesToEnemy, type Own, type Situation } from '../estimate/situation.ts';
import { type Desk, isWorthGiving, onlyIfWorth, type Proposal, taskOf, type Wave } from './desk.ts';

/** Policies for the hour, and columns that come near the enemy into line. */
export const makeReady: Wave = (desk) =>
  desk.situation.own.flatMap((own): readonly Proposal[] => {
    const task = taskOf(desk, own)?.kind ?? 'none';
    const policy = policyFor(desk, own);
    const set =
      own.unit.policy === policy
        ? []
        : onlyIfWorth(desk, { kind: 'policy', unit: own.id, policy }, { task, tactic: 'readiness' });
    const deploy =
      own.unit.posture === 'marching' && hexesToEnemy(desk.situation, own.at) <= ENSIGN.nearHexes
        ? onlyIfWorth(desk, { kind: 'deploy', unit: own.id, posture: 'deployed' }, { task, tactic: 'readiness' })
        : [];
    return [...set, ...deploy];
  });

/** Attackers in the dark hold their fire until the enemy has found them; everybody else fires at will. */
function policyFor(desk: Desk, own: Own): FirePolicy {
  const { situation } = desk;
  const kind = taskOf(desk, own)?.kind;
  const creeping =
    situation.isNight &&
    (kind === 'take' || kind === 'follow' || kind === 'support') &&
    own.card.nightTraining >= ENSIGN.nightTraining;
  return creeping && hexesToContact(situation, own.at) > 1 ? 'hold' : 'free';
}

/** At night holders light up what they hear close by. */
export const sendFlares: Wave = (desk) => {
  const { situation } = desk;
  if (!situation.isNight) return [];
  for (const contact of situation.observation.contacts) {
    if (!contact.current || contact.level !== 'suspected') continue;
    if (situation.observation.flares.some((flare) => hexesBetween(situation.grid, flare.hex, contact.hex) <= 1))
      continue;
    for (const own of situation.own) {
      if (taskOf(desk, own)?.kind !== 'hold' || own.unit.flares === 0) continue;
      const order = { kind: 'flare', unit: own.id, target: contact.hex } as const;
      if (isWorthGiving(desk, order))
        return [{ order, reason: { task: 'hold', tactic: 'flare', object: contact.hex } }];
    }
  }
  return [];
};

/** Suppression from which men are better pulled together before anything else. [C] */
const RALLY_SUPPRESSION = 0.35;

/** The shaken and the pinned down pull themselves together where nobody stands over them. */
export const rally: Wave = (desk) =>
  desk.situation.own.flatMap((own) => {
    const shaken = own.unit.cohesion === 'shaken' || own.unit.cohesion === 'broken';
    if (!shaken && own.unit.suppression < RALLY_SUPPRESSION) return [];
    if (enemyPowerBeside(desk.situation, own.at) > 0 || own.unit.minutesLeft < RALLY_MINUTES) return [];
    return onlyIfWorth(
      desk,
      { kind: 'rally', unit: own.id },
      { task: taskOf(desk, own)?.kind ?? 'none', tactic: 'rally' },
    );
  });

/** Minutes a unit should keep for the enemy's turn. */
export const keptMinutes = (situation: Situation, own: Own): number =>
  hexesToEnemy(situation, own.at) <= ENSIGN.nearHexes ? ENSIGN.reactionMinutes : 0;

/** Whoever stays where he is digs with what is left beyond the minutes kept, and lies in what he has dug. */
export const entrench: Wave = (desk) =>
  desk.situation.own.flatMap((own): readonly Proposal[] => {
    const reason = { task: taskOf(desk, own)?.kind ?? 'none', tactic: 'dig' } as const;
    const dig = digOrder(desk, own);
    if (dig !== undefined) return [{ order: dig, reason }];
    if (!isStaying(desk, own) || own.unit.posture === 'dugIn') return [];
    const works = entrenchmentFor(
      manHoursAt(desk.situation.observation.works, own.at),
      menLyingIn(desk.situation, own),
    );
    return works === 'halted'
      ? []
      : onlyIfWorth(desk, { kind: 'deploy', unit: own.id, posture: 'dugIn' }, { ...reason, tactic: 'takeCover' });
  });

/** Minutes below which it is not worth unpacking the spades. */
const LEAST_DIGGING = 5;

function digOrder(desk: Desk, own: Own): Proposal['order'] | undefined {
  const { situation } = desk;
  if (own.card.branch === 'tanks' || !isStaying(desk, own) || isListening(situation, own)) return undefined;
  if (!canBeDug(situation.scenario.map.terrain[own.at] ?? 'deepWater')) return undefined;
  const men = menLyingIn(situation, own);
  const has = manHoursAt(situation.observation.works, own.at);
  if (has >= men * ENSIGN.contentManHours) return undefined;
  const posture = own.unit.posture === 'dugIn' ? 0 : 3;
  const minutes = own.unit.minutesLeft - keptMinutes(situation, own) - posture;
  const order = { kind: 'dig', unit: own.id, minutes } as const;
  return minutes >= LEAST_DIGGING && isWorthGiving(desk, order) ? order : undefined;
}

/** Holders, supporters in place, and attackers who wait by day or at a distance. */
function isStaying(desk: Desk, own: Own): boolean {
  const { situation } = desk;
  const task = taskOf(desk, own);
  if (hasGuns(own.card) && own.unit.gunState === 'limbered') return false;
  if (task?.kind === 'take' || task?.kind === 'follow')
    return !situation.isNight && (dangerOf(situation)[own.at] ?? 0) > 0;
  return true;
}

/** In the dark spades are heard: those who lie in works already, with the enemy about, keep still. */
const isListening = (situation: Situation, own: Own): boolean =>
  situation.isNight && own.unit.posture === 'dugIn' && hexesToEnemy(situation, own.at) <= 2;

const menLyingIn = (situation: Situation, own: Own): number =>
  situation.own
    .filter((other) => other.at === own.at && (other.unit.posture === 'dugIn' || other.id === own.id))
    .reduce((sum, other) => sum + other.unit.men, 0);
