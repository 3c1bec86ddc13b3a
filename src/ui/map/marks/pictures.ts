/** How the small pictures of overlays and shows are drawn: flags, dots, bursts, blades, wire. */
import type { Pen } from '../paint/lines.ts';
import type { FrameDrawing } from './hex-drawings.ts';

export function radial(size: number, stops: readonly (readonly [number, string])[]): FrameDrawing {
  return {
    width: size,
    height: size,
    draw: (pen) => {
      const fade = pen.createRadialGradient(0, 0, 0, 0, 0, size / 2);
      for (const [at, colour] of stops) fade.addColorStop(at, colour);
      pen.fillStyle = fade;
      pen.fillRect(-size / 2, -size / 2, size, size);
    },
  };
}

export function flag(cloth: string, sign: (pen: Pen) => void): FrameDrawing {
  return {
    width: 72,
    height: 84,
    draw: (pen) => {
      pen.save();
      pen.shadowColor = 'rgb(20 12 4 / 50%)';
      pen.shadowBlur = 4;
      pen.shadowOffsetY = 2;
      pen.fillStyle = '#2d2116';
      pen.fillRect(-27, -36, 5, 74);
      pen.fillStyle = cloth;
      pen.fillRect(-22, -35, 52, 36);
      pen.restore();
      pen.strokeStyle = '#2d2116';
      pen.lineWidth = 2.5;
      pen.strokeRect(-22, -35, 52, 36);
      pen.translate(4, -17);
      sign(pen);
      pen.translate(-4, 17);
    },
  };
}

export function star(pen: Pen): void {
  pen.fillStyle = '#ffd75e';
  pen.beginPath();
  for (let point = 0; point < 10; point++) {
    const radius = point % 2 === 0 ? 14 : 5.6;
    const angle = (point * Math.PI) / 5 - Math.PI / 2;
    pen.lineTo(Math.cos(angle) * radius, Math.sin(angle) * radius);
  }
  pen.closePath();
  pen.fill();
}

export function sun(pen: Pen): void {
  pen.fillStyle = '#c1121f';
  pen.beginPath();
  pen.arc(0, 0, 11.5, 0, 2 * Math.PI);
  pen.fill();
}

export function question(pen: Pen): void {
  pen.fillStyle = '#4a4237';
  pen.font = '700 26px "Noto Sans", sans-serif';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText('?', 0, 1);
}

export function ball(radius: number, colour: string, rim: string): FrameDrawing {
  return {
    width: 2 * radius + 12,
    height: 2 * radius + 12,
    draw: (pen) => {
      pen.beginPath();
      pen.arc(0, 0, radius, 0, 2 * Math.PI);
      pen.fillStyle = colour;
      pen.fill();
      pen.strokeStyle = rim;
      pen.lineWidth = 4;
      pen.stroke();
    },
  };
}

/** A piece of line that can be drawn out in length. */
export function rule(height: number, colour: string, edge: string): FrameDrawing {
  return {
    width: 32,
    height: height + 10,
    draw: (pen) => {
      pen.fillStyle = edge;
      pen.fillRect(-16, -height / 2 - 2.5, 32, height + 5);
      pen.fillStyle = colour;
      pen.fillRect(-16, -height / 2, 32, height);
    },
  };
}

export const ring = (size: number, colour: string, width: number): FrameDrawing => ({
  width: size + 12,
  height: size + 12,
  draw: (pen) => {
    pen.beginPath();
    pen.arc(0, 0, size / 2 - width, 0, 2 * Math.PI);
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.stroke();
  },
});

export function burst(pen: Pen): void {
  pen.beginPath();
  for (let ray = 0; ray < 22; ray++) {
    const radius = ray % 2 === 0 ? 34 - ((ray * 7) % 11) : 15;
    const angle = (ray * Math.PI) / 11;
    pen.lineTo(Math.cos(angle) * radius, Math.sin(angle) * radius);
  }
  pen.closePath();
  const fire = pen.createRadialGradient(0, 0, 2, 0, 0, 34);
  fire.addColorStop(0, '#fffbe0');
  fire.addColorStop(0.35, '#ffd34a');
  fire.addColorStop(0.7, '#f26a1b');
  fire.addColorStop(1, '#8f1f0a');
  pen.fillStyle = fire;
  pen.fill();
}

/** Crossed blades. */
export function clash(pen: Pen): void {
  for (const [colour, width] of [
    ['#fff6df', 15],
    ['#2b1a10', 10],
    ['#d9dde0', 5],
  ] as const) {
    for (const turn of [-1, 1]) {
      pen.beginPath();
      pen.moveTo(-30 * turn, 30);
      pen.lineTo(28 * turn, -30);
      pen.moveTo(-26 * turn, 12);
      pen.lineTo(-12 * turn, 26);
      pen.strokeStyle = colour;
      pen.lineWidth = width;
      pen.lineCap = 'round';
      pen.stroke();
    }
  }
}

export function arrow(pen: Pen): void {
  pen.beginPath();
  pen.moveTo(-44, -9);
  pen.lineTo(12, -9);
  pen.lineTo(12, -24);
  pen.lineTo(46, 0);
  pen.lineTo(12, 24);
  pen.lineTo(12, 9);
  pen.lineTo(-44, 9);
  pen.closePath();
  pen.fillStyle = '#d42c1c';
  pen.fill();
  pen.strokeStyle = '#fff6e6';
  pen.lineWidth = 4;
  pen.lineJoin = 'round';
  pen.stroke();
}

export function wire(pen: Pen): void {
  for (const [colour, width] of [
    ['rgb(250 243 224 / 95%)', 7.5],
    ['#211a12', 3.6],
  ] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.lineCap = 'round';
    pen.beginPath();
    pen.moveTo(-32, 0);
    pen.lineTo(32, 0);
    for (const x of [-22, 0, 22]) {
      pen.moveTo(x - 7, -7);
      pen.lineTo(x + 7, 7);
      pen.moveTo(x - 7, 7);
      pen.lineTo(x + 7, -7);
    }
    pen.stroke();
  }
}

/** Lines in ink with a pale edge, so that they show on any ground. */
function inked(pen: Pen, trace: () => void): void {
  for (const [colour, width] of [
    ['rgb(250 243 224 / 95%)', 8],
    ['#211a12', 4],
  ] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.lineCap = 'round';
    pen.beginPath();
    trace();
    pen.stroke();
  }
}

function rails(pen: Pen, from: number, to: number): void {
  for (const y of [-8, 8]) {
    pen.moveTo(from, y);
    pen.lineTo(to, y);
  }
}

/** Two rails across the water. */
export function bridge(pen: Pen): void {
  inked(pen, () => rails(pen, -32, 32));
}

/** The same with a gap, and a stroke through it. */
export function bridgeDown(pen: Pen): void {
  inked(pen, () => {
    rails(pen, -32, -13);
    rails(pen, 13, 32);
    pen.moveTo(-9, -13);
    pen.lineTo(9, 13);
    pen.moveTo(-9, 13);
    pen.lineTo(9, -13);
  });
}

/** Logs side by side. */
export function logs(pen: Pen): void {
  inked(pen, () => {
    for (const x of [-27, -9, 9, 27]) {
      pen.moveTo(x, -10);
      pen.lineTo(x, 10);
    }
  });
}

/** A row of dots. */
export function mines(pen: Pen): void {
  inked(pen, () => {
    for (const x of [-26, 0, 26]) {
      pen.moveTo(x + 6, 0);
      pen.arc(x, 0, 6, 0, 2 * Math.PI);
    }
  });
}
