import { describe, expect, test } from 'vitest';
import { bankOnlyPolicy, coverPolicySchema, type CoverPolicy } from '../../shared/backfill/cover-policy.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters as set } from '../../shared/parameters/default-set.ts';
import type { Band } from '../../shared/pay/bands.ts';
import type { CostBasis } from '../../shared/pay/employer-cost.ts';
import type { HighCostArea } from '../../shared/pay/high-cost-area.ts';
import { paidAboveHourOn, paidAboveYearOn, plainHours, type HourTerms } from '../../shared/pay/hour-terms.ts';
import { rungRateOn, type RungOf } from '../../shared/pay/rung-rate.ts';
import { boughtRungs, type BoughtRung } from '../../shared/pay/rungs.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import { teamChoices } from '../../shared/scenario/team-choices.ts';
import { scenarioOf, stressLearners, stressPlan } from '../support/plans.ts';

const day = asPlainDate('2026-06-01');
const nurse: RungOf = {
  band: '5',
  agencyStaff: 'nurse',
  actingUp: ['6', '5'],
  medicalGrade: 'YC72',
  ownUnavailabilityBp: 2_100,
};

/** 60% by day, 30% at night or on Saturdays, 10% on Sundays. */
const hours = { plain: 6_000, 'saturday-or-night': 3_000, 'sunday-or-bank-holiday': 1_000 };
const inner: HourTerms = { area: 'inner', hours: plainHours };
const mixed: HourTerms = { area: null, hours };
const both: HourTerms = { area: 'inner', hours };

function lines(rung: BoughtRung, terms: HourTerms | undefined, basis: CostBasis = 'trust') {
  const answer = rungRateOn(rung, { ...nurse, terms }, day, basis, set);
  if (!answer.ok) throw new Error(answer.error.message);
  expect(answer.value.lines.reduce((sum, { pence }) => sum + pence, 0)).toBe(answer.value.pence);
  return answer.value.lines;
}

const pence = (...asked: Parameters<typeof lines>): number[] => lines(...asked).map((line) => line.pence);

describe('the London supplement in 2026/27: a share of full-time basic pay with its least and most, by 365 ÷ 7 × 37.5 hours', () => {
  const hour = (band: Band, area: HighCostArea): number[] =>
    paidAboveHourOn(band, { area, hours: plainHours }, day, set).map((line) => line.pence);

  test('Band 5, £39,043: inner 20% £7,808.60 is £3.99 an hour, outer 15% £5,856.45 £3.00, fringe 5% £1,952.15 £1.00', () => {
    expect(hour('5', 'inner')).toEqual([399]);
    expect(hour('5', 'outer')).toEqual([300]);
    expect(hour('5', 'fringe')).toEqual([100]);
  });

  test('Band 2, £25,272: 20% is £5,054.40, below the least of £5,794, which is £2.96 an hour', () => {
    expect(paidAboveYearOn('2', inner, day, set)[0]!.pence).toBe(5_794_00);
    expect(hour('2', 'inner')).toEqual([296]);
  });

  test('Band 8a, £64,750: 20% is £12,950, above the most of £8,745, which is £4.47 an hour', () => {
    expect(paidAboveYearOn('8a', inner, day, set)[0]!.pence).toBe(8_745_00);
    expect(hour('8a', 'inner')).toEqual([447]);
  });

  test('a bank hour: (19.97 + 3.99) + 12.07% 2.89 = 26.85; + 15% 4.03 + 14.38% 3.86 + 0.5% 0.13 = £34.87', () => {
    expect(pence('planned-bank', inner)).toEqual([1997, 399, 289, 403, 386, 13]);
    expect(pence('late-bank', inner)).toEqual(pence('planned-bank', inner));
  });

  test('on the whole-NHS basis the supplement is pensionable at 23.78% too: 26.85 × 23.78% = 6.38', () => {
    expect(pence('planned-bank', inner, 'full')).toEqual([1997, 399, 289, 403, 638, 13]);
  });

  test('the line names the share, the least and the most it rests on, with their days', () => {
    const line = lines('planned-bank', inner)[1]!;
    expect(line.label).toBe('High cost area supplement, inner London');
    expect(line.uses.map(({ code, effectiveFrom }) => `${code} ${effectiveFrom}`)).toEqual([
      'HCAS_INNER 2004-12-01',
      'HCAS_INNER_MIN 2026-04-01',
      'HCAS_INNER_MAX 2026-04-01',
      'AFC_WEEKLY_HOURS 2004-12-01',
    ]);
  });

  test('agency goes to 55% above the hour with it: (19.97 + 3.99) + 13.18', () => {
    expect(pence('agency', inner)).toEqual([1997, 399, 1318, 0]);
  });

  test('overtime has none, and doctors’ activities are not paid by Agenda for Change', () => {
    for (const rung of ['overtime', 'programmed-activities'] as const)
      expect(lines(rung, both)).toEqual(lines(rung, undefined));
  });
});

describe('unsocial hours in 2026/27, Band 5: 30% of the hours at 30% more and 10% at 60% more are 15% on basic', () => {
  test('a bank hour: 19.97 + 15% 3.00 = 22.97; + 2.77 = 25.74; + 3.86 + 3.70 + 0.13 = £33.43', () => {
    expect(pence('planned-bank', mixed)).toEqual([1997, 300, 277, 386, 370, 13]);
  });

  test('the line shows the weighting and names both percentages', () => {
    const line = lines('planned-bank', mixed)[1]!;
    expect(line.label).toBe('Unsocial hours: 30% of the hours at 30% more, 10% at 60% more');
    expect(line.uses.map(({ code }) => code)).toEqual([
      'UNSOCIAL_B4_9_SAT_OR_WEEKDAY_NIGHT',
      'UNSOCIAL_B4_9_SUN_OR_BANKHOL',
    ]);
  });

  test('Band 3 has percentages of its own: 30% × 35% + 10% × 69% = 17.4% of 14.05', () => {
    expect(paidAboveHourOn('3', mixed, day, set)[0]!.pence).toBe(Math.round(1405 * 0.174));
  });

  test('extra hours in inner London: 19.97 + 3.99 + 3.00, never a share of each other; + 4.04 + 3.88 + 0.13 = £35.01', () => {
    expect(pence('extra-hours', both)).toEqual([1997, 399, 300, 404, 388, 13]);
  });

  test('a post: £39,043 + 7,808.60 + 5,856.45 costs £67,707.22, £34.63 an hour: 25.55 and 9.08; ÷ 0.79 adds 9.21', () => {
    // 52,708.05 + 15% of 47,708.05 7,156.21 + 14.38% 7,579.42 + 0.5% 263.54
    expect(pence('fixed-term', both)).toEqual([2555, 908, 921]);
  });

  test('acting up: 20.44 − 19.97; supplement 4.09 − 3.99; 15% of 0.47 is 0.07; employer costs on 0.64', () => {
    expect(pence('acting-up', both)).toEqual([47, 10, 7, 10, 9, 0]);
  });
});

describe('a policy that says neither', () => {
  test('costs in every rung and basis what it cost before there was a choice', () => {
    for (const rung of boughtRungs)
      for (const basis of ['trust', 'full'] as const)
        expect(lines(rung, { area: null, hours: plainHours }, basis)).toEqual(lines(rung, undefined, basis));
    expect(pence('planned-bank', undefined)).toEqual([1997, 241, 336, 322, 11]);
  });

  test('shares that are not the whole are refused in words', () => {
    const asked = { ...bankOnlyPolicy, hoursByKind: { ...hours, plain: 5_999 } };
    const read = coverPolicySchema.safeParse(asked);
    expect(read.error!.issues.map(({ message }) => message)).toEqual([
      'The shares of hours by day, night and Sunday add up to 100%.',
    ]);
  });
});

describe('a policy on a ward of inner London with nights', () => {
  const planned = stressPlan([stressLearners(14)]);
  const ward = { ...planned, team: { ...planned.team, coverRates: null } };
  const answerOf = (patch: Partial<CoverPolicy>) => {
    const policy = { ...bankOnlyPolicy, ...patch };
    const inputs = scenarioOf([{ ...ward, policy }]);
    return {
      rates: evaluateScenario(inputs, set).teams[0]!.rates,
      choices: teamChoices(inputs.teams[0]!, inputs, set),
    };
  };

  test('prices its bank, its ladder and the post held against it on the same terms', () => {
    const plain = answerOf({});
    const london = answerOf({ highCostArea: 'inner', hoursByKind: hours });
    const labels = london.rates[0]!.lines.map(({ label }) => label);
    expect(labels.slice(1, 3)).toEqual([
      'High cost area supplement, inner London',
      'Unsocial hours: 30% of the hours at 30% more, 10% at 60% more',
    ]);
    // £40,019 at the top of Band 5 in 2027/28: + 20% 8,003.80 + 15% 6,002.85 = 54,025.65
    // + 15% of 49,025.65 7,353.85 + 14.38% 7,768.89 + 0.5% 270.13 = 69,418.52
    expect(london.choices.post!.yearlyCosts[0]).toEqual({ from: '2027-09-27', pence: 69_418_52 });
    expect(plain.choices.post!.yearlyCosts[0]!.pence).toBe(51_226_68);
    expect(london.choices.post!.bankCostPence).toBeGreaterThan(plain.choices.post!.bankCostPence);
    const priceOf = ({ choices }: typeof plain): number =>
      choices.prices.find(({ rung }) => rung === 'planned-bank')!.rate!.pence;
    expect(priceOf(london)).toBeGreaterThan(priceOf(plain));
  });
});
