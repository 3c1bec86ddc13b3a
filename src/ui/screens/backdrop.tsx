/** The ground of the battle as contour lines behind the title: the sheet's own relief, drawn once. */
import { useEffect, useRef } from 'preact/hooks';
import type { Relief } from '../../model/map.ts';
import { listContour } from './contours.ts';

const STEP_METRES = 10;
/** Every fifth line is drawn stronger, as on the sheets of the time. */
const INDEX_METRES = 50;

export function Backdrop({ relief }: { readonly relief: Relief }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const redraw = (): void => drawRelief(element, relief);
    redraw();
    globalThis.addEventListener('resize', redraw);
    return () => globalThis.removeEventListener('resize', redraw);
  }, [relief]);
  return <canvas ref={canvas} class="backdrop" aria-hidden="true" />;
}

function drawRelief(canvas: HTMLCanvasElement, relief: Relief): void {
  const ratio = globalThis.devicePixelRatio;
  const width = canvas.clientWidth * ratio;
  const height = canvas.clientHeight * ratio;
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (pen === null || width === 0) return;
  // The sheet covers the window; what is too much is cut off at the edges.
  const scale = Math.max(width / (relief.columns - 1), height / (relief.rows - 1));
  const left = (width - (relief.columns - 1) * scale) / 2;
  const top = (height - (relief.rows - 1) * scale) / 2;
  const highest = relief.heightsMetres.reduce((most, one) => Math.max(most, one), 0);
  pen.strokeStyle = getComputedStyle(canvas).color;
  pen.lineCap = 'round';
  for (let level = STEP_METRES; level < highest; level += STEP_METRES) {
    pen.lineWidth = ratio * (level % INDEX_METRES === 0 ? 1.3 : 0.6);
    pen.beginPath();
    for (const [x1, y1, x2, y2] of listContour(relief, level)) {
      pen.moveTo(left + x1 * scale, top + y1 * scale);
      pen.lineTo(left + x2 * scale, top + y2 * scale);
    }
    pen.stroke();
  }
}
