import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Ratios against a baseline in the same run; not part of `npm test`, since machines drift. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/bench/**/*.bench.test.ts'],
    globalSetup: 'tests/support/database-global.ts',
    testTimeout: 300_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
