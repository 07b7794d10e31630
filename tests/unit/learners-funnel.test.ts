import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import {
  courseFunnel,
  medianOf,
  mostHeld,
  roleFunnel,
  type FunnelRow,
} from '../../shared/learners/funnel.ts';
import type { LearnerStatus } from '../../shared/learners/status.ts';
import { learner } from '../support/learners.ts';

const said = (status: LearnerStatus, day: string) => ({ status, statusDate: asPlainDate(day) });

function row(
  change: Parameters<typeof learner>[0],
  before: FunnelRow['before'] = [],
  withdrawnFor: FunnelRow['withdrawnFor'] = null,
): FunnelRow {
  const kept = { startedOn: null, supervisor: 'S', weeklyReleaseMinutes: 450, fundingSource: 'nihr' };
  return { learner: learner({ ...kept, ...change }), before, withdrawnFor };
}

/** Interested on 1 January, applied on the 15th, offered on 1 March, started on 1 September. */
const started = row(
  { status: 'enrolled', statusDate: asPlainDate('2026-09-01'), startedOn: asPlainDate('2026-09-01') },
  [said('interested', '2026-01-01'), said('applied', '2026-01-15'), said('offered', '2026-03-01')],
);
const waiting = row({ ...said('applied', '2026-02-01'), supervisor: null });
const lost = row(
  said('withdrawn', '2026-04-01'),
  [said('interested', '2026-01-01'), said('applied', '2026-01-29')],
  'no-supervisor',
);

describe('the steps on to a course', () => {
  const steps = courseFunnel([started, waiting, lost]);
  const step = (name: string) => steps.find((one) => one.step === name)!;

  it('count who came this far, who went on and who is still here; who withdrew is neither', () => {
    expect(steps.map(({ reached }) => reached)).toEqual([3, 3, 1, 1, 1]);
    expect(steps.map(({ wentOn }) => wentOn)).toEqual([3, 1, 1, 1, null]);
    expect(step('applied').waiting).toBe(1);
  });

  it('who started came through every step, also where no day of it is recorded', () => {
    const sheet = row({ status: 'enrolled', startedOn: asPlainDate('2026-09-01') });
    expect(courseFunnel([sheet]).map(({ reached }) => reached)).toEqual([1, 1, 1, 1, 1]);
    expect(courseFunnel([sheet]).map(({ medianDays }) => medianDays)).toEqual([null, null, null, null, null]);
  });

  it('the wait is the middle of those whose both days are recorded', () => {
    // 1 to 15 January is 14 days, 1 to 29 January 28: of an even number the lower
    expect(step('interested').medianDays).toBe(14);
    expect(step('applied').medianDays).toBe(45);
    expect(step('offered').medianDays).toBeNull();
    expect(medianOf([9, 1, 5])).toBe(5);
    expect(medianOf([])).toBeNull();
  });

  it('what the trust could remove is named with its count, of those waiting and those lost for it', () => {
    expect(step('applied').held).toEqual({ hold: 'no-supervisor', count: 2, of: 2 });
    expect(step('offered').held).toBeNull();
    expect(mostHeld([['training'], ['sign-off', 'training'], []])).toEqual({
      hold: 'training',
      count: 2,
      of: 3,
    });
  });
});

describe('the steps from the award to a role', () => {
  const award = asPlainDate('2025-09-30');
  const person = { awardOn: award, readyOn: null, ready: false, namedOn: null, lacks: [] };

  it('a role may come without the checklist, and a role held before the award is no wait', () => {
    const steps = roleFunnel([
      { ...person, ready: true, readyOn: asPlainDate('2025-10-14'), namedOn: asPlainDate('2025-11-29') },
      { ...person, namedOn: asPlainDate('2024-01-01') },
      { ...person, lacks: ['sign-off', 'training'] },
      { ...person, lacks: ['sign-off'] },
    ]);
    expect(steps.map(({ reached, wentOn, waiting }) => [reached, wentOn, waiting])).toEqual([
      [4, 1, 2],
      [1, 1, 0],
      [2, null, 0],
    ]);
    expect(steps.map(({ medianDays }) => medianDays)).toEqual([14, null, 60]);
    expect(steps[0]!.held).toEqual({ hold: 'sign-off', count: 2, of: 2 });
  });
});
