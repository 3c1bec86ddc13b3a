/** Draws a short text in one of the map's letterings. */
import type { Pen } from '../paint/lines.ts';
import { type Lettering, LETTERING, type TextStyle } from './text-styles.ts';

export interface TextPicture {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly draw: (pen: Pen) => void;
}

/** Measured with `pen`, whose state is left as it was. */
export function letter(pen: Pen, text: string, style: TextStyle, isNight: boolean): TextPicture {
  const lettering: Lettering = LETTERING[style];
  const { pixels, edgePixels, plate, spacing = 0 } = lettering;
  const font = `${lettering.italic === true ? 'italic ' : ''}${lettering.weight ?? 400} ${pixels}px ${lettering.font}`;
  pen.save();
  pen.font = font;
  pen.letterSpacing = `${spacing}px`;
  const measured = pen.measureText(text).width;
  pen.restore();
  const side = plate === undefined ? edgePixels : 5;
  const width = Math.ceil(measured + 2 * side + 2);
  const height = Math.ceil(pixels * 1.3 + (plate === undefined ? edgePixels : 2));
  const draw = (to: Pen): void => {
    if (plate !== undefined) {
      to.fillStyle = plate;
      to.beginPath();
      to.roundRect(0.5, 0.5, width - 1, height - 1, 4);
      to.fill();
      to.strokeStyle = 'rgb(255 250 235 / 85%)';
      to.lineWidth = 1;
      to.stroke();
    }
    to.font = font;
    to.letterSpacing = `${spacing}px`;
    to.textAlign = 'left';
    to.textBaseline = 'alphabetic';
    const base = height / 2 + pixels * 0.355;
    if (edgePixels > 0) {
      to.strokeStyle = isNight ? lettering.nightEdge : lettering.edge;
      to.lineWidth = edgePixels;
      to.lineJoin = 'round';
      to.strokeText(text, side + 1, base);
    }
    to.fillStyle = isNight ? lettering.nightInk : lettering.ink;
    to.fillText(text, side + 1, base);
    to.letterSpacing = '0px';
  };
  return { width, height, draw };
}
