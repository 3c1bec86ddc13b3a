/** A battle against the computer played with the mouse alone. */
import { expect, test } from '@playwright/test';
import { listNeighbours } from '../../src/hex/grid.ts';
import { BATTLE, hexOf, labelOf, scenario } from './documents.ts';
import {
  awaitSaved,
  awaitTurn,
  battlePage,
  type BattlePage,
  clickHex,
  clock,
  hover,
  painted,
  readPanel,
  standing,
  THINKING,
} from './battle-page.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test('the mouse is enough: from the title through three turns, over a reload in mid-turn', async ({ page }) => {
  test.setTimeout(150_000);
  await page.goto('');
  await expect(page).toHaveTitle('Undeclared War');
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(scenario.names.en);
  await page.getByRole('radio', { name: /^Soviet/ }).check();
  await page.getByRole('textbox', { name: 'Seed of the dice' }).fill('42');
  await page.getByRole('button', { name: 'Begin the battle' }).click();

  const board = battlePage(page);
  await painted(board);
  await expect(page).toHaveURL(new RegExp(`#battle/${BATTLE}-`));
  await watchAWhileAndSkip(board);
  await expect(clock(board)).toContainText('Turn 1 of 13');

  await digTakeBackAndMarch(board);
  await fireAtSomebody(board);

  await awaitSaved(board);
  const before = await standing(board);
  await page.reload();
  await painted(board);
  await awaitTurn(board);
  expect(await standing(board)).toEqual(before);

  for (const turn of [2, 3]) {
    await board.endTurnButton.click();
    await expect(board.film).toBeVisible(THINKING);
    await board.film.getByRole('button', { name: 'Skip' }).click();
    await expect(clock(board)).toContainText(`Turn ${turn} of 13`);
    await expect(board.endTurnButton).toBeVisible();
  }
  await marchSomebody(board);
});

/** The film of the enemy's turn: paused, gone on with, skipped. */
async function watchAWhileAndSkip(board: BattlePage): Promise<void> {
  await expect(board.film).toBeVisible(THINKING);
  await board.film.getByRole('button', { name: 'From the start' }).click();
  await board.film.getByRole('button', { name: 'Pause' }).click();
  await board.film.getByRole('button', { name: 'Go on' }).click();
  await board.film.getByRole('button', { name: 'Skip' }).click();
  await expect(board.endTurnButton).toBeVisible();
}

/** Click a counter, have it dig and take that back; then point at a hex, click it, and click again to march there. */
async function digTakeBackAndMarch(board: BattlePage): Promise<void> {
  await clickHex(board, hexOf('2416'));
  await expect(board.unitName).toHaveText('Headquarters, 59th Posyet Border Detachment');
  const timeLeft = board.unit.locator('.unit-head .bar-words');
  await expect(timeLeft).toHaveText('30 min');
  await board.orderButton('Dig').click();
  await expect(timeLeft).toHaveText('0 min');
  await expect(board.undoButton).toHaveAttribute('aria-disabled', 'false');
  await board.undoButton.click();
  await expect(timeLeft).toHaveText('30 min');
  await expect(board.page.getByText('Order taken back.')).toBeVisible();
  await expect(board.undoButton).toHaveAttribute('aria-disabled', 'true');

  await chooseFromTheMenu(board);
  const target = hexOf('2415');
  await hover(board, target);
  await expect(board.forecast).toContainText('March to 2415');
  await expect(board.forecast).toContainText('min left on arrival');
  const give = board.forecast.getByRole('button', { name: 'Give the order' });
  await expect(give).toHaveCount(0);
  await clickHex(board, target);
  await expect(give).toBeVisible();
  await board.forecast.getByRole('button', { name: 'Cancel' }).click();
  await expect(give).toHaveCount(0);
  await expect(board.unitHex).toHaveText('2416');
  await clickHex(board, target);
  await clickHex(board, target);
  await expect(board.unitHex).toHaveText('2415');

  // From there it sees ground nobody had watched, which cannot be unseen. The button says so, and is not dead.
  await board.undoButton.click({ force: true });
  await expect(board.page.getByText('This cannot be taken back')).toBeVisible();
  await expect(board.unitHex).toHaveText('2415');
}

/** What has no button is in the menu: it is proposed, given, and taken back. */
async function chooseFromTheMenu(board: BattlePage): Promise<void> {
  const posture = board.unit.locator('.fact', { hasText: 'Posture' });
  await board.orderButton('More orders…').click();
  await board.page.getByRole('menuitem', { name: 'Occupy the works' }).click();
  await expect(board.page.getByRole('menu')).toHaveCount(0);
  await expect(board.forecast).toContainText('Occupy the works');
  await board.forecast.getByRole('button', { name: 'Give the order' }).click();
  await expect(posture).toContainText('dug in');
  await board.undoButton.click();
  await expect(posture).toContainText('deployed');
}

/** Finds a unit that may fire, and has it fire at an enemy known to be there. */
async function fireAtSomebody(board: BattlePage): Promise<void> {
  await takeUnitThatMay(board, 'Fire');
  const enemies = (await readPanel(board, 'Units')).flatMap(
    (line) => /by (?:sight|sound|muzzle flash)[^]*(\d{4})/.exec(line)?.[1] ?? [],
  );
  await board.orderButton('Fire').click();
  for (const label of enemies) {
    await hover(board, hexOf(label));
    if (!(await board.forecast.getByText('Enemy losses').isVisible())) continue;
    await expect(board.forecast).toContainText('Suppression after');
    await clickHex(board, hexOf(label));
    await board.forecast.getByRole('button', { name: 'Give the order' }).click();
    await expect(board.page.getByRole('status', { name: 'What came of the order' })).toBeVisible();
    await expect(board.undoButton).toHaveAttribute('aria-disabled', 'true');
    return;
  }
  throw new Error(`None of the enemies at ${enemies.join(', ')} could be fired at.`);
}

async function takeUnitThatMay(board: BattlePage, order: string): Promise<void> {
  const next = board.page.getByRole('button', { name: /units? (?:has|have) time left/ });
  await next.click();
  const idle = board.page.locator('.idle-list').getByRole('button');
  const count = await idle.count();
  for (let place = 0; place < count; place++) {
    await idle.nth(place).click();
    const isPossible = board.orderButton(order).and(board.page.locator('[aria-disabled="false"]'));
    if ((await isPossible.count()) === 0) continue;
    await next.click();
    return;
  }
  throw new Error(`None of ${count} units may ${order}.`);
}

/** In the third turn the battle still answers: a unit with time left marches to a hex beside it. */
async function marchSomebody(board: BattlePage): Promise<void> {
  await takeUnitThatMay(board, 'March');
  const from = hexOf(await board.unitHex.innerText());
  await board.page.getByRole('button', { name: 'Whole map' }).click();
  await board.orderButton('March').click();
  for (const hex of listNeighbours(scenario.map.grid, from)) {
    await hover(board, hex);
    if (!(await board.forecast.getByText('min left on arrival').isVisible())) continue;
    await clickHex(board, hex);
    await board.forecast.getByRole('button', { name: 'Give the order' }).click();
    await expect(board.unitHex).not.toHaveText(labelOf(from));
    return;
  }
  throw new Error('The unit could march nowhere.');
}
