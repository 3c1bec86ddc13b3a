/**
 * Mouse and touch on the map: clicks and taps, dragging, the wheel, pinching, and a long press for the right button. It
 * reports places in CSS pixels of the element and knows nothing of hexes.
 */
import type { Point } from '../../hex/layout.ts';

export interface Press {
  readonly button: 'left' | 'right';
  readonly shift: boolean;
  readonly ctrl: boolean;
}

export interface GestureListener {
  readonly press: (at: Point, press: Press) => void;
  readonly hover: (at: Point | null) => void;
  /** Dragged by so much. */
  readonly drag: (dx: number, dy: number) => void;
  readonly zoom: (factor: number, at: Point) => void;
  readonly doublePress: () => void;
}

/** Movement below this is still a click. */
const SLACK_MOUSE = 5;
const SLACK_TOUCH = 11;
const LONG_PRESS_MILLISECONDS = 480;
const WHEEL_STEP = 0.0012;
/** Firefox counts lines, some mice whole pages. */
const PIXELS_PER_LINE = 18;

interface Pointer {
  readonly start: Point;
  readonly touch: boolean;
  at: Point;
  travelled: boolean;
}

/** Listens until the returned function is called. */
export function listenToGestures(element: HTMLElement, listener: GestureListener): () => void {
  const pointers = new Map<number, Pointer>();
  let longPress: ReturnType<typeof setTimeout> | undefined;
  /** The gesture has already been answered; what remains of it is no click. */
  let answered = false;
  const ending = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(type: K, handler: (event: HTMLElementEventMap[K]) => void): void =>
    element.addEventListener(type, handler, { signal: ending.signal, passive: false });

  const placeOf = (event: MouseEvent): Point => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  function startLongPress(at: Point): void {
    clearTimeout(longPress);
    longPress = setTimeout(() => {
      answered = true;
      listener.press(at, { button: 'right', shift: false, ctrl: false });
    }, LONG_PRESS_MILLISECONDS);
  }

  function movePair(id: number, pointer: Pointer, to: Point): void {
    const other = [...pointers].find(([otherId]) => otherId !== id)?.[1];
    if (other === undefined) return;
    const before = Math.hypot(pointer.at.x - other.at.x, pointer.at.y - other.at.y);
    const after = Math.hypot(to.x - other.at.x, to.y - other.at.y);
    listener.drag((to.x - pointer.at.x) / 2, (to.y - pointer.at.y) / 2);
    if (before > 0) listener.zoom(after / before, { x: (to.x + other.at.x) / 2, y: (to.y + other.at.y) / 2 });
  }

  on('pointerdown', (event) => {
    const at = placeOf(event);
    element.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, { start: at, at, touch: event.pointerType === 'touch', travelled: false });
    clearTimeout(longPress);
    if (pointers.size > 1) answered = true;
    else {
      answered = false;
      if (event.pointerType === 'touch') startLongPress(at);
    }
  });

  on('pointermove', (event) => {
    const to = placeOf(event);
    const pointer = pointers.get(event.pointerId);
    if (pointer === undefined) {
      if (event.pointerType !== 'touch') listener.hover(to);
      return;
    }
    const away = Math.hypot(to.x - pointer.start.x, to.y - pointer.start.y);
    if (!pointer.travelled && away <= (pointer.touch ? SLACK_TOUCH : SLACK_MOUSE) && pointers.size === 1) return;
    clearTimeout(longPress);
    pointer.travelled = true;
    if (pointers.size === 2) movePair(event.pointerId, pointer, to);
    else if (pointers.size === 1) listener.drag(to.x - pointer.at.x, to.y - pointer.at.y);
    pointer.at = to;
  });

  on('pointerup', (event) => {
    const pointer = pointers.get(event.pointerId);
    pointers.delete(event.pointerId);
    clearTimeout(longPress);
    if (pointer === undefined || pointer.travelled || answered || event.button === 1) return;
    const button = event.button === 2 ? 'right' : 'left';
    listener.press(placeOf(event), { button, shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey });
  });

  on('pointercancel', (event) => {
    pointers.delete(event.pointerId);
    clearTimeout(longPress);
  });
  on('pointerleave', () => listener.hover(null));
  on('dblclick', () => listener.doublePress());
  on('contextmenu', (event) => event.preventDefault());
  on('wheel', (event) => {
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? PIXELS_PER_LINE : 1);
    listener.zoom(Math.exp(-pixels * WHEEL_STEP), placeOf(event));
  });

  return () => {
    clearTimeout(longPress);
    ending.abort();
  };
}
