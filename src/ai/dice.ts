/** The thinker's own dice, grown from its seed and what they are thrown for. The battle's are out of its reach. */
import seedrandom from 'seedrandom';
import { fingerprint } from '../model/fingerprint.ts';
import type { Side } from '../model/side.ts';

/** Draws 0 … faces-1, evenly. The same purpose draws the same row again. */
export function createThinkingDice(seed: string, purpose: string): (faces: number) => number {
  const generator = seedrandom.alea(`${seed}/think/${purpose}`);
  return (faces) => Math.floor(generator() * faces);
}

/** Seed of a side's thoughts in a battle: from it nobody can work out what the battle's own dice will show. */
export const thinkingSeed = (battleSeed: string, side: Side): string => fingerprint(`${battleSeed}/${side}`);
