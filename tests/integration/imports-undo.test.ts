import { describe, expect, test } from 'vitest';
import { verifyChain } from '../../server/audit/verify-chain.ts';
import type { TrustContext } from '../../server/db/with-trust.ts';
import { listKept } from '../../server/imports/list-kept.ts';
import { undoImport } from '../../server/imports/undo-import.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { apply, importText, on, preview, someStaff, view, wholeStaff } from '../support/imports.ts';
import { allLearners, allTeams, learnerSheet, someLearners, teamSheet } from '../support/sheets.ts';
import { person, staffFile, type StaffCellTexts } from '../support/staff-file.ts';
import { openTestTrusts } from '../support/trusts.ts';
import { heldBytes } from '../support/held-bytes.ts';

type Room = { readonly database: TestDatabase; readonly ctx: TrustContext; readonly other: TrustContext };

async function inRoom(work: (room: Room) => Promise<void>): Promise<void> {
  const database = await freshDatabase();
  try {
    const { a, b } = await openTestTrusts(database.database);
    await work({ database, ctx: a.as('workforce'), other: b.as('workforce') });
  } finally {
    await database.close();
  }
}

function people(count: number, cells: (index: number) => StaffCellTexts = () => ({})): string {
  return staffFile(Array.from({ length: count }, (_, index) => person(index, cells(index))));
}

async function undo(ctx: TrustContext, id: string) {
  const undone = await undoImport(ctx, { id });
  if (!undone.ok) throw new Error(`${undone.error.code}: ${undone.error.message}`);
  return undone.value;
}

async function kept(ctx: TrustContext, id: string) {
  const found = await listKept(ctx, { id, after: 0, limit: 200 });
  if (!found.ok) throw new Error(found.error.message);
  return found.value.records;
}

const run = (room: Room, sql: string) => room.database.asApp({ trustId: room.ctx.trustId }, sql);

/** A later edit of a post, as every writer makes one: the version is closed and another added. */
async function editPost(room: Room, number: string): Promise<void> {
  await run(
    room,
    `with old as (update assignment set superseded_at = now(), valid_to = '2026-11-20'
       where assignment_number = '${number}' and superseded_at is null returning *)
     insert into assignment select trust_id, gen_random_uuid(), person_id, assignment_number, staff_group, 'Edited since',
       pay_scale, grade_step, fte_e5, contracted_hours_x100, org_l4, org_l5, org_l6, org_l7, cost_centre, status, category,
       start_date, leaving_date, fixed_term_end, '2026-11-20', null, now(), null from old`,
  );
}

describe('undoing a staff file', () => {
  test('after a hundred later edits puts the untouched back byte for byte and lists the edited', () =>
    inRoom(async (room) => {
      const { ctx } = room;
      await importText(ctx, on(wholeStaff, '2026-10-31'), people(300));
      const before = await heldBytes(room.database, ctx);
      // Every post changes, a third of the people change their name, 20 leave and 20 are new.
      const { id } = await importText(
        ctx,
        wholeStaff,
        staffFile(
          Array.from({ length: 300 }, (_, index) =>
            person(index + (index >= 280 ? 100 : 0), {
              costCentre: '70099',
              ...(index % 3 === 0 ? { lastName: 'Married' } : {}),
            }),
          ),
        ),
      );
      for (let index = 0; index < 50; index += 1) {
        await run(
          room,
          `update person set last_name = 'Edited', version = version + 1 where employee_number = '${20_100_000 + index * 3}'`,
        );
        await editPost(room, `${20_100_000 + index * 3 + 1}-1`);
      }
      const answer = await undo(ctx, id);
      expect(answer).toMatchObject({
        // 94 of the 280 who stay changed their name, and 20 people are new.
        putBack: { person: 94 - 50 + 20, assignment: 320 - 50, team: 0, learner: 0 },
        kept: { person: 50, assignment: 50, team: 0, learner: 0 },
      });
      const after = await heldBytes(room.database, ctx);
      const names = new Set((await kept(ctx, id)).map(({ label }) => label.replace(/^.*, /, '')));
      expect(names.size).toBe(100);
      const edited = (line: string): boolean => [...names].some((name) => line.includes(`"${name}"`));
      expect(after.filter((line) => !edited(line))).toEqual(before.filter((line) => !edited(line)));
      expect(before.filter((line) => edited(line)).length).toBe(100);
      expect(after.filter((line) => line.includes('Edited'))).toHaveLength(100);
      expect(await view(ctx, id)).toMatchObject({
        state: 'undone',
        undoable: false,
        undo: { putBack: answer.putBack, kept: answer.kept },
      });
    }));

  test('of the first file leaves nobody, and the data cut goes back', () =>
    inRoom(async (room) => {
      const { ctx } = room;
      const cut = () => run(room, 'select data_cut::text from trust');
      const before = await cut();
      const { id } = await importText(ctx, on(wholeStaff, '2026-10-31'), people(5));
      expect(await cut()).toEqual([{ data_cut: '2026-10-31' }]);
      expect(await undo(ctx, id)).toMatchObject({ putBack: { person: 5, assignment: 5 } });
      expect(await cut()).toEqual(before);
      expect(await heldBytes(room.database, ctx)).toEqual([]);
      expect(await run(room, 'select count(*)::int as rows from assignment')).toEqual([{ rows: 0 }]);
    }));

  test('overwrites no version: the one the file added is closed, and the earlier one stands again as a new one', () =>
    inRoom(async (room) => {
      const { ctx } = room;
      await importText(ctx, on(wholeStaff, '2026-09-30'), people(1));
      const { id } = await importText(
        ctx,
        on(wholeStaff, '2026-10-31'),
        people(1, () => ({ costCentre: '70099' })),
      );
      await undo(ctx, id);
      const versions = await run(
        room,
        `select cost_centre, valid_from::text, valid_to::text, superseded_at is null as current from assignment
         order by superseded_at nulls last, recorded_at`,
      );
      expect(versions).toEqual([
        { cost_centre: '70010', valid_from: '2026-09-30', valid_to: '2026-10-31', current: false },
        { cost_centre: '70099', valid_from: '2026-10-31', valid_to: '2026-10-31', current: false },
        { cost_centre: '70010', valid_from: '2026-09-30', valid_to: null, current: true },
      ]);
    }));

  test('keeps a new person whom a learner sheet applied later refers to, with their post', () =>
    inRoom(async (room) => {
      const { ctx } = room;
      const { id } = await importText(ctx, wholeStaff, people(3));
      await importText(ctx, someLearners, learnerSheet({ employeeNumber: '20100001' }));
      expect(await undo(ctx, id)).toMatchObject({
        putBack: { person: 2, assignment: 2 },
        kept: { person: 1, assignment: 1 },
      });
      expect(await kept(ctx, id)).toMatchObject([
        { entity: 'person', label: 'Amara Okafor, 20100001', reason: 'in-use' },
        { entity: 'assignment', label: 'Amara Okafor, 20100001-1', reason: 'in-use' },
      ]);
      expect(await run(room, 'select count(*)::int as rows from person')).toEqual([{ rows: 1 }]);
    }));

  test('twice goes back twice, one file at a time and the last first', () =>
    inRoom(async (room) => {
      const { ctx } = room;
      await importText(ctx, on(wholeStaff, '2026-08-31'), people(4));
      const first = await heldBytes(room.database, ctx);
      const second = await importText(
        ctx,
        on(wholeStaff, '2026-09-30'),
        people(4, () => ({ lastName: 'B' })),
      );
      const third = await importText(
        ctx,
        on(wholeStaff, '2026-10-31'),
        people(4, () => ({ lastName: 'C' })),
      );
      expect((await view(ctx, second.id)).undoable).toBe(false);
      expect(await undoImport(ctx, { id: second.id })).toMatchObject({
        ok: false,
        error: { code: 'not-ready' },
      });
      expect((await undo(ctx, third.id)).kept).toMatchObject({ person: 0, assignment: 0 });
      expect((await undo(ctx, second.id)).kept).toMatchObject({ person: 0, assignment: 0 });
      expect(await heldBytes(room.database, ctx)).toEqual(first);
    }));

  test('can be followed by the same file, which is not taken for imported already', () =>
    inRoom(async (room) => {
      const { ctx } = room;
      await importText(ctx, on(wholeStaff, '2026-10-31'), people(4));
      const file = people(4, () => ({ costCentre: '70099' }));
      const { id } = await importText(ctx, wholeStaff, file);
      const applied = await heldBytes(room.database, ctx);
      await undo(ctx, id);
      const again = await importText(ctx, wholeStaff, file);
      expect(again.fileIssues).toEqual([]);
      expect(await heldBytes(room.database, ctx)).toEqual(applied);
    }));

  test('makes every preview made before it out of date', () =>
    inRoom(async ({ ctx }) => {
      const { id } = await importText(ctx, wholeStaff, people(4));
      const waiting = await preview(ctx, someStaff, staffFile([person(9)]));
      await undo(ctx, id);
      expect(await apply(ctx, waiting.id)).toMatchObject({ ok: false, error: { code: 'changed-elsewhere' } });
    }));

  test('a second time, of a preview, of a stranger’s import or of none is refused', () =>
    inRoom(async ({ ctx, other }) => {
      const { id } = await importText(ctx, wholeStaff, people(2));
      const waiting = await preview(ctx, someStaff, staffFile([person(9)]));
      const code = async (who: TrustContext, of: string) => {
        const answer = await undoImport(who, { id: of });
        return answer.ok ? 'done' : answer.error.code;
      };
      expect(await code(other, id)).toBe('not-found');
      expect(await code(ctx, waiting.id)).toBe('not-ready');
      expect(await code(ctx, id)).toBe('done');
      expect(await code(ctx, id)).toBe('nothing-to-apply');
    }));

  test('twenty times at once is done once', () =>
    inRoom(async (room) => {
      const { id } = await importText(room.ctx, wholeStaff, people(20));
      const answers = await Promise.all(Array.from({ length: 20 }, () => undoImport(room.ctx, { id })));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await heldBytes(room.database, room.ctx)).toEqual([]);
    }));

  test('leaves one audit entry with counts and no name or staff number, and no staged row', () =>
    inRoom(async (room) => {
      const { id } = await importText(room.ctx, wholeStaff, people(3));
      await undo(room.ctx, id);
      const entries = await run(
        room,
        `select entity_id, after from audit_entry where action = 'imports.undoBatch'`,
      );
      expect(entries).toMatchObject([{ entity_id: id, after: { state: 'undone', putBack: { person: 3 } } }]);
      expect(JSON.stringify(entries)).not.toMatch(/Okafor|201000/);
      expect(await verifyChain(room.ctx)).toMatchObject({ whole: true });
      for (const table of ['import_row', 'import_applied']) {
        expect(await run(room, `select count(*)::int as rows from ${table}`)).toEqual([{ rows: 0 }]);
      }
    }));
});

describe('undoing a sheet', () => {
  test('puts teams back with their sources, takes new ones away and takes ended ones up', () =>
    inRoom(async (room) => {
      const { ctx } = room;
      await importText(
        ctx,
        allTeams,
        teamSheet(
          { name: 'Ward 7', costCentres: '70123; 70124', coverRates: '2027/28=26.40' },
          { name: 'Ward 8' },
        ),
      );
      const before = await heldBytes(room.database, ctx);
      const { id } = await importText(
        ctx,
        allTeams,
        teamSheet(
          { name: 'Ward 7', orgCodes: 'Elsewhere', division: 'Medicine' },
          { name: 'Ward 9', orgCodes: 'W9' },
        ),
      );
      expect(await undo(ctx, id)).toMatchObject({ putBack: { team: 3 }, kept: { team: 0 } });
      expect(await heldBytes(room.database, ctx)).toEqual(before);
    }));

  test('keeps an ended team ended when another has its name by now', () =>
    inRoom(async (room) => {
      const { ctx } = room;
      await importText(ctx, allTeams, teamSheet({ name: 'Ward 7' }, { name: 'Ward 8' }));
      const { id } = await importText(ctx, allTeams, teamSheet({ name: 'Ward 7' }));
      await run(
        room,
        `insert into team (trust_id, id, name, type) values ('${ctx.trustId}', gen_random_uuid(), 'ward 8', 'not-rostered')`,
      );
      await undo(ctx, id);
      expect(await kept(ctx, id)).toMatchObject([{ entity: 'team', label: 'Ward 8', reason: 'in-use' }]);
    }));

  test('puts learners back, and keeps the one edited since', () =>
    inRoom(async (room) => {
      const { ctx } = room;
      await importText(ctx, wholeStaff, people(4));
      const numbers = ['20100000', '20100001', '20100002'];
      await importText(
        ctx,
        allLearners,
        learnerSheet(...numbers.map((employeeNumber) => ({ employeeNumber }))),
      );
      const before = await heldBytes(room.database, ctx);
      const { id } = await importText(
        ctx,
        allLearners,
        learnerSheet(
          { employeeNumber: '20100000', supervisor: 'Dr Wrong', feePence: '4000' },
          { employeeNumber: '20100001', supervisor: 'Dr Wrong' },
          { employeeNumber: '20100003' },
        ),
      );
      await run(
        room,
        `update learner set supervisor = 'Dr Right', version = version + 1 where supervisor = 'Dr Wrong' and fee_pence is null`,
      );
      expect(await undo(ctx, id)).toMatchObject({ putBack: { learner: 3 }, kept: { learner: 1 } });
      expect(await kept(ctx, id)).toMatchObject([
        { entity: 'learner', label: 'Amara Okafor, pgcert 2026-09', reason: 'edited' },
      ]);
      const after = await heldBytes(room.database, ctx);
      expect(after.filter((line, index) => line !== before[index])).toHaveLength(1);
      expect(after.find((line, index) => line !== before[index])).toContain('Dr Right');
    }));
});
