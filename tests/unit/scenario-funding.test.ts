import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { asFinancialYear } from '../../shared/calendar/years.ts';
import type { Award } from '../../shared/funding/award.ts';
import { exposureTotal } from '../../shared/funding/exposure.ts';
import { fundingDeadlines } from '../../shared/funding/funding-deadlines.ts';
import { roundOf } from '../../shared/funding/bursary-rules.ts';
import { sourcesInYear, type SourceTerms } from '../../shared/funding/source.ts';
import { stackFunding } from '../../shared/funding/stack.ts';
import { noAgreement } from '../../shared/learners/agreement.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { defaultGroupsOn } from '../../shared/pipeline/default-rates.ts';
import { costPerNamed, type CohortCost } from '../../shared/scenario/cost-per-named.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import { exposureCases } from '../../shared/scenario/exposure-of-plan.ts';
import { feesWePay, fundingLines, fundingMoney } from '../../shared/scenario/funding-lines.ts';
import { priorBeliefs } from '../support/forecast-beliefs.ts';
import { bursaryAward, copiedRound, cpdTerms } from '../support/funding.ts';
import { learner } from '../support/learners.ts';
import { sampleTrust } from '../support/pipeline-trust.ts';
import { scenarioOf } from '../support/plans.ts';

const day = asPlainDate;
const set = publishedParameters;
const today = day('2026-11-20');
const nothing = evaluateScenario(scenarioOf([]), set);
const rates = defaultGroupsOn(set, today).value['Nursing and Midwifery Registered'];

function award(learnerId: string, change: Partial<Award> = {}): Award {
  return { id: `award-${learnerId}`, version: 1, ...bursaryAward(learnerId), ...change };
}

function year2026(...held: readonly SourceTerms[]) {
  const rows = held.map((terms, index) => ({ id: String(index), version: 1, ...terms }));
  return sourcesInYear(rows, asFinancialYear('2026/27'));
}

describe('money on the fees of a register', () => {
  const [a, b] = [learner({ id: 'a' }), learner({ id: 'b', personId: 'p-b' })];
  const lines = fundingLines([a, b], nothing, today, set);

  it('an accepted award pays its own learner’s fee before any other money, and nobody else’s', () => {
    const money = fundingMoney(year2026(cpdTerms), lines, [a, b], [award('a')]);
    const { parts, unfundedPence, bySource } = stackFunding(lines, money);
    expect(parts).toEqual([
      { lineId: 'fees a', sourceId: 'nihr-bursary award award-a', pence: 400_000 },
      { lineId: 'fees b', sourceId: 'cpd 2026/27', pence: 400_000 },
    ]);
    expect([unfundedPence, bySource.get('cpd 2026/27')?.unspent]).toEqual([0, 600_000]);
  });

  it('an award that was lost pays nothing, also where the register still says who pays', () => {
    const registered = learner({ id: 'a', fundingSource: 'nihr-bursary', fundingPence: 400_000 });
    const lost = award('a', { acceptedOn: null, lost: 'refused', lostOn: day('2026-08-01') });
    expect(fundingMoney(year2026(), lines, [registered], [lost])).toEqual([]);
    expect(fundingMoney(year2026(), lines, [registered], [])).toMatchObject([{ pence: 400_000 }]);
    expect(feesWePay(registered, [lost], set)).toBe(400_000);
    expect(feesWePay(registered, [], set)).toBe(0);
    expect(feesWePay(registered, [award('a', { amountPence: 150_000 })], set)).toBe(250_000);
    expect(feesWePay(learner({ feePence: null }), [], set)).toBeNull();
  });

  it('money agreed of a source with an amount comes out of that amount', () => {
    const agreed = learner({ id: 'a', fundingSource: 'cpd', fundingPence: 400_000 });
    const money = fundingMoney(year2026(cpdTerms), lines, [agreed], []);
    expect(money.map(({ id, pence }) => [id, pence])).toEqual([['cpd 2026/27', 1_000_000]]);
  });

  it('fees of courses before the year, of people who left and not known make no line', () => {
    const others = [
      learner({ id: 'c', status: 'withdrawn' }),
      learner({ id: 'd', feePence: null }),
      learner({ id: 'e', intakeMonth: '2024-09' as never, startedOn: day('2024-09-23') }),
      learner({ id: 'f', status: 'interested', startedOn: null }),
    ];
    expect(fundingLines(others, nothing, today, set)).toEqual([]);
    expect(lines.map(({ id, pence }) => [id, pence])).toEqual([
      ['fees a', 400_000],
      ['fees b', 400_000],
    ]);
  });
});

describe('exposure of a register', () => {
  const asked = {
    today,
    awards: [],
    agreements: new Map([['learner-1', { ...noAgreement, returnOfServiceMonths: 24 }]]),
    answer: nothing,
    ratesOf: () => rates,
    set,
  };

  it('on a course the whole fee can be asked back; who holds an award pays back month by month', () => {
    const [studying] = exposureCases({ ...asked, learners: [learner()] });
    expect(studying).toMatchObject({ feesPaidPence: 400_000, recoverableBp: 10_000 });
    expect(studying!.lossBp).toBeGreaterThan(500);
    expect(studying!.lossBp).toBeLessThan(5_000);
    const graduate = learner({ status: 'qualified', qualifiedOn: day('2026-05-20') });
    const [serving] = exposureCases({ ...asked, learners: [graduate] });
    // 6 of 24 months served
    expect(serving).toMatchObject({ recoverableBp: 7_500 });
    expect(serving!.lossBp).toBeLessThan(studying!.lossBp);
    const served = learner({ status: 'qualified', qualifiedOn: day('2024-05-20') });
    expect(exposureCases({ ...asked, learners: [served] })).toEqual([]);
  });

  it('a bursary is nobody’s to lose here, and without an agreement nothing is asked back', () => {
    const total = exposureTotal(
      exposureCases({ ...asked, agreements: new Map(), learners: [learner()], awards: [award('learner-1')] }),
    );
    expect(total).toMatchObject({ people: 1, feesPence: 0, mostPence: 0, notAgreed: 1 });
  });

  it('somebody interrupted is likelier to be lost than somebody who studies', () => {
    const away = learner({
      status: 'interrupted',
      interruptedOn: day('2026-10-19'),
      returnsOn: day('2027-09-20'),
      interruptions: 1,
    });
    const [interrupted] = exposureCases({ ...asked, learners: [away] });
    const [studying] = exposureCases({ ...asked, learners: [learner()] });
    expect(interrupted!.lossBp).toBeGreaterThan(studying!.lossBp);
  });
});

describe('cost per person named', () => {
  const { startMonth, horizonMonths, pathway, people } = sampleTrust();
  const beliefs = priorBeliefs([...new Set(people.map(({ group }) => group))]);
  const inputs = { startMonth, horizonMonths, pathway, people, beliefs };
  const cost: CohortCost = { stageFeesPence: 200_000, stageCoverPence: 500_000, spentPence: 3_000_000 };
  const priced = (change: Partial<CohortCost> = {}, months = 36) =>
    costPerNamed(inputs, { ...cost, ...change }, months, 31)!;

  const base = priced();

  it('is the expected cost over the expected people, within its own range', () => {
    const answer = base;
    expect(answer.perPersonPence).toBe(Math.round(answer.expectedCostPence / answer.named.mean));
    expect(answer.p10!).toBeLessThan(answer.p50!);
    expect(answer.p50!).toBeLessThan(answer.p90!);
    expect(answer.perPersonPence!).toBeGreaterThan(answer.p10!);
    expect(answer.perPersonPence!).toBeLessThan(answer.p90!);
  });

  it('counts nobody who holds a role today', () => {
    const held = people.map((person) => ({ ...person, role: 'coi' as const }));
    expect(costPerNamed({ ...inputs, people: held }, cost, 36, 31)).toBeNull();
  });

  it('doubles with every price, and a later day names more people at the same cost', () => {
    const twice = { stageFeesPence: 400_000, stageCoverPence: 1_000_000, spentPence: 6_000_000 };
    expect(priced(twice).expectedCostPence / base.expectedCostPence).toBeCloseTo(2, 6);
    const later = priced({}, 48);
    expect(later.expectedCostPence).toBe(base.expectedCostPence);
    expect(later.named.mean).toBeGreaterThan(base.named.mean);
    expect(later.perPersonPence!).toBeLessThan(base.perPersonPence!);
  });

  it('what was spent before is in it whole, whatever happens next', () => {
    const more = priced({ spentPence: 13_000_000 }).expectedCostPence - base.expectedCostPence;
    expect(more).toBe(10_000_000);
  });

  it('has no price at the share of ways in which nobody is named', () => {
    const [first] = people.filter(({ kind }) => kind === 'studying');
    const alone = costPerNamed(
      { ...inputs, people: [{ ...first!, count: 1, role: undefined }] },
      cost,
      12,
      31,
    )!;
    expect(alone.chanceOfNobody).toBeGreaterThan(0.5);
    expect([alone.p50, alone.p90]).toEqual([null, null]);
  });
});

describe('days of funders', () => {
  it('are those ahead, soonest first: rounds that are entered, and money with an amount', () => {
    const round = { ...roundOf([], copiedRound.academicYear), ...copiedRound };
    const days = fundingDeadlines([round], year2026(cpdTerms), day('2026-07-20'));
    expect(days.map(({ on, what, daysLeft }) => [on, what, daysLeft])).toEqual([
      ['2026-07-31', 'Offers are accepted', 11],
      ['2027-02-26', 'Claim the money', 221],
      ['2027-03-31', 'Spend the money', 254],
    ]);
  });
});
