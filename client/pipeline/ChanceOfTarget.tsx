import type { ReactElement } from 'react';
import type { ForecastYear } from '../../shared/pipeline/forecast/forecast-years.ts';
import { BarsChart } from '../charts/BarsChart.tsx';
import { NumberField } from '../components/NumberField.tsx';
import { chanceOfTarget, mostToAsk } from './chance-model.ts';
import type { ChangeSearch, PipelineSearch } from './search.ts';

type ChanceOfTargetProps = {
  readonly year: ForecastYear;
  readonly search: PipelineSearch;
  readonly onChange: ChangeSearch;
};

/** The chance of at least N on or by the page's day: typed or dragged, answered at once, with a few numbers around it. */
export function ChanceOfTarget({ year, search, onChange }: ChanceOfTargetProps): ReactElement {
  const answer = chanceOfTarget(year, search.of, search.n);
  return (
    <div>
      <BarsChart
        words={{
          headline: answer.headline,
          subtitle: answer.subtitle,
          note: <span aria-live="polite">{answer.sentence}</span>,
          csvName: `chance-${search.of}-${year.lastDay}.csv`,
        }}
        model={answer.bars}
      />
      <div className="pt-no-print">
        <NumberField
          label="At least"
          hint="The chance of this many or more, on or by the day above"
          value={answer.n}
          min={1}
          max={Math.max(answer.n, mostToAsk(year, search.of))}
          slider
          onChange={(n) => onChange({ n })}
        />
      </div>
    </div>
  );
}
