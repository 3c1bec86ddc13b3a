/** What people made of the ground: borders, ways, villages, and the marks of surveyed heights. */
import { hexesOfHexside } from '../../../hex/hexside.ts';
import type { Outline, Place } from '../../../model/map.ts';
import { hexsideLine, type Sheet } from '../sheet.ts';
import { INK } from './colours.ts';
import { type Pen, pixelsOf, stroke, traceCurve, traceStraight } from './lines.ts';
import { speckle } from './scatter.ts';

export function paintBorders(pen: Pen, sheet: Sheet): void {
  const size = sheet.hexPixels;
  for (const outline of sheet.map.outlines) {
    if (outline.kind !== 'border' && outline.kind !== 'claim') continue;
    const isBorder = outline.kind === 'border';
    traceStraight(pen, pixelsOf(sheet, outline), outline.closed);
    if (isBorder) {
      stroke(pen, { colour: INK.border, width: size * 0.26, alpha: 0.16, cap: 'butt' });
      const dash = [size * 0.2, size * 0.075, size * 0.012, size * 0.075];
      stroke(pen, { colour: INK.border, width: size * 0.036, dash, cap: 'round', alpha: 0.95 });
    } else {
      const dash = [size * 0.09, size * 0.07];
      stroke(pen, { colour: INK.claim, width: size * 0.02, dash, cap: 'butt', alpha: 0.75 });
    }
  }
}

export function paintWays(pen: Pen, sheet: Sheet): void {
  const ways = sheet.map.outlines.filter(({ kind }) => kind === 'road' || kind === 'track' || kind === 'rail');
  for (const way of ways) paintWay(pen, sheet, way);
}

function paintWay(pen: Pen, sheet: Sheet, way: Outline): void {
  const size = sheet.hexPixels;
  traceCurve(pen, pixelsOf(sheet, way), false);
  // A pale edge lifts the line off contours and shading.
  stroke(pen, { colour: INK.paper, width: size * (way.kind === 'road' ? 0.13 : 0.065), alpha: 0.55 });
  if (way.kind === 'road') {
    stroke(pen, { colour: INK.track, width: size * 0.085 });
    stroke(pen, { colour: INK.roadFill, width: size * 0.052 });
  } else if (way.kind === 'track') {
    stroke(pen, { colour: INK.track, width: size * 0.027, dash: [size * 0.14, size * 0.055], cap: 'butt' });
  } else {
    stroke(pen, { colour: INK.black, width: size * 0.05 });
    stroke(pen, { colour: INK.paper, width: size * 0.026, dash: [size * 0.12, size * 0.12], cap: 'butt' });
  }
}

/** Steep banks that stop vehicles: teeth along the hexside, pointing downhill. */
export function paintBluffs(pen: Pen, sheet: Sheet): void {
  const size = sheet.hexPixels;
  const { elevationMetres, grid, hexsides } = sheet.map;
  pen.strokeStyle = INK.bluff;
  pen.lineWidth = size * 0.018;
  pen.lineCap = 'round';
  pen.beginPath();
  for (const [hexside, feature] of hexsides) {
    if (feature.bluff !== true) continue;
    const { middle, degrees } = hexsideLine(sheet, hexside);
    const [owner, beyond] = hexesOfHexside(grid, hexside);
    const from = sheet.centreOf(owner);
    const outward = (elevationMetres[owner] ?? 0) >= (elevationMetres[beyond] ?? 0) ? 1 : -1;
    const along = { x: Math.cos((degrees * Math.PI) / 180), y: Math.sin((degrees * Math.PI) / 180) };
    const reach = Math.hypot(middle.x - from.x, middle.y - from.y);
    const down = { x: ((middle.x - from.x) / reach) * outward, y: ((middle.y - from.y) / reach) * outward };
    for (let tooth = -3; tooth <= 3; tooth++) {
      const x = middle.x + along.x * tooth * size * 0.07;
      const y = middle.y + along.y * tooth * size * 0.07;
      const length = size * (tooth % 2 === 0 ? 0.075 : 0.045);
      pen.moveTo(x, y);
      pen.lineTo(x + down.x * length, y + down.y * length);
    }
  }
  pen.stroke();
}

/** A handful of roofs around the middle of each settled hex or village. */
export function paintVillages(pen: Pen, sheet: Sheet): void {
  const size = sheet.hexPixels;
  const villages = sheet.map.places.filter(({ kind }) => kind === 'village');
  pen.fillStyle = INK.settlement;
  for (const village of villages) {
    const x = village.x * sheet.pixelsPerMetre;
    const y = village.y * sheet.pixelsPerMetre;
    for (let roof = 0; roof < 11; roof++) {
      const across = ((roof % 4) - 1.5) * 0.12 + (speckle(village.hex, roof, 6) - 0.5) * 0.06;
      const down = (Math.floor(roof / 4) - 1) * 0.11 + (speckle(village.hex, roof, 7) - 0.5) * 0.05;
      pen.save();
      pen.translate(x + across * size, y + down * size);
      pen.rotate((speckle(village.hex, roof, 8) - 0.5) * 0.7 - 0.2);
      pen.fillRect(-size * 0.033, -size * 0.019, size * 0.066, size * 0.038);
      pen.restore();
    }
  }
}

/** A triangle on heights, a cross where boats cross, a post at landmarks. */
export function paintSpots(pen: Pen, sheet: Sheet): void {
  for (const place of sheet.map.places) {
    const draw = SPOTS[place.kind];
    if (draw === undefined) continue;
    pen.save();
    pen.translate(place.x * sheet.pixelsPerMetre, place.y * sheet.pixelsPerMetre);
    draw(pen, sheet.hexPixels);
    pen.restore();
  }
}

const SPOTS: Partial<Record<Place['kind'], (pen: Pen, size: number) => void>> = {
  height: (pen, size) => {
    const radius = size * 0.07;
    pen.beginPath();
    pen.moveTo(0, -radius);
    pen.lineTo(radius * 0.95, radius * 0.62);
    pen.lineTo(-radius * 0.95, radius * 0.62);
    pen.closePath();
    pen.fillStyle = INK.paper;
    pen.fill();
    stroke(pen, { colour: INK.black, width: size * 0.02 });
    pen.beginPath();
    pen.arc(0, radius * 0.12, size * 0.011, 0, 2 * Math.PI);
    pen.fillStyle = INK.black;
    pen.fill();
  },
  crossing: (pen, size) => {
    const reach = size * 0.09;
    pen.beginPath();
    pen.moveTo(-reach, -reach * 0.3);
    pen.quadraticCurveTo(0, reach, reach, -reach * 0.3);
    pen.closePath();
    pen.fillStyle = INK.paper;
    pen.fill();
    stroke(pen, { colour: INK.black, width: size * 0.018 });
  },
  landmark: (pen, size) => {
    pen.fillStyle = INK.black;
    pen.fillRect(-size * 0.035, -size * 0.035, size * 0.07, size * 0.07);
    pen.fillStyle = INK.paper;
    pen.fillRect(-size * 0.013, -size * 0.013, size * 0.026, size * 0.026);
  },
};
