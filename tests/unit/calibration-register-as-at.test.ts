import { describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import type { Learner } from '../../shared/learners/learner.ts';
import {
  learnerAsAt,
  recordsFrom,
  registerAsAt,
  type RecordedMove,
  type RecordedRegister,
} from '../../shared/pipeline/calibration/register-as-at.ts';

const day = asPlainDate;

const row: Learner = {
  id: 'l',
  personId: 'p',
  route: 'framework',
  university: 'kings',
  stage: 'pgcert',
  intakeMonth: asMonth('2024-09'),
  weeklyReleaseMinutes: null,
  statedReleaseMinutes: null,
  releaseDays: null,
  studyDayRule: 'lapses',
  supervisor: null,
  fundingSource: null,
  feePence: null,
  fundingPence: null,
  status: 'qualified',
  statusDate: day('2026-09-10'),
  startedOn: day('2024-09-16'),
  interruptedOn: day('2025-01-20'),
  returnsOn: day('2026-01-12'),
  withdrawnOn: null,
  qualifiedOn: day('2026-09-10'),
  interruptions: 1,
  roleHeld: null,
  roleSince: null,
  version: 3,
};

function register(over: Partial<RecordedRegister> = {}): RecordedRegister {
  const learners = [{ learner: row, recordedOn: day('2026-11-20') }];
  return { learners, moves: [], studies: [], entries: [], posts: [], staffSeenFrom: null, ...over };
}

describe('a row as at a past day', () => {
  it.each([
    ['2024-08-31', 'offered', 0],
    ['2024-10-31', 'enrolled', 0],
    ['2025-08-31', 'interrupted', 1],
    ['2026-01-31', 'enrolled', 1],
    ['2026-09-10', 'qualified', 1],
  ])('on %s is %s', (asAt, status, interruptions) => {
    expect(learnerAsAt(row, day(asAt), false)).toMatchObject({ status, interruptions });
  });

  it('holds no day later than that', () => {
    for (const asAt of ['2024-08-31', '2024-12-01', '2025-03-01', '2026-02-01', '2026-09-09']) {
      const then = learnerAsAt(row, day(asAt), false)!;
      const days = [then.startedOn, then.interruptedOn, then.returnsOn, then.withdrawnOn, then.qualifiedOn];
      for (const date of [...days, then.statusDate]) if (date !== null) expect(date <= asAt).toBe(true);
    }
  });

  it('of an intake a year ahead was not there, unless it was on record', () => {
    expect(learnerAsAt(row, day('2023-09-01'), false)).toBeNull();
    expect(learnerAsAt(row, day('2023-09-01'), true)).toMatchObject({ status: 'offered', startedOn: null });
  });
});

describe('the register as at a past day', () => {
  const asAt = day('2025-08-31');

  it('before anything was recorded is put together from dates, and says so', () => {
    expect(recordsFrom(register())).toBe('2026-11-20');
    const then = registerAsAt(register(), asAt);
    expect(then.basis).toBe('dated');
    expect(then.learners).toHaveLength(1);
  });

  it('since it is kept has only the rows recorded by then', () => {
    const learners = [
      { learner: row, recordedOn: day('2024-06-01') },
      { learner: { ...row, id: 'late' }, recordedOn: day('2025-09-01') },
    ];
    const then = registerAsAt(register({ learners }), asAt);
    expect([then.basis, then.learners.map(({ id }) => id)]).toEqual(['recorded', ['l']]);
  });

  it('takes back what was recorded later, even where it is dated earlier', () => {
    const learners = [{ learner: row, recordedOn: day('2024-06-01') }];
    const { status, statusDate, startedOn, interruptedOn, returnsOn, withdrawnOn, qualifiedOn } = row;
    const fields = { status, statusDate, startedOn, interruptedOn, returnsOn, withdrawnOn, qualifiedOn };
    const before = { ...fields, interruptions: 0, fundingSource: null };
    const interrupted: RecordedMove = {
      learnerId: 'l',
      recordedOn: day('2025-09-15'),
      leftTrust: false,
      before: {
        ...before,
        ...{ status: 'enrolled', interruptedOn: null, returnsOn: null, qualifiedOn: null },
      },
    };
    const then = registerAsAt(register({ learners, moves: [interrupted] }), asAt);
    expect(then.learners[0]).toMatchObject({ status: 'enrolled', interruptions: 0 });
  });

  it('knows no end of a role, a study or a post that came later', () => {
    const study = { id: 's', closedOn: day('2026-01-31'), plannedClose: day('2026-01-31') };
    const entry = { id: 'e', studyId: 's', personId: 'p', role: 'pi', startedOn: day('2025-01-01') };
    const then = registerAsAt(
      register({
        studies: [study] as unknown as RecordedRegister['studies'],
        entries: [
          { ...entry, endedOn: day('2026-01-30') },
          { ...entry, startedOn: day('2025-10-01'), endedOn: null },
        ] as unknown as RecordedRegister['entries'],
        posts: [
          {
            personId: 'p',
            staffGroup: 'Students',
            ageBand: null,
            from: day('2020-01-01'),
            to: day('2026-05-01'),
          },
          { personId: 'q', staffGroup: 'Students', ageBand: null, from: day('2025-11-01'), to: null },
        ],
      }),
      asAt,
    );
    expect(then.entries).toEqual([{ ...entry, endedOn: null }]);
    expect(then.studies).toEqual([{ ...study, closedOn: null }]);
    expect(then.posts.map(({ personId, to }) => [personId, to])).toEqual([['p', null]]);
  });
});
