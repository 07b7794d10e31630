import { beforeAll, describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import type { Result } from '../../shared/core/result.ts';
import { noAgreement } from '../../shared/learners/agreement.ts';
import { releaseByWeek } from '../../shared/release/pattern-weeks.ts';
import { decideMove } from '../../server/learners/decide-move.ts';
import { recordHours } from '../../server/learners/record-hours.ts';
import { saveDate } from '../../server/learners/save-date.ts';
import { showDeadlines } from '../../server/learners/show-deadlines.ts';
import { showLearner } from '../../server/learners/show-learner.ts';
import { showRegister } from '../../server/learners/show-register.ts';
import { undoLearnerChange } from '../../server/learners/undo-change.ts';
import { updateAgreement } from '../../server/learners/update-agreement.ts';
import { showTeam } from '../../server/release/show-team.ts';
import { agreed, interested, mover } from '../support/register.ts';
import { useServer } from '../support/server.ts';
import type { TestTrust } from '../support/trusts.ts';

const server = useServer();
let a: TestTrust;
let b: TestTrust;

beforeAll(() => {
  ({ a, b } = server.trusts);
});

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
const codeOf = (result: Result<unknown>): string | null => (result.ok ? null : result.error.code);
const show = async (learnerId: string) => valueOf(await showLearner(a.as('read-only'), { learnerId }));
const undo = (changeId: string) => undoLearnerChange(a.as('workforce'), { changeId });
const day = asPlainDate;

/** Somebody on the course since 28 September 2026, with 7.5 hours a week promised. */
async function onCourse(): Promise<string> {
  const { learnerId } = await interested(a, server);
  await server.asApp(
    { trustId: a.id },
    `update learner set status = 'enrolled', status_date = '2026-09-28', started_on = '2026-09-28',
       weekly_release_minutes = 450 where id = $1`,
    [learnerId],
  );
  return learnerId;
}

describe('hours taken', () => {
  const week = day('2026-11-09');
  const record = (learnerId: string, minutes: number | null, version = 0) =>
    recordHours(a.as('workforce'), { learnerId, week, minutes, version });

  it('are recorded, changed, taken away and undone, each over what the page showed', async () => {
    const learnerId = await onCourse();
    const kept = async () => (await show(learnerId)).kept;
    expect(await kept()).toEqual({ weeksPassed: 7, weeksRecorded: 0, promised: 0, taken: 0 });
    const first = valueOf(await record(learnerId, 450));
    expect(codeOf(await record(learnerId, 300))).toBe('changed-elsewhere');
    const second = valueOf(await record(learnerId, 300, first.version));
    expect(await kept()).toMatchObject({ weeksRecorded: 1, promised: 450, taken: 300 });
    const third = valueOf(await record(learnerId, null, second.version));
    expect(await kept()).toMatchObject({ weeksRecorded: 0 });
    expect(codeOf(await undo(second.changeId))).toBe('changed-elsewhere');
    valueOf(await undo(third.changeId));
    expect(await kept()).toMatchObject({ taken: 300 });
    expect(codeOf(await undo(third.changeId))).toBe('already-applied');
  });

  it('go with the undo of the first record, and are then not recorded', async () => {
    const learnerId = await onCourse();
    const { changeId } = valueOf(await record(learnerId, 0));
    expect((await show(learnerId)).kept).toMatchObject({ weeksRecorded: 1, taken: 0 });
    valueOf(await undo(changeId));
    expect((await show(learnerId)).kept).toMatchObject({ weeksRecorded: 0 });
  });

  it('of a week to come, of nobody, of another trust, or of a week not recorded are refused', async () => {
    const learnerId = await onCourse();
    const ahead = { learnerId, week: day('2026-11-23'), minutes: 60, version: 0 };
    expect(codeOf(await recordHours(a.as('workforce'), ahead))).toBe('bad-input');
    expect(codeOf(await recordHours(b.as('workforce'), { ...ahead, week }))).toBe('not-found');
    expect(codeOf(await record(learnerId, null))).toBe('nothing-to-apply');
  });

  it('add up over the register, with how many learners have a week recorded', async () => {
    const before = valueOf(await showRegister(a.as('finance'))).kept;
    valueOf(await record(await onCourse(), 225));
    const { kept } = valueOf(await showRegister(a.as('finance')));
    expect(kept).toEqual({
      learners: before.learners + 1,
      learnersRecorded: before.learnersRecorded + 1,
      weeksPassed: before.weeksPassed + 7,
      weeksRecorded: before.weeksRecorded + 1,
      promised: before.promised + 450,
      taken: before.taken + 225,
    });
  });
});

describe('a learner who moves to another team', () => {
  const teamWeeks = async (teamId: string) => {
    const { plan } = valueOf(await showTeam(a.as('finance'), { teamId }));
    return plan.learners.flatMap(({ patterns }) => (patterns ?? []).flatMap(releaseByWeek));
  };

  it('waits for the new manager, and is released from the new team from that day', async () => {
    const move = await mover(a, server);
    const { movers } = await show(move.learnerId);
    expect([movers[0]?.from, movers[0]?.to].join()).toMatch(/^Old ward \d+,New ward \d+$/);
    expect(movers).toMatchObject([{ on: '2027-02-01', decision: null }]);
    expect((await teamWeeks(move.fromTeam)).at(-1)).toEqual({ monday: '2027-01-25', minutes: 450 });
    expect((await teamWeeks(move.toTeam))[0]).toEqual({ monday: '2027-02-01', minutes: 450 });
    const accepted = { ...move, decision: 'accepted', note: null } as const;
    const { changeId } = valueOf(await decideMove(a.as('workforce'), accepted));
    expect((await show(move.learnerId)).movers[0]?.decision).toMatchObject({
      state: 'accepted',
      decidedOn: '2026-11-20',
      decidedBy: 'Sample workforce manager',
    });
    expect(codeOf(await decideMove(a.as('workforce'), accepted))).toBe('changed-elsewhere');
    valueOf(await undo(changeId));
    expect((await show(move.learnerId)).movers[0]?.decision).toMatchObject({ state: 'open', version: 2 });
  });

  it('is declined only with a reason, and is then released from no team', async () => {
    const move = await mover(a, server);
    const decline = (note: string | null) =>
      decideMove(a.as('workforce'), { ...move, decision: 'declined', note });
    expect(codeOf(await decline(null))).toBe('bad-input');
    valueOf(await decline('The ward is short'));
    expect(await teamWeeks(move.toTeam)).toEqual([]);
    expect((await teamWeeks(move.fromTeam)).at(-1)?.monday).toBe('2027-01-25');
  });

  it('that nobody knows of cannot be decided', async () => {
    const move = await mover(a, server);
    const other = { ...move, on: day('2027-03-01'), decision: 'accepted', note: null } as const;
    expect(codeOf(await decideMove(a.as('workforce'), other))).toBe('not-found');
  });
});

describe('days to keep', () => {
  const handIn = (learnerId: string) =>
    ({ learnerId, kind: 'hand-in', dueOn: day('2026-12-11'), doneOn: null, note: 'For Dr Secret' }) as const;

  it('are added, kept and undone, and a day kept is no deadline', async () => {
    const learnerId = await onCourse();
    const save = (known: { id: string; version: number } | null, doneOn: string | null = null) =>
      saveDate(a.as('workforce'), {
        known,
        date: { ...handIn(learnerId), doneOn: doneOn === null ? null : day(doneOn) },
      });
    const mine = async () =>
      valueOf(await showDeadlines(a.as('finance'))).filter(
        (one) => one.learnerId === learnerId && one.kind === 'hand-in',
      );
    const added = valueOf(await save(null));
    expect(await mine()).toMatchObject([{ on: '2026-12-11', who: 'Alex Example', owner: 'Learner' }]);
    expect(codeOf(await save(added, '2026-11-21'))).toBe('bad-input');
    const kept = valueOf(await save(added, '2026-11-20'));
    expect(await mine()).toEqual([]);
    expect(codeOf(await save(added))).toBe('changed-elsewhere');
    valueOf(await undo(kept.changeId));
    expect((await show(learnerId)).dates).toMatchObject([{ doneOn: null, version: 3 }]);
    expect(codeOf(await undo(added.changeId))).toBe('changed-elsewhere');
  });

  it('leave as a calendar without names, numbers or notes, for those signed in', async () => {
    const learnerId = await onCourse();
    const { id } = valueOf(await saveDate(a.as('workforce'), { known: null, date: handIn(learnerId) }));
    const reader = await server.signIn('read-only');
    const answer = await reader.get('/api/learners/deadlines.ics');
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const text = (await answer.text()).replaceAll('\r\n ', '');
    const entry = text.split('BEGIN:VEVENT').find((one) => one.includes(`UID:date-${id}@`));
    expect(entry).toContain('DTSTART;VALUE=DATE:20261211\r\nDTEND;VALUE=DATE:20261212\r\n');
    expect(entry).toContain(`SUMMARY:Hand-in (learner ${learnerId.slice(-8)})`);
    expect(entry).toMatch(new RegExp(`URL:http://[^/]+/learners/${learnerId}\r\n`));
    expect(text).not.toMatch(/Alex|Example|Secret|\b7\d{4}\b/);
    expect((await fetch(`${server.url}/api/learners/deadlines.ics`)).status).toBe(401);
  });
});

describe('home, host and named-at trust', () => {
  it('are part of the agreement, and this trust where nothing is typed', async () => {
    const start = await interested(a, server);
    expect((await show(start.learnerId)).agreement).toMatchObject({ homeTrust: null, namedTrust: null });
    const places = { homeTrust: 'RJ1', hostTrust: 'King’s', namedTrust: 'RYJ' };
    const { terms } = agreed(start);
    const input = { ...start, terms, agreement: { ...noAgreement, ...places } };
    valueOf(await updateAgreement(a.as('workforce'), input));
    expect((await show(start.learnerId)).agreement).toMatchObject(places);
  });
});
