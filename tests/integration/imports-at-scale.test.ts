import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { importRoutes } from '../../server/imports/http-routes.ts';
import { uploadAndRead } from '../support/imports.ts';
import { useServer, type Person } from '../support/server.ts';
import { person, staffFile } from '../support/staff-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'pt-imports-scale-'));
const server = useServer({ featureRoutes: [importRoutes(folder)] });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rows = 4_000;

/** Every optional column too: the widest file of the contract. */
function file(change: (index: number) => Record<string, string>): string {
  return staffFile(
    Array.from({ length: rows }, (_, index) =>
      person(index, {
        lastName: `Okafor-Žižková ${index}`,
        orgL5: `Directorate ${index % 30}`,
        orgL6: `Ward ${index % 300}`,
        orgL7: '',
        status: 'Active Assignment',
        category: 'Permanent',
        registrationBody: 'Nursing and Midwifery Council',
        registrationNumber: `98A${index}E`,
        ageBand: '36-40',
        fixedTermEnd: '',
        ...change(index),
      }),
    ),
  );
}

/** Asks small questions for as long as something runs; gives how many were answered. */
async function whileAsking<T>(
  asker: Person,
  work: Promise<T>,
): Promise<{ readonly value: T; readonly answers: number }> {
  const state = { running: true, answers: 0 };
  const asking = (async () => {
    while (state.running) {
      await asker.trpc.trust.list.query();
      state.answers += 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  try {
    return { value: await work, answers: state.answers };
  } finally {
    state.running = false;
    await asking;
  }
}

async function importFile(maya: Person, text: string) {
  const read = await whileAsking(maya, uploadAndRead(maya, text));
  const apply = maya.trpc.imports.applyBatch.mutate({ id: read.value.id, confirmLeavers: true });
  const applied = await whileAsking(maya, apply);
  return { batch: read.value, changes: applied.value.changes, answers: read.answers + applied.answers };
}

test('every row of a wide file is counted, kept with its versions, and questions are answered meanwhile', async () => {
  const maya = await server.signIn('workforce');
  const first = await importFile(
    maya,
    file(() => ({})),
  );
  expect(first.batch.counts).toMatchObject({
    records: rows,
    accepted: rows,
    new: rows,
    changed: 0,
    leavers: 0,
    heldAfter: rows,
  });
  expect(first.changes).toBe(rows);

  // Half of them change, a tenth leave, a tenth are new: the dearest kind of second file.
  const second = await importFile(
    maya,
    file((index) => ({
      ...(index % 2 === 0 ? { costCentre: '70099' } : {}),
      ...(index % 10 === 5 ? person(index + 100_000) : {}),
    })),
  );
  expect(second.batch.counts).toMatchObject({
    new: rows / 10,
    changed: rows / 2,
    unchanged: (rows * 4) / 10,
    leavers: rows / 10,
  });
  const held = await server.asApp<{ current: number; versions: number; people: number }>(
    { trustId: server.trusts.a.id },
    `select count(*) filter (where superseded_at is null)::int as current, count(*)::int as versions,
       (select count(*)::int from person) as people from assignment`,
  );
  // Each change and each leaver closes a version and adds one; nothing is overwritten.
  expect(held).toEqual([{ current: rows * 1.1, versions: rows * 1.7, people: rows * 1.1 }]);
  expect(Math.min(first.answers, second.answers)).toBeGreaterThan(2);
}, 120_000);
