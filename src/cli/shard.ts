/** Which battles of a run belong to one of its parts: whole stretches, so that the parts in order are the run. */
import { quoted, Unusable } from './command.ts';

/** Games numbered from 0, `from` up to and without `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The whole run, or the I-th of N parts as in `2/5`. */
export function parseShard(text: string | undefined, games: number): Stretch {
  if (text === undefined) return { from: 0, to: games };
  const [, part, parts] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (part === undefined || parts === undefined || part < 1 || part > parts)
    throw new Unusable(`--shard: found ${quoted(text)}, expected I/N with I from 1 to N, such as 2/5`);
  return { from: Math.floor(((part - 1) * games) / parts), to: Math.floor((part * games) / parts) };
}
