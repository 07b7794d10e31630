import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { teamPlans } from '../../shared/scenario/team-plans.ts';
import { teamsOfPeople, type Placed } from '../../shared/scenario/team-spells.ts';
import { teamFinder } from '../../shared/teams/team-of-assignment.ts';
import type { TeamSource } from '../../shared/teams/team.ts';
import { assignment, learner } from '../support/learners.ts';
import { stressTeam } from '../support/plans.ts';

const day = asPlainDate('2026-11-20');
const team = { ...stressTeam, id: 'a' };

function plansOf(placed: readonly Placed[], learners = [learner()]) {
  return teamPlans({ dataCut: day, teams: [team], placed, learners }, publishedParameters);
}

describe('which team an assignment belongs to', () => {
  const source = (teamId: string, kind: TeamSource['kind'], code: string, rank = 1): TeamSource => ({
    teamId,
    kind,
    code,
    rank,
  });

  it('roster unit before organisation before cost centre, and the most exact organisation first', () => {
    const sources = [
      source('cc', 'cost-centre', 'C100'),
      source('l4', 'org', 'Medicine'),
      source('l6', 'org', 'Ward 7'),
      source('ru', 'roster-unit', 'W7'),
    ];
    const find = teamFinder(sources);
    expect(find({ ...assignment(), rosterUnit: 'W7' })).toBe('ru');
    expect(find(assignment())).toBe('l6');
    expect(find(assignment({ orgL6: 'Ward 8' }))).toBe('l4');
    expect(find(assignment({ orgL6: 'Ward 8', orgL4: 'Surgery' }))).toBe('cc');
    expect(find(assignment({ orgL4: 'X', orgL5: null, orgL6: null, costCentre: 'Y' }))).toBeNull();
  });

  it('does not depend on the order of the sources', () => {
    const sources = ['b', 'a', 'c'].map((id, index) => source(id, 'org', ' ward  7 ', index === 2 ? 0 : 5));
    fc.assert(
      fc.property(fc.shuffledSubarray(sources, { minLength: 3 }), (shuffled) => {
        expect(teamFinder(shuffled)(assignment())).toBe('c');
      }),
    );
  });
});

describe('a team’s plan from the register', () => {
  it('a learner is paid what the leading post is, with its step and increment date; one in no post has no pay', () => {
    const incrementDate = asPlainDate('2027-09-01');
    const lead = assignment({ payScale: 'XR05', gradeStep: '2', incrementDate });
    const small = assignment({ id: '2', assignmentNumber: '99', payScale: 'XR07', contractedHoursX100: 750 });
    const placed = [lead, small].map((own) => ({ assignment: own, teamId: 'a' }));
    expect(plansOf(placed).plans[0]!.learners[0]!.pay).toEqual({
      payScale: 'XR05',
      gradeStep: '2',
      incrementDate,
    });
    expect(plansOf([]).plans[0]!.learners).toEqual([]);
  });

  it('counts registered staff at work, once, and nobody else', () => {
    const rows = [
      assignment(),
      assignment({ id: '2', status: 'Maternity & Adoption' }),
      assignment({ id: '3', category: 'Bank' }),
      assignment({ id: '4', staffGroup: 'Additional Clinical Services' }),
      assignment({ id: '5', staffGroup: 'Medical and Dental' }),
      assignment({ id: '6', leavingDate: asPlainDate('2026-11-19') }),
      assignment({ id: '7', contractedHoursX100: 1875 }),
    ];
    const { plans } = plansOf(rows.map((row) => ({ assignment: row, teamId: 'a' })));
    // 37.5 hours and 18.75 hours
    expect(plans[0]?.contractedMinutes).toBe(2250 + 1125);
  });

  it('doctors count in a clinic, and not on a ward rostered round the clock', () => {
    const doctor = [{ assignment: assignment({ staffGroup: 'Medical and Dental' }), teamId: 'a' }];
    const clinic = { ...team, type: 'clinic-or-list' as const };
    const asked = { dataCut: day, teams: [clinic], placed: doctor, learners: [] };
    expect(teamPlans(asked, publishedParameters).plans[0]?.contractedMinutes).toBe(2250);
    expect(plansOf(doctor).plans[0]?.contractedMinutes).toBe(0);
  });

  it('a team nobody is mapped to has staff that are not known, not nobody', () => {
    expect(plansOf([]).plans[0]?.contractedMinutes).toBeNull();
  });

  it('a learner with two posts is released once, from the one with more hours', () => {
    const posts = [
      { assignment: assignment({ id: '1', assignmentNumber: '1', contractedHoursX100: 1000 }), teamId: 'b' },
      { assignment: assignment({ id: '2', assignmentNumber: '2', contractedHoursX100: 2000 }), teamId: 'a' },
    ];
    expect(teamsOfPeople(posts, day).get('person-1')).toBe('a');
    expect(plansOf(posts).plans[0]?.learners).toHaveLength(1);
  });

  it('a learner whose post belongs to no team is listed apart', () => {
    expect(plansOf([{ assignment: assignment(), teamId: null }]).learnersWithoutTeam).toEqual(['learner-1']);
  });

  it('study time lapses by the team’s own unavailability, only where the agreement says so', () => {
    const placed = [{ assignment: assignment(), teamId: 'a' }];
    expect(plansOf(placed).plans[0]?.learners[0]?.lapseBp).toBe(0);
    const lapsing = plansOf(placed, [learner({ studyDayRule: 'lapses' })]).plans[0]?.learners[0];
    // mean of 20, 20.5, 20, 22.5, 20, 20, 23.5, 25, 19.5, 19, 19 and 23.5 per cent = 252.5 / 12 = 21.04%
    expect(lapsing?.lapseBp).toBe(2104);
  });
});
