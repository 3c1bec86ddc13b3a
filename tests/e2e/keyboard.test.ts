/** A battle against the computer played by keys alone: not one event of mouse or touch. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { scenario } from './documents.ts';
import {
  awaitSaved,
  awaitTurn,
  reachTurn,
  battlePage,
  type BattlePage,
  clock,
  cursorWords,
  painted,
} from './battle-page.ts';

test.use({ viewport: { width: 1024, height: 768 } });

/** A step of the cursor, and the step that undoes it. */
const BACK: Readonly<Record<string, string>> = {
  ArrowUp: 'ArrowDown',
  ArrowDown: 'ArrowUp',
  Numpad7: 'Numpad3',
  Numpad9: 'Numpad1',
  Numpad1: 'Numpad9',
  Numpad3: 'Numpad7',
};
/** Chromium moves a mouse of its own when the page changes under it, so moves do not count. */
const MOUSE_EVENTS = ['mousedown', 'pointerdown', 'touchstart', 'wheel'];

test('the keyboard is enough: from the title through three turns, over a reload in mid-turn', async ({ page }) => {
  test.setTimeout(150_000);
  await forbidTheMouse(page);
  await page.goto('');
  await tabTo(page, page.getByRole('button', { name: 'Play' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(scenario.names.en);
  await tabTo(page, page.getByRole('radio', { name: /^Soviet/ }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^Japanese/ })).toBeChecked();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: /^Soviet/ })).toBeChecked();
  await tabTo(page, page.getByRole('textbox', { name: 'Seed of the dice' }));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('42');
  await page.keyboard.press('Enter');

  const board = battlePage(page);
  await painted(board);
  await awaitTurn(board);
  await chooseByKeys(board);
  await marchByKeys(board);
  await takeBackByKeys(board);
  await marchByKeys(board);
  await digByKeys(board);
  await readPanelsByKeys(board);

  await awaitSaved(board);
  const before = await standingByKeys(board);
  await page.reload();
  await painted(board);
  await awaitTurn(board);
  expect(await standingByKeys(board)).toEqual(before);

  for (const turn of [2, 3]) {
    await page.keyboard.press('Control+Enter');
    await reachTurn(board, turn);
    await marchByKeys(board);
  }
  expect(await page.evaluate(() => sessionStorage.getItem('mouse events'))).toBeNull();
});

async function forbidTheMouse(page: Page): Promise<void> {
  await page.addInitScript((kinds) => {
    for (const kind of kinds) {
      document.addEventListener(kind, () => sessionStorage.setItem('mouse events', kind), { capture: true });
    }
  }, MOUSE_EVENTS);
}

/** Presses Tab until it is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not get there.');
}

/** The next unit that can march to a hex beside it is sent there. */
async function marchByKeys(board: BattlePage): Promise<void> {
  const { keyboard } = board.page;
  for (let units = 0; units < 20; units++) {
    await keyboard.press('n');
    await expect(board.unitName).toBeVisible();
    const home = (await cursorWords(board).innerText()).slice(0, 4);
    for (const [key, back] of Object.entries(BACK)) {
      await keyboard.press(key);
      const words = await cursorWords(board).innerText();
      if (!/enemy/.test(words) && (await board.forecast.getByText('min left on arrival').isVisible())) {
        await keyboard.press('Enter');
        await expect(board.forecast.getByRole('button', { name: 'Give the order' })).toBeVisible();
        await keyboard.press('Enter');
        await expect(board.forecast.getByRole('button', { name: 'Give the order' })).toHaveCount(0);
        await expect(board.unitHex).not.toHaveText(home);
        return;
      }
      if (!words.startsWith(home)) await keyboard.press(back);
    }
  }
  throw new Error('No unit could march anywhere.');
}

async function takeBackByKeys(board: BattlePage): Promise<void> {
  const away = await board.unitHex.innerText();
  await board.page.keyboard.press('u');
  const answer = board.page.locator('.toast');
  await expect(answer).toHaveText(/Order taken back|cannot be taken back/);
  if (/taken back\./.test(await answer.innerText())) await expect(board.unitHex).not.toHaveText(away);
}

/** Digging is asked for, refused with its reason or done at once. */
async function digByKeys(board: BattlePage): Promise<void> {
  await board.page.keyboard.press('n');
  const before = await board.unit.innerText();
  await board.page.keyboard.press('d');
  await expect
    .poll(
      async () => (await board.unit.innerText()) !== before || (await board.page.locator('.toast').innerText()) !== '',
    )
    .toBe(true);
}

/** From the first of the menu's items down to the one that is wanted. */
async function focusByArrows(board: BattlePage, item: Locator): Promise<void> {
  const items = board.page.getByRole('menuitem');
  await expect(items.first()).toBeFocused();
  for (let left = await items.count(); left > 0; left -= 1) {
    if (await item.evaluate((element) => element === document.activeElement)) break;
    await board.page.keyboard.press('ArrowDown');
  }
  await expect(item).toBeFocused();
}

/** The menu of further orders: opened, left, opened again; what is chosen is proposed, given and taken back. */
async function chooseByKeys(board: BattlePage): Promise<void> {
  const { keyboard } = board.page;
  const item = board.page.getByRole('menuitem', { name: 'Occupy the works' });
  await keyboard.press('n');
  await expect(board.orderButton('More orders…')).toBeVisible();
  await keyboard.press('i');
  await focusByArrows(board, item);
  await keyboard.press('Escape');
  await expect(item).toHaveCount(0);
  await keyboard.press('i');
  await focusByArrows(board, item);
  await keyboard.press('Enter');
  await expect(board.forecast.getByRole('button', { name: 'Give the order' })).toBeVisible();
  await keyboard.press('Enter');
  const posture = board.unit.locator('.fact', { hasText: 'Posture' });
  await expect(posture).toContainText('dug in');
  await keyboard.press('u');
  await expect(posture).toContainText('deployed');
  await keyboard.press('Shift+N');
}

async function readPanelsByKeys(board: BattlePage): Promise<void> {
  const { keyboard } = board.page;
  await readByKey(board, 'k', 'Log');
  await readByKey(board, 'o', 'Order of battle');
  await readByKey(board, 'j', 'Objectives');
  await readByKey(board, 'F1', 'Keys and help');
  await keyboard.press('?');
  await expect(board.drawer.getByRole('heading', { level: 2 })).toHaveText('Keys and help');
  await expect(board.drawer).toContainText('Next unit with time left');
  await keyboard.press('Escape');
  await expect(board.drawer).toHaveCount(0);
}

/** Opens a panel by its key, reads it, and closes it by the same key. */
async function readByKey({ page, drawer }: BattlePage, key: string, name: string): Promise<string[]> {
  await page.keyboard.press(key);
  await expect(drawer.getByRole('heading', { level: 2 })).toHaveText(name);
  await expect(drawer.getByRole('heading', { level: 2 })).toBeFocused();
  const lines = await drawer.getByRole('listitem').allInnerTexts();
  await page.keyboard.press(key);
  await expect(drawer).toHaveCount(0);
  return lines;
}

async function standingByKeys(board: BattlePage) {
  return {
    clock: await clock(board).innerText(),
    units: await readByKey(board, 'o', 'Order of battle'),
    log: await readByKey(board, 'k', 'Log'),
    undo: await board.undoButton.getAttribute('aria-disabled'),
  };
}
