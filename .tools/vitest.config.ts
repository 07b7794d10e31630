import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What takes longest comes first, so that no worker is left with it at the end; the many short ones of `model` fill up. */
const projectOrder = ['server', 'browser', 'model'];
const longFiles = [
  ...['mutations', 'start-server', 'imports-http', 'debian-postgres', 'faults/database'],
  ...['e2e/backfill.', 'e2e/pipeline', 'e2e/shell.', 'e2e/imports', 'e2e/release-team', 'e2e/learners'],
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project, moduleId }: TestSpecification): number => {
      const long = longFiles.findIndex((part) => moduleId.includes(part));
      return projectOrder.indexOf(project.name) * 1_000 + (long === -1 ? 999 : long);
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

/** Files of a project share the modules they import, and all projects share the workers: browser tests mostly wait. */
const shared = { isolate: false, maxWorkers: 3 };

/** `model` needs no database; `server` starts a real PostgreSQL; `browser` drives a real Chromium. */
export default defineConfig({
  root,
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        root,
        test: {
          ...shared,
          name: 'model',
          include: ['tests/{unit,worked-examples,property,rules}/**/*.test.ts'],
          pool: 'threads',
          testTimeout: 30_000,
        },
      },
      {
        root,
        test: {
          ...shared,
          name: 'server',
          include: ['tests/{integration,security,faults}/*.test.ts'],
          globalSetup: 'tests/support/database-global.ts',
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        root,
        test: {
          ...shared,
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/support/browser-global.ts',
          pool: 'forks',
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // What a page shows is waited for; how long that takes is the machine's business.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
