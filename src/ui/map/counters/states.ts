/** The marks of state on a counter: works, wheels, time left, suppression, ammunition, orders, cohesion, age. */
import type { StandingOrder } from '../../../model/unit.ts';
import type { Pen } from '../paint/lines.ts';
import { type Livery, SANS } from './livery.ts';
import type { CounterLook } from './look.ts';

/** A parapet round the symbol with its bastions. */
export function drawParapet(pen: Pen, box: { x: number; y: number; half: number }): void {
  const left = box.x - box.half - 5;
  const right = box.x + box.half + 5;
  const foot = box.y + box.half * 0.66 + 5.5;
  pen.beginPath();
  pen.moveTo(left, foot - 13);
  pen.lineTo(left, foot);
  pen.lineTo(right, foot);
  pen.lineTo(right, foot - 13);
  pen.lineWidth = 3.4;
  pen.lineJoin = 'miter';
  pen.stroke();
}

/** Wheels under the symbol: hooked up, not ready to fire. */
export function drawWheels(pen: Pen, box: { x: number; y: number; half: number }, livery: Livery): void {
  const y = box.y + box.half * 0.66 + 1;
  for (const x of [box.x - 11, box.x + 11]) {
    pen.beginPath();
    pen.arc(x, y, 5.4, 0, 2 * Math.PI);
    pen.fillStyle = livery.box;
    pen.fill();
    pen.strokeStyle = livery.boxInk;
    pen.lineWidth = 2.6;
    pen.stroke();
  }
}

/** A wedge at the edge, towards the front. */
export function drawFront(pen: Pen, degrees: number, livery: Livery): void {
  const angle = (degrees * Math.PI) / 180;
  // Along the edge of the square, so that label and figures stay free.
  const tip = 49 / Math.max(Math.abs(Math.sin(angle)), Math.abs(Math.cos(angle)));
  pen.save();
  pen.translate(50, 50);
  pen.rotate(angle);
  pen.beginPath();
  pen.moveTo(-9, 9 - tip);
  pen.lineTo(0, -tip);
  pen.lineTo(9, 9 - tip);
  pen.closePath();
  pen.fillStyle = '#ffd75a';
  pen.strokeStyle = livery.edge;
  pen.lineWidth = 2.4;
  pen.lineJoin = 'round';
  pen.fill();
  pen.stroke();
  pen.restore();
}

/** Minutes left, as six parts along the foot. */
export function drawTime(pen: Pen, look: CounterLook): void {
  if (look.time === null) return;
  for (let part = 0; part < 6; part++) {
    pen.fillStyle = part < look.time ? '#5fd06a' : 'rgb(20 14 8 / 45%)';
    pen.fillRect(17 + part * 11.1, 88.6, 9.6, 4.6);
  }
  pen.strokeStyle = 'rgb(20 14 8 / 75%)';
  pen.lineWidth = 1;
  pen.strokeRect(16.4, 88, 66.4, 5.8);
}

/** Suppression, as a column of amber up the right edge. */
export function drawSuppression(pen: Pen, look: CounterLook): void {
  if (look.suppression === 0) return;
  for (let part = 0; part < 4; part++) {
    const isOn = part < look.suppression;
    pen.fillStyle = isOn ? '#ffb21c' : 'rgb(20 14 8 / 35%)';
    pen.strokeStyle = 'rgb(40 20 0 / 80%)';
    pen.lineWidth = 1.2;
    pen.beginPath();
    pen.rect(84.5, 68 - part * 14, 7.5, 11.5);
    pen.fill();
    pen.stroke();
  }
}

export function drawLowAmmunition(pen: Pen): void {
  pen.beginPath();
  pen.arc(84, 82, 6.6, 0, 2 * Math.PI);
  pen.fillStyle = '#e11d12';
  pen.fill();
  pen.strokeStyle = '#ffffff';
  pen.lineWidth = 2.4;
  pen.stroke();
}

/** An arrow for a march, a spade for digging, a bar for holding, in the near corner. */
export function drawStanding(pen: Pen, standing: StandingOrder['kind'], ink: string): void {
  pen.save();
  pen.translate(16, 15.5);
  pen.strokeStyle = ink;
  pen.fillStyle = ink;
  pen.lineWidth = 2.8;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.beginPath();
  if (standing === 'goTo' || standing === 'follow') {
    pen.moveTo(-4.5, 0);
    pen.lineTo(6, 0);
    pen.moveTo(1.5, -4.5);
    pen.lineTo(6, 0);
    pen.lineTo(1.5, 4.5);
    pen.stroke();
  } else if (standing === 'dig') {
    pen.moveTo(4.5, -5);
    pen.lineTo(-1, 1);
    pen.stroke();
    pen.beginPath();
    pen.ellipse(-2.5, 2.6, 3.4, 4.8, Math.PI / 4, 0, 2 * Math.PI);
    pen.fill();
  } else {
    pen.rect(-3.5, -5, 2.6, 10);
    pen.rect(1.6, -5, 2.6, 10);
    pen.fill();
  }
  pen.restore();
}

/** Shaken: an amber corner with one mark. Broken: a red one with two. Surrendered: white. */
export function drawCohesion(pen: Pen, { cohesion }: CounterLook): void {
  if (cohesion === null || cohesion === 'steady') return;
  const colour = { shaken: '#ffb21c', broken: '#e11d12', surrendered: '#ffffff' }[cohesion];
  pen.beginPath();
  pen.moveTo(66, 3);
  pen.lineTo(97, 3);
  pen.lineTo(97, 34);
  pen.closePath();
  pen.fillStyle = colour;
  pen.fill();
  pen.strokeStyle = '#22160a';
  pen.lineWidth = 2;
  pen.stroke();
  pen.fillStyle = cohesion === 'broken' ? '#ffffff' : '#22160a';
  pen.font = `700 18px ${SANS}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText({ shaken: '!', broken: '!!', surrendered: '×' }[cohesion], 87, 14.5);
}

/** Minutes since a remembered contact was last perceived. */
export function drawAge(pen: Pen, minutes: number): void {
  pen.font = `600 17px ${SANS}`;
  const text = `${minutes}′`;
  const width = pen.measureText(text).width + 9;
  pen.fillStyle = '#22190f';
  pen.beginPath();
  pen.roundRect(97 - width, 3, width, 21, 5);
  pen.fill();
  pen.fillStyle = '#fff6e0';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(text, 97 - width / 2, 14);
}
