/** A battle to its end: thirteen turns of a person who only waits, the debriefing, and every moment of it again. */
import { expect, test } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { begin, painted, reachTurn, textOf, THINKING } from './battle-page.ts';
import { scenario } from './documents.ts';
import { journalIn, replayInNode } from './journals.ts';

/** In which a moment of a recorded battle is worked out and told to the map and the panels. */
const MOMENT_MILLISECONDS = 100;

test.use({ viewport: { width: 1024, height: 768 } });

test('thirteen turns are fought to the end, told beside history, and replayed moment by moment', async ({
  page,
}, testInfo) => {
  test.setTimeout(240_000);
  const board = await begin(page);
  const { turns } = scenario.clock;
  for (let turn = 1; turn <= turns; turn++) {
    await reachTurn(board, turn);
    await page.keyboard.press('Control+Enter');
  }
  await expect(page.getByRole('button', { name: 'Watch the replay' })).toBeVisible(THINKING);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/victory|draw/);
  await expect(page.getByRole('heading', { level: 2, name: 'What happened' })).toBeVisible();
  await expect(page.getByText(scenario.history.text.slice(0, 60))).toBeVisible();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the journal to a file' }).click(),
  ]);
  const text = await textOf(download);
  const { length } = journalIn(text).orders;
  expect(journalIn(text).hashes).toHaveLength(2 * turns);
  const file = testInfo.outputPath('whole-battle.json');
  await writeFile(file, text);
  expect(await replayInNode(file)).toMatchObject({ agrees: true });

  await page.getByRole('button', { name: 'Watch the replay' }).click();
  await painted(board);
  const moments = page.locator('output');
  await expect(moments).toHaveText(`0 / ${length}`);
  await page.getByRole('button', { name: 'A step forward' }).click();
  await expect(moments).toHaveText(`1 / ${length}`);
  await page.keyboard.press('ArrowRight');
  await expect(moments).toHaveText(`2 / ${length}`);
  await page.getByRole('button', { name: 'A step back' }).click();
  await expect(moments).toHaveText(`1 / ${length}`);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(async () => Number.parseInt(await moments.innerText(), 10)).toBeGreaterThan(2);
  await page.getByRole('button', { name: 'Pause' }).click();
  const paused = await moments.innerText();
  await page.waitForTimeout(1500);
  await expect(moments).toHaveText(paused);
  await page.getByRole('combobox', { name: 'Whose eyes' }).selectOption({ label: 'Both sides' });

  const times = await page.evaluate(scrub, spread(length));
  testInfo.annotations.push({ type: 'slowest moment', description: `${Math.max(...times).toFixed(0)} ms` });
  expect(Math.max(...times)).toBeLessThan(MOMENT_MILLISECONDS);
  const last = spread(length).at(-1);
  await expect(page, 'the place is in the address once it rests').toHaveURL(new RegExp(`/${last}$`));
  await page.reload();
  await painted(board);
  await expect(moments).toHaveText(`${last} / ${length}`);
});

/** Moments from all over the battle, far from one another in turn. */
function spread(length: number): readonly number[] {
  return [length, 0, ...Array.from({ length: 12 }, (_, place) => Math.floor((length * ((place * 5) % 12)) / 12))];
}

/** In the page: drags the slider to each moment in turn; milliseconds from each input to its being told everywhere. */
async function scrub(positions: readonly number[]): Promise<readonly number[]> {
  const slider = document.querySelector<HTMLInputElement>('input[type=range]');
  const output = document.querySelector('output');
  if (slider === null || output === null) throw new Error('There is no slider.');
  const times: number[] = [];
  for (const position of positions) {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    if (output.textContent?.startsWith(`${position} `) === true) continue;
    const told = new Promise<number>((resolve) => {
      const watch = new MutationObserver(() => {
        if (output.textContent?.startsWith(`${position} `) !== true) return;
        watch.disconnect();
        resolve(performance.now());
      });
      watch.observe(output, { childList: true, characterData: true, subtree: true });
    });
    const start = performance.now();
    slider.value = String(position);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    times.push((await told) - start);
  }
  return times;
}
