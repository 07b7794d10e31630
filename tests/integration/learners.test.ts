import { beforeAll, describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import type { Result } from '../../shared/core/result.ts';
import { addLearner } from '../../server/learners/add-learner.ts';
import { moveLearner } from '../../server/learners/move-learner.ts';
import { recordReadiness } from '../../server/learners/record-readiness.ts';
import { showLearner } from '../../server/learners/show-learner.ts';
import { showRegister } from '../../server/learners/show-register.ts';
import { undoMove } from '../../server/learners/undo-move.ts';
import { updateAgreement } from '../../server/learners/update-agreement.ts';
import { useDatabase } from '../support/database.ts';
import { agreed, interest, interested, ready, staffMember, step } from '../support/register.ts';
import { openTestTrusts, type TestTrust } from '../support/trusts.ts';

const db = useDatabase();
let a: TestTrust;
let b: TestTrust;

beforeAll(async () => {
  ({ a, b } = await openTestTrusts(db.database));
});

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
const codeOf = (result: Result<unknown>): string | null => (result.ok ? null : result.error.code);

const show = async (learnerId: string) => valueOf(await showLearner(a.as('read-only'), { learnerId }));

const rowOf = async (learnerId: string) => {
  const [row] = await db.asApp<Record<string, unknown>>(
    { trustId: a.id },
    `select status, status_date, started_on, interrupted_on, returns_on, withdrawn_on, qualified_on, interruptions,
     funding_source from learner where id = $1`,
    [learnerId],
  );
  return row;
};

const audits = () =>
  db.asApp<{ action: string; before: unknown; after: unknown }>(
    { trustId: a.id },
    'select action, before, after from audit_entry order by seq',
  );

/** Takes somebody from interest to the course. */
async function enrolled() {
  const start = await interested(a, db);
  const { learnerId } = start;
  const as = a.as('workforce');
  let { version } = valueOf(await updateAgreement(as, agreed(start)));
  for (const move of ['apply', 'offer', 'fund', 'enrol'] as const) {
    const fundingSource = move === 'fund' ? 'nihr-bursary' : null;
    ({ version } = valueOf(await moveLearner(as, step({ learnerId, version }, { move, fundingSource }))));
  }
  return { ...start, version };
}

describe('the register of interest', () => {
  it('takes somebody of the staff file once for a stage, and says nothing of them in the log', async () => {
    const employeeNumber = await staffMember(a, db);
    const { learnerId } = valueOf(await addLearner(a.as('workforce'), { ...interest, employeeNumber }));
    expect(codeOf(await addLearner(a.as('workforce'), { ...interest, employeeNumber }))).toBe(
      'already-applied',
    );
    const { lines } = valueOf(await showRegister(a.as('finance')));
    expect(lines.find(({ id }) => id === learnerId)).toMatchObject({
      name: 'Alex Example',
      state: 'interested',
      since: '2026-06-01',
      missing: [],
    });
    expect(JSON.stringify(await audits())).not.toMatch(new RegExp(`Example|Alex|${employeeNumber}`));
  });

  it('refuses a number nobody has, one of another trust, and a day to come', async () => {
    const elsewhere = await staffMember(b, db);
    for (const employeeNumber of ['99999999', elsewhere])
      expect(codeOf(await addLearner(a.as('workforce'), { ...interest, employeeNumber }))).toBe('not-found');
    const on = asPlainDate('2026-11-21');
    const employeeNumber = await staffMember(a, db);
    expect(codeOf(await addLearner(a.as('workforce'), { ...interest, employeeNumber, on }))).toBe(
      'bad-input',
    );
  });
});

describe('moves', () => {
  it('lead from interest to the course, each with its place in the history', async () => {
    const { learnerId } = await enrolled();
    const shown = await show(learnerId);
    expect(shown).toMatchObject({ state: 'enrolled', learner: { startedOn: '2026-11-16' } });
    expect(shown.history.map(({ move }) => move)).toEqual(['apply', 'offer', 'fund', 'enrol']);
    expect(shown.history[0]).toMatchObject({ recordedBy: 'Sample workforce manager', undone: false });
    expect(shown.promised?.[0]).toMatchObject({ minutes: 450 });
  });

  it('that are impossible are refused with the reason, and leave no trace', async () => {
    const start = await interested(a, db);
    const before = [await rowOf(start.learnerId), (await audits()).length];
    const refused = await moveLearner(a.as('workforce'), step(start, { move: 'qualify', evidence: 'Board' }));
    expect(refused).toMatchObject({
      ok: false,
      error: {
        code: 'move-refused',
        message: expect.stringContaining('cannot follow “Interested”') as string,
      },
    });
    expect([await rowOf(start.learnerId), (await audits()).length]).toEqual(before);
    expect((await show(start.learnerId)).history).toEqual([]);
  });

  it('over somebody else’s change are refused', async () => {
    const start = await interested(a, db);
    valueOf(await moveLearner(a.as('workforce'), step(start)));
    expect(codeOf(await moveLearner(a.as('workforce'), step(start, { move: 'withdraw' })))).toBe(
      'changed-elsewhere',
    );
  });

  it('of another trust’s learner are as if there were none', async () => {
    const start = await interested(a, db);
    expect(codeOf(await moveLearner(b.as('workforce'), step(start)))).toBe('not-found');
    expect(codeOf(await showLearner(b.as('workforce'), { learnerId: start.learnerId }))).toBe('not-found');
  });

  it('onto a second course at the same time are refused', async () => {
    const { learnerId, personId } = await enrolled();
    const [other] = await db.asApp<{ id: string }>(
      { trustId: a.id },
      `insert into learner (trust_id, id, person_id, route, university, stage, intake_month, study_day_rule, status,
        status_date, supervisor) values ($1, gen_random_uuid(), $2, 'framework', 'kings', 'pgdip', '2026-09', 'lapses',
        'funded', '2026-09-01', 'S') returning id`,
      [a.id, personId],
    );
    const asked = step({ learnerId: other!.id, version: 1 }, { move: 'enrol' });
    expect(await moveLearner(a.as('workforce'), asked)).toMatchObject({
      ok: false,
      error: { code: 'move-refused', message: expect.stringContaining('same time') as string },
    });
    expect((await show(learnerId)).otherRows.map(({ id }) => id)).toEqual([other!.id]);
  });
});

describe('undo', () => {
  it('puts the row back as it was, step by step, and keeps the history', async () => {
    const { learnerId, version } = await enrolled();
    const before = await rowOf(learnerId);
    const left = valueOf(
      await moveLearner(
        a.as('workforce'),
        step(
          { learnerId, version },
          {
            move: 'interrupt',
            reason: 'parental-leave',
            expectedReturn: asPlainDate('2027-09-27'),
          },
        ),
      ),
    );
    expect(await rowOf(learnerId)).not.toEqual(before);
    const back = valueOf(await undoMove(a.as('administrator'), left));
    expect(await rowOf(learnerId)).toEqual(before);
    const shown = await show(learnerId);
    expect(shown.history.at(-1)).toMatchObject({ move: 'interrupt', undone: true, reason: 'parental-leave' });
    expect(shown.undoable?.move).toBe('enrol');
    valueOf(await undoMove(a.as('workforce'), back));
    expect(await rowOf(learnerId)).toMatchObject({ status: 'funded', started_on: null });
  });

  it('is refused where somebody changed the row meanwhile, by version or by an import', async () => {
    const start = await interested(a, db);
    const moved = valueOf(await moveLearner(a.as('workforce'), step(start)));
    expect(codeOf(await undoMove(a.as('workforce'), start))).toBe('changed-elsewhere');
    await db.asApp({ trustId: a.id }, `update learner set status = 'offered' where id = $1`, [
      start.learnerId,
    ]);
    expect(codeOf(await undoMove(a.as('workforce'), moved))).toBe('changed-elsewhere');
    expect((await show(start.learnerId)).undoable).toBeNull();
  });

  it('without a step is refused', async () => {
    expect(codeOf(await undoMove(a.as('workforce'), await interested(a, db)))).toBe('nothing-to-apply');
  });
});

describe('the agreement', () => {
  it('is read back as it was written; its days make up the weekly hours', async () => {
    const start = await interested(a, db);
    const written = agreed(start);
    valueOf(await updateAgreement(a.as('workforce'), written));
    const shown = await show(start.learnerId);
    expect(shown.agreement).toEqual(written.agreement);
    expect(shown.learner).toMatchObject({
      weeklyReleaseMinutes: 450,
      releaseDays: [{ weekday: 2, minutes: 450 }],
      studyDayRule: 'lapses',
      feePence: 400_000,
    });
    expect(JSON.stringify(await audits())).not.toMatch(/supervisor|Bank shifts/);
  });

  it('does not stand in the way of undoing the last step', async () => {
    const start = await interested(a, db);
    const moved = valueOf(await moveLearner(a.as('workforce'), step(start)));
    const saved = valueOf(await updateAgreement(a.as('workforce'), agreed(moved)));
    expect(codeOf(await undoMove(a.as('workforce'), saved))).toBeNull();
  });

  it('over somebody else’s, or signed on a day to come, is refused', async () => {
    const start = await interested(a, db);
    const old = { ...start, version: start.version + 1 };
    expect(codeOf(await updateAgreement(a.as('workforce'), agreed(old)))).toBe('changed-elsewhere');
    const { agreement } = agreed(start);
    const ahead = agreed(start, { agreement: { ...agreement, managerSignedOn: asPlainDate('2026-11-21') } });
    expect(codeOf(await updateAgreement(a.as('workforce'), ahead))).toBe('bad-input');
  });
});

describe('readiness', () => {
  it('makes somebody ready when everything is recorded, and neither qualified nor named', async () => {
    const { learnerId, personId } = await interested(a, db);
    expect((await show(learnerId)).standing.answer.ready).toBe(false);
    valueOf(await recordReadiness(a.as('research'), { ...ready, personId }));
    const { standing, state } = await show(learnerId);
    expect([standing.answer.ready, standing.awardOn, standing.named, state]).toEqual([
      true,
      null,
      null,
      'interested',
    ]);
  });

  it('follows on an award as the state of the row, and is no longer so without the sign-off', async () => {
    const { learnerId, version, personId } = await enrolled();
    const award = step(
      { learnerId, version },
      {
        move: 'qualify',
        on: asPlainDate('2026-11-19'),
        evidence: 'Exam board',
      },
    );
    valueOf(await moveLearner(a.as('workforce'), award));
    const recorded = { ...ready, personId, assessedRoute: null };
    const first = valueOf(await recordReadiness(a.as('research'), recorded));
    expect((await show(learnerId)).state).toBe('ready');
    valueOf(
      await recordReadiness(a.as('research'), { ...recorded, version: first.version, signedOffOn: null }),
    );
    expect((await show(learnerId)).state).toBe('qualified');
  });

  it('stands on the row of the latest award alone, so that nobody is ready twice', async () => {
    const { learnerId, personId } = await interested(a, db);
    const [older] = await db.asApp<{ id: string }>(
      { trustId: a.id },
      `insert into learner (trust_id, id, person_id, route, university, stage, intake_month, study_day_rule, status,
        status_date, qualified_on) values ($1, gen_random_uuid(), $2, 'framework', 'kings', 'pgdip', '2024-09',
        'lapses', 'qualified', '2025-08-01', '2025-08-01') returning id`,
      [a.id, personId],
    );
    await db.asApp(
      { trustId: a.id },
      `update learner set status = 'qualified', status_date = '2026-08-03', qualified_on = '2026-08-03' where id = $1`,
      [learnerId],
    );
    valueOf(await recordReadiness(a.as('research'), { ...ready, personId }));
    const { lines } = valueOf(await showRegister(a.as('finance')));
    const own = lines.filter((line) => line.personId === personId);
    expect(new Map(own.map(({ id, state }) => [id, state]))).toEqual(
      new Map([
        [older!.id, 'qualified'],
        [learnerId, 'ready'],
      ]),
    );
  });

  it('over somebody else’s record, of nobody, or dated ahead is refused', async () => {
    const { personId, learnerId } = await interested(a, db);
    valueOf(await recordReadiness(a.as('research'), { ...ready, personId }));
    expect(codeOf(await recordReadiness(a.as('research'), { ...ready, personId }))).toBe('changed-elsewhere');
    expect(codeOf(await recordReadiness(a.as('research'), { ...ready, personId: learnerId }))).toBe(
      'not-found',
    );
    const signedOffOn = asPlainDate('2026-11-21');
    expect(codeOf(await recordReadiness(a.as('research'), { ...ready, personId, signedOffOn }))).toBe(
      'bad-input',
    );
  });
});
