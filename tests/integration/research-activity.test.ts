import { beforeAll, describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { everyStudy } from '../../shared/research/study-question.ts';
import { recordRegister } from '../../server/research/record-register.ts';
import { addResearcher, exampleStudy } from '../support/research.ts';
import { useServer, type Person } from '../support/server.ts';

const server = useServer();
let ask: Person['trpc'];
let studies: ReadonlyMap<string, string>;

const day = asPlainDate;

beforeAll(async () => {
  const { a } = server.trusts;
  for (const number of ['30600001', '30600002', '30600003', '30600004', '30600005', '30600006'])
    await addResearcher(server, a, {
      number,
      staffGroup: 'Nursing and Midwifery Registered',
      registrationBody: 'NMC',
    });
  await addResearcher(server, a, { number: '30600007', staffGroup: 'Medical and Dental' });
  const entry = (studyReference: string, employeeNumber: string, role: 'pi' | 'coi') => ({
    ...{ studyReference, employeeNumber, role },
    ...{ startedOn: day('2025-01-06'), endedOn: null, source: 'Delegation log' },
  });
  const recorded = await recordRegister(a.as('research'), {
    studies: [
      { ...exampleStudy, reference: 'A-1', openedOn: day('2024-12-01') },
      { ...exampleStudy, reference: 'A-2', specialty: 'Stroke', studyType: 'ctimp', status: 'in-set-up' },
      { ...exampleStudy, reference: 'A-3', specialty: null, delegationLogHeld: false },
      { ...exampleStudy, reference: 'A-4', specialty: 'Stroke', title: 'Speech after stroke' },
    ],
    entries: [
      entry('A-1', '30600001', 'pi'),
      ...['30600002', '30600003', '30600004', '30600005', '30600007'].map((number) =>
        entry('A-1', number, 'coi'),
      ),
      entry('A-4', '30600006', 'pi'),
    ],
  });
  expect(recorded.ok).toBe(true);
  ask = (await server.signIn('research')).trpc;
  const { studies: listed } = await ask.research.studies.query({ ...everyStudy, page: 0 });
  studies = new Map(listed.map(({ reference, id }) => [reference, id]));
});

const idOf = (reference: string): string => studies.get(reference)!;

const recruitment = {
  siteTarget: 60,
  recruitFrom: day('2026-01-01'),
  recruitTo: day('2026-12-31'),
  behindReason: 'Few patients',
  behindAction: 'Second clinic',
  behindOwner: 'Study team',
  behindDue: day('2027-01-31'),
  months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((month) => ({
    month: asMonth(`2026-${String(month).padStart(2, '0')}`),
    recruited: month === 10 ? 4 : 5,
  })),
};

describe('the register of studies', () => {
  it('is filtered, searched, sorted and cut by the server, and names who leads each', async () => {
    const stroke = await ask.research.studies.query({ ...everyStudy, specialty: 'Stroke', page: 0 });
    expect(stroke).toMatchObject({ found: 2, all: 4, from: 0, specialties: ['Ageing', 'Stroke'] });
    expect(stroke.studies.map(({ reference, leads }) => [reference, leads])).toEqual([
      ['A-2', []],
      ['A-4', ['Alex 30600006']],
    ]);
    const text = await ask.research.studies.query({ ...everyStudy, text: ' SPEECH ', page: 0 });
    expect(text.studies.map(({ reference }) => reference)).toEqual(['A-4']);
    const sort = { key: 'status', direction: 'descending' } as const;
    const sorted = await ask.research.studies.query({ ...everyStudy, sort, page: null });
    expect(sorted.studies.map(({ reference }) => reference)).toEqual(['A-1', 'A-3', 'A-4', 'A-2']);
    expect((await ask.research.studies.query({ ...everyStudy, page: 1 })).studies).toEqual([]);
  });
});

describe('what a director acts on', () => {
  it('lists a study as behind once its months say so, with what is done about it, and undoes', async () => {
    const studyId = idOf('A-1');
    const saved = await ask.research.saveRecruitment.mutate({ studyId, version: 1, recruitment });
    const { behind, recruitment: counts } = await ask.research.activity.query();
    expect(behind).toMatchObject([
      { reference: 'A-1', target: 60, recruited: 49, due: 50, behindAction: 'Second clinic' },
    ]);
    expect(counts).toMatchObject({ behind: 1, 'no-goal': 2 });
    const { participants, byRule } = await ask.research.activity.query();
    expect(participants).toMatchObject({ lastYear: 49, target: 60, recruited: 49, withTarget: 1 });
    expect(participants.months.at(-1)).toMatchObject({ month: '2026-10', recruited: 4, missing: 0 });
    expect(byRule).toMatchObject([{ who: 'listed', openings: 1, mayLead: null, gap: null }]);
    const shown = await ask.research.study.query({ studyId });
    expect(shown).toMatchObject({ recruitment, recruiting: { kind: 'behind', elapsedDays: 304 } });
    await expect(
      ask.research.saveRecruitment.mutate({ studyId, version: 1, recruitment }),
    ).rejects.toMatchObject({ data: { code: 'changed-elsewhere' } });
    await ask.research.undo.mutate({ changeId: saved.changeId });
    expect((await ask.research.activity.query()).behind).toEqual([]);
    expect((await ask.research.study.query({ studyId })).recruitment.months).toEqual([]);
    const backwards = { ...recruitment, recruitTo: day('2025-01-01') };
    await expect(
      ask.research.saveRecruitment.mutate({ studyId, version: 3, recruitment: backwards }),
    ).rejects.toMatchObject({ data: { code: 'bad-input' } });
  });

  it('a PI who asks to hand over makes an opening, filtered by who may lead it', async () => {
    const before = await ask.research.activity.query();
    expect(
      before.openings.map(({ reference, reason, bodies }) => [reference, reason, bodies !== null]),
    ).toEqual([['A-2', 'set-up', true]]);
    const { entries } = await ask.research.study.query({ studyId: idOf('A-4') });
    const { id, version } = entries[0]!;
    const asked = await ask.research.askHandOver.mutate({ id, version, handOverBy: day('2027-03-31') });
    const { openings, outlook, ready } = await ask.research.activity.query();
    expect(openings[1]).toMatchObject({ reference: 'A-4', reason: 'hands-over', from: '2027-03-31' });
    expect(outlook[0]).toMatchObject({
      specialty: 'Stroke',
      inSetUp: 1,
      openings: 2,
      restricted: 1,
      gap: null,
    });
    expect(ready).toBeNull();
    await ask.research.undo.mutate({ changeId: asked.changeId });
    expect((await ask.research.activity.query()).openings).toHaveLength(1);
  });

  it('lists what to put right in the register', async () => {
    const { quality } = await ask.research.activity.query();
    const found = quality
      .filter(({ count }) => count > 0)
      .map(({ kind, studies: own }) => [kind, own.map(({ reference }) => reference)]);
    expect(found).toEqual([
      ['no-log', ['A-3']],
      ['no-end-date', ['A-1', 'A-3', 'A-4']],
      ['no-specialty', ['A-3']],
    ]);
    for (const { kind, count, studies: own } of quality) {
      const list = await ask.research.studies.query({ ...everyStudy, fault: kind, page: 0 });
      expect([list.found, list.studies.map(({ reference }) => reference)]).toEqual([
        count,
        own.map(({ reference }) => reference),
      ]);
    }
    const open = { ...everyStudy, fault: 'no-end-date', status: 'open', specialty: 'Ageing' } as const;
    expect((await ask.research.studies.query({ ...open, page: 0 })).found).toBe(1);
  });
});

describe('research-active people', () => {
  it('are counted by the trust’s definition from its day on, small groups hidden with their WTE', async () => {
    const { headcounts, definition, trend } = await ask.research.people.query();
    expect(definition).toBeNull();
    expect(headcounts['staff-group']).toMatchObject({ people: 7, wteE5: 700_000 });
    expect(
      headcounts['staff-group'].groups.map(({ group, people, wteE5 }) => [group, people, wteE5]),
    ).toEqual([
      ['Medical and Dental', null, null],
      ['Nursing and Midwifery Registered', null, null],
    ]);
    expect(trend.at(-1)).toEqual({ date: '2026-11-20', people: 7 });
    expect(trend.at(0)?.people).toBe(0);
    const value = { roles: ['pi' as const], countsLearners: false, note: 'PIs alone' };
    const setting = {
      ...{
        kind: 'headcount-definition' as const,
        effectiveFrom: day('2026-04-01'),
        owner: 'R&D director',
        value,
      },
    };
    const first = await ask.research.saveSetting.mutate({ version: 0, setting });
    expect((await ask.research.people.query()).headcounts.team.people).toBeNull();
    const wider = { ...setting, value: { ...value, roles: ['pi' as const, 'coi' as const] } };
    const second = await ask.research.saveSetting.mutate({ version: 1, setting: wider });
    expect((await ask.research.people.query()).headcounts.team.people).toBe(7);
    await ask.research.undo.mutate({ changeId: second.changeId });
    expect((await ask.research.people.query()).definition?.value).toEqual(value);
    await expect(ask.research.saveSetting.mutate({ version: 0, setting })).rejects.toMatchObject({
      data: { code: 'changed-elsewhere' },
    });
    expect(first.version).toBe(1);
  });

  it('have the time their role takes beside what was gained, or a question mark', async () => {
    const value = { pi: { weeklyMinutes: 240, fundedBy: 'Department' } };
    const setting = { kind: 'role-time' as const, effectiveFrom: day('2026-04-01'), owner: 'Finance', value };
    await ask.research.saveSetting.mutate({ version: 0, setting });
    const { time } = await ask.research.people.query();
    expect(time.slice(0, 2)).toMatchObject([
      { role: 'pi', people: 2, weeklyMinutes: 240, neededMinutes: 480, gains: 0, fundedBy: 'Department' },
      { role: 'coi', people: 5, weeklyMinutes: null, neededMinutes: null },
    ]);
  });

  it('whose total of today is hidden are hidden on the last day of the trend too', async () => {
    const { a } = server.trusts;
    const number = '30600008';
    await addResearcher(server, a, { number, staffGroup: 'Nursing and Midwifery Registered' });
    const eighth = { studyReference: 'A-5', employeeNumber: number, role: 'coi' as const };
    const since = { startedOn: day('2025-01-06'), endedOn: null, source: 'Delegation log' };
    const studies = [{ ...exampleStudy, reference: 'A-5' }];
    const recorded = await recordRegister(a.as('research'), { studies, entries: [{ ...eighth, ...since }] });
    expect(recorded.ok).toBe(true);
    const value = { roles: ['pi' as const, 'coi' as const], countsLearners: false, note: 'Both' };
    const from = { effectiveFrom: day('2026-10-01'), owner: 'R&D director' };
    const setting = { kind: 'headcount-definition' as const, ...from, value };
    await ask.research.saveSetting.mutate({ version: 0, setting });
    const { headcounts, trend } = await ask.research.people.query();
    // One doctor and seven nurses: from a total of 8, and two hidden groups, the doctor could be worked out.
    expect(headcounts['staff-group'].people).toBeNull();
    expect(trend.slice(-2)).toEqual([
      { date: '2025-11-20', people: 8 },
      { date: '2026-11-20', people: null },
    ]);
  });
});
