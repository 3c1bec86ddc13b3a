/** Against the computer, too, the page names nobody whom the person's side has not identified. */
import { expect, test } from '@playwright/test';
import { begin, clock, reachTurn, THINKING } from './battle-page.ts';
import { opponentOf } from '../../src/model/side.ts';
import { namesOf, scenario } from './documents.ts';
import { everythingOn, expectOnlyKnownNames, listNamed } from './names.ts';

for (const side of ['soviet', 'japanese'] as const) {
  test(`through four turns the ${side} side finds no enemy named whom it has not identified`, async ({ page }) => {
    test.setTimeout(120_000);
    const players = side === 'soviet' ? { japanese: 'ensign' } : { soviet: 'ensign', japanese: 'person' };
    const board = await begin(page, { seed: 'what one knows', ...players });
    for (const turn of [1, 2, 3, 4]) {
      await expect(board.film.or(clock(board).getByText(`Turn ${turn} of`)).first()).toBeVisible(THINKING);
      const filmed = await everythingOn(page);
      await reachTurn(board, turn);
      await page.keyboard.press('o');
      await expect(board.drawer).toContainText('Known enemies');
      const listed = await everythingOn(page);
      await page.keyboard.press('k');
      await expect(board.drawer.getByRole('heading', { level: 2 })).toHaveText('Log');
      await expectOnlyKnownNames(board, side, filmed, listed);
      await page.keyboard.press('Control+Enter');
    }
  });
}

test('before a battle one reads who is on one’s own side, and not who waits on the other', async ({ page }) => {
  await page.goto(`#setup/${scenario.id}`);
  for (const side of ['Japanese', 'Soviet'] as const) {
    await page.getByRole('radio', { name: new RegExp(`^${side}`) }).check();
    const own = side === 'Soviet' ? 'soviet' : 'japanese';
    const words = await everythingOn(page);
    expect(listNamed(words, own)).toEqual(namesOf(own));
    expect(listNamed(words, opponentOf(own))).toEqual([]);
  }
});
