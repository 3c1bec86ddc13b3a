/** Journals go from page to command line and back, and come out the same; damaged ones are refused in words. */
import { readFile, writeFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { awaitTurn, battlePage, begin, painted, reachTurn, saveJournal, textOf, THINKING } from './battle-page.ts';
import { fightInNode, journalIn, replayInNode } from './journals.ts';
import { scenario } from './documents.ts';

test('a battle played on the page replays in Node with the same hashes', async ({ page }, testInfo) => {
  test.setTimeout(120_000);
  const board = await begin(page, { seed: 'from the page' });
  for (const turn of [2, 3, 4]) {
    await awaitTurn(board);
    await page.keyboard.press('n');
    await page.keyboard.press('d');
    await page.keyboard.press('n');
    await page.keyboard.press('p');
    await page.keyboard.press('Control+Enter');
    await reachTurn(board, turn);
  }
  const text = await saveJournal(board);
  const journal = journalIn(text);
  expect(journal.hashes).toHaveLength(7);
  expect(journal.orders.length).toBeGreaterThan(7);

  const file = testInfo.outputPath('page.json');
  await writeFile(file, text);
  expect(await replayInNode(file)).toMatchObject({ agrees: true });
});

test('a battle fought in Node replays on the page to its end, and comes out as the same journal', async ({
  page,
}, testInfo) => {
  test.setTimeout(120_000);
  const file = testInfo.outputPath('node.json');
  await fightInNode(file, 'from Node');
  const journal = journalIn(await readFile(file, 'utf8'));

  await page.goto('');
  await open(page, file);
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText(/victory|draw/, THINKING);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the journal to a file' }).click(),
  ]);
  const back = journalIn(await textOf(download));
  expect(back.hashes).toEqual(journal.hashes);
  expect(back).toEqual(journal);

  await page.getByRole('button', { name: 'Watch the replay' }).click();
  await painted(battlePage(page));
  const moments = page.locator('output');
  await expect(moments).toHaveText(`0 / ${journal.orders.length}`);
  await page.getByRole('button', { name: 'Last moment' }).click();
  await expect(moments).toHaveText(`${journal.orders.length} / ${journal.orders.length}`);
  await expect(page.getByText('This version plays differently')).toHaveCount(0);
});

test('a damaged journal is refused in words and changes nothing', async ({ page }, testInfo) => {
  test.setTimeout(120_000);
  const file = testInfo.outputPath('whole.json');
  await fightInNode(file, 'damaged', 'idle');
  const text = await readFile(file, 'utf8');
  const damages: readonly (readonly [string, string, RegExp])[] = [
    ['cut short', text.slice(0, text.length / 2), /cut-short\.json/],
    ['no journal', '{"format":"something else"}', /no-journal\.json/],
    ['wrong hash', changeHash(text), /wrong-hash\.json/],
    ['wrong order', changeOrder(text), /wrong-order\.json/],
  ];
  for (const [name, content, expected] of damages) {
    await page.goto('');
    const damaged = testInfo.outputPath(`${name.replace(' ', '-')}.json`);
    await writeFile(damaged, content);
    await open(page, damaged);
    await expect(page.getByRole('heading', { level: 1 }), name).toHaveText('This cannot be opened', THINKING);
    await expect(page.getByRole('listitem').first(), name).toContainText(expected);
    await expect(page.getByRole('listitem').first(), name).toContainText('expected');
    await page.getByRole('button', { name: 'To the title' }).click();
    await expect(page.getByText('None yet.')).toBeVisible();
  }
});

async function open(page: Page, file: string): Promise<void> {
  await page.getByLabel('Open a journal…').setInputFiles(file);
}

const changeHash = (text: string): string => {
  const journal = JSON.parse(text) as { hashes: string[] };
  return JSON.stringify({ ...journal, hashes: journal.hashes.map((hash) => hash.replaceAll(/[0-9a-f]/g, '0')) });
};

const changeOrder = (text: string): string => {
  const journal = JSON.parse(text) as { orders: unknown[] };
  const stranger = { kind: 'dig', unit: scenario.cards.at(-1)?.id, minutes: 30 };
  return JSON.stringify({ ...journal, orders: [stranger, ...journal.orders] });
};
