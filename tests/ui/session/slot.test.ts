/** A saved copy either reads back whole or not at all. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatSlot, parseSlot } from '../../../src/ui/session/slot.ts';

const anySlot = fc.record({
  sequence: fc.integer({ min: 0, max: 0xffffffff }),
  text: fc.string({ unit: 'grapheme', maxLength: 200 }),
});

describe('a slot', () => {
  test('reads back as it was written', () => {
    fc.assert(
      fc.property(anySlot, (slot) => {
        expect(parseSlot(formatSlot(slot))).toEqual(slot);
      }),
    );
  });

  test('reads back from the midst of other bytes', () => {
    const bytes = formatSlot({ sequence: 7, text: 'Заозёрная' });
    const around = new Uint8Array(bytes.length + 10);
    around.set(bytes, 5);
    expect(parseSlot(around.subarray(5, 5 + bytes.length))).toEqual({ sequence: 7, text: 'Заозёрная' });
  });

  test('cut short is no slot', () => {
    fc.assert(
      fc.property(anySlot, fc.nat(), (slot, cut) => {
        const bytes = formatSlot(slot);
        expect(parseSlot(bytes.subarray(0, cut % bytes.length))).toBeUndefined();
      }),
    );
  });

  test('with any one byte changed is no slot', () => {
    fc.assert(
      fc.property(anySlot, fc.nat(), fc.integer({ min: 1, max: 255 }), (slot, place, change) => {
        const bytes = formatSlot(slot);
        const at = place % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ change;
        expect(parseSlot(bytes)).toBeUndefined();
      }),
    );
  });

  test('is not to be found in any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(parseSlot(bytes)).toBeUndefined();
      }),
    );
  });
});
