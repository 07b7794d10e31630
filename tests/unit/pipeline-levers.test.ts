import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { meanOfBelief } from '../../shared/pipeline/calibration/mean-of-belief.ts';
import { countOf, evaluateForecast } from '../../shared/pipeline/forecast/evaluate-forecast.ts';
import type { ForecastInputs } from '../../shared/pipeline/forecast/forecast-inputs.ts';
import { forecastYears } from '../../shared/pipeline/forecast/forecast-years.ts';
import { leverBases, noLevers, withLevers, type Levers } from '../../shared/pipeline/levers.ts';
import { askLevers } from '../../shared/scenario/ask-levers.ts';
import { newLeverCaches } from '../../shared/scenario/lever-forecast.ts';
import { peopleOutlook } from '../../shared/scenario/people-outlook.ts';
import { priorBeliefs } from '../support/forecast-beliefs.ts';
import { sampleTrust } from '../support/pipeline-trust.ts';

const dataCut = asPlainDate('2026-11-20');
const base = sampleTrust();
const nurses = 'Nursing and Midwifery Registered';

/** With a resident on rotation, whom only the monthly engine follows. */
const plan: ForecastInputs = {
  startMonth: base.startMonth,
  horizonMonths: 40,
  pathway: base.pathway,
  people: [
    ...base.people.slice(0, 24),
    ...base.people.slice(-6),
    { kind: 'studying', group: nurses, count: 5, stage: 1, elapsed: 2 },
    { kind: 'graduated', group: 'Medical and Dental', count: 2, held: 1, sinceAward: 4, leavesIn: 20 },
  ],
  beliefs: priorBeliefs(Object.keys(base.groups)),
};

const moved = (change: Partial<Levers>): Levers => ({ ...noLevers, ...change });
const pisAt = (levers: Levers): number =>
  countOf(evaluateForecast(withLevers(plan, levers), 31), { kind: 'pi', at: 40 }).mean;

describe('levers', () => {
  it('stand in the plan where the beliefs have them: 83% complete, 60% go on, 95% keep the role', () => {
    const bases = leverBases(plan.beliefs);
    expect(bases.completion).toBeCloseTo(100 * 0.9 * (1 - 2.2 / 27), 10);
    expect([bases.intake, bases.release]).toEqual([0, 100]);
    expect(bases.goingOn).toBeCloseTo(60, 10);
    expect(bases.monthsToRole).toBeCloseTo(1 / (0.05 + 0.004), 10);
    expect(bases.keeping).toBeCloseTo(95, 10);
  });

  it('none moved, the forecast is the plan’s own', () => {
    expect(withLevers(plan, noLevers)).toEqual(plan);
  });

  it('at a typed place, the beliefs have that mean and are worth as many people as before', () => {
    const { beliefs } = withLevers(
      plan,
      moved({ completion: 90, goingOn: 80, monthsToRole: 12, keeping: 90 }),
    );
    expect(leverBases(beliefs).completion).toBeCloseTo(90, 8);
    expect(leverBases(beliefs).goingOn).toBeCloseTo(80, 8);
    expect(leverBases(beliefs).monthsToRole).toBeCloseTo(12, 8);
    expect(leverBases(beliefs).keeping).toBeCloseTo(90, 8);
    const worth = [beliefs.withdraw[0]!, beliefs.goOn[0]!].map((belief) =>
      belief.kind === 'beta' ? belief.a + belief.b : 0,
    );
    expect(worth[0]).toBeCloseTo(30, 8);
    expect(worth[1]).toBeCloseTo(10, 8);
    // the other stages move with the first: the same factor on what stops people, the same odds of going on
    expect(meanOfBelief(beliefs.withdraw[2]!) / 0.1).toBeCloseTo(meanOfBelief(beliefs.withdraw[0]!) / 0.1, 8);
    expect(meanOfBelief(beliefs.goOn[1]!)).toBeCloseTo(0.8, 8);
    expect(meanOfBelief(beliefs.piFromCoi[1]!)).toBeCloseTo((4 / 130) * (1 / 0.054 / 12), 8);
  });

  it('extra starts come each September of the forecast, in the largest staff group; release cuts the planned alone', () => {
    const extra = withLevers(plan, moved({ intake: 5 })).people.slice(plan.people.length);
    expect(extra.map((person) => ('startIn' in person ? person.startIn : null))).toEqual([9, 21, 33]);
    expect(extra.every(({ group, count }) => group === nurses && count === 5)).toBe(true);
    const half = withLevers(plan, moved({ release: 50 })).people;
    half.forEach((person, index) => {
      const before = plan.people[index]!;
      if (person.kind === 'planned' && before.kind === 'planned')
        expect(person.uptake).toBeCloseTo(before.uptake / 2, 12);
      else expect(person).toEqual(before);
    });
  });

  it('more of what is good brings more Principal Investigators', () => {
    const plain = pisAt(noLevers);
    for (const better of [{ intake: 10 }, { completion: 95 }, { monthsToRole: 10 }, { keeping: 99 }])
      expect(pisAt(moved(better))).toBeGreaterThan(plain);
    for (const worse of [{ release: 20 }, { completion: 60 }, { monthsToRole: 40 }, { keeping: 80 }])
      expect(pisAt(moved(worse))).toBeLessThan(plain);
  });
});

describe('the page’s question', () => {
  const ask = { inputs: plan, basis: 'financial', dataCut } as const;
  const changes = [{ kind: 'pi', at: 40 }] as const;

  it('is answered by the forecast of the levered plan, byte for byte, with or without what was kept', () => {
    const levers = moved({ keeping: 90 });
    const caches = newLeverCaches();
    askLevers({ ...ask, levers: noLevers, points: 31 }, caches);
    const warm = askLevers({ ...ask, levers, points: 31, changes }, caches);
    const own = evaluateForecast(withLevers(plan, levers), 31);
    expect(warm.years).toEqual(forecastYears(own, 'financial', dataCut));
    expect(askLevers({ ...ask, levers, points: 31, changes })).toEqual(warm);
  });

  it('the change against the plan is that of the means with the same draws, and nothing while no lever is moved', () => {
    const levers = moved({ keeping: 90 });
    const answer = askLevers({ ...ask, levers, points: 31, changes });
    expect(answer.changes[0]!.mean).toBeCloseTo(pisAt(levers) - pisAt(noLevers), 9);
    expect(answer.changes[0]!.low).toBeLessThanOrEqual(answer.changes[0]!.mean);
    // the same draws on both sides: the range of the change is far narrower than that of the count
    const count = answer.years!.years.at(-1)!.piInPost;
    expect(answer.changes[0]!.high - answer.changes[0]!.low).toBeLessThan((count.p90 - count.p10) / 3);
    expect(askLevers({ ...ask, levers: noLevers, points: 31, changes }).changes).toEqual([]);
  });

  it('while a lever is dragged only those the monthly engine follows stand still', () => {
    const levers = moved({ monthsToRole: 8 });
    const quick = askLevers({ ...ask, levers, points: 31, dragged: [{ kind: 'pi', at: 40 }] });
    expect(quick.years).toBeNull();
    const still = { ...withLevers(plan, levers), people: plan.people.slice(0, -1) };
    const exact = countOf(evaluateForecast(still, 31), { kind: 'pi', at: 40 }).mean;
    const rotating = { ...plan, people: plan.people.slice(-1) };
    const asPlanned = countOf(evaluateForecast(rotating, 31), { kind: 'pi', at: 40 }).mean;
    expect(quick.counts[0]!.count.mean).toBeCloseTo(exact + asPlanned, 10);
  });

  it('the chance of both years is at most that of each, and no number asked is the middle of the year', () => {
    const [first, second] = [
      [4, 16],
      [16, 28],
    ] as const;
    const both = { gain: 'pi', first: { window: first, n: 2 }, second: { window: second, n: null } } as const;
    const answer = askLevers({ ...ask, levers: noLevers, points: 31, both });
    const years = answer.years!.years;
    expect(answer.both!.second).toBe(Math.max(1, years[2]!.inYear.piGained.p50));
    const forecast = evaluateForecast(plan, 31);
    const law = countOf(forecast, { kind: 'gain', gain: 'pi', window: first });
    const atLeast2 = law.pmf.reduce((sum, mass, place) => sum + (law.from + place >= 2 ? mass : 0), 0);
    expect(answer.both!.probability).toBeLessThanOrEqual(atLeast2 + 1e-12);
    expect(answer.both!.probability).toBeGreaterThan(0);
  });

  it('the first page says of next year what this page says', () => {
    const outlook = peopleOutlook(plan, dataCut);
    const { years, qualifiedNow } = askLevers({ ...ask, levers: noLevers, points: 127 });
    const year = years!.years.find(({ lastDay }) => lastDay === '2028-03-31')!;
    const { p10, p50, p90 } = year.piInPost;
    expect(outlook.piInPost).toEqual({ p10, p50, p90, on: '2028-03-31' });
    expect(outlook.qualified).toMatchObject({ p50: year.qualifiedInPost.p50 });
    expect(outlook.coiGained).toMatchObject({
      p10: year.byThen.coiGained.p10,
      p90: year.byThen.coiGained.p90,
    });
    expect(outlook.qualifiedNow).toBe(qualifiedNow);
  });
});
