import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { addDays, asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { releaseByWeek } from '../../shared/release/pattern-weeks.ts';
import { feeOfTeams } from '../../shared/scenario/mover-fees.ts';
import { teamPlans } from '../../shared/scenario/team-plans.ts';
import {
  movesOf,
  teamSpells,
  withoutDeclined,
  type DatedPost,
  type TeamSpell,
} from '../../shared/scenario/team-spells.ts';
import type { Assignment } from '../../shared/staff/staff.ts';
import { assignment, learner } from '../support/learners.ts';
import { stressTeam } from '../support/plans.ts';

const cut = asPlainDate('2026-11-20');
const day = asPlainDate;
const [a, b] = [
  { ...stressTeam, id: 'a' },
  { ...stressTeam, id: 'b' },
];

function post(teamId: string | null, change: Partial<Assignment> = {}, valid: Partial<DatedPost> = {}) {
  return { assignment: assignment(change), teamId, validFrom: cut, validTo: null, ...valid };
}

/** In team a until 31 January 2027, a Sunday, then in b. */
const mover = [
  post('a', { leavingDate: day('2027-01-31') }),
  post('b', { id: '2', assignmentNumber: '2', startDate: day('2027-02-01') }),
];

function plansOf(spells: readonly TeamSpell[], learners = [learner()]) {
  const placed = [{ assignment: assignment(), teamId: 'a' }];
  const register = { dataCut: cut, teams: [a, b], placed, learners, spells: new Map([['person-1', spells]]) };
  const { plans, learnersWithoutTeam } = teamPlans(register, publishedParameters);
  const weeks = plans.map((plan) =>
    plan.learners.flatMap(({ patterns }) => (patterns ?? []).flatMap(releaseByWeek)),
  );
  return { plans, learnersWithoutTeam, weeks };
}

describe('the spells of one person', () => {
  it('follow dated assignments from team to team, without a gap or an overlap', () => {
    expect(teamSpells('person-1', mover)).toEqual([
      { from: null, to: '2027-01-31', teamId: 'a' },
      { from: '2027-02-01', to: null, teamId: 'b' },
    ]);
  });

  it('follow what each file said, from the day of the file', () => {
    const files = [
      post('a', {}, { validFrom: day('2026-06-01'), validTo: cut }),
      post('b', { id: '2' }, { validFrom: cut }),
    ];
    expect(teamSpells('person-1', files)).toEqual([
      { from: null, to: '2026-11-19', teamId: 'a' },
      { from: '2026-11-20', to: null, teamId: 'b' },
    ]);
  });

  it('stay with the post of most hours, however many posts there are', () => {
    const small = post('b', { id: '2', assignmentNumber: '2', contractedHoursX100: 750 });
    expect(teamSpells('person-1', [post('a'), small])).toEqual([{ from: null, to: null, teamId: 'a' }]);
    const until = post('a', { leavingDate: day('2027-01-31') });
    expect(teamSpells('person-1', [until, small]).map(({ teamId }) => teamId)).toEqual(['a', 'b']);
  });

  it('end when the person leaves', () => {
    expect(teamSpells('person-1', [post('a', { leavingDate: day('2027-03-31') })])).toEqual([
      { from: null, to: '2027-03-31', teamId: 'a' },
      { from: '2027-04-01', to: null, teamId: null },
    ]);
  });
});

describe('a move', () => {
  it('is a change of team, also over a gap; leaving is none', () => {
    const spells = teamSpells('person-1', mover);
    expect(movesOf(spells)).toEqual([{ fromTeam: 'a', toTeam: 'b', on: '2027-02-01' }]);
    const gap = [mover[0]!, post('b', { id: '2', assignmentNumber: '2', startDate: day('2027-02-08') })];
    expect(movesOf(teamSpells('person-1', gap))).toEqual([{ fromTeam: 'a', toTeam: 'b', on: '2027-02-08' }]);
    expect(movesOf(teamSpells('person-1', [post('a', { leavingDate: cut })]))).toEqual([]);
  });

  it('takes release to the new team from that day; the weeks before stay, and none is in both', () => {
    const { weeks, plans, learnersWithoutTeam } = plansOf(teamSpells('person-1', mover));
    const whole = plansOf([{ from: null, to: null, teamId: 'a' }]).weeks[0]!;
    expect(weeks[0]!.at(-1)?.monday).toBe('2027-01-25');
    expect(weeks[1]![0]?.monday).toBe('2027-02-01');
    expect([...weeks[0]!, ...weeks[1]!]).toEqual(whole);
    expect(plans.map(({ fees }) => fees.length)).toEqual([1, 1]);
    expect(learnersWithoutTeam).toEqual([]);
  });

  it('takes the fee along from the month it ends in: £4,000 and £1,000 of it funded over 10 months, 4 with the old team', () => {
    const funded = learner({ feePence: 400_000, fundingPence: 100_000 });
    const { plans } = plansOf(teamSpells('person-1', mover), [funded]);
    const invoices = [{ month: '2026-10', bp: 10_000 }];
    expect(plans.map(({ fees }) => fees)).toMatchObject([
      [{ feePence: 160_000, bursaryPence: 40_000, firstMonth: '2026-10', courseMonths: 4, invoices }],
      [{ feePence: 240_000, bursaryPence: 60_000, firstMonth: '2027-02', courseMonths: 6, invoices }],
    ]);
    expect(plans.flatMap(({ feesOfLearners }) => feesOfLearners)).toHaveLength(2);
  });

  it('on any days leaves every penny of the fee with some team, and every month of the course', () => {
    const line = { ...{ count: 1, bursaryCount: 1, courseMonths: 10 }, firstMonth: asMonth('2026-10') };
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 4 });
    const pence = fc.integer({ min: 0, max: 900_000 });
    fc.assert(
      fc.property(days, pence, pence, (moves, feePence, bursaryPence) => {
        const starts = [...moves].sort((x, y) => x - y).map((at) => addDays(day('2026-09-15'), at));
        const spells = [null, ...starts].map((from, at) => ({
          from,
          to: starts[at] === undefined ? null : addDays(starts[at], -1),
          teamId: ['a', 'b', 'ended', null][at % 4]!,
        }));
        const parts = feeOfTeams({ ...line, feePence, bursaryPence }, spells, 'a', (id) => id !== 'ended');
        const sum = (of: (part: (typeof parts)[number]['line']) => number): number =>
          parts.reduce((total, part) => total + of(part.line), 0);
        expect(sum((part) => part.feePence)).toBe(feePence);
        expect(sum((part) => part.bursaryPence)).toBe(bursaryPence);
        expect(sum((part) => part.courseMonths)).toBe(10);
        expect(parts.every(({ teamId }) => teamId === 'a' || teamId === 'b')).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('in mid-week leaves the days before it with the old team', () => {
    const wednesday = day('2027-02-03');
    const days = [
      { weekday: 2, minutes: 300 },
      { weekday: 4, minutes: 150 },
    ] as const;
    const spells = [
      { from: null, to: day('2027-02-02'), teamId: 'a' },
      { from: wednesday, to: null, teamId: 'b' },
    ];
    const { weeks } = plansOf(spells, [learner({ releaseDays: days })]);
    const inWeek = weeks.map((own) => own.find(({ monday }) => monday === '2027-02-01')?.minutes);
    expect(inWeek).toEqual([300, 150]);
  });

  it('that the new team declined releases nobody there, and lists the learner apart', () => {
    const spells = withoutDeclined(teamSpells('person-1', mover), () => true);
    expect(plansOf(spells).weeks[1]).toEqual([]);
    const past = [
      { from: null, to: day('2026-11-01'), teamId: 'a' },
      { from: day('2026-11-02'), to: null, teamId: 'b' },
    ];
    const declined = plansOf(withoutDeclined(past, () => true));
    expect([declined.weeks, declined.learnersWithoutTeam]).toEqual([[[], []], ['learner-1']]);
    expect(declined.plans.map(({ fees }) => fees.length)).toEqual([1, 0]);
  });

  it('behind the day of the plan leaves nothing in the old team', () => {
    const past = [
      { from: null, to: day('2026-10-31'), teamId: 'b' },
      { from: day('2026-11-01'), to: null, teamId: 'a' },
    ];
    const { plans } = plansOf(past);
    expect(plans.map((plan) => plan.learners.length)).toEqual([1, 0]);
  });
});

describe('somebody who leaves in mid-course', () => {
  it('is released up to the last day in post, and never after', () => {
    const spells = teamSpells('person-1', [post('a', { leavingDate: day('2027-01-31') })]);
    expect(plansOf(spells).weeks[0]!.at(-1)?.monday).toBe('2027-01-25');
  });
});
