/**
 * Which key does what. One table: the page listens by it, the help prints it, buttons and their tooltips show it. Keys
 * are compared by what they type, so that a letter is where its cap says; the number pad by where it is.
 */
import type { CursorStep } from './cursor.ts';
import type { TextKey } from './text.ts';

export type Command =
  | { readonly kind: 'mode'; readonly mode: 'move' | 'silent' | 'fire' | 'assault' | 'mission' | 'flare' | 'goTo' }
  | { readonly kind: 'order'; readonly order: 'dig' | 'guns' | 'posture' | 'rally' | 'policy' | 'hold' | 'digOn' }
  | { readonly kind: 'step'; readonly step: CursorStep }
  | { readonly kind: 'pan'; readonly dx: -1 | 0 | 1; readonly dy: -1 | 0 | 1 }
  | { readonly kind: 'zoom'; readonly by: 'in' | 'out' | 'fit' }
  | { readonly kind: 'panel'; readonly panel: 'units' | 'objectives' | 'log' | 'help' }
  | { readonly kind: 'setting'; readonly setting: 'showGrid' | 'showNames' }
  | { readonly kind: 'sight'; readonly of: 'unit' | 'side' }
  | { readonly kind: 'press' | 'back' | 'endTurn' | 'next' | 'previous' | 'finished' | 'undo' | 'redo' }
  | { readonly kind: 'threat' | 'hide' | 'faster' | 'region' | 'find' | 'more' };

export const KEY_GROUPS = ['turn', 'orders', 'map', 'panels'] as const;
type KeyGroup = (typeof KEY_GROUPS)[number];

export interface KeyRow {
  readonly group: KeyGroup;
  /** As printed on caps, one or several that do the same. */
  readonly caps: readonly string[];
  readonly label: TextKey;
  readonly command: Command;
}

const row = (group: KeyGroup, caps: string, label: TextKey, command: Command): KeyRow => ({
  group,
  caps: caps.split(' '),
  label,
  command,
});

export const KEY_ROWS: readonly KeyRow[] = [
  row('turn', 'N Tab', 'ui.key.next', { kind: 'next' }),
  row('turn', 'Shift+N Shift+Tab', 'ui.key.previous', { kind: 'previous' }),
  row('turn', 'Space', 'ui.key.finished', { kind: 'finished' }),
  row('turn', 'H', 'ui.order.hold', { kind: 'order', order: 'hold' }),
  row('turn', 'U Ctrl+Z', 'ui.key.undo', { kind: 'undo' }),
  row('turn', 'Ctrl+Y', 'ui.key.redo', { kind: 'redo' }),
  row('turn', 'Ctrl+Enter', 'ui.key.endTurn', { kind: 'endTurn' }),
  row('turn', 'Esc', 'ui.key.back', { kind: 'back' }),
  row('turn', 'F', 'ui.key.faster', { kind: 'faster' }),
  row('orders', 'M', 'ui.order.move', { kind: 'mode', mode: 'move' }),
  row('orders', 'Q', 'ui.order.silent', { kind: 'mode', mode: 'silent' }),
  row('orders', 'S', 'ui.order.goTo', { kind: 'mode', mode: 'goTo' }),
  row('orders', 'R', 'ui.order.fire', { kind: 'mode', mode: 'fire' }),
  row('orders', 'A', 'ui.order.assault', { kind: 'mode', mode: 'assault' }),
  row('orders', 'C', 'ui.order.mission', { kind: 'mode', mode: 'mission' }),
  row('orders', 'E', 'ui.order.flare', { kind: 'mode', mode: 'flare' }),
  row('orders', 'D', 'ui.order.dig', { kind: 'order', order: 'dig' }),
  row('orders', 'Shift+D', 'ui.order.digOn', { kind: 'order', order: 'digOn' }),
  row('orders', 'W', 'ui.order.posture', { kind: 'order', order: 'posture' }),
  row('orders', 'B', 'ui.order.guns', { kind: 'order', order: 'guns' }),
  row('orders', 'Y', 'ui.order.rally', { kind: 'order', order: 'rally' }),
  row('orders', 'P', 'ui.order.policy', { kind: 'order', order: 'policy' }),
  row('orders', 'I', 'ui.order.more', { kind: 'more' }),
  row('map', 'Enter', 'ui.key.press', { kind: 'press' }),
  row('map', '↑ Num8', 'ui.key.up', { kind: 'step', step: 'up' }),
  row('map', '↓ Num2', 'ui.key.down', { kind: 'step', step: 'down' }),
  row('map', '← Num4', 'ui.key.left', { kind: 'step', step: 'left' }),
  row('map', '→ Num6', 'ui.key.right', { kind: 'step', step: 'right' }),
  row('map', 'Num7', 'ui.key.upLeft', { kind: 'step', step: 'upLeft' }),
  row('map', 'Num9', 'ui.key.upRight', { kind: 'step', step: 'upRight' }),
  row('map', 'Num1', 'ui.key.downLeft', { kind: 'step', step: 'downLeft' }),
  row('map', 'Num3', 'ui.key.downRight', { kind: 'step', step: 'downRight' }),
  row('map', 'Shift+↑', 'ui.key.panUp', { kind: 'pan', dx: 0, dy: -1 }),
  row('map', 'Shift+↓', 'ui.key.panDown', { kind: 'pan', dx: 0, dy: 1 }),
  row('map', 'Shift+←', 'ui.key.panLeft', { kind: 'pan', dx: -1, dy: 0 }),
  row('map', 'Shift+→', 'ui.key.panRight', { kind: 'pan', dx: 1, dy: 0 }),
  row('map', '+ =', 'ui.key.zoomIn', { kind: 'zoom', by: 'in' }),
  row('map', '−', 'ui.key.zoomOut', { kind: 'zoom', by: 'out' }),
  row('map', '0 Home', 'ui.key.fit', { kind: 'zoom', by: 'fit' }),
  row('map', '.', 'ui.key.find', { kind: 'find' }),
  row('map', 'T', 'ui.key.threat', { kind: 'threat' }),
  row('map', 'V', 'ui.key.sightUnit', { kind: 'sight', of: 'unit' }),
  row('map', 'Shift+V', 'ui.key.sightSide', { kind: 'sight', of: 'side' }),
  row('map', 'G', 'ui.key.grid', { kind: 'setting', setting: 'showGrid' }),
  row('map', 'L', 'ui.key.names', { kind: 'setting', setting: 'showNames' }),
  row('map', 'X', 'ui.key.hide', { kind: 'hide' }),
  row('panels', 'O', 'ui.panel.units', { kind: 'panel', panel: 'units' }),
  row('panels', 'J', 'ui.panel.objectives', { kind: 'panel', panel: 'objectives' }),
  row('panels', 'K', 'ui.panel.log', { kind: 'panel', panel: 'log' }),
  row('panels', 'F1 ?', 'ui.panel.help', { kind: 'panel', panel: 'help' }),
  row('panels', 'F6', 'ui.key.region', { kind: 'region' }),
];

const CAP_OF_KEY: Readonly<Record<string, string>> = {
  ' ': 'Space',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  '-': '−',
};

const BY_CAP: ReadonlyMap<string, KeyRow> = new Map(KEY_ROWS.flatMap((one) => one.caps.map((cap) => [cap, one])));

export interface Stroke {
  readonly key: string;
  readonly code: string;
  readonly shift: boolean;
  readonly ctrl: boolean;
}

/** The row a stroke belongs to; `undefined` when the key does nothing here. */
export function findKeyRow(stroke: Stroke): KeyRow | undefined {
  const numpad = /^Numpad(\d)$/.exec(stroke.code)?.[1];
  if (numpad !== undefined && numpad !== '0' && numpad !== '5' && !stroke.ctrl) return BY_CAP.get(`Num${numpad}`);
  const cap = CAP_OF_KEY[stroke.key] ?? (stroke.key.length === 1 ? stroke.key.toUpperCase() : stroke.key);
  if (stroke.ctrl) return BY_CAP.get(`Ctrl+${cap}`);
  // Signs such as ? and + need Shift on some keyboards and not on others.
  return (
    (stroke.shift ? BY_CAP.get(`Shift+${cap}`) : undefined) ?? (isShifted(cap, stroke) ? undefined : BY_CAP.get(cap))
  );
}

function isShifted(cap: string, stroke: Stroke): boolean {
  return stroke.shift && (/^[A-Z]$/.test(cap) || cap.length > 1);
}

/** The first cap of the row for a command of this kind and detail, for buttons. */
export function capOf(label: TextKey): string {
  return KEY_ROWS.find((one) => one.label === label)?.caps[0] ?? '';
}
