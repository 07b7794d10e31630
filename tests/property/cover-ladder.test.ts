import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costByLearner } from '../../shared/backfill/cost-by.ts';
import { shareBank, type BankAsk, type BankSupply } from '../../shared/backfill/bank-supply.ts';
import { coverPlan } from '../../shared/backfill/cover-plan.ts';
import { bankOnlyPolicy, coverPolicySchema } from '../../shared/backfill/cover-policy.ts';
import { planWeeks } from '../../shared/backfill/plan-weeks.ts';
import { ladderShares, sharesOfNeed } from '../../shared/backfill/ward-ladder.ts';
import { addDays, asPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { halfUp } from '../../shared/core/rounding.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { backfillSummary } from '../../shared/scenario/backfill-summary.ts';
import { evaluateScenario } from '../../shared/scenario/evaluate-scenario.ts';
import type { WardAnswer } from '../../shared/backfill/ward-answer.ts';
import { withOverrides } from '../../shared/parameters/override.ts';
import type { ScenarioInputs, TeamLearner, TeamPlan } from '../../shared/scenario/scenario-inputs.ts';
import { scenarioOf, stressPlan, stressTeam } from '../support/plans.ts';
import { anyPolicy } from '../support/policy-arbitrary.ts';

const monday = asPlainDate('2026-11-16');
const horizon = { from: monday, weeks: 80 };
const nurses = 'Nursing and Midwifery Registered';

const learner = fc
  .record({
    id: fc.uuid(),
    count: fc.integer({ min: 1, max: 4 }),
    minutes: fc.integer({ min: 15, max: 1200 }),
    startWeek: fc.integer({ min: 0, max: 60 }),
    weeks: fc.integer({ min: 1, max: 43 }),
    lapseBp: fc.integer({ min: 0, max: 3000 }),
  })
  .map(({ id, count, minutes, startWeek, weeks, lapseBp }): TeamLearner => ({
    id,
    count,
    lapseBp,
    patterns: [{ weeklyMinutes: minutes, start: addDays(monday, startWeek * 7), weeks, breakWeeks: [] }],
  }));

const team = fc
  .record({
    id: fc.uuid(),
    learners: fc.array(learner, { maxLength: 3 }),
    band: fc.constantFrom('4', '5', '6', '7'),
    policy: fc.option(anyPolicy, { nil: null }),
  })
  .map(({ id, learners, band, policy }): TeamPlan => ({
    ...stressPlan(learners),
    policy,
    coverGroup: nurses,
    team: { ...stressTeam, id, name: id, coverBand: band, coverRates: null },
  }));

/** The published values with an award in the middle of a week of a plan: some lines are cut there. */
const dated = withOverrides(publishedParameters, [
  {
    code: 'PAY_AWARD_AFC',
    effectiveFrom: asPlainDate('2027-02-17'),
    value: 210,
    ...{ low: null, high: null, source: 'An award of the winter', status: 'assumption' as const },
  },
]);

const supply = fc.option(fc.integer({ min: 0, max: 6000 }), { nil: null });

/** Plans of teams with any policy, and a bank that has too little in some weeks. */
const plan = fc
  .tuple(fc.array(team, { minLength: 1, maxLength: 4 }), supply)
  .map(([teams, minutesPerWeek]): ScenarioInputs => ({
    ...scenarioOf(teams, horizon),
    bankSupply: [{ staffGroup: nurses, steps: [{ from: addDays(monday, 70), minutesPerWeek }] }],
  }));

const cost = (parts: readonly { costPence: number }[]): number =>
  parts.reduce((total, part) => total + part.costPence, 0);

describe('laws of the cover ladder', () => {
  it('cost by centre = team = month = week = year = learner = rung = total, to the penny, whatever the policies', () => {
    fc.assert(
      fc.property(plan, (inputs) => {
        const answer = evaluateScenario(inputs, dated);
        const summary = backfillSummary(inputs, answer, addDays(monday, 49), dated);
        expect(answer.teams.map(({ refusal }) => refusal)).toEqual(inputs.teams.map(() => null));
        const total = cost(answer.byYear);
        const byLearner = answer.teams.flatMap(({ ward, wardInputs }) =>
          costByLearner(wardInputs!, ward!.costLines),
        );
        for (const cut of [summary.byRung, summary.byCentre, summary.byMonth, summary.byWeek, byLearner])
          expect(cost(cut)).toBe(total);
        expect(cost(summary.byTeam.flatMap(({ byYear }) => byYear))).toBe(total);
      }),
      { numRuns: 40 },
    );
  });

  it('hours: released = headroom + lapsed + own time + absorbed + need, need = filled + unfilled, rungs fill what is filled', () => {
    fc.assert(
      fc.property(plan, (inputs) => {
        const answer = evaluateScenario(inputs, dated);
        const { ladder, byRung } = backfillSummary(inputs, answer, monday, dated);
        for (const year of ladder) {
          const { headroom, lapsed, ownTime, absorbed, need, filled, unfilled } = year;
          expect(headroom + lapsed + ownTime + absorbed + need).toBe(year.released);
          expect(filled + unfilled).toBe(need * 10_000);
          expect(
            Math.min(headroom, lapsed, ownTime, absorbed, need, filled, unfilled),
          ).toBeGreaterThanOrEqual(0);
          const own = byRung.filter(({ financialYear }) => financialYear === year.financialYear);
          expect(own.reduce((sum, rung) => sum + rung.filled, 0)).toBe(filled);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('a week among others is covered, judged and priced as it is on its own', () => {
    fc.assert(
      fc.property(plan, (inputs) => {
        for (const { wardInputs, ward } of evaluateScenario(inputs, dated).teams) {
          const weeks = wardInputs === null ? [] : planWeeks(wardInputs);
          const alone = weeks.flatMap((week) => coverPlan(wardInputs!, [week]));
          const together = wardInputs === null ? [] : coverPlan(wardInputs, weeks).weeks;
          expect(together).toEqual(alone.flatMap((one) => one.weeks));
          expect(ward?.costLines ?? []).toEqual(alone.flatMap(({ costLines }) => costLines));
        }
      }),
      { numRuns: 20 },
    );
  });

  it('every line is recomputed from its own minutes, share and rate', () => {
    fc.assert(
      fc.property(plan, (inputs) => {
        const { teams } = evaluateScenario(inputs, dated);
        for (const line of teams.flatMap(({ ward }) => ward!.costLines))
          expect(line.costPence).toBe(halfUp(line.needMinutes * line.fillBp * line.ratePence, 600_000));
      }),
      { numRuns: 20 },
    );
  });

  it('no bank week gives more than its supply, and every team at most what it needs', () => {
    fc.assert(
      fc.property(plan, (inputs) => {
        const answer = evaluateScenario(inputs, dated);
        for (const week of answer.bankShortages) {
          expect(week.asked).toBeGreaterThan(week.supply);
          const bank = answer.teams
            .flatMap(({ ward }) => ward!.costLines)
            .filter(
              (line) =>
                line.monday === week.monday && ['planned-bank', 'late-bank', undefined].includes(line.rung),
            );
          // Shared in whole minutes, and each rung takes whole ones: what is lost to that is under a minute a rung.
          const given = bank.reduce((sum, line) => sum + line.needMinutes, 0);
          expect(given).toBeLessThanOrEqual(week.supply);
          expect(given).toBeGreaterThan(week.supply - 2 * inputs.teams.length - 1);
        }
        for (const { need, filled } of answer.teams.flatMap(({ ward }) => ward!.weeks))
          expect(filled).toBeLessThanOrEqual(need * 10_000);
      }),
      { numRuns: 30 },
    );
  });

  it('with the bank short, bank hours fall, no later rung fills less, and what nobody fills is the rest of the need', () => {
    fc.assert(
      fc.property(plan, (inputs) => {
        const free = evaluateScenario({ ...inputs, bankSupply: [] }, dated).teams;
        evaluateScenario(inputs, dated).teams.forEach(({ ward }, at) => {
          const isBank = (rung: string | undefined): boolean => rung === undefined || rung.endsWith('bank');
          const filledBy = (answer: WardAnswer, week: PlainDate, rung: string | undefined): number =>
            answer.costLines
              .filter((line) => line.monday === week && line.rung === rung)
              .reduce((sum, line) => sum + line.needMinutes * line.fillBp, 0);
          for (const { monday: week, need, filled, unfilled } of ward!.weeks) {
            const before = free[at]!.ward!;
            const rungs = [...ward!.costLines, ...before.costLines].filter((line) => line.monday === week);
            for (const rung of new Set(rungs.map((line) => line.rung))) {
              const [own, freely] = [filledBy(ward!, week, rung), filledBy(before, week, rung)];
              // Whole minutes: a rung may lose under a minute to rounding, never more.
              if (!isBank(rung)) expect(own).toBeGreaterThan(freely - 10_000);
              else if (rung !== 'late-bank') expect(own).toBeLessThanOrEqual(freely);
            }
            expect(filled + unfilled).toBe(need * 10_000);
            expect(unfilled).toBeGreaterThanOrEqual(0);
          }
        });
      }),
      { numRuns: 25 },
    );
  });

  it('a last rung that takes all fills every hour the bank lacks, and no whole minute stays open', () => {
    const policy = coverPolicySchema.parse({
      ...bankOnlyPolicy,
      rungs: ['planned-bank', 'extra-hours', 'agency'].map((rung) => ({
        ...{ rung, shareBp: rung === 'extra-hours' ? 3_300 : 10_000, pence: null },
      })),
    });
    const nothing: BankSupply[] = [{ staffGroup: nurses, steps: [{ from: monday, minutesPerWeek: 0 }] }];
    fc.assert(
      fc.property(fc.array(learner, { minLength: 1, maxLength: 3 }), (learners) => {
        const own = { ...stressPlan(learners), policy, coverGroup: nurses } as TeamPlan;
        const inputs = { ...scenarioOf([own], horizon), bankSupply: nothing };
        const { ward } = evaluateScenario(inputs, dated).teams[0]!;
        // Rungs take whole minutes of what is open: under a minute a week is left to rounding.
        for (const { unfilled } of ward!.weeks) expect(unfilled).toBeLessThan(10_000);
        const extra = ward!.costLines.filter(({ rung }) => rung === 'extra-hours');
        for (const line of extra) {
          const { need } = ward!.weeks.find((week) => week.monday === line.monday)!;
          expect(line.fillBp).toBe(3_300);
          expect(line.needMinutes).toBeLessThanOrEqual(need);
        }
        expect(ward!.costLines.some(({ rung }) => rung === 'planned-bank')).toBe(false);
      }),
      { numRuns: 20 },
    );
  });

  it('a policy of the bank alone, with the team’s own fill, is what a team without a policy has', () => {
    const policy = coverPolicySchema.parse({
      ...bankOnlyPolicy,
      rungs: [{ rung: 'planned-bank', shareBp: 10_000, pence: null }],
    });
    fc.assert(
      fc.property(fc.array(learner, { maxLength: 3 }), (learners) => {
        const without = scenarioOf([stressPlan(learners)], horizon);
        const withPolicy = scenarioOf([{ ...stressPlan(learners), policy }], horizon);
        const [a, b] = [without, withPolicy].map((inputs) => evaluateScenario(inputs, publishedParameters));
        expect(b!.byYear).toEqual(a!.byYear);
        expect(b!.teams[0]!.ward!.weeks).toEqual(a!.teams[0]!.ward!.weeks);
      }),
      { numRuns: 20 },
    );
  });

  it('shares of the rungs are never more than the need, and a rung that takes all leaves nothing to the next', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 8 }), (takes) => {
        const shares = sharesOfNeed(takes.map((shareBp) => ({ shareBp })));
        expect(shares.reduce((sum, bp) => sum + bp, 0)).toBeLessThanOrEqual(10_000);
        const all = takes.indexOf(10_000);
        if (all >= 0) expect(shares.slice(all + 1).every((bp) => bp === 0)).toBe(true);
      }),
    );
  });

  it('nothing is bought before the lag is over, and more notice fills more', () => {
    const rungs = [{ rung: 'planned-bank' as const, shareBp: 10_000, pence: null }];
    const fillByNotice = [
      { weeks: 0, fillBp: 4_000 },
      { weeks: 6, fillBp: 8_500 },
    ];
    expect(ladderShares({ rungs, fillByNotice, lagWeeks: 2 }, asPlainDate('2026-11-20'), 7_000)).toEqual([
      { from: '2026-11-30', bp: [4_000], ofOpen: [4_000] },
      { from: '2026-12-28', bp: [8_500], ofOpen: [8_500] },
    ]);
  });
});

describe('one bank for many teams', () => {
  const asks = fc
    .array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 30 })
    .map((minutes) =>
      minutes.map((own, at): BankAsk => ({ teamId: String(at), staffGroup: nurses, monday, minutes: own })),
    );

  it('gives exactly its supply when asked for more, never more than an ask, each within a minute of its share', () => {
    fc.assert(
      fc.property(asks, fc.integer({ min: 0, max: 60_000 }), (all, minutesPerWeek) => {
        const asked = all.reduce((sum, ask) => sum + ask.minutes, 0);
        const { limits, shortages } = shareBank(all, [
          { staffGroup: nurses, steps: [{ from: monday, minutesPerWeek }] },
        ]);
        if (asked <= minutesPerWeek) {
          expect([limits.size, shortages]).toEqual([0, []]);
          return;
        }
        const given = all.map(({ teamId }) => limits.get(teamId)![monday]!);
        expect(given.reduce((sum, one) => sum + one, 0)).toBe(minutesPerWeek);
        all.forEach(({ minutes }, at) => {
          expect(given[at]).toBeLessThanOrEqual(minutes);
          expect(Math.abs(given[at]! - (minutes * minutesPerWeek) / asked)).toBeLessThan(1);
        });
        expect(shortages).toEqual([{ staffGroup: nurses, monday, asked, supply: minutesPerWeek }]);
      }),
      { numRuns: 200 },
    );
  });

  it('a supply that is not known, of another group, or of later weeks limits nobody', () => {
    const ask: BankAsk = { teamId: 'a', staffGroup: nurses, monday, minutes: 600 };
    const nobody = (from: PlainDate, minutesPerWeek: number | null) => ({ from, minutesPerWeek });
    const supplies: BankSupply[][] = [
      [],
      [{ staffGroup: nurses, steps: [nobody(addDays(monday, 7), 0)] }],
      [{ staffGroup: nurses, steps: [nobody(addDays(monday, -7), 0), nobody(monday, null)] }],
      [{ staffGroup: 'Allied Health Professionals', steps: [nobody(monday, 0)] }],
    ];
    for (const known of supplies) expect(shareBank([ask], known).limits.size).toBe(0);
    const empty: BankSupply[] = [{ staffGroup: nurses, steps: [nobody(monday, 0)] }];
    expect(shareBank([{ ...ask, staffGroup: null }], empty).limits.size).toBe(0);
    expect(shareBank([ask], empty).limits.get('a')).toEqual({ [monday]: 0 });
  });
});
