/**
 * The page's address: the part after # says where one is, so that a reload comes back there; the query may start a
 * battle outright: ?battle=ID&seed=TEXT&soviet=person&japanese=ensign.
 */
import type { BySide } from '../../model/side.ts';

export type Place =
  | { readonly kind: 'title' }
  | { readonly kind: 'setup'; readonly scenario: string }
  | { readonly kind: 'battle'; readonly id: string }
  | { readonly kind: 'replay'; readonly id: string; readonly position: number }
  /** A chapter of the rulebook and a heading in it; empty for the first, and for its beginning. */
  | { readonly kind: 'rules'; readonly chapter: string; readonly section: string };

export interface Start {
  readonly scenario: string;
  readonly seed: string | null;
  readonly players: BySide<string>;
}

/** Where a hash points; anything not understood is the title. */
export function parsePlace(hash: string): Place {
  const [kind = '', name = '', rest = ''] = hash.replace(/^#/, '').split('/').map(decode);
  if (kind === 'setup' && name !== '') return { kind: 'setup', scenario: name };
  if (kind === 'battle' && name !== '') return { kind: 'battle', id: name };
  if (kind === 'replay' && name !== '')
    return { kind: 'replay', id: name, position: /^\d{1,9}$/.test(rest) ? Number(rest) : 0 };
  if (kind === 'rules') return { kind: 'rules', chapter: name, section: rest };
  return { kind: 'title' };
}

export function formatPlace(place: Place): string {
  switch (place.kind) {
    case 'title':
      return '#';
    case 'setup':
      return `#setup/${encodeURIComponent(place.scenario)}`;
    case 'battle':
      return `#battle/${encodeURIComponent(place.id)}`;
    case 'replay':
      return `#replay/${encodeURIComponent(place.id)}/${place.position}`;
    case 'rules':
      return ['#rules', place.chapter, place.section]
        .filter((part) => part !== '')
        .map(encodePart)
        .join('/');
  }
}

const encodePart = (part: string, place: number): string => (place === 0 ? part : encodeURIComponent(part));

/** The battle a query asks to begin, if it does. A player not named is the person at the screen, then the computer. */
export function findStart(query: string): Start | undefined {
  const asked = new URLSearchParams(query);
  const scenario = asked.get('battle');
  if (scenario === null) return undefined;
  const soviet = playerIn(asked.get('soviet'));
  const japanese = playerIn(asked.get('japanese'));
  return {
    scenario,
    seed: asked.get('seed'),
    players: {
      soviet: soviet ?? (japanese === 'person' ? 'ensign' : 'person'),
      japanese: japanese ?? (soviet === null || soviet === 'person' ? 'ensign' : 'person'),
    },
  };
}

/** Who may be asked for by a link; anybody else is as if nobody had been named. */
const PLAYERS: readonly string[] = ['person', 'ensign', 'idle', 'random'];

const playerIn = (name: string | null): string | null => (name !== null && PLAYERS.includes(name) ? name : null);

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
