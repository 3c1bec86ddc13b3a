/** The cards over the map: what an order brought, what one may bring. They keep clear of the unit and of its aim. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { aimOf, type Order } from '../../model/order.ts';
import { type Box, type CardPlace, CARD_PLACES, coveredBy, hiddenBy, placeCard } from './card-place.ts';
import type { Controller } from './controller.ts';
import { ForecastCard } from './forecast-card.tsx';
import { ResultCard } from './result-card.tsx';

export function Cards({ controller }: { readonly controller: Controller }) {
  const cards = useRef<HTMLDivElement>(null);
  const place = useRef<CardPlace>(CARD_PLACES[0]);
  const movedFor = useRef<Order | null>(null);
  const { cursor, proposal } = controller.hand.value;
  const order = controller.offered.value;
  const at = controller.unit.value?.at;
  const keptHexes = [(order === undefined ? undefined : aimOf(order)) ?? cursor, at].filter(
    (hex): hex is number => typeof hex === 'number',
  );

  const settle = (): void => {
    const element = cards.current;
    if (element === null || element.childElementCount === 0) return;
    const kept = keptHexes.flatMap((hex) => controller.boxOf(hex) ?? []);
    const boxAt = (wanted: CardPlace): Box => {
      element.dataset['place'] = wanted;
      return coverOf(element).getBoundingClientRect();
    };
    place.current = placeCard(boxAt, kept, place.current);
    const box = boxAt(place.current);
    // Where no corner will do the map gives way, once for each proposal, so that it can be moved back.
    if (proposal === null || movedFor.current === proposal || hiddenBy(box, kept) === 0) return;
    movedFor.current = proposal;
    controller.moveClear(keptHexes, coveredBy(box, { width: innerWidth, height: innerHeight }));
  };
  const settleNow = useRef(settle);
  settleNow.current = settle;
  // Read for its changes: another part of the map may be shown.
  void controller.looks.value;
  useLayoutEffect(settle);
  useLayoutEffect(() => {
    if (cards.current === null) return undefined;
    const sizes = new ResizeObserver(() => settleNow.current());
    sizes.observe(cards.current);
    return () => sizes.disconnect();
  }, []);
  return (
    <div class="cards" ref={cards}>
      <ResultCard controller={controller} />
      <ForecastCard controller={controller} />
    </div>
  );
}

/** On a telephone the cards are part of the sheet along the bottom, and all of it covers the map. */
function coverOf(cards: HTMLElement): HTMLElement {
  return getComputedStyle(cards).position === 'static' ? (cards.parentElement ?? cards) : cards;
}
