import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The engine against long simulations: minutes, not seconds, and so not part of `npm test`. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/verify/**/*.verify.test.ts'],
    testTimeout: 600_000,
  },
});
