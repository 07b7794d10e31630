import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { apply, importText, preview, someStaff, wholeStaff } from '../support/imports.ts';
import { staffFile, type StaffCellTexts } from '../support/staff-file.ts';
import { openTestTrusts } from '../support/trusts.ts';
import type { TrustContext } from '../../server/db/with-trust.ts';

const row = fc
  .record({
    index: fc.integer({ min: 0, max: 30 }),
    post: fc.integer({ min: 1, max: 2 }),
    costCentre: fc.constantFrom('70010', '70011'),
    ageBand: fc.constantFrom('', '31-35', '36-40'),
    leavingDate: fc.constantFrom('', '', '', '30/06/2026', '31/12/2027'),
    fteE5: fc.constantFrom('1', '1', '1', '0.98', 'x'),
  })
  .map(({ index, post, ...cells }): StaffCellTexts => {
    const employeeNumber = String(20_100_000 + index);
    return {
      ...cells,
      employeeNumber,
      assignmentNumber: `${employeeNumber}-${post}`,
      lastName: `Name ${index}`,
    };
  });

const rows = fc.uniqueArray(row, {
  selector: ({ assignmentNumber }) => assignmentNumber,
  minLength: 1,
  maxLength: 25,
});

/** What a trust holds now of everybody, whatever way it came there. */
function held(database: TestDatabase, { trustId }: TrustContext): Promise<unknown> {
  return database.asApp(
    { trustId },
    `select p.employee_number, p.last_name, p.age_band, a.assignment_number, a.fte_e5, a.cost_centre, a.start_date::text,
       a.leaving_date::text
     from assignment a join person p on p.trust_id = a.trust_id and p.id = a.person_id
     where a.superseded_at is null order by a.assignment_number`,
  );
}

async function inTwoTrusts(
  work: (database: TestDatabase, a: TrustContext, b: TrustContext) => Promise<void>,
): Promise<void> {
  const database = await freshDatabase();
  try {
    const { a, b } = await openTestTrusts(database.database);
    await work(database, a.as('workforce'), b.as('workforce'));
  } finally {
    await database.close();
  }
}

/** Imports what can be: a file of which nothing would change, or that leaves nobody, changes nothing. */
async function importAny(ctx: TrustContext, terms: typeof wholeStaff, text: string): Promise<void> {
  const batch = await preview(ctx, terms, text);
  if (batch.state === 'previewed' && batch.changes > 0)
    expect(await apply(ctx, batch.id)).toMatchObject({ ok: true });
}

const runs = { numRuns: 6 };

test('importing a file twice is importing it once, whatever was there before', async () => {
  await fc.assert(
    fc.asyncProperty(rows, rows, async (first, second) =>
      inTwoTrusts(async (database, a) => {
        await importAny(a, wholeStaff, staffFile(first));
        await importAny(a, wholeStaff, staffFile(second));
        const once = await held(database, a);
        const again = await preview(a, wholeStaff, staffFile(second));
        if (again.state === 'previewed') expect(again).toMatchObject({ changes: 0 });
        expect(await held(database, a)).toEqual(once);
      }),
    ),
    runs,
  );
}, 120_000);

test('the order of rows does not matter, and a file imported in two parts is the file', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.nat(), async (all, at) =>
      inTwoTrusts(async (database, a, b) => {
        // Rows of one person stay together: they decide together what is known of the person.
        const sorted = [...all].sort((x, y) =>
          (x.assignmentNumber ?? '') < (y.assignmentNumber ?? '') ? -1 : 1,
        );
        const numbers = [...new Set(sorted.map(({ employeeNumber }) => employeeNumber))];
        const early = new Set(numbers.slice(0, at % (numbers.length + 1)));
        await importAny(a, wholeStaff, staffFile([...all].reverse()));
        await importAny(
          b,
          someStaff,
          staffFile([...sorted.filter((one) => !early.has(one.employeeNumber)), person0]),
        );
        await importAny(
          b,
          someStaff,
          staffFile([...sorted.filter((one) => early.has(one.employeeNumber)), person0]),
        );
        await importAny(a, someStaff, staffFile([person0]));
        expect(await held(database, b)).toEqual(await held(database, a));
      }),
    ),
    runs,
  );
}, 120_000);

/** Somebody in every part, so that no part is empty. */
const person0: StaffCellTexts = { employeeNumber: '30000000', assignmentNumber: '30000000-1' };

test('counts of a preview are what applying it does', async () => {
  await fc.assert(
    fc.asyncProperty(rows, rows, async (first, second) =>
      inTwoTrusts(async (database, a) => {
        await importText(a, wholeStaff, staffFile([...first, person0]));
        const before = await versions(database, a);
        const batch = await preview(a, wholeStaff, staffFile([...second, person0]));
        const { counts } = batch;
        if (counts === null || batch.changes === 0) return;
        expect(counts.records).toBe(counts.accepted + counts.rejected);
        expect(counts.accepted).toBe(counts.new + counts.changed + counts.unchanged);
        expect(await apply(a, batch.id)).toMatchObject({
          ok: true,
          value: { changes: counts.new + counts.changed + counts.leavers },
        });
        const after = await versions(database, a);
        expect(after.current - before.current).toBe(counts.new);
        expect(after.all - before.all).toBe(batch.changes);
        expect(after.inPost).toBe(counts.heldAfter);
      }),
    ),
    runs,
  );
}, 120_000);

async function versions(database: TestDatabase, { trustId }: TrustContext) {
  const [counts] = await database.asApp<{ current: number; all: number; inPost: number }>(
    { trustId },
    `select count(*)::int as "all", count(*) filter (where superseded_at is null)::int as current,
       count(*) filter (where superseded_at is null and coalesce(leaving_date, '9999-12-31') >= '2026-11-20')::int as "inPost"
     from assignment`,
  );
  return counts!;
}
