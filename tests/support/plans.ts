import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import type { ScenarioInputs, TeamLearner, TeamPlan } from '../../shared/scenario/scenario-inputs.ts';
import type { Team } from '../../shared/teams/team.ts';

/** The stress ward of the product's worked example: 42 WTE, 1,195 hours planned minimum, 10.5 hours of headroom. */
export const stressTeam: Team = {
  id: 'ward-7',
  name: 'Ward 7, acute medicine',
  division: 'Medicine',
  type: 'rostered-round-the-clock',
  plannedMinimum: { minutes: 1195 * 60, byWeekday: null, owner: null, date: null, source: null },
  temporaryCoverMinutes: 0,
  studyHeadroomMinutes: 630,
  unavailabilityIncludesStudy: true,
  unavailabilityBp: [2000, 2050, 2000, 2250, 2000, 2000, 2350, 2500, 1950, 1900, 1900, 2350],
  unavailabilitySdBp: 100,
  shiftMinutes: 690,
  coverBand: '5',
  coverRates: { '2027/28': 2640, '2028/29': 2706 },
  backfillBp: 10_000,
  fillBp: 8500,
  version: 1,
};

/** Learners from 27 September 2027 for 43 weeks, at Christmas and Easter not released. */
export function stressLearners(count: number, weeklyMinutes = 450): TeamLearner {
  const breakWeeks = ['2027-12-20', '2027-12-27', '2028-04-10', '2028-04-17'].map(asPlainDate);
  return {
    id: 'question',
    count,
    lapseBp: 0,
    patterns: [{ weeklyMinutes, start: asPlainDate('2027-09-27'), weeks: 43, breakWeeks }],
  };
}

export function stressPlan(learners: readonly TeamLearner[] = [stressLearners(14)]): TeamPlan {
  return {
    team: stressTeam,
    costCentres: [
      { code: 'C100', weight: 120_000 },
      { code: 'C200', weight: 37_500 },
    ],
    contractedMinutes: 42 * 2250,
    learners,
    fees: [
      {
        feePence: 400_000,
        count: 14,
        bursaryPence: 400_000,
        bursaryCount: 11,
        courseMonths: 10,
        firstMonth: asMonth('2027-10'),
      },
    ],
    feesNotKnown: [],
  };
}

export function scenarioOf(
  teams: readonly TeamPlan[],
  horizon: { from: PlainDate; weeks: number } | null = null,
): ScenarioInputs {
  return { schema: 1, dataCut: asPlainDate('2026-11-20'), basis: 'trust', horizon, teams, pipeline: null };
}
