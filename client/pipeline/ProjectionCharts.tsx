import type { ReactElement } from 'react';
import type { ProjectionYear, ProjectionYears } from '../../shared/pipeline/project-years.ts';
import { FanChart } from '../charts/FanChart.tsx';
import { RangeDotsChart } from '../charts/RangeDotsChart.tsx';
import { dayAndMonth, longDate } from '../format/dates.ts';
import { chanceOfTarget } from './chance-model.ts';
import { gainsChart, stockChart } from './charts.ts';
import type { NamedToday } from './pipeline-model.ts';
import type { PipelineSearch } from './search.ts';
import { partYearNote } from './years-table.ts';

type StockChartProps = {
  readonly named: NamedToday;
  readonly years: ProjectionYears;
  readonly year: ProjectionYear;
  readonly search: PipelineSearch;
};

/** Named PIs in post, from today to the last year end; the target is drawn once somebody typed one. */
export function StockChart({ named, years, year, search }: StockChartProps): ReactElement | null {
  const { n } = chanceOfTarget(year, search.of, search.n);
  const target = search.of === 'pi' && search.n !== null ? { at: year.lastDay, value: n } : undefined;
  const chart = stockChart(named, years, target);
  if (chart === null) return null;
  return (
    <FanChart
      words={{
        headline: chart.headline,
        subtitle: `Principal Investigators in post and named on a delegation log on ${dayAndMonth(year.lastDay)}, whole trust, all routes`,
        note: 'From people in post today: nobody who might join later is in it.',
        csvName: 'named-pis-in-post.csv',
      }}
      model={chart.model}
      axisTitle={`${dayAndMonth(year.lastDay)} each year`}
    />
  );
}

/** First roles by year. */
export function GainsChart({ years }: { readonly years: ProjectionYears }): ReactElement {
  const { headline, model } = gainsChart(years);
  const first = years.years[0];
  const part =
    first?.partYear === true
      ? `${first.year} is a ${partYearNote(first) ?? ''}, to ${longDate(first.lastDay)}.`
      : '';
  return (
    <RangeDotsChart
      words={{
        headline,
        subtitle: `People first named in the role, by ${years.basis} year, whole trust, middle and 80% range`,
        note: part,
        csvName: `gains-by-${years.basis}-year.csv`,
      }}
      model={model}
    />
  );
}
