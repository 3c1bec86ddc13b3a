/**
 * The command-line build: every command that exists becomes dist-cli/<name>.js, for Node, with packages left in
 * node_modules.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const COMMANDS = ['battle', 'replay', 'validate', 'simulate', 'maps'];

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const entries = COMMANDS.map((name) => [name, fromHere(`${name}.ts`)] as const).filter(([, file]) => existsSync(file));

export default defineConfig({
  root: fromHere('../..'),
  publicDir: false,
  build: {
    ssr: true,
    outDir: fromHere('../../dist-cli'),
    // Two commands started together build twice; neither may pull the files from under the other.
    emptyOutDir: false,
    target: 'node20',
    rolldownOptions: { input: Object.fromEntries(entries) },
  },
});
