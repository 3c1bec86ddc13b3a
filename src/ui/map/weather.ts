/** Fog and rain over the ground: still, because a moving veil would have the page draw without end. */
import * as Phaser from 'phaser';
import type { Light, Weather } from '../../model/clock.ts';
import { createCanvas } from './paint/ground.ts';
import type { Pen } from './paint/lines.ts';
import { speckle } from './paint/scatter.ts';
import type { Sheet } from './sheet.ts';

export interface WeatherVeil {
  readonly layer: Phaser.GameObjects.TileSprite;
  readonly show: (weather: Weather, light: Light) => void;
}

const VEIL_PIXELS = 512;
/** Strength of the veil, 0–1; by night it is seen less. */
const STRENGTH: Readonly<Record<Weather, number>> = { clear: 0, overcast: 0, fog: 0.85, rain: 0.85 };
const NIGHT_SHARE = 0.45;

export function addWeather(scene: Phaser.Scene, sheet: Sheet): WeatherVeil {
  for (const [name, draw] of [
    ['fog', drawFog],
    ['rain', drawRain],
  ] as const) {
    const { canvas, pen } = createCanvas(VEIL_PIXELS, VEIL_PIXELS);
    draw(pen);
    scene.textures.addCanvas(name, canvas);
  }
  const layer = scene.add.tileSprite(0, 0, sheet.width, sheet.height, 'fog').setOrigin(0, 0).setVisible(false);
  return {
    layer,
    show: (weather, light) => {
      const strength = STRENGTH[weather] * (light === 'day' || light === 'twilight' ? 1 : NIGHT_SHARE);
      layer.setVisible(strength > 0).setAlpha(strength);
      if (weather === 'fog' || weather === 'rain') layer.setTexture(weather);
    },
  };
}

/** Banks that meet at the edges of the tile. */
function drawFog(pen: Pen): void {
  pen.fillStyle = 'rgb(236 236 230 / 34%)';
  pen.fillRect(0, 0, VEIL_PIXELS, VEIL_PIXELS);
  for (let bank = 0; bank < 26; bank++) {
    const radius = 70 + speckle(bank, 1, 11) * 110;
    for (const across of [-VEIL_PIXELS, 0, VEIL_PIXELS]) {
      for (const down of [-VEIL_PIXELS, 0, VEIL_PIXELS]) {
        const x = speckle(bank, 2, 11) * VEIL_PIXELS + across;
        const y = speckle(bank, 3, 11) * VEIL_PIXELS + down;
        const fade = pen.createRadialGradient(x, y, 0, x, y, radius);
        fade.addColorStop(0, 'rgb(244 244 240 / 22%)');
        fade.addColorStop(1, 'rgb(244 244 240 / 0%)');
        pen.fillStyle = fade;
        pen.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
      }
    }
  }
}

function drawRain(pen: Pen): void {
  pen.fillStyle = 'rgb(120 138 156 / 24%)';
  pen.fillRect(0, 0, VEIL_PIXELS, VEIL_PIXELS);
  pen.lineWidth = 1.1;
  pen.strokeStyle = 'rgb(232 240 248 / 42%)';
  pen.beginPath();
  for (let streak = 0; streak < 230; streak++) {
    const x = speckle(streak, 1, 12) * VEIL_PIXELS;
    const y = speckle(streak, 2, 12) * VEIL_PIXELS;
    const length = 14 + speckle(streak, 3, 12) * 18;
    for (const down of [0, -VEIL_PIXELS]) {
      for (const across of [0, VEIL_PIXELS]) {
        pen.moveTo(x + across, y + down);
        pen.lineTo(x + across - length * 0.32, y + down + length);
      }
    }
  }
  pen.stroke();
}
