import { memo, type ReactElement } from 'react';
import type { ForecastYear, ForecastYears } from '../../shared/pipeline/forecast/forecast-years.ts';
import type { PastYear } from '../../shared/scenario/past-counts.ts';
import { FanChart } from '../charts/FanChart.tsx';
import { RangeDotsChart } from '../charts/RangeDotsChart.tsx';
import { dayAndMonth, longDate } from '../format/dates.ts';
import { chanceOfTarget } from './chance-model.ts';
import { fanChart, gainsChart } from './charts.ts';
import type { NamedToday } from './pipeline-model.ts';
import type { PipelineSearch } from './search.ts';
import { targetFacts } from './targets.ts';
import { partYearNote } from './years-table.ts';

type CountChartProps = {
  readonly today: NamedToday & { readonly qualifiedNow: number };
  readonly years: ForecastYears;
  readonly year: ForecastYear;
  readonly past: readonly PastYear[];
  readonly search: PipelineSearch;
};

/** The count the page is about, from what happened to the last year end; a typed target is drawn. */
export function CountChart({ today, years, year, past, search }: CountChartProps): ReactElement | null {
  const { n } = chanceOfTarget(year, search.of, search.n);
  const target = search.n === null ? undefined : { at: year.lastDay, value: n };
  const chart = fanChart(search.of, today, years, past, target);
  if (chart === null) return null;
  const { many, when } = targetFacts[search.of];
  const day = dayAndMonth(year.lastDay);
  return (
    <FanChart
      words={{
        headline: chart.headline,
        subtitle: `${many.charAt(0).toUpperCase()}${many.slice(1)} ${when === 'on' ? `on ${day}` : `from ${longDate(today.dataCut)} to ${day}`}, whole trust, all routes`,
        note: 'From people on the register today: nobody who might join later is in it. Past counts hold nobody who left before the first staff file.',
        csvName: `${search.of}-by-year.csv`,
      }}
      model={chart.model}
      axisTitle={`${day} each year`}
    />
  );
}

type GainsChartProps = { readonly years: ForecastYears; readonly past: readonly PastYear[] };

/** First roles by year. */
export const GainsChart = memo(function GainsChart({ years, past }: GainsChartProps): ReactElement {
  const { headline, model } = gainsChart(years, past);
  const first = years.years[0];
  const part =
    first?.partYear === true
      ? `${first.year} is a ${partYearNote(first) ?? ''}, to ${longDate(first.lastDay)}. `
      : '';
  return (
    <RangeDotsChart
      words={{
        headline,
        subtitle: `People first named in the role, by ${years.basis} year, whole trust, middle and 80% range`,
        note: `${part}Years marked “counted” are over: the dot is what happened to people of the learner register.`,
        csvName: `gains-by-${years.basis}-year.csv`,
      }}
      model={model}
    />
  );
});
