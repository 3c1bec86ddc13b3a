/**
 * The picture of a counter. Soviet counters are oxide red with cut corners and pale ink, Japanese ones ivory with round
 * corners and dark ink, so that they differ in tone and shape as well as in hue. Drawn on a field of 100 by 100 with
 * four to spare for the shadow.
 */
import type { Pen } from '../paint/lines.ts';
import { type Livery, LIVERIES, SANS } from './livery.ts';
import type { CounterLook } from './look.ts';
import {
  drawParapet,
  drawWheels,
  drawTime,
  drawSuppression,
  drawLowAmmunition,
  drawStanding,
  drawCohesion,
  drawAge,
  drawFront,
} from './states.ts';
import { drawEchelon, SYMBOLS } from './symbols.ts';

/** Edge of the square within the field. */
const NEAR_EDGE = 4;
const FACE = 92;

/** Draws onto a field of 100 by 100 whose corner is the pen's origin. */
export function drawCounter(pen: Pen, look: CounterLook, edge: 'plain' | 'selected'): void {
  const livery = LIVERIES[look.side];
  drawBody(pen, look, livery);
  if (edge === 'selected') drawSelected(pen, look);
  if (look.kind === 'mystery') drawMystery(pen, look, livery);
  else if (look.strength === null) drawFar(pen, look, livery);
  else drawFull(pen, look, livery);
  drawCohesion(pen, look);
  if (look.age !== null && look.strength !== null) drawAge(pen, look.age);
}

function tracePlate(pen: Pen, look: CounterLook, inset: number): void {
  const from = NEAR_EDGE + inset;
  const size = FACE - 2 * inset;
  pen.beginPath();
  if (look.side === 'japanese') {
    pen.roundRect(from, from, size, size, 15);
    return;
  }
  const cut = 10;
  const to = from + size;
  pen.moveTo(from + cut, from);
  pen.lineTo(to - cut, from);
  pen.lineTo(to, from + cut);
  pen.lineTo(to, to - cut);
  pen.lineTo(to - cut, to);
  pen.lineTo(from + cut, to);
  pen.lineTo(from, to - cut);
  pen.lineTo(from, from + cut);
  pen.closePath();
}

function drawBody(pen: Pen, look: CounterLook, livery: Livery): void {
  pen.save();
  pen.shadowColor = 'rgb(20 12 4 / 55%)';
  pen.shadowBlur = 5;
  pen.shadowOffsetX = 2;
  pen.shadowOffsetY = 2.5;
  tracePlate(pen, look, 1);
  pen.fillStyle = livery.edge;
  pen.fill();
  pen.restore();
  const shine = pen.createLinearGradient(0, 0, 0, 100);
  shine.addColorStop(0, look.spent ? livery.spentFace : livery.face);
  shine.addColorStop(1, look.spent ? livery.spentFace : livery.faceLow);
  tracePlate(pen, look, 1.5);
  pen.fillStyle = shine;
  pen.fill();
  pen.strokeStyle = livery.edge;
  pen.lineWidth = 3;
  pen.lineJoin = 'round';
  // Broken edges for what is not known to be there.
  if (look.kind === 'mystery' || look.age !== null) pen.setLineDash([9, 5]);
  pen.stroke();
  pen.setLineDash([]);
}

/** A white outline within a dark one. */
function drawSelected(pen: Pen, look: CounterLook): void {
  for (const [colour, width] of [
    ['#14100a', 8],
    ['#ffffff', 5],
  ] as const) {
    tracePlate(pen, look, 0.5);
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.stroke();
  }
}

function inkOf(look: CounterLook, livery: Livery): string {
  return look.spent ? livery.spentInk : livery.ink;
}

function drawMystery(pen: Pen, look: CounterLook, livery: Livery): void {
  pen.fillStyle = inkOf(look, livery);
  pen.font = `600 66px ${SANS}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText('?', 50, 53);
}

/** The symbol alone, as large as it goes. */
function drawFar(pen: Pen, look: CounterLook, livery: Livery): void {
  drawBox(pen, look, livery, { x: 50, y: 50, half: 37, line: 7.5 });
}

function drawFull(pen: Pen, look: CounterLook, livery: Livery): void {
  const isNear = look.label !== null;
  const box = isNear ? { x: 54, y: 45, half: 25.5, line: 3.6 } : { x: 50, y: 40, half: 29, line: 4.6 };
  drawBox(pen, look, livery, box);
  pen.fillStyle = inkOf(look, livery);
  pen.strokeStyle = inkOf(look, livery);
  if (look.echelon !== null) drawEchelon(pen, look.echelon, box.x, isNear ? 21 : 14, isNear ? 10 : 11);
  if (look.dugIn) drawParapet(pen, box);
  if (look.limbered) drawWheels(pen, box, livery);
  pen.fillStyle = inkOf(look, livery);
  pen.textBaseline = 'alphabetic';
  pen.textAlign = 'center';
  pen.font = `700 ${isNear ? 25 : 30}px ${SANS}`;
  pen.fillText(look.strength ?? '', box.x, isNear ? 85 : 86.5, 66);
  if (look.label !== null) {
    pen.font = `600 15px ${SANS}`;
    pen.textAlign = 'left';
    if (look.label.length > 0) drawLabel(pen, look.label);
  }
  if (look.frontDegrees !== null) drawFront(pen, look.frontDegrees, livery);
  drawTime(pen, look);
  drawSuppression(pen, look);
  if (look.lowAmmunition) drawLowAmmunition(pen);
  if (look.standing !== null) drawStanding(pen, look.standing, inkOf(look, livery));
}

/** The label runs up the left edge, as on printed counters. */
function drawLabel(pen: Pen, label: string): void {
  pen.save();
  pen.translate(20, 74);
  pen.rotate(-Math.PI / 2);
  pen.fillText(label, 0, 0, 60);
  pen.restore();
}

function drawBox(
  pen: Pen,
  look: CounterLook,
  livery: Livery,
  box: { readonly x: number; readonly y: number; readonly half: number; readonly line: number },
): void {
  const { x, y, half, line } = box;
  const high = half * 0.66;
  pen.fillStyle = look.spent ? livery.spentBox : livery.box;
  pen.fillRect(x - half, y - high, 2 * half, 2 * high);
  const ink = look.spent ? '#5a524b' : livery.boxInk;
  pen.save();
  pen.beginPath();
  pen.rect(x - half, y - high, 2 * half, 2 * high);
  pen.clip();
  pen.translate(x, y);
  pen.scale(half, half);
  pen.strokeStyle = ink;
  pen.fillStyle = ink;
  pen.lineWidth = line / half;
  pen.lineJoin = 'miter';
  pen.lineCap = 'butt';
  if (look.branch !== null) SYMBOLS[look.branch](pen);
  pen.restore();
  pen.strokeStyle = ink;
  pen.lineWidth = line;
  pen.lineJoin = 'miter';
  pen.strokeRect(x - half, y - high, 2 * half, 2 * high);
}
