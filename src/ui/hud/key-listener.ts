/** The page's ears: strokes become commands by the table of keys, unless someone is writing or pressing a button. */
import { type Command, findKeyRow, type Stroke } from './keys.ts';

/** Keys that belong to whatever has the focus when that is a control. */
const CONTROL_KEYS = ['Enter', ' ', 'Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home'];
const WRITING = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]';
const CONTROLS = 'button, a, input, summary, select, textarea, [tabindex="0"]:not(.map), dialog';

/** Whether the focus, rather than the page, should have this stroke. */
export function isForFocus(stroke: Stroke, focus: Element | null): boolean {
  if (focus === null) return false;
  if (stroke.ctrl || stroke.key === 'Escape' || stroke.key === 'F6') return false;
  if (focus.matches(WRITING)) return true;
  if (!CONTROL_KEYS.includes(stroke.key)) return false;
  return focus.closest(CONTROLS) !== null || (stroke.key === 'Tab' && focus.closest('.map') === null);
}

/** Listens until the function it returns is called. */
export function listenToKeys(onCommand: (command: Command, phase: 'down' | 'up') => void): () => void {
  const strokeOf = (event: KeyboardEvent): Stroke => ({
    key: event.key,
    code: event.code,
    shift: event.shiftKey,
    ctrl: event.ctrlKey || event.metaKey,
  });
  const onDown = (event: KeyboardEvent): void => {
    const stroke = strokeOf(event);
    if (event.altKey || event.isComposing || isPutAside() || isForFocus(stroke, focusOf())) return;
    const command = findKeyRow(stroke)?.command;
    if (command === undefined) return;
    event.preventDefault();
    if (command.kind === 'region') return focusNextRegion(stroke.shift ? -1 : 1);
    if (event.repeat && command.kind !== 'step' && command.kind !== 'pan') return;
    onCommand(command, 'down');
  };
  const onUp = (event: KeyboardEvent): void => {
    const command = findKeyRow(strokeOf(event))?.command;
    if (command?.kind === 'hide' || command?.kind === 'faster') onCommand(command, 'up');
  };
  document.addEventListener('keydown', onDown);
  document.addEventListener('keyup', onUp);
  return () => {
    document.removeEventListener('keydown', onDown);
    document.removeEventListener('keyup', onUp);
  };
}

/** Whether something lies over the board that has the page to itself. */
const isPutAside = (): boolean => document.querySelector('.board[inert]') !== null;

function focusOf(): Element | null {
  const focus = document.activeElement;
  return focus === null || focus === document.body ? null : focus;
}

/** Round the map and the panels, so that nobody is shut in by Tab's other meaning on the map. */
function focusNextRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('.map, [data-region]')];
  const place = regions.findIndex((region) => region.contains(document.activeElement));
  regions[(place + step + regions.length) % regions.length]?.focus();
}
