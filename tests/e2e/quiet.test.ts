/** A board on which nothing moves costs next to nothing: it is drawn when something changes, and not otherwise. */
import { expect, type Page, test } from '@playwright/test';
import { awaitTurn, begin } from './battle-page.ts';

/** How long the board is left alone. */
const QUIET_SECONDS = 3;
/** Of one core; a loop that draws every frame takes several times as much without a graphics card. */
const MOST_LOAD = 0.05;

test('a board left alone draws nothing and leaves the machine in peace', async ({ page }) => {
  await page.addInitScript(() => {
    const ask = globalThis.requestAnimationFrame.bind(globalThis);
    let frames = 0;
    globalThis.requestAnimationFrame = (callback) =>
      ask((time) => {
        frames += 1;
        document.documentElement.dataset['frames'] = String(frames);
        callback(time);
      });
  });
  const board = await begin(page);
  await awaitTurn(board);
  await page.keyboard.press('n');
  await page.keyboard.press('ArrowUp');
  await page.waitForTimeout(1500);

  const before = await measure(page);
  await page.waitForTimeout(QUIET_SECONDS * 1000);
  const after = await measure(page);
  expect(after.frames, 'frames asked for').toBe(before.frames);
  expect((after.busySeconds - before.busySeconds) / QUIET_SECONDS, 'share of a core').toBeLessThan(MOST_LOAD);

  // The count is alive: a step of the cursor is drawn.
  await page.keyboard.press('ArrowUp');
  await expect.poll(async () => (await measure(page)).frames).toBeGreaterThan(after.frames);
});

async function measure(page: Page): Promise<{ readonly frames: number; readonly busySeconds: number }> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const { metrics } = await devtools.send('Performance.getMetrics');
  await devtools.detach();
  const frames = Number(await page.locator('html').getAttribute('data-frames'));
  return { frames, busySeconds: metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN };
}
