/** Every screen by the rules for accessible pages; everything on it reached by Tab, with the focus plain to see. */
import { writeFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { awaitTurn, battlePage, begin, painted, THINKING } from './battle-page.ts';
import { BATTLE } from './documents.ts';
import { fightInNode } from './journals.ts';

test.use({ viewport: { width: 1024, height: 768 } });

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

test('title, setup and trouble are accessible', async ({ page }, testInfo) => {
  await page.goto('');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await page.getByText('Settings').click();
  await expectAccessible(page, 'title');
  await expectAllReached(page);

  await page.goto(`#setup/${BATTLE}`);
  await expect(page.getByRole('button', { name: 'Begin the battle' })).toBeVisible();
  await expectAccessible(page, 'setup');
  await expectAllReached(page);

  const file = testInfo.outputPath('no-journal.json');
  await writeFile(file, '{}');
  await page.goto('#');
  await page.getByLabel('Open a journal…').setInputFiles(file);
  await expect(page.getByRole('heading', { name: 'This cannot be opened' })).toBeVisible();
  await expectAccessible(page, 'trouble');
});

test('the battle is accessible with each of its panels open, by night and with a unit in hand', async ({ page }) => {
  test.setTimeout(120_000);
  const board = await begin(page);
  await expect(board.film).toBeVisible(THINKING);
  await page.keyboard.press('Escape');
  await awaitTurn(board);
  await expectAccessible(page, 'battle');
  for (const [key, name] of [
    ['o', 'Order of battle'],
    ['j', 'Objectives'],
    ['k', 'Log'],
    ['F1', 'Keys and help'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(board.drawer.getByRole('heading', { level: 2 })).toHaveText(name);
    await expectAccessible(page, name);
    await page.keyboard.press(key);
  }
  await board.tab('Menu').click();
  await expectAccessible(page, 'menu');
  await board.drawer.getByRole('button', { name: 'Settings' }).click();
  await expectAccessible(page, 'settings');
  await page.keyboard.press('Escape');

  await page.keyboard.press('n');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('m');
  await expect(board.forecast).toBeVisible();
  await expectAccessible(page, 'unit in hand');
  await board.map.focus();
  await page.keyboard.press('F6');
  await expectAllReached(page);
});

test('the curtain is accessible', async ({ page }) => {
  const board = await begin(page, { japanese: 'person' });
  await expect(board.curtain.or(board.endTurnButton)).toBeVisible();
  if (await board.endTurnButton.isVisible()) await page.keyboard.press('Control+Enter');
  await expect(board.curtain).toBeVisible();
  await expect(board.curtain.getByRole('button')).toBeFocused();
  await expectAccessible(page, 'curtain');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('.board') ?? null)).toBeNull();
});

test('debriefing and replay are accessible', async ({ page }, testInfo) => {
  const file = testInfo.outputPath('fought.json');
  await fightInNode(file, 'accessible');
  await page.goto('');
  await page.getByLabel('Open a journal…').setInputFiles(file);
  await expect(page.getByRole('button', { name: 'Watch the replay' })).toBeVisible(THINKING);
  await expectAccessible(page, 'debriefing');
  await expectAllReached(page);
  await page.getByRole('button', { name: 'Watch the replay' }).click();
  await painted(battlePage(page));
  await page.getByRole('button', { name: 'A turn forward' }).click();
  await expectAccessible(page, 'replay');
  await page.getByRole('slider').focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('slider')).toHaveAttribute('aria-valuetext', /^Moment (\d+) of \1,/);
  await expectAllReached(page);
});

async function expectAccessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
  expect(told, where).toEqual([]);
}

/** Tab comes to everything that can be pressed, and each shows that it has the focus. */
async function expectAllReached(page: Page): Promise<void> {
  const wanted = await page.evaluate(markControls);
  const seen = new Map<number, boolean>();
  for (let presses = 0; presses < 2 * wanted + 10 && seen.size < wanted; presses++) {
    const focus = await page.evaluate(readFocus);
    if (focus !== null && !seen.has(focus.mark)) seen.set(focus.mark, focus.isPlain);
    await page.keyboard.press('Tab');
  }
  const missed = await page.evaluate(
    (reached) =>
      [...document.querySelectorAll('[data-mark]')]
        .filter((element) => !reached.includes(Number(element.getAttribute('data-mark'))))
        .map((element) => element.outerHTML.slice(0, 120)),
    [...seen.keys()],
  );
  expect(missed, 'not reached by Tab').toEqual([]);
  const unseen = await page.evaluate(
    (marks) => marks.map((mark) => document.querySelector(`[data-mark="${mark}"]`)?.outerHTML.slice(0, 120)),
    [...seen].filter(([, isPlain]) => !isPlain).map(([mark]) => mark),
  );
  expect(unseen, 'focus not to be seen').toEqual([]);
}

/** In the page: numbers what can be pressed and is shown; how many there are. Of a group of choices only the chosen one is a stop. */
function markControls(): number {
  const controls = [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, summary, a[href]')];
  const open = controls.filter(
    (control) =>
      control.checkVisibility() &&
      control.closest('[inert]') === null &&
      control.closest('fieldset:disabled') === null &&
      !(control instanceof HTMLInputElement && control.type === 'radio' && !control.checked),
  );
  for (const old of document.querySelectorAll('[data-mark]')) old.removeAttribute('data-mark');
  open.forEach((control, place) => control.setAttribute('data-mark', String(place)));
  return open.length;
}

/** In the page: what has the focus, and whether its looks say so: an outline or a ring on it or on what stands around it. */
function readFocus(): { mark: number; isPlain: boolean } | null {
  const focus = document.activeElement;
  const mark = focus?.getAttribute('data-mark');
  if (focus === null || mark === null || mark === undefined) return null;
  const isPlain = [focus, focus.nextElementSibling, focus.parentElement].some((element) => {
    if (element === null) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || (element === focus && boxShadow !== 'none');
  });
  return { mark: Number(mark), isPlain };
}
