/** What a person does and reads at the battle screen, by the names a screen reader would say. */
import { type Download, expect, type Locator, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import type { HexIndex } from '../../src/hex/grid.ts';
import { type Insets, fitView, toScreen } from '../../src/ui/map/camera.ts';
import { createSheet } from '../../src/ui/map/sheet.ts';
import { BATTLE, labelOf, scenario } from './documents.ts';

const sheet = createSheet(scenario.map);

/** How long a computer player may think on a slow machine. */
export const THINKING = { timeout: 45_000 };

export interface Seats {
  readonly seed?: string;
  readonly soviet?: string;
  readonly japanese?: string;
}

export interface BattlePage {
  readonly page: Page;
  readonly map: Locator;
  readonly endTurnButton: Locator;
  readonly undoButton: Locator;
  readonly forecast: Locator;
  readonly unit: Locator;
  /** Where the unit in hand stands: its hex's label. */
  readonly unitHex: Locator;
  readonly unitName: Locator;
  readonly film: Locator;
  readonly curtain: Locator;
  readonly drawer: Locator;
  readonly orderButton: (name: string) => Locator;
  readonly tab: (name: string) => Locator;
}

export function battlePage(page: Page): BattlePage {
  const unit = page.getByRole('region', { name: 'Unit in hand' });
  return {
    page,
    map: page.getByTestId('map'),
    endTurnButton: page.getByRole('button', { name: 'End turn' }),
    undoButton: page.getByRole('button', { name: 'Undo' }),
    forecast: page.getByRole('region', { name: 'Forecast' }),
    unit,
    unitHex: unit.locator('.fact', { has: page.locator('dt', { hasText: /^Hex$/ }) }).locator('dd'),
    unitName: unit.getByRole('heading', { level: 2 }),
    film: page.getByRole('region', { name: 'The enemy’s turn as you saw it' }),
    curtain: page.getByRole('dialog'),
    drawer: page.locator('.drawer'),
    orderButton: (name) => page.getByRole('group', { name: 'Orders' }).getByRole('button', { name, exact: true }),
    tab: (name) => page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name, exact: true }),
  };
}

/** Begins a battle by its address, without the title. */
export async function begin(page: Page, { seed = '42', soviet = 'person', japanese = 'ensign' }: Seats = {}) {
  await page.goto(`?battle=${BATTLE}&seed=${seed}&soviet=${soviet}&japanese=${japanese}`);
  const board = battlePage(page);
  await painted(board);
  return board;
}

/** Waits until the sheet is on the screen. */
export async function painted({ map }: BattlePage): Promise<void> {
  await expect(map).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 });
}

/** Waits until the person at the screen may order; a film that runs is skipped by its key. */
export async function awaitTurn(board: BattlePage): Promise<void> {
  await expect(board.film.or(board.endTurnButton)).toBeVisible(THINKING);
  if (await board.film.isVisible()) await board.page.keyboard.press('Escape');
  await expect(board.endTurnButton).toBeVisible();
}

/** Waits until the person's turn of that number is in hand, skipping films. The hour of a turn is told when its film is over. */
export async function reachTurn(board: BattlePage, turn: number): Promise<void> {
  const soon = { timeout: 300 };
  await expect(async () => {
    if (await board.film.isVisible()) await board.page.keyboard.press('Escape');
    await expect(clock(board)).toContainText(`Turn ${turn} of`, soon);
    await expect(board.film).toHaveCount(0, soon);
    await expect(board.endTurnButton).toBeVisible(soon);
  }).toPass(THINKING);
}

/** Waits until nothing is left to be written to the stores. */
export async function awaitSaved({ page }: BattlePage): Promise<void> {
  await expect(page.locator('[data-saving]').first()).toHaveAttribute('data-saving', 'saved');
}

/** "Turn 2 of 13", as printed under the hour. */
export const clock = ({ page }: BattlePage): Locator => page.getByRole('region', { name: 'Clock', exact: true });

/** What is said of the hex under the cursor. */
export const cursorWords = ({ page }: BattlePage): Locator => page.getByTestId('cursor-words');

/** Where a hex lies on the page while the whole sheet is shown. */
export async function placeOf({ map }: BattlePage, hex: HexIndex): Promise<{ x: number; y: number }> {
  const { box, insets } = await map.evaluate((element) => {
    const style = getComputedStyle(element);
    const pixels = (side: string): number => Number.parseFloat(style.getPropertyValue(`--inset-${side}`)) || 0;
    const { x, y, width, height } = element.getBoundingClientRect();
    const covered: Insets = {
      left: pixels('left'),
      right: pixels('right'),
      top: pixels('top'),
      bottom: pixels('bottom'),
    };
    return { box: { x, y, width, height }, insets: covered };
  });
  const view = fitView({
    width: box.width,
    height: box.height,
    insets,
    sheet: {
      x: -sheet.margin,
      y: -sheet.margin,
      width: sheet.width + 2 * sheet.margin,
      height: sheet.height + 2 * sheet.margin,
    },
    hexPixels: sheet.hexPixels,
  });
  const spot = toScreen(view, sheet.centreOf(hex));
  return { x: box.x + spot.x, y: box.y + spot.y };
}

/** Moves the mouse over a hex; fails unless the page agrees that it is that hex. */
export async function hover(board: BattlePage, hex: HexIndex): Promise<void> {
  const { x, y } = await placeOf(board, hex);
  await board.page.mouse.move(x, y);
  await expect(cursorWords(board)).toHaveText(new RegExp(`^${labelOf(hex)}:`));
}

export async function clickHex(board: BattlePage, hex: HexIndex): Promise<void> {
  await hover(board, hex);
  const { x, y } = await placeOf(board, hex);
  await board.page.mouse.click(x, y);
}

/** Opens a panel unless it is open, and gives what it says. */
export async function readPanel(board: BattlePage, name: 'Units' | 'Log'): Promise<string[]> {
  const tab = board.tab(name);
  if ((await tab.getAttribute('aria-expanded')) !== 'true') await tab.click();
  await expect(tab).toHaveAttribute('aria-expanded', 'true');
  const lines = await board.drawer.getByRole('listitem').allInnerTexts();
  await tab.click();
  return lines;
}

export interface Standing {
  readonly clock: string;
  readonly units: readonly string[];
  readonly log: readonly string[];
  readonly undo: string | null;
}

/** Everything a person could note down to go on from. */
export async function standing(board: BattlePage): Promise<Standing> {
  return {
    clock: await clock(board).innerText(),
    units: await readPanel(board, 'Units'),
    log: await readPanel(board, 'Log'),
    undo: await board.undoButton.getAttribute('aria-disabled'),
  };
}

export async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

/** The journal as the menu hands it out. */
export async function saveJournal(board: BattlePage): Promise<string> {
  await board.tab('Menu').click();
  const [download] = await Promise.all([
    board.page.waitForEvent('download'),
    board.drawer.getByRole('button', { name: 'Save the journal to a file' }).click(),
  ]);
  await board.tab('Menu').click();
  return textOf(download);
}
