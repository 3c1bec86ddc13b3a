/** Browser tests: the built game in dist, served as any web host would, in one small window without a GPU. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, chromiumPath } from './browser-path.ts';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const port = process.env['PREVIEW_PORT'] ?? '4173';
/** Where the build to be tested lies. */
const built = process.env['GAME_DIST'] ?? fromRoot('dist');
const address = `http://127.0.0.1:${port}/`;

export default defineConfig({
  testDir: '.',
  outputDir: fromRoot('test-results/e2e'),
  reporter: [['list'], ['json', { outputFile: fromRoot('test-results/e2e.json') }]],
  forbidOnly: true,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000, toHaveScreenshot: { maxDiffPixelRatio: 0.01, animations: 'disabled' } },
  use: {
    baseURL: address,
    viewport: { width: 960, height: 540 },
    deviceScaleFactor: 1,
    locale: 'en-US',
    timezoneId: 'UTC',
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    launchOptions: { executablePath: await chromiumPath(), args: CHROMIUM_ARGS },
  },
  projects: [{ name: 'desktop' }],
  webServer: {
    command: `npx vite preview --outDir "${built}" --port ${port} --strictPort --host 127.0.0.1`,
    cwd: fromRoot('.'),
    url: address,
  },
});
