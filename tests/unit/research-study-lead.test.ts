import { describe, expect, it } from 'vitest';
import { asPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { leadLosses } from '../../shared/research/study-lead.ts';

const day = asPlainDate('2026-11-20');
const nobodyLeaves = new Map<string, PlainDate>();

function study(id: string, plannedClose: string | null, over: object = {}) {
  return {
    id,
    status: 'open' as const,
    plannedClose: plannedClose === null ? null : asPlainDate(plannedClose),
    closedOn: null,
    delegationLogHeld: true,
    ...over,
  };
}

function pi(studyId: string, personId: string, from: string, to: string | null) {
  return {
    studyId,
    personId,
    role: 'pi' as const,
    startedOn: asPlainDate(from),
    endedOn: to === null ? null : asPlainDate(to),
  };
}

describe('a study loses its Principal Investigator', () => {
  it('on its planned close within 12 months, the twelfth month’s last day counted', () => {
    const studies = [study('in', '2027-11-20'), study('out', '2027-11-21'), study('never', null)];
    const log = studies.map(({ id }) => pi(id, 'ann', '2025-01-01', null));
    expect(leadLosses(studies, log, nobodyLeaves, day)).toEqual([
      { studyId: 'in', on: '2027-11-20', reason: 'study-closes' },
    ]);
  });

  it('when the role ends first, and not when somebody follows without a day between', () => {
    const studies = [study('a', '2029-01-01'), study('b', '2029-01-01')];
    const log = [
      pi('a', 'ann', '2025-01-01', '2027-03-31'),
      pi('a', 'bea', '2027-04-02', null),
      pi('b', 'ann', '2025-01-01', '2027-03-31'),
      pi('b', 'bea', '2027-04-01', null),
    ];
    expect(leadLosses(studies, log, nobodyLeaves, day)).toEqual([
      { studyId: 'a', on: '2027-03-31', reason: 'role-ends' },
    ]);
  });

  it('when the person leaves their post before the role is said to end', () => {
    const log = [pi('a', 'ann', '2025-01-01', '2027-06-30')];
    const leaves = new Map([['ann', asPlainDate('2027-01-31')]]);
    expect(leadLosses([study('a', null)], log, leaves, day)).toEqual([
      { studyId: 'a', on: '2027-01-31', reason: 'leaves-post' },
    ]);
  });

  it('has none today when nobody is named today, whoever was or will be', () => {
    const log = [pi('a', 'ann', '2025-01-01', '2026-11-19'), pi('a', 'bea', '2026-11-21', null)];
    expect(leadLosses([study('a', null)], log, nobodyLeaves, day)).toEqual([
      { studyId: 'a', on: null, reason: 'nobody-named' },
    ]);
  });

  it('is not judged where the log is not held, in set-up or closed', () => {
    const studies = [
      study('a', '2027-01-01', { delegationLogHeld: false }),
      study('b', '2027-01-01', { status: 'in-set-up' }),
      study('c', '2026-01-01', { status: 'closed', closedOn: asPlainDate('2026-01-01') }),
    ];
    expect(leadLosses(studies, [], nobodyLeaves, day)).toEqual([]);
  });
});
