/** Where the cards lie so that unit and aim stay in sight. */
import { describe, expect, it } from 'vitest';
import { type Box, type CardPlace, coveredBy, hiddenBy, placeCard } from '../../../src/ui/hud/card-place.ts';

const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom });
const hexAt = (x: number, y: number): Box => box(x - 15, y - 15, x + 15, y + 15);

/** A card of 320 by 300 in a window of 1024 by 768 with a column of panels on the right. */
const BOXES: Readonly<Record<CardPlace, Box>> = {
  bottomRight: box(384, 458, 704, 758),
  topRight: box(384, 72, 704, 372),
  topLeft: box(10, 72, 330, 372),
};
const place = (kept: readonly Box[], now: CardPlace = 'bottomRight') => placeCard((one) => BOXES[one], kept, now);

describe('the place of the cards', () => {
  it('stays where it is while nothing is hidden', () => {
    expect(place([hexAt(100, 500), hexAt(300, 600)])).toBe('bottomRight');
    expect(place([hexAt(100, 500), hexAt(300, 600)], 'topRight')).toBe('topRight');
  });

  it('changes when it would hide the hex aimed at or the unit', () => {
    expect(place([hexAt(500, 600), hexAt(300, 600)])).toBe('topRight');
    expect(place([hexAt(300, 600), hexAt(500, 600)])).toBe('topRight');
    expect(place([hexAt(500, 600), hexAt(500, 200)])).toBe('topLeft');
  });

  it('comes back when it hides something again', () => {
    expect(place([hexAt(200, 200), hexAt(100, 600)], 'topLeft')).toBe('bottomRight');
  });

  it('where something must be hidden, the unit is rather than the aim', () => {
    const kept = [hexAt(500, 600), hexAt(390, 365), hexAt(325, 365)];
    expect(place(kept)).toBe('topLeft');
    expect(hiddenBy(BOXES.bottomRight, kept)).toBeGreaterThan(hiddenBy(BOXES.topRight, kept));
  });

  it('what it covers is the side it leans on, or the bottom when it fills the width', () => {
    const none = { left: 0, right: 0, top: 0, bottom: 0 };
    const laptop = { width: 1024, height: 768 };
    expect(coveredBy(BOXES.bottomRight, laptop)).toEqual({ ...none, right: 640 });
    expect(coveredBy(BOXES.topLeft, laptop)).toEqual({ ...none, left: 330 });
    expect(coveredBy(box(0, 500, 390, 844), { width: 390, height: 844 })).toEqual({ ...none, bottom: 344 });
  });
});
