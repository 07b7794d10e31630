import { describe, expect, test } from 'vitest';
import { verifyChain } from '../../server/audit/verify-chain.ts';
import { withTrust } from '../../server/db/with-trust.ts';
import { discardImport } from '../../server/imports/discard-import.ts';
import { listImportRows } from '../../server/imports/list-import-rows.ts';
import { readAssignmentsOn, readPeople } from '../../server/staff/read.ts';
import { readTrust } from '../../server/trust/read.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { apply, dataDate, importText, on, preview, someStaff, wholeStaff } from '../support/imports.ts';
import { person, staffFile, type StaffCellTexts } from '../support/staff-file.ts';
import { openTestTrusts, type TestTrust } from '../support/trusts.ts';
import type { TrustContext } from '../../server/db/with-trust.ts';

type Room = {
  readonly database: TestDatabase;
  readonly a: TestTrust;
  readonly b: TestTrust;
  readonly ctx: TrustContext;
};

/** Every test has two empty trusts of its own. */
async function inRoom(work: (room: Room) => Promise<void>): Promise<void> {
  const database = await freshDatabase();
  try {
    const trusts = await openTestTrusts(database.database);
    await work({ database, ...trusts, ctx: trusts.a.as('workforce') });
  } finally {
    await database.close();
  }
}

function people(count: number, cells: (index: number) => StaffCellTexts = () => ({})): string {
  return staffFile(Array.from({ length: count }, (_, index) => person(index, cells(index))));
}

const inPost = (ctx: TrustContext, day = '2026-11-21') =>
  withTrust(ctx, (tx) => readAssignmentsOn(tx, ctx.trustId, asPlainDate(day)));

/** Everything a trust holds of people, without the ids and instants that differ by nature. */
async function holdings({ database, a }: Room): Promise<unknown> {
  return database.asApp(
    { trustId: a.id },
    `select p.employee_number, p.last_name, p.first_name, p.age_band, a.assignment_number, a.fte_e5, a.contracted_hours_x100,
       a.staff_group, a.pay_scale, a.org_l4, a.org_l7, a.cost_centre, a.status, a.category, a.start_date::text,
       a.leaving_date::text, a.valid_from::text, a.valid_to::text, a.superseded_at is null as current
     from assignment a join person p on p.trust_id = a.trust_id and p.id = a.person_id
     order by a.assignment_number, a.recorded_at, a.valid_from`,
  );
}

test('an increment date is held with the post, changes it when it changes, and is none where the file has none', () =>
  inRoom(async ({ ctx }) => {
    const posts = async () =>
      (await inPost(ctx)).map(({ gradeStep, incrementDate }) => [gradeStep, incrementDate]);
    await importText(
      ctx,
      wholeStaff,
      people(2, () => ({ incrementDate: '01/09/2027' })),
    );
    expect(await posts()).toEqual([
      ['1', '2027-09-01'],
      ['1', '2027-09-01'],
    ]);
    const later = [person(0, { incrementDate: '01/09/2027' }), person(1, { incrementDate: '01/10/2027' })];
    expect((await preview(ctx, someStaff, staffFile(later))).counts).toMatchObject({
      changed: 1,
      unchanged: 1,
    });
    await importText(ctx, wholeStaff, people(2));
    expect(await posts()).toEqual([
      ['1', null],
      ['1', null],
    ]);
  }));

describe('a preview', () => {
  test('shows what would change and changes nothing', () =>
    inRoom(async (room) => {
      const batch = await preview(room.ctx, wholeStaff, people(3));
      expect(batch).toMatchObject({
        state: 'previewed',
        changes: 3,
        counts: {
          records: 3,
          accepted: 3,
          rejected: 0,
          new: 3,
          changed: 0,
          unchanged: 0,
          leavers: 0,
          heldBefore: 0,
          heldAfter: 3,
        },
        confirm: { rejected: false, leavers: false },
      });
      expect(await holdings(room)).toEqual([]);
    }));

  test('tells new, changed, unchanged, leaving and refused apart, with before and after', () =>
    inRoom(async ({ ctx }) => {
      await importText(ctx, wholeStaff, people(12));
      const rows = [
        ...Array.from({ length: 9 }, (_, index) => person(index)),
        person(9, { costCentre: '70099', fteE5: '0.8', contractedHoursX100: '30' }),
        person(10, { fteE5: 'x' }),
        person(20),
      ];
      const batch = await preview(ctx, wholeStaff, staffFile(rows));
      expect(batch.counts).toMatchObject({
        new: 1,
        changed: 1,
        unchanged: 9,
        leavers: 1,
        rejected: 1,
        heldBefore: 12,
        heldAfter: 12,
      });
      expect(batch.confirm).toEqual({ rejected: true, leavers: false });
      const page = async (outcome: 'changed' | 'leaver' | 'rejected') => {
        const found = await listImportRows(ctx, { id: batch.id, outcome, after: 0, limit: 10 });
        return found.ok ? found.value.rows : [];
      };
      expect(await page('changed')).toMatchObject([
        {
          position: 10,
          line: 11,
          before: { costCentre: '70010', fteE5: 100_000 },
          after: { costCentre: '70099', fteE5: 80_000 },
        },
      ]);
      expect(await page('leaver')).toMatchObject([
        {
          position: 13,
          line: null,
          before: { assignmentNumber: '20100011-1', leavingDate: null },
          after: { leavingDate: '2026-11-19' },
        },
      ]);
      expect(await page('rejected')).toMatchObject([
        {
          position: 11,
          issues: [{ record: 11, line: 12, column: 'FTE', code: 'BAD_NUMBER', refuses: true }],
        },
      ]);
    }));

  test('a refused row never makes its person a leaver, even when only the employee number can be read', () =>
    inRoom(async ({ ctx }) => {
      await importText(ctx, wholeStaff, people(20));
      const file = people(20, (index) =>
        index === 3
          ? { assignmentNumber: 'x' }
          : index === 4
            ? { startDate: 'x' }
            : index === 5
              ? { lastName: 'O"Neill' }
              : {},
      ).replace('"O""Neill"', 'O"Neill');
      const batch = await preview(ctx, wholeStaff, file);
      expect(batch.counts).toMatchObject({ rejected: 3, leavers: 0, unidentified: 0, heldAfter: 20 });
    }));

  test('a person named by a post without a suffix does not protect their other post', () =>
    inRoom(async ({ ctx }) => {
      const second = { employeeNumber: '20100000', assignmentNumber: '20100000-2' };
      await importText(
        ctx,
        wholeStaff,
        staffFile([person(0, { assignmentNumber: '20100000' }), person(0, second)]),
      );
      const batch = await preview(ctx, wholeStaff, staffFile([person(0, { assignmentNumber: '20100000' })]));
      expect(batch.counts).toMatchObject({ unchanged: 1, leavers: 1 });
    }));

  test('a file of only these people proposes no leavers', () =>
    inRoom(async ({ ctx }) => {
      await importText(ctx, wholeStaff, people(5));
      expect((await preview(ctx, someStaff, staffFile([person(9)]))).counts).toMatchObject({
        new: 1,
        leavers: 0,
        heldAfter: 6,
      });
    }));

  test('people who have left already are not proposed again', () =>
    inRoom(async ({ ctx }) => {
      await importText(
        ctx,
        wholeStaff,
        people(12, (index) => (index === 11 ? { leavingDate: '01/06/2026' } : {})),
      );
      expect((await preview(ctx, wholeStaff, people(11))).counts).toMatchObject({
        leavers: 0,
        heldBefore: 11,
        heldAfter: 11,
      });
    }));

  test('a file after which nobody is left is refused', () =>
    inRoom(async ({ ctx }) => {
      await importText(ctx, wholeStaff, people(5));
      const gone = people(5, () => ({ leavingDate: '01/11/2026' }));
      const batch = await preview(ctx, wholeStaff, gone);
      expect(batch).toMatchObject({
        state: 'refused',
        reason: expect.stringContaining('Nobody at all') as string,
      });
      expect(await apply(ctx, batch.id)).toMatchObject({ ok: false, error: { code: 'not-ready' } });
      expect(await inPost(ctx)).toHaveLength(5);
    }));

  test('a file that cannot be read has a plain reason and no rows', () =>
    inRoom(async ({ ctx, database, a }) => {
      const batch = await preview(ctx, wholeStaff, '<html>');
      expect(batch).toMatchObject({
        state: 'refused',
        counts: null,
        reason: expect.stringContaining('not a CSV file') as string,
      });
      expect(await database.asApp({ trustId: a.id }, 'select 1 from import_row')).toEqual([]);
    }));

  test('put away, its staged rows are deleted', () =>
    inRoom(async ({ ctx, database, a }) => {
      const { id } = await preview(ctx, wholeStaff, people(3));
      expect(await discardImport(ctx, { id })).toMatchObject({ ok: true });
      expect(await database.asApp({ trustId: a.id }, 'select 1 from import_row')).toEqual([]);
      expect(await apply(ctx, id)).toMatchObject({ ok: false, error: { code: 'not-ready' } });
      expect(await discardImport(ctx, { id })).toMatchObject({
        ok: false,
        error: { code: 'nothing-to-apply' },
      });
    }));
});

describe('applying', () => {
  test('stores people and posts, one person with two posts once, and moves the data cut', () =>
    inRoom(async ({ ctx, database, a }) => {
      const second = {
        employeeNumber: '20100000',
        assignmentNumber: '20100000-2',
        fteE5: '0.4',
        contractedHoursX100: '15',
      };
      await importText(
        ctx,
        on(wholeStaff, '2026-10-31'),
        staffFile([person(0, { fteE5: '0.6', contractedHoursX100: '22.5' }), person(0, second), person(1)]),
      );
      const posts = await inPost(ctx);
      expect(posts.map((post) => [post.assignmentNumber, post.fteE5])).toEqual([
        ['20100000-1', 60_000],
        ['20100000-2', 40_000],
        ['20100001-1', 100_000],
      ]);
      expect(new Set(posts.map((post) => post.personId)).size).toBe(2);
      expect(await database.asApp({ trustId: a.id }, 'select 1 from person')).toHaveLength(2);
      const trust = await withTrust(ctx, (tx) => readTrust(tx, ctx.trustId));
      expect(trust).toMatchObject({ dataCut: '2026-10-31', version: 2 });
    }));

  test('keeps what was known before: a change closes one version and opens another', () =>
    inRoom(async (room) => {
      await importText(room.ctx, on(wholeStaff, '2026-09-30'), people(12));
      await importText(
        room.ctx,
        on(wholeStaff, '2026-10-31'),
        people(11, (index) => (index === 0 ? { costCentre: '70099' } : {})),
      );
      const versions = (await holdings(room)) as Record<string, unknown>[];
      expect(versions.filter((version) => version['assignment_number'] === '20100000-1')).toMatchObject([
        { cost_centre: '70010', valid_from: '2026-09-30', valid_to: '2026-10-31', current: false },
        { cost_centre: '70099', valid_from: '2026-10-31', valid_to: null, current: true },
      ]);
      expect(versions.filter((version) => version['assignment_number'] === '20100011-1')).toMatchObject([
        { leaving_date: null, current: false },
        { leaving_date: '2026-10-30', valid_from: '2026-10-31', current: true },
      ]);
      expect(versions).toHaveLength(14);
    }));

  test('a leaver who never started leaves on their start date', () =>
    inRoom(async (room) => {
      const future = people(12, (index) => (index === 11 ? { startDate: '01/02/2027' } : {}));
      await importText(room.ctx, wholeStaff, future);
      await importText(room.ctx, wholeStaff, people(11));
      const versions = (await holdings(room)) as Record<string, unknown>[];
      expect(versions.at(-1)).toMatchObject({
        assignment_number: '20100011-1',
        start_date: '2027-02-01',
        leaving_date: '2027-02-01',
      });
    }));

  test('brings names and person details up to date for every post of the person', () =>
    inRoom(async ({ ctx }) => {
      await importText(
        ctx,
        wholeStaff,
        people(2, () => ({ ageBand: '31-35' })),
      );
      await importText(
        ctx,
        wholeStaff,
        people(2, (index) =>
          index === 0 ? { lastName: 'Adeyemi', ageBand: '36-40' } : { ageBand: '31-35' },
        ),
      );
      const posts = await inPost(ctx);
      const found = await withTrust(ctx, (tx) =>
        readPeople(
          tx,
          ctx.trustId,
          posts.map((post) => post.personId),
        ),
      );
      expect(found.get(posts[0]!.personId)).toMatchObject({ name: 'Amara Adeyemi', ageBand: '36-40' });
      expect(found.get(posts[1]!.personId)).toMatchObject({ name: 'Amara Okafor', ageBand: '31-35' });
    }));

  test('rows of one person that disagree on the person still make a file equal to itself', () =>
    inRoom(async ({ ctx }) => {
      const file = staffFile([
        person(0, { assignmentNumber: '20100000-2', ageBand: '41-45' }),
        person(0, { assignmentNumber: '20100000-1', ageBand: '36-40' }),
      ]);
      await importText(ctx, wholeStaff, file);
      expect((await preview(ctx, wholeStaff, file)).counts).toMatchObject({ unchanged: 2, changed: 0 });
    }));

  test('the same file again changes nothing and says when it was imported', () =>
    inRoom(async (room) => {
      await importText(room.ctx, wholeStaff, people(5));
      const before = await holdings(room);
      const again = await preview(room.ctx, wholeStaff, people(5));
      expect(again).toMatchObject({ changes: 0, counts: { unchanged: 5, new: 0 } });
      expect(again.fileIssues).toMatchObject([
        {
          code: 'ALREADY_IMPORTED',
          message: expect.stringMatching(/already imported on \d{1,2} \w+ \d{4}/) as string,
        },
      ]);
      expect(await apply(room.ctx, again.id)).toMatchObject({
        ok: false,
        error: { code: 'nothing-to-apply' },
      });
      expect(await holdings(room)).toEqual(before);
    }));

  test('going back to an older file is allowed', () =>
    inRoom(async ({ ctx }) => {
      const older = people(12);
      await importText(ctx, wholeStaff, older);
      await importText(
        ctx,
        wholeStaff,
        people(12, () => ({ jobRole: 'Sister' })),
      );
      const back = await preview(ctx, wholeStaff, older);
      expect(back).toMatchObject({ changes: 12, fileIssues: [] });
      expect(await apply(ctx, back.id)).toMatchObject({ ok: true, value: { changes: 12 } });
      expect(new Set((await inPost(ctx)).map((post) => post.jobRole))).toEqual(new Set(['Staff Nurse']));
    }));

  test('twice is refused, also twenty times at once', () =>
    inRoom(async (room) => {
      const { id } = await preview(room.ctx, wholeStaff, people(5));
      const answers = await Promise.all(Array.from({ length: 20 }, () => apply(room.ctx, id)));
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]));
      expect(new Set(codes)).toEqual(new Set(['already-applied']));
      expect(await holdings(room)).toHaveLength(5);
    }));

  test('a preview made before another import was applied is out of date', () =>
    inRoom(async (room) => {
      const first = await preview(room.ctx, wholeStaff, people(5));
      const second = await preview(room.ctx, wholeStaff, people(6));
      expect(await apply(room.ctx, second.id)).toMatchObject({ ok: true });
      expect(await apply(room.ctx, first.id)).toMatchObject({
        ok: false,
        error: { code: 'changed-elsewhere' },
      });
      expect(await holdings(room)).toHaveLength(6);
    }));

  test('refused rows are asked about, and the rest is applied once that is confirmed', () =>
    inRoom(async ({ ctx }) => {
      const { id } = await preview(
        ctx,
        wholeStaff,
        people(5, (index) => (index === 0 ? { fteE5: '7' } : {})),
      );
      expect(await apply(ctx, id, {})).toMatchObject({
        ok: false,
        error: { code: 'needs-confirmation', detail: { confirm: 'rejected', rejected: 1 } },
      });
      expect(await inPost(ctx)).toEqual([]);
      expect(await apply(ctx, id, { confirmRejected: true })).toMatchObject({
        ok: true,
        value: { changes: 4 },
      });
      expect(await inPost(ctx)).toHaveLength(4);
    }));

  test.each([
    [10, 9, false],
    [10, 8, true],
    [20, 18, false],
    [20, 17, true],
  ])('of %i staff with %i left, asking again: %s', (before, after, asks) =>
    inRoom(async ({ ctx }) => {
      await importText(ctx, wholeStaff, people(before));
      const batch = await preview(ctx, wholeStaff, people(after));
      expect(batch.confirm.leavers).toBe(asks);
      const answer = await apply(ctx, batch.id, {});
      expect(answer.ok).toBe(!asks);
      if (!answer.ok)
        expect(answer.error).toMatchObject({
          code: 'needs-confirmation',
          detail: { confirm: 'leavers', leavers: before - after, held: before },
        });
      expect(await apply(ctx, batch.id)).toMatchObject(
        asks ? { ok: true } : { ok: false, error: { code: 'already-applied' } },
      );
      expect(await inPost(ctx)).toHaveLength(after);
    }),
  );

  test('the audit entry carries counts and digests and no name or staff number; the chain holds', () =>
    inRoom(async ({ ctx, database, a }) => {
      const { id } = await importText(ctx, wholeStaff, people(5));
      const entries = await database.asApp<{
        action: string;
        entity_id: string;
        after: Record<string, unknown>;
      }>(
        { trustId: a.id },
        `select action, entity_id, after from audit_entry where entity = 'import_batch' order by seq`,
      );
      expect(entries.map((entry) => [entry.action, entry.entity_id, entry.after['state']])).toEqual([
        ['http:imports.upload', id, 'received'],
        ['http:imports.upload', id, 'previewed'],
        ['imports.applyBatch', id, 'applied'],
      ]);
      expect(entries[2]?.after).toMatchObject({
        counts: { new: 5 },
        dataDate,
        fileSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        changesSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      });
      expect(JSON.stringify(entries)).not.toMatch(/Okafor|Amara|20100000/);
      expect(await verifyChain(a.as('administrator'))).toMatchObject({ whole: true });
    }));

  test('another trust sees none of it and cannot touch it', () =>
    inRoom(async ({ ctx, b }) => {
      const { id } = await preview(ctx, wholeStaff, people(3));
      const other = b.as('workforce');
      expect(await apply(other, id)).toMatchObject({ ok: false, error: { code: 'not-found' } });
      expect(await discardImport(other, { id })).toMatchObject({ ok: false, error: { code: 'not-found' } });
      expect(await listImportRows(other, { id, outcome: null, after: 0, limit: 10 })).toMatchObject({
        ok: false,
        error: { code: 'not-found' },
      });
      await importText(ctx, wholeStaff, people(4));
      expect(await inPost(other)).toEqual([]);
    }));

  test('texts that would be code elsewhere are stored as they are', () =>
    inRoom(async ({ ctx }) => {
      const jobRole = `<svg/onload=x>'; drop table person; -- {{1}} \\u0000 😀 %s $1`;
      await importText(
        ctx,
        wholeStaff,
        people(1, () => ({ jobRole, orgL4: '=1+1', lastName: "O'Neill\\" })),
      );
      expect(await inPost(ctx)).toMatchObject([{ jobRole, orgL4: '=1+1' }]);
    }));

  test('refused rows with NUL, odd planes and quotes can be staged and given back', () =>
    inRoom(async ({ ctx }) => {
      const file = people(2, (index) => ({
        lastName: index === 0 ? 'a\u0000b' : 'ok',
        firstName: '𝒜\u{10ffff}"',
      }));
      const batch = await preview(ctx, wholeStaff, file);
      expect(batch.counts).toMatchObject({ rejected: 1, accepted: 1 });
    }));
});
