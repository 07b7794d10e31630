import { beforeAll, describe, expect, it } from 'vitest';
import { addEntry } from '../../server/research/add-entry.ts';
import { endEntry } from '../../server/research/end-entry.ts';
import { saveStudy } from '../../server/research/save-study.ts';
import { showStudy } from '../../server/research/show-study.ts';
import { undoChange } from '../../server/research/undo-change.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import type { Result } from '../../shared/core/result.ts';
import { useDatabase } from '../support/database.ts';
import { addResearcher, exampleStudy } from '../support/research.ts';
import { openTestTrusts, type TestTrust } from '../support/trusts.ts';

const db = useDatabase();
let a: TestTrust;
let references = 0;

beforeAll(async () => {
  ({ a } = await openTestTrusts(db.database));
  await addResearcher(db, a, {
    number: '30300001',
    staffGroup: 'Nursing and Midwifery Registered',
    registrationBody: 'Nursing and Midwifery Council',
  });
  await addResearcher(db, a, { number: '30300002', staffGroup: 'Administrative and Clerical' });
});

function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

const codeOf = (result: Result<unknown>): string | null => (result.ok ? null : result.error.code);
const as = () => a.as('research');
const shown = async (studyId: string) => got(await showStudy(as(), { studyId }));

async function newStudy(over: object = {}) {
  references += 1;
  const study = { ...exampleStudy, reference: `W-${references}`, ...over };
  return { study, ...got(await saveStudy(as(), { known: null, study })) };
}

const entry = (studyId: string, over: object = {}) => ({
  studyId,
  employeeNumber: '30300001',
  role: 'pi' as const,
  startedOn: asPlainDate('2025-03-01'),
  endedOn: null,
  source: 'Delegation log',
  ...over,
});

describe('a study', () => {
  it('is added, changed with its version, refused to whoever saw an older one, and put back field by field', async () => {
    const { id, study } = await newStudy();
    const before = (await shown(id)).study;
    const changed = { ...study, title: 'Another title', commercial: true, sites: 'Main site' };
    const saved = got(await saveStudy(as(), { known: { id, version: 1 }, study: changed }));
    expect((await shown(id)).study).toMatchObject({ title: 'Another title', version: 2 });
    expect(codeOf(await saveStudy(as(), { known: { id, version: 1 }, study }))).toBe('changed-elsewhere');
    got(await undoChange(as(), { changeId: saved.changeId }));
    expect((await shown(id)).study).toEqual({ ...before, version: 3 });
    expect(codeOf(await undoChange(as(), { changeId: saved.changeId }))).toBe('already-applied');
  });

  it('that was added goes by undo, and stays once somebody is on its log', async () => {
    const { id, changeId } = await newStudy();
    const added = got(await addEntry(as(), entry(id)));
    expect(codeOf(await undoChange(as(), { changeId }))).toBe('changed-elsewhere');
    got(await undoChange(as(), { changeId: added.changeId }));
    got(await undoChange(as(), { changeId }));
    expect(codeOf(await showStudy(as(), { studyId: id }))).toBe('not-found');
  });

  it('is refused with a reference that another has, with days that cannot be true or that its log contradicts', async () => {
    const { id, study } = await newStudy();
    expect(codeOf(await saveStudy(as(), { known: null, study }))).toBe('already-applied');
    const closed = { ...study, status: 'closed' as const };
    expect(codeOf(await saveStudy(as(), { known: { id, version: 1 }, study: closed }))).toBe('bad-input');
    got(await addEntry(as(), entry(id)));
    const late = { ...study, openedOn: asPlainDate('2025-03-02') };
    expect(codeOf(await saveStudy(as(), { known: { id, version: 1 }, study: late }))).toBe('bad-input');
  });

  it('cannot be undone when somebody changed it since', async () => {
    const { id, study } = await newStudy();
    const first = got(
      await saveStudy(as(), { known: { id, version: 1 }, study: { ...study, sites: 'One' } }),
    );
    got(await saveStudy(as(), { known: { id, version: 2 }, study: { ...study, sites: 'Two' } }));
    expect(codeOf(await undoChange(as(), { changeId: first.changeId }))).toBe('changed-elsewhere');
    expect((await shown(id)).study.sites).toBe('Two');
  });
});

describe('an entry on a log', () => {
  it('warns of a Principal Investigator whom the rule does not name, with the reason, and is written', async () => {
    const { id } = await newStudy({ studyType: 'ctimp' });
    expect(got(await addEntry(as(), entry(id))).warning).toBeNull();
    const added = got(await addEntry(as(), entry(id, { employeeNumber: '30300002' })));
    expect(added.warning).toContain('No registration is known');
    const { entries } = await shown(id);
    expect(entries.map(({ warning }) => warning !== null)).toEqual([false, true]);
    const other = got(await addEntry(as(), entry(id, { employeeNumber: '30300002', role: 'other' })));
    expect(other.warning).toBeNull();
  });

  it.each([
    ['bad-input', 'before the study opened', { startedOn: asPlainDate('2025-02-28') }],
    ['not-found', 'of somebody who is not in the staff', { employeeNumber: '39999999' }],
    ['not-found', 'of no study', { studyId: '00000000-0000-7000-8000-000000000000' }],
  ])('is refused with %s when it is %s', async (code, _what, over) => {
    const { id } = await newStudy({ openedOn: asPlainDate('2025-03-01') });
    expect(codeOf(await addEntry(as(), entry(id, over)))).toBe(code);
  });

  it('is one of two that two people add at the same moment', async () => {
    const { id } = await newStudy();
    const answers = await Promise.all([addEntry(as(), entry(id)), addEntry(as(), entry(id))]);
    expect(answers.map(codeOf).sort()).toEqual(['bad-input', null].sort());
    expect((await shown(id)).entries).toHaveLength(1);
  });

  it('ends on a day, is open again after undo, and may start anew the day after its end', async () => {
    const { id } = await newStudy();
    const { id: entryId } = got(await addEntry(as(), entry(id)));
    const endedOn = asPlainDate('2026-06-30');
    const ended = got(await endEntry(as(), { id: entryId, version: 1, endedOn }));
    expect((await shown(id)).entries[0]).toMatchObject({ endedOn, held: false, version: 2 });
    expect(codeOf(await endEntry(as(), { id: entryId, version: 1, endedOn }))).toBe('changed-elsewhere');
    expect(
      codeOf(await endEntry(as(), { id: entryId, version: 2, endedOn: asPlainDate('2025-02-01') })),
    ).toBe('bad-input');
    expect(codeOf(await addEntry(as(), entry(id, { startedOn: endedOn })))).toBe('bad-input');
    got(await undoChange(as(), { changeId: ended.changeId }));
    expect((await shown(id)).entries[0]).toMatchObject({ endedOn: null, held: true, version: 3 });
  });
});

describe('the audit log', () => {
  it('has one entry for every write, undo too, without names or staff numbers', async () => {
    const rows = () =>
      db.asApp<{ action: string; text: string }>(
        { trustId: a.id },
        'select action, concat(before, after) as text from audit_entry order by seq',
      );
    const known = (await rows()).length;
    const { id, changeId } = await newStudy();
    const { changeId: ofEntry } = got(await addEntry(as(), entry(id)));
    got(await undoChange(as(), { changeId: ofEntry }));
    got(await undoChange(as(), { changeId }));
    const added = (await rows()).slice(known);
    expect(added.map(({ action }) => action)).toEqual([
      'research.saveStudy',
      'research.addEntry',
      'research.undo',
      'research.undo',
    ]);
    for (const { text } of added) expect(text).not.toMatch(/30300001|Alex|Cohort/);
  });
});
