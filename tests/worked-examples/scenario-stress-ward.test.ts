import { describe, expect, it } from 'vitest';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import { scenarioOf, stressPlan } from '../support/plans.ts';

describe('the stress ward through the one façade', () => {
  const answer = evaluateScenario(scenarioOf([stressPlan()]), publishedParameters);
  const ward = answer.teams[0]!.ward!;

  it('gives the product’s table year by year', () => {
    expect(
      answer.byYear.map(({ financialYear, released, need, costPence, netFeesPence, netPence }) => [
        financialYear,
        released / 60,
        need / 60,
        costPence,
        netFeesPence,
        netPence,
      ]),
    ).toEqual([
      // 25 release weeks to 31 March, 14 × 7.5 = 105 h each; 105 − 10.5 = 94.5 h to cover, 85% of it at £26.40
      ['2027/28', 2625, 2362.5, 5_301_450, 720_000, 6_021_450],
      ['2028/29', 1470, 1323, 3_043_026, 480_000, 3_523_026],
    ]);
  });

  it('counts weeks short with no release, newly short and still short apart', () => {
    expect(ward.short?.withoutRelease).toEqual([]);
    expect(ward.short?.newlyShort).toHaveLength(39);
    expect(ward.short?.afterCover).toEqual([
      '2027-12-06',
      '2027-12-13',
      '2028-07-03',
      '2028-07-10',
      '2028-07-17',
    ]);
    expect(answer.teamWeeks).toEqual({ withoutRelease: 0, newlyShort: 39, afterCover: 5, teamsNotKnown: 0 });
  });

  it('prices the fix at £1,114 and leaves no week short', () => {
    expect(ward.fix?.extraPence).toBe(111_440);
    expect(ward.fix?.shortAfterFix).toEqual([]);
  });

  it('shows the cash view beside: net fees when invoiced, all in the first year', () => {
    expect(answer.byYear.map(({ cashFeesPence }) => cashFeesPence)).toEqual([1_200_000, 0]);
  });
});
