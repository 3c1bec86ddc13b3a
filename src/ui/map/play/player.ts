/** Runs shows one after the other: at a speed, with the view following, until they end or are skipped. */
import type { HexIndex } from '../../../hex/grid.ts';
import type { SeenEvent } from '../../../model/seen-event.ts';
import type { Displaced } from '../board.ts';
import type { Mark } from '../marks/mark.ts';
import { keyOf, type Moment, type Show, type Stage } from './effects.ts';
import { showOf } from './shows.ts';

/** How long a show stands still for those who want no motion, at ordinary speed. */
const STILL_MILLISECONDS = 420;
/** The moment of it that then stands for the whole. */
const STILL_SHARE = 0.55;

export interface PlayerScreen {
  readonly stage: () => Omit<Stage, 'hexOf'>;
  /** Where the map was told a counter is. */
  readonly toldHexOf: (key: string) => HexIndex | undefined;
  readonly isStill: () => boolean;
  readonly present: (marks: readonly Mark[], moved: ReadonlyMap<string, Displaced>) => void;
  /** Looks where the hexes are, if they are out of sight. */
  readonly follow: (hexes: readonly HexIndex[], speed: number, isCurrent: () => boolean) => Promise<void>;
  /** The next frame of the screen, as milliseconds of its clock. */
  readonly nextFrame: () => Promise<number>;
}

export interface Player {
  readonly play: (seen: readonly SeenEvent[], speed: number) => Promise<void>;
  readonly skip: () => void;
  /** The map was told anew: counters that have moved are where they were told to be. */
  readonly settle: () => void;
}

/** Where a show has left a counter, as long as the map is not told that it is somewhere else. */
interface Left {
  readonly hex: HexIndex;
  readonly toldHex: HexIndex | undefined;
}

export function createPlayer(screen: PlayerScreen): Player {
  const left = new Map<string, Left>();
  let run = 0;

  const hexOf = (key: string): HexIndex | undefined => left.get(key)?.hex ?? screen.toldHexOf(key);
  const stage = (): Stage => ({ ...screen.stage(), hexOf });

  function leave(key: string, hex: HexIndex): void {
    left.set(key, { hex, toldHex: screen.toldHexOf(key) });
  }

  function present(moment: Moment): void {
    const { sheet } = screen.stage();
    const moved = new Map<string, Displaced>();
    for (const [key, { hex, toldHex }] of left) if (hex !== toldHex) moved.set(key, sheet.centreOf(hex));
    for (const { key, ...at } of moment.moves) moved.set(key, at);
    screen.present(moment.marks, moved);
  }

  async function perform(show: Show, speed: number, isCurrent: () => boolean): Promise<void> {
    await screen.follow(show.hexes, speed, isCurrent);
    if (!isCurrent()) return;
    const still = screen.isStill();
    const milliseconds = (still ? STILL_MILLISECONDS : show.milliseconds) / Math.max(0.1, speed);
    if (still) present(show.at(STILL_SHARE));
    const start = await screen.nextFrame();
    for (let now = start; now - start < milliseconds && isCurrent(); now = await screen.nextFrame()) {
      if (!still) present(show.at((now - start) / milliseconds));
    }
  }

  const rest = (): void => present({ marks: [], moves: [] });

  return {
    play: async (seen, speed) => {
      const mine = ++run;
      const isCurrent = (): boolean => mine === run;
      placeAtStart(seen, leave);
      rest();
      for (const event of seen) {
        const show = showOf(event, stage());
        if (show === null) continue;
        await perform(show, speed, isCurrent);
        if (!isCurrent()) return;
        for (const { key, hex } of show.stays ?? []) leave(key, hex);
        rest();
      }
    },
    skip: () => {
      run++;
      left.clear();
      rest();
    },
    settle: () => {
      let changed = false;
      for (const [key, { toldHex }] of left) {
        if (screen.toldHexOf(key) !== toldHex) changed = left.delete(key) || changed;
      }
      if (changed) rest();
    },
  };
}

/** The map may know already where marches end: before they are shown, their counters stand where they began. */
function placeAtStart(seen: readonly SeenEvent[], leave: (key: string, hex: HexIndex) => void): void {
  const met = new Set<string>();
  for (const event of seen) {
    if (event.kind !== 'moved') continue;
    const key = keyOf(event.who);
    if (key === null || event.from === null || event.from < 0 || met.has(key)) continue;
    met.add(key);
    leave(key, event.from);
  }
}
