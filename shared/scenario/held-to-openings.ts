import { cappedLaw, expectedAbove, type Openings } from '../pipeline/capped-gains.ts';
import { wholeQuantile, type CountDistribution } from '../pipeline/count-distribution.ts';
import type { CountForecast } from '../pipeline/forecast/count-forecast.ts';
import type { ForecastYear } from '../pipeline/forecast/forecast-years.ts';

function varianceOf({ from, pmf }: CountDistribution, mean: number): number {
  return pmf.reduce((sum, mass, index) => sum + mass * (from + index - mean) * (from + index - mean), 0);
}

/** The count with no more than the cap; its two variances keep their proportion. */
function held(count: CountForecast, cap: number): CountForecast {
  const cut = expectedAbove(count, cap);
  if (cut <= 0) return count;
  const law = cappedLaw(count, cap);
  const mean = Math.max(0, count.mean - cut);
  const variance = varianceOf(law, mean);
  const rates = count.variance > 0 ? count.ratesVariance / count.variance : 0;
  return {
    ...law,
    mean,
    variance,
    ratesVariance: rates * variance,
    chanceVariance: variance - rates * variance,
    p5: wholeQuantile(law, 0.05),
    p10: wholeQuantile(law, 0.1),
    p50: wholeQuantile(law, 0.5),
    p90: wholeQuantile(law, 0.9),
    p95: wholeQuantile(law, 0.95),
  };
}

/** Openings by the end of month `at` − 1; `null` where they are not known as far ahead. */
export function openingsBy(openings: Openings, at: number): number | null {
  if (openings === null || at > openings.knownTo) return null;
  return openings.from.filter((month) => month < at).length;
}

/**
 * Years with the first PI roles up to each year end held to the studies that want a PI by then. An opening nobody
 * takes stays open and who finds none waits, so that it is the smaller of both. Years past the months that openings
 * are known for stay as they are, and so do the PIs in post and all other counts.
 */
export function heldToOpenings(years: readonly ForecastYear[], openings: Openings): readonly ForecastYear[] {
  return years.map((year) => {
    const cap = openingsBy(openings, year.window[1]);
    if (cap === null) return year;
    const piGained = held(year.byThen.piGained, cap);
    // The first year begins with the forecast: what is gained in it is gained by its end.
    const inYear = year.window[0] === 0 ? { ...year.inYear, piGained } : year.inYear;
    return { ...year, inYear, byThen: { ...year.byThen, piGained } };
  });
}
