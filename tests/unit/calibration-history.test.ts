import { describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import type { Learner } from '../../shared/learners/learner.ts';
import { historyOf } from '../../shared/pipeline/calibration/history-of.ts';
import type { PostSpan, RegisterFacts } from '../../shared/pipeline/calibration/register-facts.ts';
import type { TrustHistory } from '../../shared/pipeline/calibration/trust-history.ts';

const day = asPlainDate;
const bands = [0, 6, 12, 24];
const group = 'Nursing and Midwifery Registered';

function learner(personId: string, over: Partial<Learner>): Learner {
  return {
    id: `${personId} ${over.stage ?? 'pgcert'}`,
    personId,
    route: 'framework',
    university: 'kings',
    stage: 'pgcert',
    intakeMonth: asMonth('2023-09'),
    weeklyReleaseMinutes: null,
    statedReleaseMinutes: null,
    releaseDays: null,
    studyDayRule: 'lapses',
    supervisor: null,
    fundingSource: null,
    feePence: null,
    fundingPence: null,
    status: 'enrolled',
    statusDate: day('2023-09-15'),
    startedOn: day('2023-09-15'),
    interruptedOn: null,
    returnsOn: null,
    withdrawnOn: null,
    qualifiedOn: null,
    interruptions: 0,
    roleHeld: null,
    roleSince: null,
    version: 1,
    ...over,
  };
}

function post(personId: string, over: Partial<PostSpan> = {}): PostSpan {
  return { personId, staffGroup: group, ageBand: '31-35', from: day('2018-01-01'), to: null, ...over };
}

function history(over: Partial<RegisterFacts>, asAt: PlainDate = day('2025-08-31')): TrustHistory {
  const facts = {
    asAt,
    learners: [],
    leftTrust: new Set<string>(),
    studies: [],
    entries: [],
    posts: [],
    staffSeenFrom: null,
  };
  return historyOf({ ...facts, ...over }, bands);
}

const certificate = { status: 'qualified', qualifiedOn: day('2024-09-10') } as const;

describe('attempts', () => {
  it('end as the register says; people who started together are one cohort', () => {
    const { attempts, returns } = history({
      learners: [
        learner('a', certificate),
        learner('b', { status: 'withdrawn', withdrawnOn: day('2024-02-01') }),
        learner('c', { status: 'interrupted', interruptedOn: day('2025-01-10'), interruptions: 1 }),
        learner('d', {
          ...certificate,
          interruptions: 1,
          interruptedOn: day('2024-01-10'),
          returnsOn: day('2024-09-10'),
        }),
      ],
    });
    expect(attempts).toEqual([
      { stage: 1, cohort: '2023-09', completed: 2, interrupted: 2, withdrawn: 1, censored: [] },
    ]);
    expect(returns).toEqual([{ cohort: '2023-09', chances: 1, taken: 1 }]);
  });

  it('of people who left the trust are no withdrawals: how far they had come is kept', () => {
    const left = learner('a', { status: 'withdrawn', withdrawnOn: day('2024-02-01') });
    const byReason = history({ learners: [left], leftTrust: new Set([left.id]) });
    expect(byReason.attempts[0]).toMatchObject({ withdrawn: 0, censored: [0.5] });
    const enrolled = learner('b', {});
    const byPost = history({ learners: [enrolled], posts: [post('b', { to: day('2024-01-20') })] });
    expect(byPost.attempts[0]).toMatchObject({ withdrawn: 0, censored: [0.4] });
  });

  it('under way are known to have come so far and no more', () => {
    const now = learner('a', { intakeMonth: asMonth('2025-02'), startedOn: day('2025-02-10') });
    expect(history({ learners: [now] }).attempts[0]).toMatchObject({ completed: 0, censored: [0.7] });
  });

  it('withdrawn while away: the return failed, and no attempt was under way', () => {
    const away = learner('a', {
      status: 'withdrawn',
      interruptions: 1,
      interruptedOn: day('2024-01-10'),
      returnsOn: null,
      withdrawnOn: day('2024-09-01'),
    });
    const { attempts, returns } = history({ learners: [away] });
    expect(attempts[0]).toMatchObject({ interrupted: 1, withdrawn: 0, censored: [] });
    expect(returns).toEqual([{ cohort: '2023-09', chances: 1, taken: 0 }]);
  });

  it('on other routes, or not begun, are none', () => {
    const rows = [
      learner('a', { route: 'internship', stage: 'none', ...certificate }),
      learner('b', { startedOn: null, status: 'withdrawn', withdrawnOn: day('2023-08-01') }),
    ];
    expect(history({ learners: rows }).attempts).toEqual([]);
  });
});

describe('going on', () => {
  const diploma = { stage: 'pgdip', intakeMonth: asMonth('2024-09') } as const;

  it('is a choice at the next intake: taken with the next stage begun, not taken once it is over', () => {
    const { goingOn } = history({
      learners: [
        learner('a', certificate),
        learner('a', { ...diploma, startedOn: day('2024-09-20') }),
        learner('b', certificate),
      ],
    });
    expect(goingOn).toEqual([{ after: 1, cohort: '2024-09', chances: 2, taken: 1 }]);
  });

  it('is open while the intake lies ahead or the person is on the list of a later one', () => {
    const rows = [learner('a', certificate)];
    expect(history({ learners: rows }, day('2024-08-31')).goingOn).toEqual([]);
    const later = learner('a', {
      ...diploma,
      status: 'offered',
      startedOn: null,
      intakeMonth: asMonth('2025-09'),
    });
    expect(history({ learners: [...rows, later] }).goingOn).toEqual([]);
  });

  it('is no choice for somebody who had left', () => {
    const posts = [post('a', { to: day('2024-09-15') })];
    expect(history({ learners: [learner('a', certificate)], posts }).goingOn).toEqual([]);
  });
});

describe('time to a role', () => {
  const study = { id: 's', closedOn: null };
  const entry = (personId: string, role: 'coi' | 'pi', startedOn: string, endedOn: string | null = null) => ({
    studyId: 's',
    personId,
    role,
    startedOn: day(startedOn),
    endedOn: endedOn === null ? null : day(endedOn),
  });
  const sum = (rows: TrustHistory['roles'], from: 'none' | 'coi') =>
    rows
      .filter((row) => row.from === from)
      .reduce(
        ([months, coi, pi], row) => [months! + row.months, coi! + row.coiEvents, pi! + row.piEvents],
        [0, 0, 0],
      );

  it('counts months in post from the award: Co-I in the fifth, PI in the tenth', () => {
    const { roles } = history({
      learners: [learner('a', certificate)],
      posts: [post('a')],
      studies: [study],
      entries: [entry('a', 'coi', '2025-01-15'), entry('a', 'pi', '2025-06-01')],
    });
    expect(sum(roles, 'none')).toEqual([5, 1, 0]);
    expect(sum(roles, 'coi')).toEqual([5, 0, 1]);
    expect(roles.filter(({ band }) => band === 6).map(({ months }) => months)).toEqual([4]);
    expect(new Set(roles.map(({ cohort }) => cohort))).toEqual(new Set(['2024-08']));
  });

  it('somebody not named yet gives exposure and no event, up to the day or to leaving', () => {
    const rows = { learners: [learner('a', certificate)] };
    expect(sum(history({ ...rows, posts: [post('a')] }).roles, 'none')).toEqual([12, 0, 0]);
    const left = [post('a', { to: day('2025-02-10') })];
    expect(sum(history({ ...rows, posts: left }).roles, 'none')).toEqual([5, 0, 0]);
  });

  it('somebody named before the award is never named for the first time after it', () => {
    const { roles } = history({
      learners: [learner('a', certificate), learner('b', certificate)],
      posts: [post('a'), post('b')],
      studies: [study],
      entries: [entry('a', 'pi', '2022-01-01'), entry('b', 'coi', '2022-01-01')],
    });
    expect(sum(roles, 'none')).toEqual([0, 0, 0]);
    expect(sum(roles, 'coi')).toEqual([12, 0, 0]);
  });

  it('a PI role ends with its last study, may return, and does not end by leaving', () => {
    const posts = [post('a'), post('b', { to: day('2025-03-31') })];
    const entries = [
      entry('a', 'pi', '2023-09-01', '2024-02-29'),
      entry('a', 'pi', '2024-03-01', '2024-08-31'),
      entry('a', 'pi', '2025-05-01'),
      entry('b', 'pi', '2024-10-01'),
    ];
    const { piRoles, piLapsed } = history({ posts, entries, studies: [study] });
    const ends = piRoles.reduce((total, { events }) => total + events, 0);
    const months = piRoles.reduce((total, spell) => total + spell.months, 0);
    expect(ends).toBe(1);
    expect(months).toBeCloseTo(12 + 4 + 6, 0);
    expect(piLapsed.reduce((total, { events }) => total + events, 0)).toBe(1);
    expect(piLapsed.reduce((total, spell) => total + spell.months, 0)).toBeCloseTo(8, 0);
  });
});

describe('leaving', () => {
  const posts = [
    post('a'),
    post('b', { to: day('2025-05-31') }),
    post('c', { to: day('2024-05-31') }),
    post('d', { ageBand: '56-60' }),
  ];

  it('is seen only since staff files are read: who had gone by then is in none of them', () => {
    const { leaving } = history({ posts, staffSeenFrom: day('2024-09-01') });
    expect(leaving.map(({ cohort, events }) => [cohort, events])).toEqual([
      ['2024-08', 1],
      ['2025-08', 0],
    ]);
    expect(leaving.every((spell) => spell.group === group)).toBe(true);
    expect(leaving.reduce((sum, { months }) => sum + months, 0)).toBeCloseTo(12 + 9, 0);
  });

  it('says nothing where no staff file was ever read', () => {
    expect(history({ posts }).leaving).toEqual([]);
  });
});
