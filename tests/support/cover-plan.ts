import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { asFinancialYear } from '../../shared/calendar/years.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { backfillSummary } from '../../shared/scenario/backfill-summary.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import type { TeamLearner, TeamPlan } from '../../shared/scenario/scenario-inputs.ts';
import { scenarioOf, stressPlan, stressTeam } from './plans.ts';

const from = asPlainDate('2026-11-16');

/** One learner from the first week for 20 weeks, over Christmas not released: something to book now. */
export function soonReleased(id: string, weeklyMinutes = 450): TeamLearner {
  const breakWeeks = [asPlainDate('2026-12-21')];
  return { id, count: 1, lapseBp: 0, patterns: [{ weeklyMinutes, start: from, weeks: 20, breakWeeks }] };
}

/** A team on worked-out rates of Band 6, without headroom; its ids are the caller's. */
export function clinicPlan(id: string, name: string, learners: readonly TeamLearner[]): TeamPlan {
  const own = { studyHeadroomMinutes: 0, backfillBp: null, fillBp: null, coverBand: '6', coverRates: null };
  return {
    ...stressPlan(learners),
    team: { ...stressTeam, ...own, id, name, shiftMinutes: 240 },
    costCentres: [],
    fees: [],
  };
}

/** A team without a band or rate: it cannot be worked out and says so. */
export function unpricedPlan(id: string, name: string, learners: readonly TeamLearner[]): TeamPlan {
  return {
    ...stressPlan(learners),
    team: { ...stressTeam, id, name, coverBand: null, coverRates: null },
    fees: [],
    feesNotKnown: learners.map((learner) => learner.id),
  };
}

/** What the page of cover holds for these teams, from 16 November 2026 over two years. */
export function coverOf(teams: readonly TeamPlan[]) {
  const inputs = scenarioOf(teams, { from, weeks: 104 });
  const answer = evaluateScenario(inputs, publishedParameters);
  const bookUntil = asPlainDate('2027-01-04');
  return {
    dataCut: inputs.dataCut,
    bookUntil,
    years: ['2026/27', '2027/28'].map(asFinancialYear),
    summary: backfillSummary(inputs, answer, bookUntil, publishedParameters),
  };
}
