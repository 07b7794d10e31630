import { describe, expect, test } from 'vitest';
import { bankOnlyPolicy } from '../../shared/backfill/cover-policy.ts';
import { costByMonth } from '../../shared/backfill/cost-by.ts';
import { evaluateWard } from '../../shared/backfill/evaluate-ward.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { withOverrides } from '../../shared/parameters/override.ts';
import { backfillSummary } from '../../shared/scenario/backfill-summary.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import type { LearnerPay, TeamLearner, TeamPlan } from '../../shared/scenario/scenario-inputs.ts';
import { scenarioOf, stressPlan, stressTeam } from '../support/plans.ts';

const award = asPlainDate('2027-10-13');

/** A second award of 3% on Wednesday 13 October 2027, on top of the assumed one of 1 April. */
const withAward = withOverrides(publishedParameters, [
  {
    code: 'PAY_AWARD_AFC',
    effectiveFrom: award,
    value: 300,
    low: null,
    high: null,
    source: 'A pay deal of the autumn',
    status: 'assumption',
  },
]);

/** One learner, 7.5 hours in the week of Monday 11 October 2027 and in the one after, without a weekday. */
const twoWeeks: TeamLearner = {
  ...{ id: 'a', count: 1, lapseBp: 0 },
  patterns: [{ weeklyMinutes: 450, start: asPlainDate('2027-10-11'), weeks: 2, breakWeeks: [] }],
};

function planOf(learner: TeamLearner): TeamPlan {
  const own = { coverRates: null, studyHeadroomMinutes: 0, fillBp: 10_000 };
  return { ...stressPlan([learner]), team: { ...stressTeam, ...own }, fees: [] };
}

describe('an award part-way through a year', () => {
  const inputs = scenarioOf([planOf(twoWeeks)]);
  const [team] = evaluateScenario(inputs, withAward).teams;

  test('Band 5: 39,043 × 1.025 × 1.03 = £41,220; an hour £29.79 to 12 October, £30.68 from 13 October', () => {
    // 41,220.00 → 21.08; 12.07% 2.54; 23.62; 15% 3.54; 14.38% 3.40; 0.5% 0.12
    expect(team!.rates.map(({ from, pence }) => [from, pence])).toEqual([
      [undefined, 29_79],
      [award, 21_08 + 2_54 + 3_54 + 3_40 + 12],
    ]);
    expect(team!.rates[1]).toMatchObject({ pence: 30_68, status: 'assumption' });
  });

  test('Monday and Tuesday 3 h × £29.79 = £89.37, Wednesday to Friday 4.5 h × £30.68 = £138.06, next week £230.10', () => {
    const line = { financialYear: '2027/28', rateYear: '2027/28', fillBp: 10_000 };
    const before = { needMinutes: 180, ratePence: 29_79, days: { from: 0, to: 2 }, costPence: 89_37 };
    const after = { ratePence: 30_68, rateFrom: award };
    expect(team!.ward!.costLines).toEqual([
      { monday: '2027-10-11', ...line, ...before },
      {
        monday: '2027-10-11',
        ...{ ...line, ...after, needMinutes: 270, days: { from: 2, to: 7 }, costPence: 138_06 },
      },
      { monday: '2027-10-18', ...line, ...after, needMinutes: 450, costPence: 230_10 },
    ]);
    expect(team!.ward!.totals.costPence).toBe(89_37 + 138_06 + 230_10);
  });

  test('without the award both weeks are 7.5 h × £29.79 = £223.43', () => {
    const [plain] = evaluateScenario(inputs, publishedParameters).teams;
    expect(plain!.ward!.costLines.map(({ costPence }) => costPence)).toEqual([223_43, 223_43]);
  });

  test('a post’s yearly cost is cut on the same day in every rung that is worked out', () => {
    const policy = {
      ...bankOnlyPolicy,
      rungs: (['extra-hours', 'overtime', 'fixed-term'] as const).map((rung) => ({
        ...{ rung, shareBp: 5_000, pence: null },
      })),
    };
    const [own] = evaluateScenario(scenarioOf([{ ...planOf(twoWeeks), policy }]), withAward).teams;
    expect(own!.rates.map(({ rung, from }) => [rung, from])).toEqual(
      ['extra-hours', 'overtime', 'fixed-term'].flatMap((rung) => [
        [rung, undefined],
        [rung, award],
      ]),
    );
  });
});

describe('a new on-cost rate at the tax year', () => {
  // Release Monday to Friday; £26.40 to 5 April 2028, then £27.06: 1 April 2028 is a Saturday, 6 April a Thursday.
  const ward = {
    learners: [{ count: 1, weeklyMinutes: 450, start: asPlainDate('2028-04-03'), weeks: 1, breakWeeks: [] }],
    ...{ headroomMinutes: 0, backfillBp: 10_000, fillBp: 10_000, contractedMinutes: null },
    rates: { '2028/29': 2640 },
    rateChanges: [{ from: asPlainDate('2028-04-06'), pence: 2706 }],
    ...{ temporaryCoverMinutes: 0, unavailabilityBp: null, unavailabilitySdBp: 0 },
    ...{ plannedMinimumMinutes: null, fees: [] },
  };

  test('Monday to Wednesday 4.5 h × £26.40 = £118.80, Thursday and Friday 3 h × £27.06 = £81.18', () => {
    const { costLines, totals } = evaluateWard(ward);
    expect(costLines.map(({ needMinutes, costPence }) => [needMinutes, costPence])).toEqual([
      [270, 118_80],
      [180, 81_18],
    ]);
    expect(totals.costPence).toBe(199_98);
    expect(costByMonth(ward, costLines)).toEqual([{ month: '2028-04', costPence: 199_98 }]);
  });
});

describe('released time at what the learner’s own post costs', () => {
  const worth = (pay: LearnerPay | undefined, set = publishedParameters) => {
    const inputs = scenarioOf([planOf(pay === undefined ? twoWeeks : { ...twoWeeks, pay })]);
    const summary = backfillSummary(inputs, evaluateScenario(inputs, set), inputs.dataCut, set);
    return summary.releasedTime.map(({ valuePence, minutesNotValued }) => [valuePence, minutesNotValued]);
  };
  const step2 = { payScale: 'XR05', gradeStep: '2', incrementDate: null };

  test('without pay it is an hour of the cover band, £26.20: 15 h × £26.20 = £393.00', () => {
    // 40,019.00 + 5,252.85 + 5,754.73 + 200.10 = 51,226.68 a year; × 7 ÷ (365 × 37.5) = 26.20
    expect(worth(undefined)).toEqual([[393_00, 0]]);
  });

  test('Band 5 intermediate: 34,592 × 1.025 = £35,457, £45,301.56 a year, £23.17 an hour: 15 h are £347.55', () => {
    // 35,457.00 + 15% of 30,457.00 4,568.55 + 14.38% 5,098.72 + 0.5% 177.29
    expect(worth(step2)).toEqual([[347_55, 0]]);
  });

  test('an increment to the top on 13 October: 3 h × £23.17 + 12 h × £26.20 = £69.51 + £314.40', () => {
    expect(worth({ ...step2, incrementDate: award })).toEqual([[69_51 + 314_40, 0]]);
  });

  test('an increment of the past was given already, and a pay scale nobody knows falls back to the cover band', () => {
    expect(worth({ ...step2, incrementDate: asPlainDate('2026-11-01') })).toEqual([[347_55, 0]]);
    expect(worth({ payScale: 'ZZ99', gradeStep: null, incrementDate: null })).toEqual([[393_00, 0]]);
  });

  test('the award of 13 October is in it from its day: 41,220 → £52,786.54 a year, £27.00 an hour', () => {
    // 41,220.00 + 5,433.00 + 5,927.44 + 206.10 = 52,786.54; × 7 ÷ 13,687.5 = 27.00
    expect(worth(undefined, withAward)).toEqual([[3 * 26_20 + 12 * 27_00, 0]]);
  });
});
