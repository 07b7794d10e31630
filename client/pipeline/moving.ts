import type { CountForecast } from '../../shared/pipeline/forecast/count-forecast.ts';
import type { Measure } from '../../shared/pipeline/forecast/forecast-inputs.ts';
import type { ForecastYear, ForecastYears } from '../../shared/pipeline/forecast/forecast-years.ts';
import type { LeverAnswer } from '../../shared/scenario/ask-levers.ts';
import { targetFacts, type Target } from './targets.ts';
import type { FullAnswer } from './use-forecast.ts';
import type { YearPlace } from './year-places.ts';

/** One count of a year that is on screen while a lever moves, and how it is put into the year. */
type Patch = {
  readonly lastDay: ForecastYear['lastDay'];
  readonly measure: Measure;
  readonly put: (year: ForecastYear, count: CountForecast) => ForecastYear;
};

const puts: Readonly<Record<Target, Patch['put']>> = {
  pi: (year, piInPost) => ({ ...year, piInPost }),
  qualified: (year, qualifiedInPost) => ({ ...year, qualifiedInPost }),
  'pi-gained': (year, piGained) => ({ ...year, byThen: { ...year.byThen, piGained } }),
  'coi-gained': (year, coiGained) => ({ ...year, byThen: { ...year.byThen, coiGained } }),
  'any-gained': (year, investigatorsGained) => ({
    ...year,
    byThen: { ...year.byThen, investigatorsGained },
  }),
};

/** The chart's count at every year end, and the figures of the year the page is about. */
function patches(places: readonly YearPlace[], shown: YearPlace, of: Target): Patch[] {
  const patch = (target: Target, { lastDay, window }: YearPlace): Patch => ({
    lastDay,
    measure: targetFacts[target].measure(window[1]),
    put: puts[target],
  });
  const lost: Patch = {
    lastDay: shown.lastDay,
    measure: { kind: 'pi-lost', window: [0, shown.window[1]] },
    put: (year, piLost) => ({ ...year, byThen: { ...year.byThen, piLost } }),
  };
  const figures = (['pi', 'qualified', 'pi-gained'] as const).map((target) => patch(target, shown));
  return [...places.map((place) => patch(of, place)), ...figures, lost];
}

/** What is asked for while a lever moves. */
export function movingMeasures(places: readonly YearPlace[], shown: YearPlace, of: Target): Measure[] {
  return patches(places, shown, of).map(({ measure }) => measure);
}

/** The last full answer with what a lever in movement has changed of it on screen. */
export function withMoving(
  settled: FullAnswer,
  moving: LeverAnswer | null,
  places: readonly YearPlace[],
  shown: YearPlace,
  of: Target,
): FullAnswer {
  if (moving === null) return settled;
  const years = new Map(settled.years.years.map((year) => [year.lastDay, year]));
  const counts = new Map(moving.counts.map(({ measure, count }) => [JSON.stringify(measure), count]));
  for (const { lastDay, measure, put } of patches(places, shown, of)) {
    const [year, count] = [years.get(lastDay), counts.get(JSON.stringify(measure))];
    if (year !== undefined && count !== undefined) years.set(lastDay, put(year, count));
  }
  const live: ForecastYears = { ...settled.years, years: [...years.values()] };
  return { ...settled, years: live, changes: moving.changes };
}
