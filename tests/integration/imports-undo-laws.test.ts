import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TrustContext } from '../../server/db/with-trust.ts';
import { undoImport } from '../../server/imports/undo-import.ts';
import type { BatchTerms } from '../../shared/imports/batch.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { heldBytes } from '../support/held-bytes.ts';
import { apply, preview, someStaff, wholeStaff } from '../support/imports.ts';
import {
  allLearners,
  allTeams,
  learnerSheet,
  someLearners,
  someTeams,
  teamSheet,
  type LearnerTexts,
  type TeamTexts,
} from '../support/sheets.ts';
import { staffFile, type StaffCellTexts } from '../support/staff-file.ts';
import { openTestTrusts } from '../support/trusts.ts';

type File = { readonly terms: BatchTerms; readonly text: string };

const staffRow = fc
  .record({
    index: fc.integer({ min: 0, max: 12 }),
    post: fc.integer({ min: 1, max: 2 }),
    lastName: fc.constantFrom('Ash', 'Birch'),
    costCentre: fc.constantFrom('70010', '70011'),
    ageBand: fc.constantFrom('', '31-35', '36-40'),
    leavingDate: fc.constantFrom('', '', '30/06/2026', '31/12/2027'),
  })
  .map(({ index, post, ...cells }): StaffCellTexts => {
    const employeeNumber = String(20_100_000 + index);
    return { ...cells, employeeNumber, assignmentNumber: `${employeeNumber}-${post}` };
  });

const staff = fc
  .record({
    terms: fc.constantFrom(wholeStaff, someStaff),
    rows: fc.uniqueArray(staffRow, {
      selector: ({ assignmentNumber }) => assignmentNumber,
      minLength: 1,
      maxLength: 12,
    }),
  })
  .map(({ terms, rows }): File => ({ terms, text: staffFile(rows) }));

const teamRow = fc.record({
  name: fc.constantFrom('Ward 1', 'ward 1', 'Ward 2', 'Ward 3'),
  division: fc.constantFrom('', 'Medicine', 'Surgery'),
  costCentres: fc.constantFrom('', '70010', '70011; 70012'),
  shiftMinutes: fc.constantFrom('', '7.5', '11.5'),
  coverRates: fc.constantFrom('', '2027/28=26.40'),
});

const team = fc
  .record({
    terms: fc.constantFrom(allTeams, someTeams),
    rows: fc.uniqueArray(teamRow, { selector: ({ name }) => name.toLowerCase(), minLength: 1, maxLength: 3 }),
  })
  .map(({ terms, rows }: { terms: BatchTerms; rows: TeamTexts[] }): File => ({
    terms,
    text: teamSheet(...rows),
  }));

const learnerRow = fc.record({
  employeeNumber: fc.integer({ min: 20_100_000, max: 20_100_005 }).map(String),
  supervisor: fc.constantFrom('', 'Dr One', 'Dr Two'),
  feePence: fc.constantFrom('', '4000'),
  days: fc.constantFrom('', 'Tue 7.5'),
});

const learner = fc
  .record({
    terms: fc.constantFrom(allLearners, someLearners),
    rows: fc.uniqueArray(learnerRow, {
      selector: ({ employeeNumber }) => employeeNumber,
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map(({ terms, rows }: { terms: BatchTerms; rows: LearnerTexts[] }): File => ({
    terms,
    text: learnerSheet(...rows),
  }));

/** Imports what can be. @returns the import, or null when there was nothing to apply. */
async function importAny(ctx: TrustContext, { terms, text }: File): Promise<string | null> {
  const batch = await preview(ctx, terms, text);
  if (batch.state !== 'previewed' || batch.changes === 0) return null;
  expect(await apply(ctx, batch.id)).toMatchObject({ ok: true });
  return batch.id;
}

async function inTrust(work: (database: TestDatabase, ctx: TrustContext) => Promise<void>): Promise<void> {
  const database = await freshDatabase();
  try {
    await work(database, (await openTestTrusts(database.database)).a.as('workforce'));
  } finally {
    await database.close();
  }
}

test('undoing the last files, newest first, goes back over every state there was, byte for byte', async () => {
  let undone = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(staff, team, learner), { minLength: 2, maxLength: 7 }),
      async (files) =>
        inTrust(async (database, ctx) => {
          const states: { readonly id: string; readonly before: string[] }[] = [];
          for (const file of files) {
            const before = await heldBytes(database, ctx);
            const id = await importAny(ctx, file);
            if (id !== null) states.push({ id, before });
          }
          for (const { id, before } of states.reverse()) {
            expect(await undoImport(ctx, { id })).toMatchObject({
              ok: true,
              value: { kept: { person: 0, assignment: 0, team: 0, learner: 0 } },
            });
            expect(await heldBytes(database, ctx)).toEqual(before);
            undone += 1;
          }
        }),
    ),
    { numRuns: 12 },
  );
  expect(undone).toBeGreaterThan(20);
}, 180_000);

test('whatever is edited after an import is as it was left, and everything else goes back', async () => {
  await fc.assert(
    fc.asyncProperty(staff, staff, fc.array(fc.nat(12), { maxLength: 4 }), async (first, second, edits) =>
      inTrust(async (database, ctx) => {
        await importAny(ctx, first);
        const before = await heldBytes(database, ctx);
        const id = await importAny(ctx, second);
        if (id === null) return;
        const numbers = edits.map((index) => String(20_100_000 + index));
        await database.asApp(
          { trustId: ctx.trustId },
          `update person set first_name = 'Edited', version = version + 1 where employee_number = any($1)`,
          [numbers],
        );
        expect(await undoImport(ctx, { id })).toMatchObject({ ok: true });
        const touched = (line: string): boolean => numbers.some((number) => line.includes(`"${number}`));
        const after = await heldBytes(database, ctx);
        expect(after.filter((line) => !touched(line))).toEqual(before.filter((line) => !touched(line)));
        const [{ edited = 0, held = 0 } = {}] = await database.asApp<{ edited: number; held: number }>(
          { trustId: ctx.trustId },
          `select count(*) filter (where first_name = 'Edited')::int as edited, count(*)::int as held from person
           where employee_number = any($1)`,
          [numbers],
        );
        expect(edited).toBe(held);
      }),
    ),
    { numRuns: 8 },
  );
}, 180_000);
