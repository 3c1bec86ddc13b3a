/** Branch symbols and echelon marks, drawn in a box from -1 to 1 across and -0.66 to 0.66 down. */
import type { ByBranch, Echelon } from '../../../model/unit.ts';
import type { Pen } from '../paint/lines.ts';

const HALF_HEIGHT = 0.66;

type Symbol = (pen: Pen) => void;

const line = (pen: Pen, x1: number, y1: number, x2: number, y2: number): void => {
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
};

const saltire: Symbol = (pen) => {
  pen.beginPath();
  line(pen, -1, -HALF_HEIGHT, 1, HALF_HEIGHT);
  line(pen, -1, HALF_HEIGHT, 1, -HALF_HEIGHT);
  pen.stroke();
};

/** A disc for a gun's muzzle. */
const disc = (pen: Pen, x: number, y: number, radius: number): void => {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
};

/** Strokes and fills in the ink the pen has; widths are set by the caller. */
export const SYMBOLS: ByBranch<Symbol> = {
  rifles: saltire,
  borderGuards: (pen) => {
    saltire(pen);
    // The post with its stripes: guards of a frontier, not of the line.
    pen.fillRect(-1, -HALF_HEIGHT, 0.3, 2 * HALF_HEIGHT);
  },
  machineGuns: (pen) => {
    pen.beginPath();
    line(pen, 0, HALF_HEIGHT * 0.72, 0, -HALF_HEIGHT * 0.74);
    line(pen, 0, -HALF_HEIGHT * 0.8, -0.34, -HALF_HEIGHT * 0.28);
    line(pen, 0, -HALF_HEIGHT * 0.8, 0.34, -HALF_HEIGHT * 0.28);
    line(pen, -0.42, HALF_HEIGHT * 0.72, 0.42, HALF_HEIGHT * 0.72);
    pen.stroke();
  },
  antiTank: (pen) => {
    pen.beginPath();
    pen.moveTo(-1, HALF_HEIGHT);
    pen.lineTo(0, -HALF_HEIGHT);
    pen.lineTo(1, HALF_HEIGHT);
    pen.stroke();
  },
  infantryGuns: (pen) => {
    saltire(pen);
    disc(pen, 0, HALF_HEIGHT * 0.5, 0.2);
  },
  artillery: (pen) => disc(pen, 0, 0, 0.3),
  tanks: (pen) => {
    pen.beginPath();
    pen.ellipse(0, 0, 0.68, HALF_HEIGHT * 0.56, 0, 0, 2 * Math.PI);
    pen.stroke();
  },
  cavalry: (pen) => {
    pen.beginPath();
    line(pen, -1, HALF_HEIGHT, 1, -HALF_HEIGHT);
    pen.stroke();
  },
  engineers: (pen) => {
    pen.beginPath();
    pen.moveTo(-0.6, HALF_HEIGHT * 0.55);
    pen.lineTo(-0.6, -HALF_HEIGHT * 0.4);
    pen.lineTo(0.6, -HALF_HEIGHT * 0.4);
    pen.lineTo(0.6, HALF_HEIGHT * 0.55);
    line(pen, 0, -HALF_HEIGHT * 0.4, 0, HALF_HEIGHT * 0.3);
    pen.stroke();
  },
  craft: (pen) => {
    // A hull on the water.
    pen.beginPath();
    pen.moveTo(-0.75, -HALF_HEIGHT * 0.1);
    pen.lineTo(-0.45, HALF_HEIGHT * 0.55);
    pen.lineTo(0.45, HALF_HEIGHT * 0.55);
    pen.lineTo(0.75, -HALF_HEIGHT * 0.1);
    pen.closePath();
    line(pen, 0, -HALF_HEIGHT * 0.1, 0, -HALF_HEIGHT * 0.7);
    pen.stroke();
  },
  headquarters: (pen) => {
    // A flag on its staff.
    pen.beginPath();
    line(pen, -0.5, -HALF_HEIGHT * 0.8, -0.5, HALF_HEIGHT * 0.85);
    pen.stroke();
    pen.beginPath();
    pen.moveTo(-0.5, -HALF_HEIGHT * 0.8);
    pen.lineTo(0.62, -HALF_HEIGHT * 0.38);
    pen.lineTo(-0.5, HALF_HEIGHT * 0.06);
    pen.closePath();
    pen.fill();
  },
};

/** Marks over the symbol: dots to a platoon, strokes to a regiment, crosses above. */
const ECHELON_MARKS: Readonly<Record<Echelon, { readonly mark: 'dot' | 'bar' | 'cross'; readonly count: number }>> = {
  section: { mark: 'dot', count: 2 },
  platoon: { mark: 'dot', count: 3 },
  company: { mark: 'bar', count: 1 },
  battalion: { mark: 'bar', count: 2 },
  regiment: { mark: 'bar', count: 3 },
  brigade: { mark: 'cross', count: 1 },
  division: { mark: 'cross', count: 2 },
};

/** Draws echelon marks around `x`, `y` in a line `size` high. */
export function drawEchelon(pen: Pen, echelon: Echelon, x: number, y: number, size: number): void {
  const { mark, count } = ECHELON_MARKS[echelon];
  const step = size * (mark === 'bar' ? 0.72 : 0.95);
  for (let index = 0; index < count; index++) {
    const at = x + (index - (count - 1) / 2) * step;
    if (mark === 'dot') disc(pen, at, y, size * 0.34);
    else if (mark === 'bar') pen.fillRect(at - size * 0.14, y - size * 0.5, size * 0.28, size);
    else {
      pen.lineWidth = size * 0.22;
      pen.beginPath();
      line(pen, at - size * 0.36, y - size * 0.44, at + size * 0.36, y + size * 0.44);
      line(pen, at - size * 0.36, y + size * 0.44, at + size * 0.36, y - size * 0.44);
      pen.stroke();
    }
  }
}
