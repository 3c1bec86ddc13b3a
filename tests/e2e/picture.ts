/**
 * Pictures of the screens that somebody has looked at, kept small as WebP. A page matches its picture when hardly any
 * spot of it differs in colour, seen at half the size; `--update-snapshots` keeps what is on the screen instead.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';

const folder = fileURLToPath(new URL('screens/', import.meta.url));

/** Share of spots that may differ: text smoothed differently by another Chromium, and what WebP leaves out. */
const MOST_DIFFERENT = 0.015;
/** Of 255, in any one colour. */
const COLOUR_SLACK = 48;
const QUALITY = 0.82;
const TRIES = 6;
const PAUSE_MILLISECONDS = 500;

/** Compares what the page shows with the picture of that name, or keeps it as that picture. */
export async function expectPicture(page: Page, name: string): Promise<void> {
  const file = `${folder}${name}.webp`;
  const { updateSnapshots } = test.info().config;
  if (updateSnapshots === 'all' || updateSnapshots === 'changed') return keepPicture(page, file);
  expect(existsSync(file), `there is a picture ${name}; --update-snapshots keeps one`).toBe(true);
  const kept = `data:image/webp;base64,${readFileSync(file, 'base64')}`;
  let share = 1;
  for (let tries = 0; tries < TRIES && share > MOST_DIFFERENT; tries++) {
    if (tries > 0) await page.waitForTimeout(PAUSE_MILLISECONDS);
    const shown = await shoot(page);
    share = await inEmptyPage(page, (empty) =>
      empty.evaluate(shareDifferent, { kept, shown: toAddress(shown), slack: COLOUR_SLACK }),
    );
    if (share > MOST_DIFFERENT && tries === TRIES - 1) {
      await test.info().attach(`${name} as shown`, { body: shown, contentType: 'image/png' });
    }
  }
  expect(share, `${name}: share of spots that differ from the picture kept`).toBeLessThanOrEqual(MOST_DIFFERENT);
}

async function keepPicture(page: Page, file: string): Promise<void> {
  await page.waitForTimeout(2 * PAUSE_MILLISECONDS);
  const shown = toAddress(await shoot(page));
  const webp = await inEmptyPage(page, (empty) => empty.evaluate(toWebp, { shown, quality: QUALITY }));
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, Buffer.from(webp.slice(webp.indexOf(',') + 1), 'base64'));
}

const shoot = (page: Page): Promise<Buffer> => page.screenshot({ animations: 'disabled', caret: 'hide' });

const toAddress = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`;

async function inEmptyPage<T>(page: Page, work: (empty: Page) => Promise<T>): Promise<T> {
  const empty = await page.context().newPage();
  try {
    return await work(empty);
  } finally {
    await empty.close();
    await page.bringToFront();
  }
}

/** In the page. */
async function toWebp({ shown, quality }: { shown: string; quality: number }): Promise<string> {
  const picture = new Image();
  picture.src = shown;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = picture.naturalWidth;
  canvas.height = picture.naturalHeight;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  return canvas.toDataURL('image/webp', quality);
}

/** In the page: 1 when the sizes differ. */
async function shareDifferent(asked: { kept: string; shown: string; slack: number }): Promise<number> {
  const read = async (address: string): Promise<ImageData | undefined> => {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(picture.naturalWidth / 2);
    canvas.height = Math.ceil(picture.naturalHeight / 2);
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    pen?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return pen?.getImageData(0, 0, canvas.width, canvas.height);
  };
  const [kept, shown] = await Promise.all([read(asked.kept), read(asked.shown)]);
  if (kept === undefined || shown === undefined || kept.width !== shown.width || kept.height !== shown.height) return 1;
  let different = 0;
  for (let at = 0; at < kept.data.length; at += 4) {
    const away = [0, 1, 2].some(
      (colour) => Math.abs((kept.data[at + colour] ?? 0) - (shown.data[at + colour] ?? 0)) > asked.slack,
    );
    if (away) different += 1;
  }
  return different / (kept.data.length / 4);
}
