/** Two people at one screen: the curtain tells nothing, and nobody finds on the page what his side does not know. */
import { expect, test } from '@playwright/test';
import { opponentOf, type Side } from '../../src/model/side.ts';
import { namesOf, scenario } from './documents.ts';
import { awaitSaved, awaitTurn, type BattlePage, begin, clock, painted, THINKING } from './battle-page.ts';
import { everythingOn, expectOnlyKnownNames, listNamed } from './names.ts';

test.use({ viewport: { width: 1024, height: 768 } });

test('two people play two turns each; neither is shown what only the other knows', async ({ page }) => {
  test.setTimeout(150_000);
  const board = await begin(page, { japanese: 'person' });
  const sides = scenario.order;
  for (const turn of [1, 2]) {
    for (const side of sides) {
      await sitDown(board, side, { isFirst: turn === 1 && side === sides[0] });
      await expect(clock(board)).toContainText(`Turn ${turn} of 13`);
      await expectOnlyKnownNames(board, side);
      await page.keyboard.press('n');
      await page.keyboard.press('d');
      await page.keyboard.press('n');
      await page.keyboard.press('o');
      await expect(board.drawer).toBeVisible();
      expect(listNamed(await everythingOn(page), side)).toEqual(namesOf(side));
      await expectOnlyKnownNames(board, side);
      await page.keyboard.press('Control+Enter');
      await expectACurtain(board, opponentOf(side));
    }
  }
});

test('a reload at the curtain keeps it drawn', async ({ page }) => {
  const board = await begin(page, { japanese: 'person' });
  await sitDown(board, 'japanese', { isFirst: true });
  await page.keyboard.press('Control+Enter');
  await expectACurtain(board, 'soviet');
  await awaitSaved(board);
  await page.reload();
  await expectACurtain(board, 'soviet');
  await sitDown(board, 'soviet', { isFirst: false });
  await expectOnlyKnownNames(board, 'soviet');
});

/** Takes the seat at the curtain, sees what the film names, and comes to the map. */
async function sitDown(board: BattlePage, side: Side, { isFirst }: { readonly isFirst: boolean }): Promise<void> {
  await expect(isFirst ? board.curtain.or(board.film).or(board.endTurnButton).first() : board.curtain).toBeVisible();
  if (await board.curtain.isVisible()) await board.curtain.getByRole('button', { name: /^I am the/ }).click();
  await expect(board.curtain).toHaveCount(0);
  await expect(board.film.or(board.endTurnButton)).toBeVisible();
  await painted(board);
  const filmed = await everythingOn(board.page);
  await awaitTurn(board);
  await expectOnlyKnownNames(board, side, filmed);
  await expect(board.drawer, 'no panel of the other side stays open').toHaveCount(0);
}

/** Everything is covered, and neither side's units are named anywhere behind it. */
async function expectACurtain(board: BattlePage, next: Side): Promise<void> {
  const name = next === 'soviet' ? 'Soviet' : 'Japanese';
  await expect(board.curtain.getByRole('heading')).toHaveText(`${name} to move`, THINKING);
  const { words, isCovered } = await board.page.evaluate(readCurtain);
  expect(isCovered, 'the curtain covers the window and is opaque').toBe(true);
  expect(listNamed(words, 'soviet')).toEqual([]);
  expect(listNamed(words, 'japanese')).toEqual([]);
}

/** In the page. */
function readCurtain(): { words: string; isCovered: boolean } {
  const curtain = document.querySelector('.curtain');
  const places = Array.from({ length: 100 }, (_, place) => [place % 10, Math.floor(place / 10)] as const);
  const covers = places.every(([column, row]) => {
    const top = document.elementFromPoint(((column + 0.5) * innerWidth) / 10, ((row + 0.5) * innerHeight) / 10);
    return curtain !== null && top !== null && curtain.contains(top);
  });
  const style = curtain === null ? null : getComputedStyle(curtain);
  const isOpaque = style !== null && style.opacity === '1' && style.backgroundColor.startsWith('rgb(');
  return { words: document.documentElement.outerHTML, isCovered: covers && isOpaque };
}
