import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withTrust, type TrustContext } from '../../server/db/with-trust.ts';
import { listImportRows } from '../../server/imports/list-import-rows.ts';
import { listKept } from '../../server/imports/list-kept.ts';
import { undoImport } from '../../server/imports/undo-import.ts';
import { readDelegationEntries, readStudies } from '../../server/research/read.ts';
import { readSupervised, readSupervisors } from '../../server/supervisors/read.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { heldBytes } from '../support/held-bytes.ts';
import { apply, importText, preview, wholeStaff } from '../support/imports.ts';
import { adding, fileOf, learnerSheet, listing, someLearners } from '../support/sheets.ts';
import { person, staffFile } from '../support/staff-file.ts';
import { studyList, studyListMapping } from '../support/study-list.ts';
import { openTestTrusts } from '../support/trusts.ts';

type Texts = Readonly<Record<string, string>>;

let database: TestDatabase;
let ctx: TrustContext;

beforeEach(async () => {
  database = await freshDatabase();
  ctx = (await openTestTrusts(database.database)).a.as('workforce');
});

afterEach(() => database.close());

const studies = () => withTrust(ctx, (tx) => readStudies(tx, ctx.trustId));
const entries = () => withTrust(ctx, (tx) => readDelegationEntries(tx, ctx.trustId));
const supervisors = () => withTrust(ctx, (tx) => readSupervisors(tx, ctx.trustId));
const hours = () =>
  database.asApp<{ week: string; minutes: number; source: string }>(
    { trustId: ctx.trustId },
    'select week::text, minutes, source from hours_taken order by week',
  );

/** Every row of a preview as its outcome with the codes of its issues. */
async function outcomes(id: string): Promise<readonly (readonly string[])[]> {
  const page = await listImportRows(ctx, { id, outcome: null, after: 0, limit: 200 });
  if (!page.ok) throw new Error(page.error.message);
  return page.value.rows.map(({ outcome, issues }) => [outcome, ...issues.map(({ code }) => code)]);
}

async function undo(id: string) {
  const undone = await undoImport(ctx, { id });
  if (!undone.ok) throw new Error(undone.error.message);
  return undone.value;
}

const study = (cells: Texts = {}): Texts => ({
  reference: 'ONCO-01',
  title: 'A trial',
  status: 'Open',
  studyType: 'Clinical trial of a medicine',
  openedOn: '01/02/2026',
  plannedClose: '31/03/2028',
  delegationLogHeld: 'yes',
  ...cells,
});

const entry = (cells: Texts = {}): Texts => ({
  studyReference: 'ONCO-01',
  employeeNumber: '20100000',
  role: 'PI',
  startedOn: '01/03/2026',
  ...cells,
});

const someStudies = (...rows: Texts[]) => importText(ctx, adding('studies'), fileOf('studies', rows));
const staff = (count: number) =>
  importText(ctx, wholeStaff, staffFile(Array.from({ length: count }, (_, index) => person(index))));

describe('a study list', () => {
  test('goes in whole, changes what it says, leaves what it has no column for, and ends nothing', async () => {
    await someStudies(
      study({ cpmsId: '12345', commercial: 'non-commercial' }),
      study({ reference: 'CARD-02' }),
    );
    expect((await studies()).map(({ reference }) => reference)).toEqual(['CARD-02', 'ONCO-01']);
    expect((await studies())[1]).toMatchObject({
      status: 'open',
      studyType: 'ctimp',
      openedOn: '2026-02-01',
      cpmsId: '12345',
      commercial: false,
      delegationLogHeld: true,
      version: 1,
    });
    const narrow = fileOf('studies', [study({ title: 'Renamed' })], ['reference', 'title', 'status']);
    const batch = await importText(ctx, adding('studies'), narrow);
    expect(batch.counts).toMatchObject({ changed: 1, new: 0, leavers: 0, heldBefore: 2, heldAfter: 2 });
    expect((await studies())[1]).toMatchObject({ title: 'Renamed', cpmsId: '12345', version: 2 });
    const again = await preview(ctx, adding('studies'), narrow);
    expect(again).toMatchObject({ changes: 0, counts: { unchanged: 1 } });
    expect(again.fileIssues[0]?.code).toBe('ALREADY_IMPORTED');
  });

  test('an empty cell empties, except where a yes or no is needed', async () => {
    await someStudies(study({ cpmsId: '12345' }));
    await someStudies(study({ cpmsId: '', delegationLogHeld: '' }));
    expect((await studies())[0]).toMatchObject({ cpmsId: null, delegationLogHeld: true });
  });

  test('rows that cannot be true are refused, each with its reason', async () => {
    await staff(1);
    await someStudies(study(), study({ reference: 'CLOSED', status: 'Closed', closedOn: '01/06/2026' }));
    await importText(ctx, adding('delegation'), fileOf('delegation', [entry()]));
    const rows = [
      study({ reference: 'A', status: 'Finished' }),
      study({ reference: 'B', status: 'Closed', closedOn: '01/01/2026' }),
      study({ reference: 'C', status: 'Closed' }),
      study({ reference: 'D' }),
      study({ reference: 'D', title: 'Another' }),
      study({ openedOn: '02/03/2026' }),
      study({ reference: 'E' }),
    ];
    const batch = await preview(ctx, adding('studies'), fileOf('studies', rows));
    expect(await outcomes(batch.id)).toEqual([
      ['rejected', 'NOT_IN_LIST'],
      ['rejected', 'CELLS_DISAGREE'],
      ['rejected', 'CELLS_DISAGREE'],
      ['rejected', 'DUPLICATE_IN_FILE'],
      ['rejected', 'DUPLICATE_IN_FILE'],
      ['rejected', 'DISAGREES_WITH_LOG'],
      ['new'],
    ]);
    expect(batch.counts).toMatchObject({
      records: 7,
      accepted: 1,
      rejected: 6,
      byCode: { DISAGREES_WITH_LOG: 1, CELLS_DISAGREE: 2 },
    });
    const closed = fileOf('studies', [study({ reference: 'CLOSED' })], ['reference', 'title', 'status']);
    const open = await preview(ctx, adding('studies'), closed);
    expect(await outcomes(open.id)).toEqual([['rejected', 'DISAGREES_WITH_HELD']]);
    const noLog = await preview(
      ctx,
      adding('studies'),
      fileOf('studies', [study({ delegationLogHeld: 'no' })]),
    );
    expect(await outcomes(noLog.id)).toEqual([['rejected', 'DISAGREES_WITH_LOG']]);
  });

  test('undone, untouched studies go back byte for byte; edited ones and those with a log stay and are listed', async () => {
    await staff(1);
    await someStudies(study(), study({ reference: 'KEEP' }));
    const before = await heldBytes(database, ctx);
    const batch = await someStudies(
      study({ title: 'Renamed' }),
      study({ reference: 'NEW-1' }),
      study({ reference: 'NEW-2' }),
      study({ reference: 'NEW-3' }),
    );
    await importText(ctx, adding('delegation'), fileOf('delegation', [entry({ studyReference: 'NEW-1' })]));
    await database.asApp(
      { trustId: ctx.trustId },
      `update study set title = 'Edited', version = version + 1 where reference = 'NEW-2'`,
    );
    expect(await undo(batch.id)).toMatchObject({ putBack: { study: 2 }, kept: { study: 2 } });
    const kept = await listKept(ctx, { id: batch.id, after: 0, limit: 10 });
    expect(kept.ok && kept.value.records.map(({ label, reason }) => [label, reason])).toEqual([
      ['NEW-1, A trial', 'in-use'],
      ['NEW-2, Edited', 'edited'],
    ]);
    const now = (await heldBytes(database, ctx)).filter((line) => !line.includes('NEW-'));
    expect(now.filter((line) => line.includes('"reference"'))).toEqual(
      before.filter((line) => line.includes('"reference"')),
    );
  });

  test('what somebody changed after the preview is not overwritten', async () => {
    await someStudies(study());
    const batch = await preview(ctx, adding('studies'), fileOf('studies', [study({ title: 'From file' })]));
    await database.asApp(
      { trustId: ctx.trustId },
      `update study set title = 'By hand', version = version + 1`,
    );
    expect(await apply(ctx, batch.id)).toMatchObject({ ok: false, error: { code: 'changed-elsewhere' } });
    expect((await studies())[0]?.title).toBe('By hand');
  });
});

describe('a delegation log', () => {
  beforeEach(async () => {
    await staff(3);
    await someStudies(
      study(),
      study({ reference: 'SHUT', status: 'Closed', closedOn: '30/06/2026' }),
      study({ reference: 'NO-LOG', delegationLogHeld: 'no' }),
    );
  });

  const log = (...rows: Texts[]) => fileOf('delegation', rows);

  test('goes in with every usual word for a role, and changes an end', async () => {
    const batch = await importText(
      ctx,
      adding('delegation'),
      log(
        entry({ role: 'CI' }),
        entry({ employeeNumber: '20100001', role: 'Sub-I', source: 'Site file' }),
        entry({ employeeNumber: '20100002', role: 'co-i' }),
        entry({ employeeNumber: '20100002', role: 'Associate PI' }),
      ),
    );
    expect(batch.counts).toMatchObject({ new: 4, heldBefore: 0, heldAfter: 4 });
    const held = await entries();
    expect(held.map(({ role, source }) => [role, source]).sort()).toEqual([
      ['associate-pi', 'Imported delegation log'],
      ['coi', 'Imported delegation log'],
      ['coi', 'Site file'],
      ['pi', 'Imported delegation log'],
    ]);
    const ended = await importText(ctx, adding('delegation'), log(entry({ endedOn: '31/10/2026' })));
    expect(ended.counts).toMatchObject({ changed: 1, new: 0 });
    expect((await entries()).find(({ role }) => role === 'pi')).toMatchObject({
      endedOn: '2026-10-31',
      source: 'Imported delegation log',
      version: 2,
    });
  });

  test('rows that do not fit the register are refused, each with its reason', async () => {
    await importText(ctx, adding('delegation'), log(entry()));
    const rows = [
      entry({ studyReference: 'NOWHERE' }),
      entry({ employeeNumber: '29999999' }),
      entry({ role: 'Research nurse' }),
      entry({ endedOn: '01/01/2026' }),
      entry({ studyReference: 'NO-LOG' }),
      entry({ employeeNumber: '20100001', startedOn: '01/01/2026' }),
      entry({ employeeNumber: '20100001', studyReference: 'SHUT', endedOn: '01/07/2026' }),
      entry({ startedOn: '01/04/2026' }),
      entry({ employeeNumber: '20100002' }),
      entry({ employeeNumber: '20100002', startedOn: '01/05/2026' }),
      entry({ employeeNumber: '20100001', role: 'co-i' }),
      entry({ employeeNumber: '20100001', role: 'co-i' }),
    ];
    const batch = await preview(ctx, adding('delegation'), log(...rows));
    expect(await outcomes(batch.id)).toEqual([
      ['rejected', 'UNKNOWN_STUDY'],
      ['rejected', 'UNKNOWN_EMPLOYEE'],
      ['rejected', 'NOT_IN_LIST'],
      ['rejected', 'ENDS_BEFORE_START'],
      ['rejected', 'LOG_NOT_HELD'],
      ['rejected', 'OUTSIDE_STUDY'],
      ['rejected', 'OUTSIDE_STUDY'],
      ['rejected', 'ENTRY_OVERLAPS'],
      ['rejected', 'ENTRY_OVERLAPS'],
      ['rejected', 'ENTRY_OVERLAPS'],
      ['new'],
      ['rejected', 'DUPLICATE_IN_FILE'],
    ]);
    expect(batch.counts).toMatchObject({
      accepted: 1,
      rejected: 11,
      byCode: { ENTRY_OVERLAPS: 3, UNKNOWN_STUDY: 1, OUTSIDE_STUDY: 2 },
    });
    const [first] = (await rowsOf(batch.id)) as {
      after: unknown;
      issues: { message: string; column: string }[];
    }[];
    expect(first).toMatchObject({
      after: { texts: { studyReference: 'NOWHERE', role: 'PI' } },
      issues: [{ column: 'Study Reference', record: 1, line: 2, refuses: true }],
    });
  });

  test('an entry that the file itself ends makes room for the next one', async () => {
    await importText(ctx, adding('delegation'), log(entry()));
    const batch = await preview(
      ctx,
      adding('delegation'),
      log(entry({ endedOn: '31/05/2026' }), entry({ startedOn: '01/06/2026' })),
    );
    expect(await outcomes(batch.id)).toEqual([['changed'], ['new']]);
  });

  test('as the whole log proposes the end of roles it does not name, and never of somebody it names but cannot read', async () => {
    await importText(
      ctx,
      adding('delegation'),
      log(
        entry(),
        entry({ employeeNumber: '20100001', role: 'co-i' }),
        entry({ employeeNumber: '20100002', role: 'co-i' }),
        entry({ employeeNumber: '20100002', studyReference: 'SHUT', role: 'co-i' }),
      ),
    );
    const before = await heldBytes(database, ctx);
    const batch = await preview(
      ctx,
      listing('delegation'),
      log(entry(), entry({ employeeNumber: '20100001', role: 'unreadable' })),
    );
    expect(batch).toMatchObject({
      counts: { unchanged: 1, leavers: 1, rejected: 1, heldBefore: 3, heldAfter: 2 },
      confirm: { leavers: true },
    });
    expect(await apply(ctx, batch.id)).toMatchObject({ ok: true, value: { changes: 1 } });
    expect((await entries()).map(({ endedOn }) => endedOn).filter((day) => day !== null)).toEqual([
      '2026-11-19',
    ]);
    expect(await undo(batch.id)).toMatchObject({
      putBack: { delegation_entry: 1 },
      kept: { delegation_entry: 0 },
    });
    expect(await heldBytes(database, ctx)).toEqual(before);
  });
});

async function rowsOf(id: string): Promise<readonly unknown[]> {
  const page = await listImportRows(ctx, { id, outcome: null, after: 0, limit: 200 });
  return page.ok ? page.value.rows : [];
}

describe('a supervisor list', () => {
  const one = (cells: Texts = {}): Texts => ({
    name: 'Dr Ash',
    kind: 'internal',
    slots: '3',
    activeFrom: '01/09/2024',
    ...cells,
  });

  test('links the learners who name them, proposes an end for whom a whole list leaves out, and is undone with its links', async () => {
    await staff(1);
    await importText(ctx, someLearners, learnerSheet({ supervisor: 'Dr Ash' }));
    const before = await heldBytes(database, ctx);
    const first = await importText(
      ctx,
      listing('supervisors'),
      fileOf('supervisors', [
        one(),
        one({ name: 'Prof Birch', kind: 'external', employer: 'Leeds', letter: 'letter of access' }),
      ]),
    );
    expect((await supervisors())[1]).toMatchObject({
      kind: 'external',
      letter: 'letter-of-access',
      slots: 3,
    });
    const linked = await withTrust(ctx, (tx) => readSupervised(tx, ctx.trustId));
    expect(linked[0]?.supervisorId).toBe((await supervisors())[0]?.id);

    const less = await importText(ctx, listing('supervisors'), fileOf('supervisors', [one({ slots: '4' })]));
    expect(less.counts).toMatchObject({ changed: 1, leavers: 1, heldBefore: 2, heldAfter: 1 });
    expect((await supervisors()).map(({ slots, activeTo }) => [slots, activeTo])).toEqual([
      [4, null],
      [3, '2026-11-19'],
    ]);
    await undo(less.id);
    expect(await undo(first.id)).toMatchObject({ putBack: { supervisor: 2 }, kept: { supervisor: 0 } });
    expect(await heldBytes(database, ctx)).toEqual(before);
  });

  test('an external one needs an employer, and each stands once', async () => {
    const rows = [
      one({ kind: 'external' }),
      one({ name: 'B', slots: '51' }),
      one({ name: 'C' }),
      one({ name: 'C' }),
    ];
    const batch = await preview(ctx, adding('supervisors'), fileOf('supervisors', rows));
    expect(await outcomes(batch.id)).toEqual([
      ['rejected', 'CELLS_DISAGREE'],
      ['rejected', 'OUT_OF_RANGE'],
      ['new'],
      ['rejected', 'DUPLICATE_IN_FILE'],
    ]);
  });
});

describe('roster hours', () => {
  const hour = (cells: Texts): Texts => ({ employeeNumber: '20100000', minutes: '7.5', ...cells });
  const roster = (...rows: Texts[]) => fileOf('roster-hours', rows);

  beforeEach(async () => {
    await staff(2);
    await importText(ctx, someLearners, learnerSheet({}));
  });

  test('days of one week are added up, a week stands as it is, and a typed week is changed with what it was', async () => {
    const first = await importText(
      ctx,
      adding('roster-hours'),
      roster(
        hour({ weekCommencing: '05/10/2026' }),
        hour({ date: '13/10/2026', minutes: '3.75' }),
        hour({ date: '18/10/2026', minutes: '2' }),
      ),
    );
    expect(first.counts).toMatchObject({ records: 3, new: 2, unchanged: 1, heldAfter: 2 });
    expect(await hours()).toEqual([
      { week: '2026-10-05', minutes: 450, source: 'roster' },
      { week: '2026-10-12', minutes: 345, source: 'roster' },
    ]);
    await database.asApp({ trustId: ctx.trustId }, `update hours_taken set source = 'typed', minutes = 60`);
    const before = await heldBytes(database, ctx);
    const second = await importText(
      ctx,
      adding('roster-hours'),
      roster(hour({ weekCommencing: '05/10/2026' })),
    );
    expect(await rowsOf(second.id)).toMatchObject([
      {
        outcome: 'changed',
        before: { minutes: 60, source: 'typed' },
        after: { minutes: 450, source: 'roster' },
      },
    ]);
    expect(await undo(second.id)).toMatchObject({ putBack: { hours_taken: 1 } });
    expect(await heldBytes(database, ctx)).toEqual(before);
  });

  test('a week stands or falls whole, and only who studies in it has one', async () => {
    const rows = [
      hour({ date: '13/10/2026' }),
      hour({ date: '14/10/2026', minutes: 'x' }),
      hour({ date: '20/10/2026' }),
      hour({ date: '20/10/2026' }),
      hour({ weekCommencing: '26/10/2026' }),
      hour({ date: '27/10/2026' }),
      hour({ date: '03/11/2026' }),
      hour({ date: '03/11/2026', minutes: '1' }),
      hour({ date: '04/11/2026' }),
      hour({ weekCommencing: '06/10/2026' }),
      hour({}),
      hour({ weekCommencing: '05/10/2026', date: '05/10/2026' }),
      hour({ employeeNumber: '20100001', date: '13/10/2026' }),
      hour({ employeeNumber: '29999999', date: '13/10/2026' }),
      hour({ weekCommencing: '14/09/2026' }),
      hour({ date: '10/11/2026', minutes: '25' }),
    ];
    const batch = await preview(ctx, adding('roster-hours'), roster(...rows));
    expect(await outcomes(batch.id)).toEqual([
      ['rejected', 'WEEK_INCOMPLETE'],
      ['rejected', 'BAD_NUMBER'],
      ['new'],
      ['rejected', 'DUPLICATE_IN_FILE'],
      ['rejected', 'DUPLICATE_IN_FILE'],
      ['rejected', 'DUPLICATE_IN_FILE'],
      ['rejected', 'DUPLICATE_IN_FILE'],
      ['rejected', 'DUPLICATE_IN_FILE'],
      ['rejected', 'WEEK_INCOMPLETE'],
      ['rejected', 'OUT_OF_RANGE'],
      ['rejected', 'REQUIRED'],
      ['rejected', 'CELLS_DISAGREE'],
      ['rejected', 'NOT_A_LEARNER'],
      ['rejected', 'UNKNOWN_EMPLOYEE'],
      ['rejected', 'NOT_A_LEARNER'],
      ['rejected', 'OUT_OF_RANGE'],
    ]);
    await apply(ctx, batch.id);
    expect(await hours()).toEqual([{ week: '2026-10-19', minutes: 450, source: 'roster' }]);
  });
});

test('a second list under headings and words that are not ours changes what changed and nothing else', async () => {
  const rows = 1_500;
  const layout = { ...studyListMapping, id: 'their-list' };
  const list = studyList(rows);
  const batch = await importText(ctx, adding('studies'), list, layout);
  expect(batch.counts).toMatchObject({ records: rows, new: rows, rejected: 0, heldAfter: rows });
  const before = await studies();
  const later = list.replaceAll(/Trial of care (\d*0),/g, 'Renamed $1,');
  const second = await importText(ctx, adding('studies'), later, layout);
  expect(second.counts).toMatchObject({ changed: rows / 10, unchanged: rows - rows / 10, new: 0 });
  expect(await studies()).toEqual(
    before.map((held, index) =>
      index % 10 === 0 ? { ...held, title: `Renamed ${index}`, version: 2 } : held,
    ),
  );
});
