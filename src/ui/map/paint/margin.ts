/** The paper around the ground: a double neat line, the sheet's title in English and Russian, a scale bar and the credits. */
import words from '../../../../assets/text/map.en.json' with { type: 'json' };
import type { Sheet } from '../sheet.ts';
import { INK } from './colours.ts';
import { CONTOUR_METRES } from './contour-lines.ts';
import { addHexes, type Pen } from './lines.ts';

const SANS = '"Noto Sans", sans-serif';

/** Covers what was painted beyond the ground and draws the frame. */
export function paintMargin(pen: Pen, sheet: Sheet): void {
  const { margin, width, height } = sheet;
  paintBeyond(pen, sheet);
  pen.fillStyle = INK.paper;
  pen.fillRect(-margin, -margin, width + 2 * margin, margin);
  pen.fillRect(-margin, height, width + 2 * margin, margin);
  pen.fillRect(-margin, 0, margin, height);
  pen.fillRect(width, 0, margin, height);
  pen.strokeStyle = INK.black;
  pen.lineWidth = sheet.hexPixels * 0.018;
  pen.strokeRect(0, 0, width, height);
  const away = margin * 0.2;
  pen.lineWidth = sheet.hexPixels * 0.05;
  pen.strokeRect(-away, -away, width + 2 * away, height + 2 * away);
  paintTicks(pen, sheet, away);
  paintTitle(pen, sheet);
  paintFoot(pen, sheet);
}

/** Ground that belongs to no hex fades into the paper: nothing can be there. */
function paintBeyond(pen: Pen, sheet: Sheet): void {
  pen.beginPath();
  pen.rect(0, 0, sheet.width, sheet.height);
  addHexes(pen, sheet, () => true);
  pen.globalAlpha = 0.72;
  pen.fillStyle = INK.paper;
  pen.fill('evenodd');
  pen.globalAlpha = 1;
}

/** A tick for each kilometre between the two lines of the frame. */
function paintTicks(pen: Pen, sheet: Sheet, away: number): void {
  const kilometre = 1000 * sheet.pixelsPerMetre;
  pen.lineWidth = sheet.hexPixels * 0.02;
  pen.beginPath();
  for (let x = 0; x <= sheet.width; x += kilometre) {
    pen.moveTo(x, -away);
    pen.lineTo(x, 0);
    pen.moveTo(x, sheet.height);
    pen.lineTo(x, sheet.height + away);
  }
  for (let y = 0; y <= sheet.height; y += kilometre) {
    pen.moveTo(-away, y);
    pen.lineTo(0, y);
    pen.moveTo(sheet.width, y);
    pen.lineTo(sheet.width + away, y);
  }
  pen.stroke();
}

function paintTitle(pen: Pen, sheet: Sheet): void {
  const { names } = sheet.map;
  const line = -sheet.margin * 0.58;
  pen.fillStyle = INK.black;
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  pen.font = `600 ${sheet.margin * 0.44}px ${SANS}`;
  pen.letterSpacing = `${sheet.margin * 0.06}px`;
  pen.fillText(names.en.toLocaleUpperCase('en'), 0, line);
  pen.letterSpacing = '0px';
  pen.textAlign = 'right';
  pen.font = `${sheet.margin * 0.34}px ${SANS}`;
  // Only names the game brings the letters for: every host shows the same sheet.
  pen.fillText(names.ru ?? '', sheet.width, line);
}

function paintFoot(pen: Pen, sheet: Sheet): void {
  const line = sheet.height + sheet.margin * 0.62;
  pen.textBaseline = 'middle';
  pen.font = `${sheet.margin * 0.26}px ${SANS}`;
  const kilometre = 1000 * sheet.pixelsPerMetre;
  const thick = sheet.margin * 0.1;
  pen.strokeStyle = INK.black;
  pen.lineWidth = sheet.hexPixels * 0.014;
  for (let half = 0; half < 4; half++) {
    pen.fillStyle = half % 2 === 0 ? INK.black : INK.paper;
    pen.fillRect(half * kilometre * 0.5, line - thick / 2, kilometre * 0.5, thick);
    pen.strokeRect(half * kilometre * 0.5, line - thick / 2, kilometre * 0.5, thick);
  }
  pen.fillStyle = INK.black;
  pen.textAlign = 'center';
  pen.font = `${sheet.margin * 0.24}px ${SANS}`;
  for (const mark of [1, 2]) {
    pen.fillText(words.kilometres.replace('{count}', `${mark}`), mark * kilometre, line + sheet.margin * 0.24);
  }
  pen.textAlign = 'left';
  pen.fillText('0', 0, line + sheet.margin * 0.24);
  const scale = words.scale.replace('{hex}', `${sheet.map.hexMetres}`).replace('{contour}', `${CONTOUR_METRES}`);
  pen.fillText(scale, 2 * kilometre + sheet.margin, line);
  pen.textAlign = 'right';
  pen.font = `${sheet.margin * 0.2}px ${SANS}`;
  pen.globalAlpha = 0.8;
  pen.fillText(sheet.map.attribution, sheet.width, line, sheet.width - 2 * kilometre - sheet.margin * 9);
  pen.globalAlpha = 1;
}
