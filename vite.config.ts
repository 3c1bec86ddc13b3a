/**
 * The browser build: src/ui becomes dist, static files that run from any path of any web host. The command line is
 * built by src/cli/vite.config.ts.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: fromHere('src/ui'),
  base: './',
  publicDir: false,
  cacheDir: fromHere('node_modules/.vite'),
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1', port: 5173 },
  worker: { format: 'es' },
  build: {
    outDir: fromHere('dist'),
    emptyOutDir: true,
    target: 'es2022',
    // Phaser does not shake; it is a chunk of its own, cached apart from the game.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'phaser', test: /node_modules[\\/]phaser/ }] } },
    },
  },
});
