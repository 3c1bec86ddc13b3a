/** A telephone: the battle played with a finger. */
import { expect, test } from '@playwright/test';
import { listNeighbours } from '../../src/hex/grid.ts';
import { hexOf, scenario } from './documents.ts';
import { awaitTurn, begin, clock, cursorWords, placeOf, THINKING } from './battle-page.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('a finger is enough: the whole map, a unit, a march proposed and ordered, the end of the turn', async ({
  page,
}) => {
  test.setTimeout(90_000);
  const board = await begin(page);
  await awaitTurn(board);
  await page.getByRole('button', { name: 'Next unit with time left' }).tap();
  await expect(board.unitName).toBeVisible();
  await page.getByRole('button', { name: 'Whole map' }).tap();

  const home = hexOf((await cursorWords(board).innerText()).slice(0, 4));
  const give = board.forecast.getByRole('button', { name: 'Give the order' });
  for (const hex of listNeighbours(scenario.map.grid, home)) {
    const { x, y } = await placeOf(board, hex);
    await page.touchscreen.tap(x, y);
    if (await board.forecast.getByText('min left on arrival').isVisible()) break;
  }
  await expect(board.forecast).toContainText('min left on arrival');
  const box = await give.boundingBox();
  expect(box?.height ?? 0, 'large enough for a finger').toBeGreaterThanOrEqual(44);
  await give.tap();
  await expect(give).toHaveCount(0);

  await board.endTurnButton.tap();
  await expect(board.film).toBeVisible(THINKING);
  await board.film.getByRole('button', { name: 'Skip' }).tap();
  await expect(clock(board)).toContainText('Turn 2 of 13');
  await expect(board.endTurnButton).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth), 'nothing sticks out sideways').toBe(390);
});
