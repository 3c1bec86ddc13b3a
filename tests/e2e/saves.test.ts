/** Battles are kept in two places of the browser, and either is enough. */
import { expect, type Page, test } from '@playwright/test';
import { awaitSaved, awaitTurn, begin, painted, reachTurn, saveJournal, standing, THINKING } from './battle-page.ts';

test('a battle survives the loss of the database', async ({ page }) => {
  await survives(page, dropDatabase);
});

test('a battle survives the loss of the private files', async ({ page }) => {
  await survives(page, dropFiles);
});

test('a battle lost from both is missed in words', async ({ page }) => {
  const board = await begin(page, { japanese: 'idle' });
  await awaitTurn(board);
  await awaitSaved(board);
  const here = await leaveForAScript(page);
  await page.evaluate(dropDatabase);
  await page.evaluate(dropFiles);
  await page.goto(here);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This cannot be opened', THINKING);
  await page.getByRole('button', { name: 'To the title' }).click();
  await expect(page.getByText('None yet.')).toBeVisible();
});

async function survives(page: Page, loss: () => Promise<void>): Promise<void> {
  const board = await begin(page, { japanese: 'idle' });
  await awaitTurn(board);
  await page.keyboard.press('n');
  await page.keyboard.press('d');
  await page.keyboard.press('n');
  await page.keyboard.press('p');
  await awaitSaved(board);
  const before = await standing(board);
  expect(before.undo, 'undo is not disabled').toBe('false');
  const journal = await saveJournal(board);

  const here = await leaveForAScript(page);
  await page.evaluate(loss);
  await page.goto(here);
  await painted(board);
  await awaitTurn(board);
  expect(await standing(board)).toEqual(before);
  expect(await saveJournal(board)).toBe(journal);
  await page.keyboard.press('u');
  await expect(page.getByText('Order taken back.')).toBeVisible();

  await page.keyboard.press('Control+Enter');
  await reachTurn(board, 2);
}

/** To a page of the same origin that holds no store open: the text of the game's program. Gives the battle's address. */
async function leaveForAScript(page: Page): Promise<string> {
  const here = page.url();
  const program = await page.evaluate(() => document.querySelector('script')?.src ?? '');
  await page.goto(program);
  return here;
}

/** In the page. */
async function dropDatabase(): Promise<void> {
  const [database] = await indexedDB.databases();
  if (database?.name === undefined) throw new Error('There is no database to lose.');
  const request = indexedDB.deleteDatabase(database.name);
  await new Promise<void>((resolve, reject) => {
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(new Error('The database stays.')));
    request.addEventListener('blocked', () => reject(new Error('Something still holds the database.')));
  });
}

/** In the page. */
async function dropFiles(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  let dropped = 0;
  for await (const name of root.keys()) {
    await root.removeEntry(name, { recursive: true });
    dropped += 1;
  }
  if (dropped === 0) throw new Error('There are no files to lose.');
}
