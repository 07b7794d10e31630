import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costByCentre, costByLearner, costByMonth } from '../../shared/backfill/cost-by.ts';
import { evaluateFixedWard, evaluateWard } from '../../shared/backfill/evaluate-ward.ts';
import { fixShortWeeks } from '../../shared/backfill/fix-short-weeks.ts';
import type { WardAnswer } from '../../shared/backfill/ward-answer.ts';
import type { WardInputs } from '../../shared/backfill/ward-inputs.ts';
import { planWeeks } from '../../shared/backfill/plan-weeks.ts';
import { wardLimit } from '../../shared/backfill/ward-limit.ts';
import { addDays, asPlainDate } from '../../shared/calendar/plain-date.ts';
import { financialYearOf } from '../../shared/calendar/years.ts';
import { patternWeeks } from '../../shared/release/pattern-weeks.ts';
import { anyDay } from '../support/calendar-arbitrary.ts';
import { slowWard } from '../support/slow-ward.ts';
import { anyWard, anyWardLearner } from '../support/ward-arbitrary.ts';

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

/** Counts, costs and margins, without what names the learners. */
function essence({ weeks, short, byYear, fix }: WardAnswer): unknown {
  return { weeks, short, byYear, fix };
}

function everyNumber(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(everyNumber);
}

describe('the ward against its convention worked out slowly', () => {
  it('has the same release, gap, need, margins and cost by year', () => {
    fc.assert(
      fc.property(anyWard, (ward) => {
        const [answer, slow] = [evaluateWard(ward), slowWard(ward)];
        expect(answer.weeks.map(({ monday }) => monday)).toEqual(slow.map(({ monday }) => monday));
        answer.weeks.forEach(({ released, gap, need, judgement }, index) => {
          const expected = slow[index]!;
          expect([released, gap, need].map(BigInt)).toEqual([expected.released, expected.gap, expected.need]);
          const { withoutRelease, beforeCover, afterCover } = judgement!.margin;
          expect([withoutRelease, beforeCover, afterCover].map(BigInt)).toEqual([
            expected.margin.withoutRelease,
            expected.margin.beforeCover,
            expected.margin.afterCover,
          ]);
        });
        for (const { financialYear, released, need, costPence } of answer.byYear) {
          const parts = slow.flatMap(({ byYear }) => byYear.get(financialYear) ?? []);
          const total = (of: (part: (typeof parts)[number]) => bigint): bigint =>
            parts.reduce((all, part) => all + of(part), 0n);
          expect([released, need, costPence].map(BigInt)).toEqual([
            total((part) => part.released),
            total((part) => part.need),
            total((part) => part.cost),
          ]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('counts as short exactly the weeks whose exact margin is below nothing', () => {
    fc.assert(
      fc.property(anyWard, (ward) => {
        const { short } = evaluateWard(ward);
        const weeks = slowWard(ward);
        const anyway = weeks.filter(({ margin }) => margin.withoutRelease < 0n);
        const rest = weeks.filter(({ margin }) => margin.withoutRelease >= 0n);
        const mondays = (list: typeof weeks) => list.map(({ monday }) => monday);
        expect(short!.withoutRelease).toEqual(mondays(anyway));
        expect(short!.newlyShort).toEqual(mondays(rest.filter(({ margin }) => margin.beforeCover < 0n)));
        expect(short!.afterCover).toEqual(mondays(rest.filter(({ margin }) => margin.afterCover < 0n)));
      }),
    );
  });
});

describe('laws of the weeks of a plan', () => {
  const people = fc.array(anyWardLearner, { maxLength: 4 });
  const horizon = fc.option(
    fc.record({ from: anyDay('2026-01-01', '2029-12-31'), weeks: fc.integer({ min: 0, max: 160 }) }),
    { nil: undefined },
  );

  it('each week adds up what every learner’s week releases, day by day, and what of it lapses', () => {
    fc.assert(
      fc.property(people, horizon, (learners, over) => {
        const all = learners.flatMap((one) => patternWeeks(one).map((week) => ({ ...one, ...week })));
        const planned = planWeeks({ learners, horizon: over });
        const expected = planned.map(({ mondayNumber, kept: { denominator } }) => {
          const own = all.filter((one) => one.mondayNumber === mondayNumber);
          const upTo = (day: number): number =>
            sum(own, ({ dayWeights, count }) => count * sum(dayWeights.slice(0, day), (one) => one));
          const released = sum(own, ({ minutes, count }) => minutes * count);
          const lapsing = sum(own, ({ minutes, count, lapseBp = 0 }) => minutes * count * lapseBp);
          return [released, [1, 2, 3, 4, 5, 6, 7].map(upTo), denominator * (released * 10_000 - lapsing)];
        });
        expect(
          planned.map(({ released, runningWeights, kept }) => [
            released,
            runningWeights,
            kept.numerator * released * 10_000,
          ]),
        ).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('asked again, over other weeks in between, they are as they were, and as of the same people anew', () => {
    fc.assert(
      fc.property(people, horizon, horizon, (learners, over, other) => {
        const first = planWeeks({ learners, horizon: over });
        const between = planWeeks({ learners, horizon: other });
        expect(between).toEqual(planWeeks({ learners: [...learners], horizon: other }));
        expect(planWeeks({ learners, horizon: over })).toEqual(first);
        expect(planWeeks({ learners: [...learners], horizon: over })).toEqual(first);
      }),
      { numRuns: 40 },
    );
  });
});

describe('laws of hours and money of a ward', () => {
  it('hours by week are hours by financial year, and need is filled or unfilled', () => {
    fc.assert(
      fc.property(anyWard, (ward) => {
        const { weeks, byYear, totals } = evaluateWard(ward);
        for (const measure of ['released', 'need', 'filled', 'unfilled'] as const) {
          expect(sum(byYear, (year) => year[measure])).toBe(sum(weeks, (week) => week[measure]));
          expect(totals[measure]).toBe(sum(weeks, (week) => week[measure]));
        }
        expect(totals.filled + totals.unfilled).toBe(totals.need * 10_000);
      }),
    );
  });

  it('cost by line, by year, by month, by learner and by cost centre is one total to the penny', () => {
    const centres = fc.array(fc.record({ code: fc.string(), weight: fc.integer({ min: 1, max: 100_000 }) }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(anyWard, centres, (ward, codes) => {
        const { costLines, byYear, totals } = evaluateWard(ward);
        const all = totals.costPence;
        expect(sum(costLines, (line) => line.costPence)).toBe(all);
        expect(sum(byYear, (year) => year.costPence)).toBe(all);
        expect(sum(costByMonth(ward, costLines), (month) => month.costPence)).toBe(all);
        expect(sum(costByLearner(ward, costLines), (learner) => learner.costPence)).toBe(all);
        expect(sum(costByCentre(byYear, codes), (centre) => centre.costPence)).toBe(all);
      }),
    );
  });

  it('a cost line can be worked out again from what it shows', () => {
    fc.assert(
      fc.property(anyWard, (ward) => {
        for (const line of evaluateWard(ward).costLines) {
          const numerator = BigInt(line.needMinutes) * BigInt(line.fillBp) * BigInt(line.ratePence);
          expect(BigInt(line.costPence)).toBe((2n * numerator + 600_000n) / 1_200_000n);
          const change = ward.rateChanges!.find(({ from }) => from === line.rateFrom);
          expect(line.ratePence).toBe(change?.pence ?? ward.rates[line.rateYear]);
        }
      }),
    );
  });

  it('cut on any days, the hours of a year stay whole, and a change to the same price changes nothing', () => {
    const days = fc.array(
      fc.integer({ min: 0, max: 1095 }).map((day) => addDays(asPlainDate('2027-04-01'), day)),
    );
    fc.assert(
      fc.property(anyWard, days, (ward, cuts) => {
        const plain = { ...ward, rateChanges: [] };
        const [whole, cut] = [evaluateWard(plain), evaluateWard(ward)];
        for (const { monday, financialYear } of whole.costLines) {
          const minutes = ({ costLines }: WardAnswer): number =>
            sum(
              costLines.filter((line) => line.monday === monday && line.financialYear === financialYear),
              ({ needMinutes }) => needMinutes,
            );
          expect(minutes(cut)).toBe(minutes(whole));
        }
        const same = cuts.map((from) => ({ from, pence: ward.rates[financialYearOf(from)]! }));
        const { costLines } = evaluateWard({ ...plain, rateChanges: same });
        expect(costLines.map((line) => ({ ...line, rateFrom: undefined }))).toEqual(whole.costLines);
      }),
      { numRuns: 60 },
    );
  });

  it('net is cover and fees on accruals, and both ledgers of fees come to the net fees', () => {
    fc.assert(
      fc.property(anyWard, (ward) => {
        const { byYear, totals } = evaluateWard(ward);
        const fees = sum(
          ward.fees,
          (line) => line.feePence * line.count - line.bursaryPence * line.bursaryCount,
        );
        expect(totals.netFeesPence).toBe(fees);
        expect(totals.cashFeesPence).toBe(fees);
        for (const year of byYear) expect(year.netPence).toBe(year.costPence + year.netFeesPence);
      }),
    );
  });

  it('every figure but a chance and a day’s margin is an exact whole number', () => {
    fc.assert(
      fc.property(anyWard, (ward) => {
        const { weeks, costLines, byYear, totals } = evaluateWard(ward);
        const figures = weeks.map((week) => ({ ...week, judgement: week.judgement!.margin }));
        expect(everyNumber([figures, costLines, byYear, totals]).every(Number.isSafeInteger)).toBe(true);
      }),
    );
  });

  it('a year with need and no rate is an error that names it, never 0', () => {
    fc.assert(
      fc.property(anyWard, (ward) => {
        const line = evaluateWard(ward).costLines.find(({ rateFrom }) => rateFrom === undefined);
        fc.pre(line !== undefined);
        const rates = Object.fromEntries(
          Object.entries(ward.rates).filter(([year]) => year !== line.rateYear),
        );
        const path = `/rates/${line.rateYear.replace('/', '~1')}`;
        expect(() => evaluateWard({ ...ward, rates })).toThrow(
          expect.objectContaining({ code: 'parameter-missing', path }),
        );
      }),
    );
  });
});

describe('laws of change', () => {
  it('a group of learners is the same as its members one by one, in any order', () => {
    fc.assert(
      fc.property(anyWard, (ward) => {
        const single = ward.learners.flatMap((learner) =>
          Array.from({ length: learner.count }, () => ({ ...learner, count: 1 })),
        );
        fc.pre(ward.learners.every(({ count }) => count > 0));
        expect(essence(evaluateWard({ ...ward, learners: single.reverse() }))).toEqual(
          essence(evaluateWard(ward)),
        );
      }),
    );
  });

  it('the cost of two adjacent periods is the cost of both together', () => {
    fc.assert(
      fc.property(
        anyWard,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (ward, left, right) => {
          const from = ward.learners[0]!.start;
          const over = (start: typeof from, weeks: number) =>
            evaluateWard({ ...ward, fees: [], horizon: { from: start, weeks } }).totals;
          const [first, second] = [over(from, left), over(addDays(from, 7 * left), right)];
          const both = over(from, left + right);
          expect(both.costPence).toBe(first.costPence + second.costPence);
          expect(both.unfilled).toBe(first.unfilled + second.unfilled);
        },
      ),
    );
  });

  it('a horizon around everything changes no sum', () => {
    fc.assert(
      fc.property(anyWard, (ward) => {
        const wide = evaluateWard({
          ...ward,
          horizon: { from: addDays(ward.learners[0]!.start, -1800), weeks: 600 },
        });
        expect(wide.totals).toEqual(evaluateWard({ ...ward }).totals);
      }),
      { numRuns: 30 },
    );
  });

  it('one learner more never lowers cost, unfilled time or a margin before cover', () => {
    fc.assert(
      fc.property(anyWard, (ward) => {
        const one: WardInputs = { ...ward, learners: [{ ...ward.learners[0]!, count: 1 }] };
        const two: WardInputs = { ...ward, learners: [{ ...ward.learners[0]!, count: 2 }] };
        const [few, more] = [evaluateWard(one), evaluateWard(two)];
        expect(more.totals.costPence).toBeGreaterThanOrEqual(few.totals.costPence);
        expect(more.totals.unfilled).toBeGreaterThanOrEqual(few.totals.unfilled);
        more.weeks.forEach(({ judgement }, index) => {
          expect(judgement!.margin.beforeCover).toBeLessThanOrEqual(
            few.weeks[index]!.judgement!.margin.beforeCover,
          );
        });
      }),
    );
  });

  it('more headroom never raises cost, and enough of it leaves nothing to cover', () => {
    fc.assert(
      fc.property(anyWard, (ward) => {
        const more = evaluateWard({ ...ward, headroomMinutes: ward.headroomMinutes + 60 });
        expect(more.totals.costPence).toBeLessThanOrEqual(evaluateWard(ward).totals.costPence);
        const enough = evaluateWard({ ...ward, headroomMinutes: 100_000_000 });
        expect([enough.totals.costPence, enough.short!.newlyShort, enough.fix]).toEqual([0, [], null]);
      }),
    );
  });

  it('time that lapses never costs more nor leaves a week shorter, and the promise stays', () => {
    fc.assert(
      fc.property(anyWard, (ward) => {
        const withLapse = (lapseBp: number): WardAnswer =>
          evaluateWard({ ...ward, learners: ward.learners.map((learner) => ({ ...learner, lapseBp })) });
        const [madeUp, lapsing] = [withLapse(0), withLapse(2000)];
        expect(lapsing.totals.released).toBe(madeUp.totals.released);
        expect(lapsing.totals.costPence).toBeLessThanOrEqual(madeUp.totals.costPence);
        lapsing.weeks.forEach((week, index) => {
          // rounding to the minute of gap and need may differ by one each
          expect(week.judgement!.margin.afterCover).toBeGreaterThanOrEqual(
            madeUp.weeks[index]!.judgement!.margin.afterCover - 10_000,
          );
        });
      }),
    );
  });

  it('with everything covered and filled, no week is newly short after cover', () => {
    fc.assert(
      fc.property(anyWard, (ward) => {
        const answer = evaluateWard({ ...ward, backfillBp: 10_000, fillBp: 10_000 });
        expect(answer.short!.afterCover).toEqual([]);
        for (const { judgement } of answer.weeks) {
          expect(judgement!.margin.afterCover).toBe(judgement!.margin.withoutRelease);
        }
      }),
    );
  });

  it('chances are within 0 and 1 and rise with the gap, fall with the cover', () => {
    fc.assert(
      fc.property(anyWard, (ward) => {
        for (const { judgement } of evaluateWard(ward).weeks) {
          const { withoutRelease, beforeCover, afterCover } = judgement!.chanceShort;
          expect(withoutRelease).toBeGreaterThanOrEqual(0);
          expect(beforeCover).toBeLessThanOrEqual(1);
          expect(withoutRelease).toBeLessThanOrEqual(afterCover);
          expect(afterCover).toBeLessThanOrEqual(beforeCover);
        }
      }),
    );
  });
});

describe('laws of the fix', () => {
  it('moves every minute and loses none, and is in the answer as it is on its own', () => {
    fc.assert(
      fc.property(anyWard, (ward) => {
        const answer = evaluateWard(ward);
        expect(fixShortWeeks(ward)).toEqual(answer.fix);
        fc.pre(answer.fix !== null);
        const { fix, totals, short, weeks } = answer;
        expect(fix.movedFrom).toEqual(short!.afterCover);
        const moved = weeks.filter(({ monday }) => fix.movedFrom.includes(monday));
        expect(fix.movedMinutes).toBe(sum(moved, (week) => week.released));
        expect(sum(fix.byYear, (year) => year.released)).toBe(totals.released);
        expect(fix.extraPence).toBe(fix.totalCostPence - totals.costPence);
        expect(sum(fix.extraPenceByYear, (year) => year.extraPence)).toBe(fix.extraPence);
        expect(fix.shortAfterFix.some((monday) => fix.movedFrom.includes(monday))).toBe(false);
      }),
    );
  });

  it('the fixed plan’s own answer has the sums the fix was priced with', () => {
    fc.assert(
      fc.property(anyWard, (ward) => {
        const [{ fix, weeks }, fixed] = [evaluateWard(ward), evaluateFixedWard(ward)];
        expect(fixed === null).toBe(fix === null);
        fc.pre(fix !== null && fixed !== null);
        expect([fixed.byYear, fixed.totals.costPence, fixed.short!.afterCover]).toEqual([
          fix.byYear,
          fix.totalCostPence,
          fix.shortAfterFix,
        ]);
        // the moved weeks are empty, and the others rise by the same but for a minute
        const rises = fixed.weeks.flatMap(({ monday, released }, index) => {
          const before = weeks[index]!.released;
          if (fix.movedFrom.includes(monday) || before === 0) expect(released).toBe(0);
          return released === 0 ? [] : [released - before];
        });
        expect(Math.max(...rises) - Math.min(...rises)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('there is none where nothing is short after cover', () => {
    fc.assert(
      fc.property(anyWard, (ward) => {
        const { fix, short } = evaluateWard(ward);
        if (short!.afterCover.length === 0) expect(fix).toBeNull();
      }),
    );
  });
});

describe('laws of the limit', () => {
  it('at the limit every week is kept, with one more a week is short', () => {
    fc.assert(
      fc.property(anyWard, (ward) => {
        const limit = wardLimit(ward, 0);
        fc.pre(limit.kind === 'limit');
        const shortWith = (count: number) =>
          evaluateWard({
            ...ward,
            learners: ward.learners.map((learner, index) => (index === 0 ? { ...learner, count } : learner)),
          }).short!.afterCover;
        expect(shortWith(limit.most)).toEqual([]);
        expect(shortWith(limit.most + 1).length).toBeGreaterThan(0);
        expect(limit.slack).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 150 },
    );
  });
});

describe('laws of days', () => {
  const anyWardByDay = anyWard.map((ward): WardInputs => {
    const minimum = Math.max(1, Math.floor(ward.plannedMinimumMinutes! / 7));
    return {
      ...ward,
      plannedMinimumMinutes: minimum * 7,
      plannedMinimumByWeekday: Array<number>(7).fill(minimum),
    };
  });

  it('the days of a week with release hold its release, gap and need, and their margins add up to the week’s', () => {
    fc.assert(
      fc.property(anyWardByDay, (ward) => {
        const { weeks, byDay } = evaluateWard(ward);
        for (const week of weeks.filter(({ released }) => released > 0)) {
          const days = byDay!.days.filter(
            ({ date }) => date >= week.monday && date <= addDays(week.monday, 6),
          );
          for (const measure of ['released', 'gap', 'need'] as const) {
            expect(sum(days, (day) => day[measure])).toBe(week[measure]);
          }
          if (days.length < 7) continue;
          const margins = sum(days, (day) => day.judgement.margin.afterCover);
          expect(Math.abs(margins - week.judgement!.margin.afterCover)).toBeLessThan(1e-3);
        }
      }),
    );
  });

  it('with equal minimums a day without release is short only where its week is short anyway', () => {
    fc.assert(
      fc.property(anyWardByDay, (ward) => {
        const { short, byDay } = evaluateWard(ward);
        const weeksAnyway = new Set(short!.withoutRelease);
        for (const { date, weekday } of byDay!.days.filter(
          (day) => day.judgement.standing === 'short-without-release',
        )) {
          expect(weeksAnyway.has(addDays(date, 1 - weekday))).toBe(true);
        }
        expect(byDay!.short.withoutRelease).toHaveLength(7 * weeksAnyway.size);
      }),
    );
  });
});
