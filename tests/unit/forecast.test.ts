import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import type { Belief } from '../../shared/pipeline/beliefs.ts';
import { beliefTable, quantileOf } from '../../shared/pipeline/forecast/belief-table.ts';
import { distributionOf, type Chance } from '../../shared/pipeline/count-distribution.ts';
import { driversOf, firstOrderShares } from '../../shared/pipeline/forecast/drivers.ts';
import { drawRates, newDrawnRatesCache } from '../../shared/pipeline/forecast/drawn-rates.ts';
import { addEdgeworth } from '../../shared/pipeline/forecast/edgeworth-count.ts';
import {
  countOf,
  evaluateForecast,
  newForecastCaches,
} from '../../shared/pipeline/forecast/evaluate-forecast.ts';
import { forecastAtLeast, forecastBoth } from '../../shared/pipeline/forecast/forecast-chances.ts';
import type { ForecastInputs } from '../../shared/pipeline/forecast/forecast-inputs.ts';
import { forecastYears } from '../../shared/pipeline/forecast/forecast-years.ts';
import { latticeCoordinates } from '../../shared/pipeline/forecast/lattice.ts';
import { latticeVectors } from '../../shared/pipeline/forecast/lattice-vectors.ts';
import { worthFindingOut } from '../../shared/pipeline/forecast/worth-finding-out.ts';
import { askForecast } from '../../shared/scenario/ask-forecast.ts';
import { priorBeliefs } from '../support/forecast-beliefs.ts';
import { constructLattice } from '../support/lattice-construction.ts';
import { sampleTrust } from '../support/pipeline-trust.ts';

const { startMonth, horizonMonths, pathway, people } = sampleTrust();
const names = [...new Set(people.map(({ group }) => group))];
const lapsing: Belief = { kind: 'beta', a: 3, b: 17 };
const trust: ForecastInputs = {
  startMonth,
  horizonMonths,
  pathway,
  people,
  beliefs: priorBeliefs(names, lapsing),
};
const forecast = evaluateForecast(trust, 31);

describe('the lattice', () => {
  it('the shipped vectors are what the construction makes', () => {
    for (const points of [31, 64, 127] as const) {
      const { generators, shifts } = latticeVectors[points];
      expect(constructLattice(points, generators.length)).toEqual({ generators, shifts });
    }
  });

  it('every place hits the middle of every cell once', () => {
    for (const points of [31, 64, 127] as const) {
      const middles = Array.from({ length: points }, (_, cell) => (cell + 0.5) / points);
      for (const slot of [0, 1, 37, 63, 64, 200]) {
        const sorted = [...latticeCoordinates(points, slot)].sort((a, b) => a - b);
        sorted.forEach((u, cell) => expect(u).toBeCloseTo(middles[cell]!, 12));
      }
    }
  });
});

describe('the spread of a rate', () => {
  const at = (belief: Belief, u: number): number => quantileOf(belief, beliefTable(belief), u);

  it('quantiles are those of the law', () => {
    // Beta(2, 1) has F(x) = x²; Beta(1, 3) has 1 − (1 − x)³; Gamma(1, b) has 1 − exp(−bx).
    for (const u of [0.001, 0.1, 0.5, 0.95, 0.999]) {
      expect(at({ kind: 'beta', a: 2, b: 1 }, u)).toBeCloseTo(Math.sqrt(u), 5);
      expect(at({ kind: 'beta', a: 1, b: 3 }, u)).toBeCloseTo(1 - Math.cbrt(1 - u), 5);
      expect(at({ kind: 'gamma', shape: 1, months: 50 }, u)).toBeCloseTo(-Math.log(1 - u) / 50, 5);
    }
    expect(at({ kind: 'log-normal', sigma: 0.25 }, 0.95)).toBeCloseTo(Math.exp(0.25 * 1.6448536269514722), 6);
    expect(at({ kind: 'fixed', value: 0.3 }, 0.95)).toBe(0.3);
  });

  it('quantiles are those of the law however long its tail: a cohort may have a Beta worth next to nobody', () => {
    for (const worth of [0.0005, 0.02, 0.2, 0.6, 5, 60]) {
      for (const u of [0.001, 0.1, 0.5, 0.9, 0.999]) {
        // Beta(a, 1) has F(x) = x to the power a, and Beta(1, a) is the same from the other side.
        const wanted = u ** (1 / worth);
        expect(Math.abs(at({ kind: 'beta', a: worth, b: 1 }, u) - wanted)).toBeLessThan(5e-7);
        expect(Math.abs(at({ kind: 'beta', a: 1, b: worth }, 1 - u) - (1 - wanted))).toBeLessThan(5e-7);
      }
    }
  });

  it('a belief worth very many people is a narrow one', () => {
    const wide = at({ kind: 'beta', a: 1e5, b: 9e5 }, 0.975) - at({ kind: 'beta', a: 1e5, b: 9e5 }, 0.025);
    expect(wide).toBeCloseTo(2 * 1.959964 * Math.sqrt(0.09 / 1e6), 6);
  });

  it('the points have the mean of the law', () => {
    const { values } = drawRates(trust.beliefs, 127, newDrawnRatesCache());
    const mean = (id: string): number => values.get(id)!.reduce((sum, value) => sum + value, 0) / 127;
    expect(mean('withdraw-1')).toBeCloseTo(0.1, 3);
    expect(mean('coi-1')).toBeCloseTo(0.05, 3);
    expect(mean(`leave:${names[0]!}`)).toBeCloseTo(0.1, 3);
  });
});

describe('a forecast', () => {
  it('the same inputs give the same bytes, in any order of people and with caches kept', () => {
    const caches = newForecastCaches();
    const ask = (inputs: ForecastInputs): string =>
      JSON.stringify(
        forecastYears(evaluateForecast(inputs, 31, caches), 'financial', asPlainDate('2026-11-20')),
      );
    const once = JSON.stringify(forecastYears(forecast, 'financial', asPlainDate('2026-11-20')));
    expect(ask(trust)).toBe(once);
    expect(ask({ ...trust, people: [...people].reverse() })).toBe(once);
    expect(ask({ ...trust, horizonMonths: 60 })).not.toBe(once);
    expect(ask(trust)).toBe(once);
  });

  it('two scenarios share their draws, also where one has a group more', () => {
    const beliefs = priorBeliefs([...names, 'Students', 'a group of its own']);
    const [ours, theirs] = [trust.beliefs, beliefs].map((known) =>
      drawRates(known, 31, newDrawnRatesCache()),
    );
    for (const [id, values] of ours!.values) {
      if (id !== 'pi-return') expect(theirs!.values.get(id)).toEqual(values);
    }
  });

  it('more points than shipped are refused, and times past the horizon', () => {
    expect(() => evaluateForecast(trust, 100)).toThrow('31, 64 or 127');
    expect(() => countOf(forecast, { kind: 'pi', at: 125 })).toThrow('124 months');
  });

  it('its spread is that of chance and that of not knowing the rates', () => {
    const count = countOf(forecast, { kind: 'pi', at: 40 });
    const mean = count.pmf.reduce((sum, mass, index) => sum + mass * (count.from + index), 0);
    const square = count.pmf.reduce((sum, mass, index) => sum + mass * (count.from + index - mean) ** 2, 0);
    expect(count.mean).toBeCloseTo(mean, 9);
    expect(count.chanceVariance + count.ratesVariance).toBeCloseTo(square, 8);
    expect(count.ratesVariance).toBeGreaterThan(1);
  });

  it('certain beliefs leave chance alone', () => {
    const sure = (belief: Belief): Belief => ({
      kind: 'fixed',
      value: quantileOf(belief, beliefTable(belief), 0.5),
    });
    const { beliefs } = trust;
    const known = {
      ...beliefs,
      withdraw: beliefs.withdraw.map(sure),
      interrupt: beliefs.interrupt.map(sure),
      returnAfterInterruption: sure(beliefs.returnAfterInterruption),
      goOn: beliefs.goOn.map(sure),
      coi: beliefs.coi.map(sure),
      piFromNone: beliefs.piFromNone.map(sure),
      piFromCoi: beliefs.piFromCoi.map(sure),
      piRoleLossYearly: sure(beliefs.piRoleLossYearly),
      piReturnYearly: sure(beliefs.piReturnYearly),
      groups: Object.fromEntries(
        Object.entries(beliefs.groups).map(([name, group]) => [
          name,
          { professionRatio: sure(group.professionRatio), leaveYearly: sure(group.leaveYearly) },
        ]),
      ),
    };
    const fixed = evaluateForecast({ ...trust, beliefs: known }, 31);
    expect(countOf(fixed, { kind: 'pi', at: 40 }).ratesVariance).toBeLessThan(1e-20);
    expect(countOf(fixed, { kind: 'pi', at: 40 }).mean).toBeCloseTo(
      driversOf(trust, { kind: 'pi', at: 40 }).atMedians,
      9,
    );
  });

  it('chances fall as more is asked, and both targets are met no oftener than either', () => {
    const chances = [5, 10, 20, 30].map((n) => forecastAtLeast(forecast, 'pi-in-post', n, 40));
    expect(chances).toEqual([...chances].sort((a, b) => b - a));
    const first = { window: [4, 16] as const, n: 3 };
    const second = { window: [16, 28] as const, n: 3 };
    const both = forecastBoth(forecast, 'pi', first, second);
    const alone = [first, second].map(({ window, n }) => {
      const { from, pmf } = countOf(forecast, { kind: 'gain', gain: 'pi', window });
      return pmf.reduce((sum, mass, index) => (from + index >= n ? sum + mass : sum), 0);
    });
    expect(both).toBeLessThanOrEqual(Math.min(...alone));
    expect(both).toBeGreaterThan(alone[0]! * alone[1]!);
    expect(forecastBoth(forecast, 'pi', first, { ...second, n: 0 })).toBeCloseTo(alone[0]!, 10);
  });

  it('by year: stock is what was there, and what came, less what went; the named are apart', () => {
    const { years, alreadyNamed } = forecastYears(forecast, 'financial', asPlainDate('2026-11-20'));
    expect(alreadyNamed).toEqual({ coi: 8, pi: 12 });
    expect(years.map(({ year, partYear }) => [year, partYear]).at(0)).toEqual(['2026/27', true]);
    let before = 12;
    for (const { inYear, piInPost, existingPiInPost, byThen } of years) {
      const { piGained, piReturned, piLost } = inYear;
      expect(before + piGained.mean + piReturned.mean - piLost.mean).toBeCloseTo(piInPost.mean, 9);
      expect(existingPiInPost.mean).toBeLessThan(12);
      expect(byThen.investigatorsGained.mean).toBeLessThan(byThen.coiGained.mean + byThen.piGained.mean);
      before = piInPost.mean;
    }
  });

  it('the widest driver is the first, and shares of the spread are shares', () => {
    const { drivers } = driversOf(trust, { kind: 'pi', at: 40 });
    const swings = drivers.map(({ atLow, atHigh }) => Math.abs(atHigh - atLow));
    expect(swings).toEqual([...swings].sort((a, b) => b - a));
    const loss = drivers.find(({ id }) => id === 'pi-role-loss')!;
    expect(loss.atLow).toBeGreaterThan(loss.atHigh);
    expect(loss.low).toBeCloseTo(0.01884, 4);
    const shares = firstOrderShares(evaluateForecast(trust, 127), { kind: 'pi', at: 40 });
    expect(shares[0]!.share).toBeGreaterThan(0.05);
    expect(shares.every(({ share }) => share >= 0 && share <= 1)).toBe(true);
  });
});

describe('what would be worth finding out', () => {
  const starter = { kind: 'planned', group: names[0]!, count: 1, stage: 1, startIn: 9, uptake: 1 } as const;
  const decision = { starter, mostStarts: 40, target: 25, at: 64, costOfStart: 1, costOfMissingPi: 14 };

  it('nothing is worth knowing where nobody is missed, and all together is worth most', () => {
    const free = worthFindingOut(forecast, { ...decision, costOfMissingPi: 0 });
    expect(free.bestStarts).toBe(0);
    expect(free.everything).toBe(0);
    expect(free.rates.every(({ starts, couldChange }) => starts === 0 && !couldChange)).toBe(true);
    const dear = worthFindingOut(forecast, decision);
    expect(dear.bestStarts).toBeGreaterThan(0);
    expect(dear.rates[0]!.couldChange).toBe(true);
    expect(dear.rates[0]!.starts).toBeGreaterThan(0);
    expect(dear.everything).toBeGreaterThanOrEqual(dear.rates[0]!.starts);
  });

  it('more starts are best where a missing PI costs more', () => {
    const best = [2, 14, 60].map(
      (costOfMissingPi) => worthFindingOut(forecast, { ...decision, costOfMissingPi }).bestStarts,
    );
    expect(best).toEqual([...best].sort((a, b) => a - b));
    expect(best[0]).toBeLessThan(best[2]!);
  });
});

describe('the forecast as a page asks for it', () => {
  const stock = { kind: 'pi', at: 40 } as const;

  it('gives what is asked and no more, up to the last whole year', () => {
    const ask = {
      inputs: trust,
      points: 31,
      basis: 'financial',
      dataCut: asPlainDate('2026-11-20'),
    } as const;
    const dragged = askForecast({ ...ask, measures: [stock] });
    expect(dragged).toMatchObject({ points: 31, years: null, drivers: null });
    expect(dragged.counts).toEqual([countOf(forecast, stock)]);
    const released = askForecast({ ...ask, years: true, driversOf: stock });
    expect(released.years!.years.at(-1)!.partYear).toBe(false);
    expect(released.years!.years.find(({ window }) => window[1] === 40)!.piInPost).toEqual(dragged.counts[0]);
    expect(released.drivers!.drivers.length).toBe(released.drivers!.shares.length);
  });
});

describe('the law of very many people', () => {
  it.each([26, 50, 400])('of variance %d the expansion is right within 1e-4', (variance) => {
    const chances = [0.02, 0.1, 0.3, 0.85].map((probability): Chance => ({
      probability,
      count: Math.round(variance / (4 * probability * (1 - probability))),
    }));
    const total = (weigh: (p: number) => number): number =>
      chances.reduce((sum, { probability: p, count }) => sum + count * weigh(p), 0);
    const people = total(() => 1);
    const mass = new Float64Array(people + 1);
    const cumulants = {
      mean: total((p) => p),
      variance: total((p) => p * (1 - p)),
      third: total((p) => p * (1 - p) * (1 - 2 * p)),
      fourth: total((p) => p * (1 - p) * (1 - 6 * p * (1 - p))),
    };
    addEdgeworth(mass, cumulants, 1);
    const { from, pmf } = distributionOf(chances);
    let apart = 0;
    let [ours, exact] = [0, 0];
    mass.forEach((one, n) => {
      ours += one;
      exact += pmf[n - from] ?? 0;
      apart = Math.max(apart, Math.abs(ours - exact));
    });
    expect(apart).toBeLessThan(1e-4);
  });
});
