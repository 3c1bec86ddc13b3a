/** The thinker's own dice, grown from its seed and what they are thrown for. The battle's are out of its reach. */
import seedrandom from 'seedrandom';

/** Draws 0 … faces-1, evenly. The same purpose draws the same row again. */
export function createThinkingDice(seed: string, purpose: string): (faces: number) => number {
  const generator = seedrandom.alea(`${seed}/think/${purpose}`);
  return (faces) => Math.floor(generator() * faces);
}
