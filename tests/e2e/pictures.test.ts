/** How the game looks: its screens at the three sizes it is designed for, beside pictures that were looked at. */
import { expect, type Page, test } from '@playwright/test';
import { awaitTurn, begin, type BattlePage, reachTurn, THINKING } from './battle-page.ts';
import { scenario } from './documents.ts';
import { expectPicture } from './picture.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;

/** The first turn of full daylight. */
const DAY_TURN = 9;

test('the screens look as they were drawn', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto('');
  await expect(page.getByText('None yet.')).toBeVisible();
  await expectPictures(page, 'title');

  // Nobody moves on the other side, so that the pictures show the opening and not the cunning of a player.
  const board = await begin(page, { japanese: 'idle' });
  await awaitTurn(board);
  await expectPictures(page, 'night');
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('m');
  await expect(board.forecast.getByRole('button', { name: 'Give the order' })).toBeVisible();
  await page.keyboard.press('0');
  await expectPictures(page, 'forecast');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  for (let turn = 2; turn <= DAY_TURN; turn++) await endTurn(board, turn);
  await expectPictures(page, 'day');
  for (let turn = DAY_TURN + 1; turn <= scenario.clock.turns; turn++) await endTurn(board, turn);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Watch the replay' })).toBeVisible(THINKING);
  await expectPictures(page, 'debriefing');
});

async function endTurn(board: BattlePage, next: number): Promise<void> {
  await board.page.keyboard.press('Control+Enter');
  await reachTurn(board, next);
}

async function expectPictures(page: Page, name: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.mouse.move(0, 0);
    await expectPicture(page, `${name}-${size.width}x${size.height}`);
  }
}
