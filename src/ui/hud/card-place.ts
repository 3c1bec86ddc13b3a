/**
 * Where the cards lie over the map: in a corner in which they hide neither the hex aimed at nor the unit in hand. Pure:
 * boxes in CSS pixels of the window in, a corner out, or what the map has to move clear of when no corner will do.
 */

export const CARD_PLACES = ['bottomRight', 'topRight', 'topLeft'] as const;
export type CardPlace = (typeof CARD_PLACES)[number];

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Boxes that have to stay in sight, the weightiest first. */
export type Kept = readonly Box[];

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** How much is hidden: any box counts for more than all after it. */
export const hiddenBy = (card: Box, kept: Kept): number =>
  kept.reduce((sum, box) => 2 * sum + (overlap(card, box) ? 1 : 0), 0);

/** The place that hides least: the present one, so that the cards lie still, else the first in the list. */
export function placeCard(boxAt: (place: CardPlace) => Box, kept: Kept, now: CardPlace): CardPlace {
  let best = now;
  let least = hiddenBy(boxAt(now), kept);
  for (const place of CARD_PLACES) {
    if (least === 0) break;
    const hidden = hiddenBy(boxAt(place), kept);
    if (hidden < least) [best, least] = [place, hidden];
  }
  return best;
}

/** Pixels along the edge of the window that a card covers: the side it leans on, or the bottom when it fills the width. */
export function coveredBy(card: Box, window: { readonly width: number; readonly height: number }) {
  const none = { left: 0, right: 0, top: 0, bottom: 0 };
  if (card.right - card.left > window.width * 0.9) return { ...none, bottom: window.height - card.top };
  const isLeft = card.left + card.right < window.width;
  return isLeft ? { ...none, left: card.right } : { ...none, right: window.width - card.left };
}
