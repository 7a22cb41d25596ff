import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string): string => fileURLToPath(new URL(`src/${path}`, import.meta.url));

export default defineConfig({
  // Examples import the library by its name, as a user does: here that is the source, so that no test needs a build.
  resolve: {
    alias: [
      { find: /^sitrep$/, replacement: source('index.ts') },
      { find: /^sitrep\/(evaluation|testing)$/, replacement: source('$1/index.ts') },
      { find: /^sitrep\/testing\/(jest|vitest)$/, replacement: source('testing/$1.ts') },
    ],
  },
  test: {
    include: ['tests/**/*.test.ts', 'examples/**/*.test.ts'],
    globalSetup: ['tests/built.ts'],
    benchmark: { include: ['tests/bench/**/*.bench.ts'] },
    // Models and tables load with the first text of each file; two cores may be shared with much else.
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});
