import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Faults that take a minute or more to bring about (leases that run out, many kills): `npm run test:faults`. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/faults/slow/**/*.test.ts'],
    globalSetup: 'tests/support/database-global.ts',
    testTimeout: 300_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
