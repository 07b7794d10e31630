import type { ReactElement } from 'react';
import type { ProjectionYear } from '../../shared/pipeline/project-years.ts';
import { BarsChart } from '../charts/BarsChart.tsx';
import { SelectField } from '../components/fields.tsx';
import { NumberField } from '../components/NumberField.tsx';
import { chanceOfTarget } from './chance-model.ts';
import type { PipelineSearch } from './search.ts';
import { targetFacts, targets } from './targets.ts';

type ChanceOfTargetProps = {
  readonly year: ProjectionYear;
  readonly search: PipelineSearch;
  readonly onChange: (change: Partial<PipelineSearch>) => void;
};

/** The chance of at least N on or by the page's day: typed, answered at once, with a few numbers around it. */
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
      <div className="pt-filters pt-no-print">
        <NumberField
          label="At least"
          value={answer.n}
          min={1}
          max={10_000}
          onChange={(n) => onChange({ n })}
        />
        <SelectField
          label="Of"
          value={search.of}
          options={targets.map((target) => ({ value: target, label: targetFacts[target].label }))}
          onChange={(of) => onChange({ of, n: null })}
        />
      </div>
    </div>
  );
}
