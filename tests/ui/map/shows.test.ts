/** How what is seen is shown: moves, fire, losses, and what stays behind them. */
import { describe, expect, test } from 'vitest';
import type { SeenEvent } from '../../../src/model/seen-event.ts';
import type { ContactId } from '../../../src/model/contact.ts';
import type { UnitId } from '../../../src/model/unit.ts';
import { createPlayer } from '../../../src/ui/map/play/player.ts';
import type { Stage } from '../../../src/ui/map/play/effects.ts';
import { showOf } from '../../../src/ui/map/play/shows.ts';
import { openSheet } from './told-builder.ts';

const sheet = openSheet(6, 5);
const own = { kind: 'own', unit: 'a' as UnitId } as const;
const contact = { kind: 'contact', contact: 'c' as ContactId } as const;
const stage: Stage = { sheet, zoom: 1, objectives: [], hexOf: (key) => (key === 'a' ? 0 : 7) };

const harm = (part: Partial<Extract<SeenEvent, { kind: 'harmed' }>>): SeenEvent => ({
  kind: 'harmed',
  who: own,
  hex: 0,
  men: 4,
  exact: true,
  vehicles: 0,
  pieces: 0,
  suppression: null,
  ...part,
});
const march: SeenEvent = { kind: 'moved', who: own, from: 0, to: 1, minutes: 5 };

const textsAt = (event: SeenEvent, share = 0.4): string[] =>
  (showOf(event, stage)?.at(share).marks ?? []).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

describe('shows', () => {
  test('a march takes the counter from hex to hex and leaves it there', () => {
    const show = showOf(march, stage);
    expect(show?.at(0).moves[0]).toMatchObject({ key: 'a', ...sheet.centreOf(0) });
    expect(show?.at(1).moves[0]).toMatchObject({ key: 'a', ...sheet.centreOf(1) });
    expect(show?.stays).toEqual([{ key: 'a', hex: 1 }]);
  });

  test('own losses are told exactly, the enemy’s about', () => {
    expect(textsAt(harm({}))).toEqual(['−4']);
    expect(textsAt(harm({ who: contact, men: 5, exact: false }))).toEqual(['≈5']);
  });

  test('losses nobody could see are not shown', () => {
    expect(showOf(harm({ who: contact, men: null, exact: false }), stage)).toBeNull();
  });

  test('fire from out of sight shows where it falls and not whence it comes', () => {
    const fire: SeenEvent = {
      kind: 'fired',
      who: { kind: 'unknown' },
      mode: 'mission',
      from: null,
      target: 8,
      minutes: 5,
      rounds: null,
      factors: [],
    };
    expect(showOf(fire, stage)?.hexes).toEqual([8]);
  });

  test('orders and the turn of the clock have no picture', () => {
    const quiet: SeenEvent[] = [
      { kind: 'policySet', who: own, policy: 'hold' },
      { kind: 'turnStarted', side: 'soviet', turn: 2 },
      { kind: 'readied', who: own, minutes: 30, suppression: 0 },
    ];
    expect(quiet.map((event) => showOf(event, stage))).toEqual([null, null, null]);
  });

  test('every show lasts between a quarter of a second and two seconds', () => {
    for (const event of [march, harm({}), { kind: 'flare', who: own, hex: 3 } as const]) {
      const milliseconds = showOf(event, stage)?.milliseconds ?? 0;
      expect(milliseconds).toBeGreaterThanOrEqual(250);
      expect(milliseconds).toBeLessThanOrEqual(2000);
    }
  });
});

describe('playing', () => {
  function screenOf(told: Map<string, number>) {
    let clock = 0;
    const shown: Map<string, { x: number; y: number }>[] = [];
    const player = createPlayer({
      stage: () => ({ sheet, zoom: 1, objectives: [] }),
      toldHexOf: (key) => told.get(key),
      isStill: () => false,
      present: (_, moved) => shown.push(new Map(moved)),
      follow: () => Promise.resolve(),
      nextFrame: () => Promise.resolve((clock += 40)),
    });
    return { player, shown };
  }

  test('a counter stays where its march has ended until the map is told', async () => {
    const told = new Map([['a', 0]]);
    const { player, shown } = screenOf(told);
    await player.play([march], 1);
    expect(shown.at(-1)?.get('a')).toEqual(sheet.centreOf(1));
    told.set('a', 1);
    player.settle();
    expect(shown.at(-1)?.has('a')).toBe(false);
  });

  test('a march already told begins where it began', async () => {
    const { player, shown } = screenOf(new Map([['a', 1]]));
    const playing = player.play([march], 1);
    expect(shown[0]?.get('a')).toEqual(sheet.centreOf(0));
    await playing;
    expect(shown.at(-1)?.has('a')).toBe(false);
  });

  test('what is skipped leaves nothing on the screen', async () => {
    const { player, shown } = screenOf(new Map([['a', 0]]));
    const playing = player.play([march, march, march], 0.1);
    player.skip();
    await playing;
    expect(shown.at(-1)?.size).toBe(0);
  });
});
