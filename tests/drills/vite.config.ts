/** The drills as one program for Node, dist-cli/drills.js, beside the commands. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: fromHere('../..'),
  publicDir: false,
  build: {
    ssr: true,
    outDir: fromHere('../../dist-cli'),
    emptyOutDir: false,
    target: 'node20',
    rolldownOptions: { input: { drills: fromHere('run.ts') } },
  },
});
