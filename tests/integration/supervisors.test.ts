import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import type { Result } from '../../shared/core/result.ts';
import { newId } from '../../server/db/new-id.ts';
import { recordSupervisors } from '../../server/supervisors/record-supervisors.ts';
import { saveSupervisor } from '../../server/supervisors/save-supervisor.ts';
import { showSupervisors } from '../../server/supervisors/show-supervisors.ts';
import { undoSupervisor } from '../../server/supervisors/undo-supervisor.ts';
import { addResearcher } from '../support/research.ts';
import { useServer } from '../support/server.ts';
import { exampleSupervisor } from '../support/supervisors.ts';

const server = useServer();
const as = () => server.trusts.a.as('workforce');

function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

const codeOf = (result: Result<unknown>): string | null => (result.ok ? null : result.error.code);
const shown = async () => got(await showSupervisors(as()));

async function addLearner(number: string, supervisor: string | null, intake: string, status: string) {
  const personId = await addResearcher(server, server.trusts.a, {
    number,
    staffGroup: 'Allied Health Professionals',
  });
  await server.asApp(
    { trustId: server.trusts.a.id },
    `insert into learner (trust_id, id, person_id, route, university, stage, intake_month, study_day_rule, supervisor, status, status_date)
     values ($1, $2, $3, 'framework', 'kings', 'pgcert', $4, 'lapses', $5, $6, '2026-09-01')`,
    [server.trusts.a.id, newId(), personId, intake, supervisor, status],
  );
}

describe('supervisors', () => {
  it('used slots count the learners whose register says exactly the name, and only those with a place', async () => {
    await addLearner('30500001', 'Dr Robin Example', '2026-09', 'enrolled');
    await addLearner('30500002', 'Dr Robin Example', '2026-09', 'withdrawn');
    await addLearner('30500003', 'dr robin example', '2027-09', 'offered');
    await addLearner('30500004', 'Dr Robin Example', '2027-09', 'offered');
    await addLearner('30500005', null, '2027-09', 'interested');
    got(await saveSupervisor(as(), { known: null, supervisor: { ...exampleSupervisor, slots: 1 } }));
    const page = await (await server.signIn('finance')).trpc.supervisors.list.query();
    expect(page.supervisors).toMatchObject([{ name: 'Dr Robin Example', used: 1, counted: 1 }]);
    expect(page.namedElsewhere).toBe(1);
    const september = page.intakes.find(({ month }) => month === '2027-09')!;
    expect(september).toMatchObject({ exist: 1, withoutSupervisor: 1 });
    expect(september.short).toBe(september.needed - 1);
    expect(september.ifAllCome).toBe(september.needed + 1);
    const linked = await server.asApp<{ n: number }>(
      { trustId: server.trusts.a.id },
      'select count(*)::int as n from learner where supervisor_id is not null',
    );
    expect(linked).toEqual([{ n: 3 }]);
  });

  it('is changed with a version, refused to whoever saw an older one, and put back', async () => {
    const before = (await shown()).supervisors[0]!;
    const { id, version } = before;
    const known = { id, version: 1 };
    const supervisor = { ...exampleSupervisor, slots: 5 };
    const saved = got(await saveSupervisor(as(), { known, supervisor }));
    expect(codeOf(await saveSupervisor(as(), { known, supervisor }))).toBe('changed-elsewhere');
    got(await undoSupervisor(as(), { changeId: saved.changeId }));
    expect((await shown()).supervisors[0]).toEqual({ ...before, version: 3 });
    expect(version).toBe(1);
    expect(codeOf(await undoSupervisor(as(), { changeId: saved.changeId }))).toBe('already-applied');
  });

  it('from outside lose their slots when the letter runs out, and are listed before', async () => {
    const external = {
      ...exampleSupervisor,
      name: 'Professor Sam Outside',
      kind: 'external' as const,
      employer: 'Example University',
      letter: 'letter-of-access' as const,
      letterExpires: asPlainDate('2027-01-31'),
    };
    const { id, changeId } = got(await saveSupervisor(as(), { known: null, supervisor: external }));
    const page = await shown();
    expect(page.expiring).toEqual([id]);
    expect(page.intakes.map(({ month, exist }) => [month, exist])).toEqual([
      ['2026-11', 3],
      ['2027-09', 1],
    ]);
    got(await undoSupervisor(as(), { changeId }));
    expect((await shown()).supervisors).toHaveLength(1);
  });

  it('with a name that another has is refused, and a list is recorded whole or not at all', async () => {
    expect(codeOf(await saveSupervisor(as(), { known: null, supervisor: exampleSupervisor }))).toBe(
      'already-applied',
    );
    const others = [{ ...exampleSupervisor, name: 'New One' }, exampleSupervisor];
    expect(codeOf(await recordSupervisors(as(), others))).toBe('already-applied');
    expect((await shown()).supervisors).toHaveLength(1);
  });

  it('that was added and is undone leaves the learners linked to nobody', async () => {
    await addLearner('30500006', 'Dr Jo Later', '2027-09', 'funded');
    const jo = { ...exampleSupervisor, name: 'Dr Jo Later' };
    const { changeId } = got(await saveSupervisor(as(), { known: null, supervisor: jo }));
    got(await undoSupervisor(as(), { changeId }));
    const rows = await server.asApp<{ supervisor_id: string | null }>(
      { trustId: server.trusts.a.id },
      `select supervisor_id from learner where supervisor = 'Dr Jo Later'`,
    );
    expect(rows).toEqual([{ supervisor_id: null }]);
  });
});
