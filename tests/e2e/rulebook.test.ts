/** The rulebook by keyboard: from the title to a section, and over a battle and back. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { awaitTurn, begin, clock } from './battle-page.ts';

const WIDTHS = [390, 1024, 1440];

test('from the title the book is opened, searched and read by keys', async ({ page }) => {
  await page.goto('');
  await tabTo(page, 'Rulebook');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#rules$/);
  await expect(page.getByRole('heading', { level: 2, name: 'How to read an arithmetic' })).toBeFocused();

  await page.keyboard.press('/');
  await page.keyboard.type('return and reaction');
  await expect(page.getByRole('status')).toContainText('passage');
  await tabTo(page, 'Fire: Return and reaction fire');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#rules\/fire\/return-and-reaction-fire$/);
  const section = page.getByRole('heading', { level: 3, name: 'Return and reaction fire' });
  await expect(section).toBeFocused();
  await expect(section).toBeInViewport();

  await tabTo(page, 'assault');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Assault' })).toBeFocused();
  await page.goBack();
  await expect(section).toBeFocused();
  await page.reload();
  await expect(section).toBeInViewport();
});

test('a chapter fits every screen, is accessible, and keeps to a readable measure', async ({ page }) => {
  await page.goto('#rules/fire');
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    await expectAccessible(page);
    const book = page.locator('.book');
    expect(await book.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    expect(await book.evaluate(longestLine)).toBeLessThanOrEqual(70);
  }
});

test('over a battle the book leaves everything as it stood', async ({ page }) => {
  const board = await begin(page, { soviet: 'person', japanese: 'idle' });
  await awaitTurn(board);
  await page.keyboard.press('n');
  const before = { hour: await clock(board).innerText(), unit: await board.unit.innerText() };
  const address = page.url();
  await page.keyboard.press('?');
  await tabTo(page, 'Cohesion and command');
  await page.keyboard.press('Enter');
  const book = page.getByRole('dialog', { name: 'Rulebook' });
  await expect(book.getByRole('heading', { level: 2, name: 'Cohesion and command' })).toBeFocused();
  await expectAccessible(page);
  // Keys that order something in the battle do nothing here.
  for (const key of ['d', 'Space', 'Control+Enter', 'n']) await page.keyboard.press(key);
  await page.keyboard.press('Escape');
  await expect(book).toHaveCount(0);
  await expect(page).toHaveURL(address);
  await expect(page.getByRole('link', { name: 'Cohesion and command' })).toBeFocused();
  expect({ hour: await clock(board).innerText(), unit: await board.unit.innerText() }).toEqual(before);

  await page.keyboard.press('Enter');
  await expect(book).toBeVisible();
  await page.goBack();
  await expect(book).toHaveCount(0);
  await expect(board.endTurnButton).toBeVisible();
});

/** Presses Tab until the link of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const link = page.getByRole('link', { name, exact: true }).first();
  await expect(link).toBeVisible();
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    if (await link.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not come to ${name}`);
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
}

/** In the page: characters of the longest line of a paragraph, by the rows its words lie in. */
function longestLine(book: Element): number {
  let longest = 0;
  for (const paragraph of book.querySelectorAll('.book-chapter > p:not(.book-turn)')) {
    const range = document.createRange();
    const rows = new Map<number, number>();
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (let at = 0; at < (node.textContent ?? '').length; at++) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const row = Math.round(range.getBoundingClientRect().bottom / 8);
        rows.set(row, (rows.get(row) ?? 0) + 1);
      }
    }
    longest = Math.max(longest, ...rows.values());
  }
  return longest;
}
