/** Unit tests and benchmarks: everything under tests except the browser's, which Playwright runs from tests/e2e. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  publicDir: false,
  test: {
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    testTimeout: 30_000,
    benchmark: { include: ['tests/**/*.bench.ts'] },
  },
});
