/** The shows of which others are made up: slides, rings, rising words, volleys, shells, blades, flags. */
import words from '../../../../assets/text/map.en.json' with { type: 'json' };
import type { HexIndex } from '../../../hex/grid.ts';
import type { Point } from '../../../hex/layout.ts';
import type { SeenOf, Who } from '../../../model/seen-event.ts';
import type { FrameName } from '../marks/frames.ts';
import type { Mark, SpriteMark } from '../marks/mark.ts';
import { line } from '../marks/overlays.ts';
import type { TextStyle } from '../marks/text-styles.ts';
import { speckle } from '../paint/scatter.ts';
import type { Sheet } from '../sheet.ts';
import type { ObjectiveTold } from '../told.ts';

/** What one moment of a show looks like. */
export interface Moment {
  readonly marks: readonly Mark[];
  /** Counters away from their places, by key. */
  readonly moves: readonly { readonly key: string; readonly x: number; readonly y: number; readonly alpha?: number }[];
}

export interface Show {
  /** At ordinary speed. */
  readonly milliseconds: number;
  /** Hexes that should be on the screen. */
  readonly hexes: readonly HexIndex[];
  /** `share` runs from 0 to 1. */
  readonly at: (share: number) => Moment;
  /** Where counters stay after it, by key, until the map is told otherwise. */
  readonly stays?: readonly { readonly key: string; readonly hex: HexIndex }[];
}

export interface Stage {
  readonly sheet: Sheet;
  readonly zoom: number;
  readonly objectives: readonly ObjectiveTold[];
  /** Hex of a counter as the map was told, or where a show has left it. */
  readonly hexOf: (key: string) => HexIndex | undefined;
}

/** The counter of a party to an event. */
export function keyOf(who: Who): string | null {
  if (who.kind === 'own') return who.unit;
  return who.kind === 'contact' ? who.contact : null;
}

/** A sentence with its figure. */
export const count = (sentence: string, figure: number): string => sentence.replace('{count}', `${figure}`);

/** Slower at both ends. */
const ease = (share: number): number => share * share * (3 - 2 * share);
const between = (from: Point, to: Point, share: number): Point => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
});

/** Size on the screen: CSS pixels for each pixel of a frame, but never larger than fits the hex. */
function sized(stage: Stage, share: number, framePixels: number): number {
  return Math.max((stage.sheet.hexPixels * share) / framePixels, 18 / framePixels / stage.zoom);
}

/** Two shows at once. */
export function both(one: Show, other: Show): Show {
  const milliseconds = Math.max(one.milliseconds, other.milliseconds);
  const part = (show: Show, share: number): number => Math.min(1, (share * milliseconds) / show.milliseconds);
  return {
    milliseconds,
    hexes: [...one.hexes, ...other.hexes],
    at: (share) => {
      const first = one.at(part(one, share));
      const second = other.at(part(other, share));
      return { marks: [...first.marks, ...second.marks], moves: [...first.moves, ...second.moves] };
    },
    stays: [...(one.stays ?? []), ...(other.stays ?? [])],
  };
}

export function slide(stage: Stage, key: string, path: readonly HexIndex[], stepMilliseconds: number): Show {
  const legs = Math.max(1, path.length - 1);
  const spot = (index: number): Point => stage.sheet.centreOf(path[Math.min(index, path.length - 1)] ?? 0);
  const last = path[path.length - 1] ?? 0;
  return {
    milliseconds: legs * stepMilliseconds,
    hexes: path,
    at: (share) => {
      const leg = Math.min(legs - 1, Math.floor(share * legs));
      return { marks: [], moves: [{ key, ...between(spot(leg), spot(leg + 1), ease(share * legs - leg)) }] };
    },
    stays: [{ key, hex: last }],
  };
}

export function ping(stage: Stage, hex: HexIndex, frame: FrameName): Show {
  const size = sized(stage, 1.5, 140);
  return {
    milliseconds: 650,
    hexes: [hex],
    at: (share) => ({
      moves: [],
      marks: [0, 0.3].flatMap((late): Mark[] => {
        const part = (share - late) / 0.7;
        if (part < 0 || part > 1) return [];
        return [
          {
            kind: 'sprite',
            frame,
            ...stage.sheet.centreOf(hex),
            scale: size * (0.35 + 0.65 * part),
            alpha: 1 - part * 0.85,
          },
        ];
      }),
    }),
  };
}

/** A word that rises from a spot and fades. */
export function float(stage: Stage, spot: Point, hexes: readonly HexIndex[], text: string, style: TextStyle): Show {
  const lift = stage.sheet.hexPixels * stage.zoom * 0.3;
  return {
    milliseconds: 950,
    hexes,
    at: (share) => ({
      moves: [],
      marks: [
        {
          kind: 'text',
          text,
          style,
          ...spot,
          dy: -lift - 22 * Math.min(1, share * 1.6),
          alpha: share < 0.7 ? 1 : (1 - share) / 0.3,
        },
      ],
    }),
  };
}

export const floatAt = (stage: Stage, hex: HexIndex, text: string, style: TextStyle): Show =>
  float(stage, stage.sheet.centreOf(hex), [hex], text, style);

export function wordAtWho(stage: Stage, who: Who, text: string, style: TextStyle): Show | null {
  const key = keyOf(who);
  const hex = key === null ? undefined : stage.hexOf(key);
  return hex === undefined ? null : floatAt(stage, hex, text, style);
}

/** Own losses exactly, the enemy's about. */
export function harmShow(event: SeenOf<'harmed'>, stage: Stage): Show | null {
  const { hex, men, exact, vehicles, pieces } = event;
  const figures: string[] = [];
  if (men !== null && men > 0) figures.push(count(exact ? words.loss : words.about, men));
  if (vehicles > 0) figures.push(count(words.vehiclesLost, vehicles));
  if (pieces > 0) figures.push(count(words.gunsLost, pieces));
  if (figures.length === 0) return null;
  return floatAt(stage, hex, figures.join(' '), event.who.kind === 'own' ? 'lossOwn' : 'lossEnemy');
}

/** Flash at the muzzle, tracers across, bursts where they strike. */
export function volley(event: SeenOf<'fired'>, from: HexIndex, stage: Stage): Show {
  const start = stage.sheet.centreOf(from);
  const end = stage.sheet.centreOf(event.target);
  const size = stage.sheet.hexPixels;
  return {
    milliseconds: 780,
    hexes: [from, event.target],
    at: (share) => {
      const marks: Mark[] = [];
      if (share < 0.6) marks.push(flashAt(stage, start, 1 - share));
      for (let shot = 0; shot < 6; shot++) {
        const flight = (share - shot * 0.085) / 0.38;
        const aim = {
          x: end.x + (speckle(shot, from, 1) - 0.5) * size * 0.4,
          y: end.y + (speckle(shot, from, 2) - 0.5) * size * 0.4,
        };
        if (flight > 0 && flight < 1) {
          marks.push(
            line(
              between(start, aim, Math.max(0, flight - 0.22)),
              between(start, aim, flight),
              'tracer',
              sized(stage, 0.35, 84),
            ),
          );
        } else if (flight >= 1 && flight < 1.9) {
          marks.push(burstAt(stage, aim, flight - 1, 0.48));
        }
      }
      return { marks, moves: [] };
    },
  };
}

/** Rounds from beyond sight, falling about the target. */
export function shells(event: { readonly target: HexIndex }, stage: Stage): Show {
  const centre = stage.sheet.centreOf(event.target);
  const spread = stage.sheet.hexPixels * 0.75;
  return {
    milliseconds: 1250,
    hexes: [event.target],
    at: (share) => {
      const marks: Mark[] = [];
      for (let shell = 0; shell < 8; shell++) {
        const part = (share - shell * 0.085) / 0.36;
        if (part < 0 || part > 1) continue;
        const at = {
          x: centre.x + (speckle(shell, event.target, 3) - 0.5) * spread,
          y: centre.y + (speckle(shell, event.target, 4) - 0.5) * spread,
        };
        marks.push({
          kind: 'sprite',
          frame: 'smoke',
          ...at,
          scale: sized(stage, 0.6 + part * 0.5, 110),
          alpha: 0.85 * (1 - part),
        });
        marks.push(burstAt(stage, at, part, 0.72));
      }
      return { marks, moves: [] };
    },
  };
}

const burstAt = (stage: Stage, at: Point, part: number, share: number): SpriteMark => ({
  kind: 'sprite',
  frame: 'burst',
  ...at,
  scale: sized(stage, share * (0.5 + 0.6 * Math.min(1, part * 2)), 84),
  degrees: speckle(Math.round(at.x), Math.round(at.y), 5) * 90,
  alpha: Math.max(0, 1 - part * part),
});

const flashAt = (stage: Stage, at: Point, alpha: number): SpriteMark => ({
  kind: 'sprite',
  frame: 'flash',
  ...at,
  scale: sized(stage, 0.95, 96),
  alpha,
  glows: true,
});

export function assaultArrow(stage: Stage, from: HexIndex, target: HexIndex, share: number): SpriteMark {
  const start = stage.sheet.centreOf(from);
  const end = stage.sheet.centreOf(target);
  return {
    kind: 'sprite',
    frame: 'arrow',
    ...between(start, end, 0.25 + 0.3 * ease(share)),
    degrees: (Math.atan2(end.y - start.y, end.x - start.x) * 180) / Math.PI,
    scale: sized(stage, 1, 104),
    alpha: Math.min(1, share * 3),
  };
}

export function clash(stage: Stage, hex: HexIndex): Show {
  const at = stage.sheet.centreOf(hex);
  return {
    milliseconds: 1100,
    hexes: [hex],
    at: (share) => {
      const beat = Math.abs(Math.sin(share * Math.PI * 3));
      const marks: Mark[] = [flashAt(stage, at, 0.5 * beat * (1 - share))];
      marks.push({
        kind: 'sprite',
        frame: 'clash',
        ...at,
        scale: sized(stage, 0.78 + 0.18 * beat, 92),
        alpha: share > 0.8 ? (1 - share) / 0.2 : 1,
      });
      return { marks, moves: [] };
    },
  };
}

export function flareAt(stage: Stage, hex: HexIndex, share: number): SpriteMark {
  const at = stage.sheet.centreOf(hex);
  const height = (1 - ease(Math.min(1, share * 1.5))) * stage.sheet.hexPixels;
  return {
    kind: 'sprite',
    frame: 'glow',
    x: at.x,
    y: at.y - height,
    scale: ((stage.sheet.hexPixels * 5) / 240) * Math.min(1, 0.15 + share),
    glows: true,
  };
}

/** What is no longer perceived grows pale. */
export function fade(stage: Stage, key: string, hex: HexIndex): Show {
  const at = stage.sheet.centreOf(hex);
  const lost = floatAt(stage, hex, words.lost, 'word');
  return both(
    {
      milliseconds: 600,
      hexes: [hex],
      at: (share) => ({ marks: [], moves: [{ key, ...at, alpha: 1 - 0.6 * share }] }),
    },
    lost,
  );
}

export function raiseFlag(stage: Stage, hex: HexIndex, frame: FrameName): Show {
  const at = stage.sheet.centreOf(hex);
  const size = sized(stage, 0.8, 84);
  return both(ping(stage, hex, 'ring-plain'), {
    milliseconds: 1000,
    hexes: [hex],
    at: (share) => ({
      moves: [],
      marks: [
        {
          kind: 'sprite',
          frame,
          x: at.x,
          y: at.y - stage.sheet.hexPixels * 0.3 * ease(Math.min(1, share * 2)),
          scale: size,
          alpha: share > 0.85 ? (1 - share) / 0.15 : 1,
        },
      ],
    }),
  });
}
