/**
 * What a player prefers: speed of animation, motion, mouse, what the map shows. Kept in the browser as JSON; whatever
 * is missing there or not understood falls back by itself to its default, and a browser that keeps nothing is no harm.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';

/** Times the ordinary speed. */
export const ANIMATION_SPEEDS = [0.5, 1, 2, 4] as const;
/** What the system asks for, or one's own choice. */
export const MOTIONS = ['system', 'reduced', 'full'] as const;
/** Right click shows what is there, or moves the selected unit there. */
export const RIGHT_CLICKS = ['inspect', 'move'] as const;

export const DEFAULT_SETTINGS = {
  animationSpeed: 1,
  motion: 'system',
  rightClick: 'inspect',
  showGrid: true,
  showNames: true,
} as const satisfies v.InferOutput<typeof CHECKED>;

const CHECKED = v.object({
  animationSpeed: v.picklist(ANIMATION_SPEEDS),
  motion: v.picklist(MOTIONS),
  rightClick: v.picklist(RIGHT_CLICKS),
  showGrid: v.boolean(),
  showNames: v.boolean(),
});

const FORGIVING = v.object({
  animationSpeed: v.fallback(CHECKED.entries.animationSpeed, DEFAULT_SETTINGS.animationSpeed),
  motion: v.fallback(CHECKED.entries.motion, DEFAULT_SETTINGS.motion),
  rightClick: v.fallback(CHECKED.entries.rightClick, DEFAULT_SETTINGS.rightClick),
  showGrid: v.fallback(CHECKED.entries.showGrid, DEFAULT_SETTINGS.showGrid),
  showNames: v.fallback(CHECKED.entries.showNames, DEFAULT_SETTINGS.showNames),
});

export type Settings = Readonly<v.InferOutput<typeof CHECKED>>;

/** The part of `localStorage` that is used. */
export type Notebook = Pick<Storage, 'getItem' | 'setItem'>;

export interface SettingsKeeper {
  readonly settings: ReadonlySignal<Settings>;
  readonly change: (part: Partial<Settings>) => void;
}

const KEY = 'undeclared-war/settings';

/** Settings from JSON; anything that is not understood is as by default. */
export function parseSettings(text: string | null): Settings {
  const result = v.safeParse(FORGIVING, withDefaults(text));
  return result.success ? result.output : DEFAULT_SETTINGS;
}

/** The settings kept in this notebook, and the way to change them. Without a notebook they last as long as the page. */
export function openSettings(notebook: Notebook | undefined): SettingsKeeper {
  const settings = signal(parseSettings(readKept(notebook)));
  return {
    settings,
    change: (part) => {
      settings.value = { ...settings.value, ...part };
      writeKept(notebook, JSON.stringify(settings.value));
    },
  };
}

/** A key that is missing is no failure of its schema, so defaults are laid under what was kept. */
function withDefaults(text: string | null): unknown {
  try {
    const kept: unknown = JSON.parse(text ?? '{}');
    return typeof kept === 'object' && kept !== null ? { ...DEFAULT_SETTINGS, ...kept } : DEFAULT_SETTINGS;
  } catch {
    return DEFAULT_SETTINGS;
  }
}

function readKept(notebook: Notebook | undefined): string | null {
  try {
    return notebook?.getItem(KEY) ?? null;
  } catch {
    return null;
  }
}

function writeKept(notebook: Notebook | undefined, text: string): void {
  try {
    notebook?.setItem(KEY, text);
  } catch {
    // Full or forbidden: the settings hold for this visit.
  }
}
