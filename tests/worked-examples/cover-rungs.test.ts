import { describe, expect, test } from 'vitest';
import { bankOnlyPolicy, coverPolicySchema } from '../../shared/backfill/cover-policy.ts';
import { lastMondayDue, rosterDatesOn } from '../../shared/backfill/roster-period.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import type { BoughtRung } from '../../shared/pay/rungs.ts';
import { rungRateOn, type RungOf } from '../../shared/pay/rung-rate.ts';
import { backfillSummary } from '../../shared/scenario/backfill-summary.ts';
import { teamChoices } from '../../shared/scenario/team-choices.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import { scenarioOf, stressLearners, stressPlan } from '../support/plans.ts';

const day = asPlainDate('2026-06-01');
const nurse: RungOf = {
  band: '5',
  agencyStaff: 'nurse',
  actingUp: ['6', '5'],
  medicalGrade: 'YC72',
  ownUnavailabilityBp: 2_100,
};

function rate(rung: BoughtRung, of: Partial<RungOf> = {}, basis: 'trust' | 'full' = 'trust') {
  const answer = rungRateOn(rung, { ...nurse, ...of }, day, basis, publishedParameters);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

const pence = (rung: BoughtRung, of: Partial<RungOf> = {}): number[] =>
  rate(rung, of).lines.map((line) => line.pence);

describe('an hour of each rung at the top of Band 5 in 2026/27: £39,043 a year, £19.97 an hour', () => {
  test('extra hours at plain time: pay, full National Insurance 15%, pension 14.38%, levy 0.5%', () => {
    expect(pence('extra-hours')).toEqual([1997, 300, 287, 10]);
    expect(rate('extra-hours').pence).toBe(2594);
  });

  test('overtime is time and a half, not pensionable; Band 8a is paid none', () => {
    expect(pence('overtime')).toEqual([2996, 449, 15]);
    expect(rungRateOn('overtime', { ...nurse, band: '8a' }, day, 'trust', publishedParameters)).toMatchObject(
      {
        ok: false,
        error: { message: 'Band 8a is paid no overtime.' },
      },
    );
  });

  test('agency goes to the cap of 55% above basic, £30.95; no VAT on nurses and doctors, 20% on others', () => {
    expect(pence('agency')).toEqual([1997, 1098, 0]);
    expect(pence('agency', { agencyStaff: 'doctor' })[2]).toBe(0);
    expect(pence('agency', { agencyStaff: 'other' })).toEqual([1997, 1098, 619]);
  });

  test('a new post costs £25.55 a contracted hour, the threshold used once, and £32.34 an hour it is there', () => {
    expect(pence('fixed-term')).toEqual([2555, 679]);
    expect(Math.round(2555 / 0.79)).toBe(2555 + 679);
  });

  test('a bank shift bears full National Insurance: more an hour than a post’s contracted hour', () => {
    const bank = rate('planned-bank');
    expect(bank.lines.map(({ label }) => label)).toContain('Employer National Insurance');
    expect(rate('late-bank')).toEqual(bank);
    expect(bank.pence).toBeGreaterThan(2555);
  });

  test('acting up costs the differences down the chain: the first step above the own top', () => {
    const [difference = 0, ni, pension, levy] = pence('acting-up');
    expect(difference).toBeGreaterThan(0);
    expect([ni, pension, levy]).toEqual([
      Math.round(difference * 0.15),
      Math.round(difference * 0.1438),
      Math.round(difference * 0.005),
    ]);
    const chain = rate('acting-up', { actingUp: ['7', '6', '5'] });
    expect(chain.lines.slice(0, 2).map(({ label }) => label)).toEqual([
      'Band 6 acting as Band 7: the difference',
      'Band 5 acting as Band 6: the difference',
    ]);
    expect(chain.lines[1]!.pence).toBe(difference);
  });

  test('a consultant’s activity is priced at £150,569 ÷ (365 ÷ 7 × 40) an hour with National Insurance and levy', () => {
    const pay = Math.round((150_569_00 * 7) / 365 / 40);
    expect(pence('programmed-activities')).toEqual([pay, Math.round(pay * 0.15), Math.round(pay * 0.005)]);
  });

  test('the whole-NHS basis adds the 9.4% where an hour is pensionable, and nowhere else', () => {
    expect(rate('extra-hours', {}, 'full').pence - rate('extra-hours').pence).toBe(475 - 287);
    for (const rung of ['overtime', 'agency', 'programmed-activities'] as const)
      expect(rate(rung, {}, 'full').pence).toBe(rate(rung).pence);
  });

  test('every rung names the rows it rests on; without a chain or a grade there is no price', () => {
    for (const { lines } of [rate('overtime'), rate('agency'), rate('acting-up')])
      expect(lines.every(({ uses }) => uses.length > 0)).toBe(true);
    for (const [rung, of] of [
      ['acting-up', { actingUp: [] }],
      ['programmed-activities', { medicalGrade: null }],
    ] as const)
      expect(rungRateOn(rung, { ...nurse, ...of }, day, 'trust', publishedParameters).ok).toBe(false);
  });
});

const bankThenLate = coverPolicySchema.parse({
  ...bankOnlyPolicy,
  ownTimeBp: 1_000,
  absorbedBp: 2_000,
  rungs: [
    { rung: 'planned-bank', shareBp: 10_000, pence: 3_200 },
    { rung: 'late-bank', shareBp: 5_000, pence: 7_200 },
  ],
  fillByNotice: [{ weeks: 0, fillBp: 8_500 }],
  lagWeeks: 0,
  lateChanceBp: 3_000,
  actingUp: [],
  medicalGrade: null,
  shiftMinutes: 450,
  coverBand: null,
});

describe('a policy on the stress ward', () => {
  const inputs = scenarioOf([{ ...stressPlan([stressLearners(14)]), policy: bankThenLate }]);
  const answer = evaluateScenario(inputs, publishedParameters);
  const summary = backfillSummary(inputs, answer, asPlainDate('2027-11-15'), publishedParameters, {
    trust: { startsOn: asPlainDate('2026-11-16'), weeks: 4, approvalDays: 42 },
    teams: {},
  });

  test('of 105 hours, 10.5 are headroom; of 94.5 a tenth is own time, a fifth of the rest absorbed: 68.05 to cover', () => {
    const week = answer.teams[0]!.ward!.weeks[0]!;
    expect([week.gap, week.need]).toEqual([5103, 4082]);
    expect(summary.byRung.map(({ rung }) => rung)).toEqual([
      'planned-bank',
      'late-bank',
      'planned-bank',
      'late-bank',
    ]);
  });

  test('the bank fills 85%, late bank half of what is left: 7.5% at £72 an hour, and 7.5% stay open', () => {
    const lines = answer.teams[0]!.ward!.costLines.slice(0, 2);
    expect(lines.map(({ fillBp, ratePence }) => [fillBp, ratePence])).toEqual([
      [8_500, 3_200],
      [750, 7_200],
    ]);
    const { filled, need } = answer.teams[0]!.ward!.weeks[0]!;
    expect(filled).toBe(need * 9_250);
  });

  test('600 hours are 0.307 WTE of a contract; who replaces them is away too', () => {
    const [first] = summary.releasedTime;
    expect(first!.minutes).toBe(2_625 * 60);
    expect(first!.contractWteX1000).toBe(Math.round((2_625 / ((365 / 7) * 37.5)) * 1000));
    expect(first!.inPostWteX1000).toBeGreaterThan(first!.contractWteX1000);
    expect(Math.round((600 / ((365 / 7) * 37.5)) * 1000)).toBe(307);
  });

  test('waiting prices an hour at £44, £12 more than now: 68.03 hours a week spare £816.40 by booking now', () => {
    const late = { ...inputs, dataCut: asPlainDate('2027-09-20') };
    const now = backfillSummary(
      late,
      evaluateScenario(late, publishedParameters),
      asPlainDate('2027-09-27'),
      publishedParameters,
    );
    expect(now.toBook).toHaveLength(1);
    expect(now.toBook[0]).toMatchObject({ neededMinutes: 4082, shifts: 10, shiftMinutes: 450 });
    expect(now.toBook[0]!.waiting).toEqual({
      extraPence: Math.round((4082 / 60) * 1200),
      extraUnfilledMinutes: 0,
    });
  });
});

describe('what the stress ward can choose between', () => {
  const inputs = scenarioOf([stressPlan([stressLearners(14)])]);
  const { post, waiting, prices } = teamChoices(inputs.teams[0]!, inputs, publishedParameters);

  test('94.5 hours a week for 43 weeks: 3.2 WTE in post against £83,445 for the bank', () => {
    expect(post).toMatchObject({ weeklyNeedMinutes: 5670, totalNeedMinutes: 221_130, contractWeeks: 43 });
    expect(post).toMatchObject({ wteTenths: 32, bankCostPence: 8_344_476, from: '2027-09-27' });
  });

  test('the award of 1 April 2028 falls into the contract: £51,226.68 a year for 187 days, then £52,526.78 for 114', () => {
    // 40,019.00 + 15% of 35,019.00 5,252.85 + 14.38% 5,754.73 + 0.5% 200.10; 41,020.00 + 5,403.00 + 5,898.68 + 205.10
    expect(post!.yearlyCosts).toEqual([
      { from: '2027-09-27', pence: 5_122_668 },
      { from: '2028-04-01', pence: 5_252_678 },
    ]);
    // 2027/28 has 366 days; each part by days of its year, 2,617,320 and 1,640,562, then × 3.2
    const parts = [(5_122_668 * 187) / 366, (5_252_678 * 114) / 365];
    expect(post!.postCostPence).toBe(13_625_222);
    expect(Math.abs(post!.postCostPence - 3.2 * (parts[0]! + parts[1]!))).toBeLessThan(7);
  });

  test('without a policy nobody has said how likely a late hour is, and every rung still has its price', () => {
    expect(waiting).toBeNull();
    expect(prices.filter(({ rate }) => rate === null).map(({ rung }) => rung)).toEqual([
      'acting-up',
      'programmed-activities',
    ]);
  });

  test('with a 30% chance of a £72 late hour against £32, an hour that waits costs £44', () => {
    const asked = teamChoices({ ...inputs.teams[0]!, policy: bankThenLate }, inputs, publishedParameters);
    expect(asked.waiting).toMatchObject({
      bankPence: 3_200,
      latePence: 7_200,
      waitingPence: 4_400,
      extraPence: 1_200,
    });
  });
});

describe('roster periods', () => {
  const roster = { startsOn: asPlainDate('2026-11-02'), weeks: 4, approvalDays: 42 };

  test('follow each other in whole weeks, each approved so many days before its first', () => {
    expect(rosterDatesOn(roster, asPlainDate('2026-11-29'))).toEqual({
      ...{ firstMonday: '2026-11-02', lastMonday: '2026-11-23', approveBy: '2026-09-21' },
    });
    expect(rosterDatesOn(roster, asPlainDate('2026-11-30')).approveBy).toBe('2026-10-19');
    expect(rosterDatesOn(roster, asPlainDate('2026-11-01')).firstMonday).toBe('2026-10-05');
  });

  test('on 20 November the period approved by 14 December is the last that is due within 31 days', () => {
    expect(rosterDatesOn(roster, asPlainDate('2027-01-25')).approveBy).toBe('2026-12-14');
    expect(lastMondayDue(roster, asPlainDate('2026-11-20'))).toBe('2027-02-15');
  });
});
