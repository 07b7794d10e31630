import type { ReactElement } from 'react';
import type { ProjectionYear, ProjectionYears } from '../../shared/pipeline/project-years.ts';
import { ChoiceField, SelectField } from '../components/fields.tsx';
import { FilterBar } from '../components/FoldingPanel.tsx';
import { longDate } from '../format/dates.ts';
import { pipelineSearch, type PipelineSearch } from './search.ts';

type YearControlsProps = {
  readonly years: ProjectionYears;
  readonly year: ProjectionYear;
  readonly search: PipelineSearch;
  readonly onChange: (change: Partial<PipelineSearch>) => void;
};

/** Which years, and the day the sentence, the figures and the target are about. */
export function YearControls({ years, year, search, onChange }: YearControlsProps): ReactElement {
  const { defaults } = pipelineSearch;
  const set = Number(search.years !== defaults.years) + Number(search.by !== null);
  return (
    <FilterBar set={set} onClear={() => onChange({ years: defaults.years, by: defaults.by })}>
      <ChoiceField
        legend="Years"
        value={search.years}
        options={[
          { value: 'financial', label: 'Financial, April to March' },
          { value: 'academic', label: 'Academic, August to July' },
        ]}
        onChange={(basis) => onChange({ years: basis, by: null })}
      />
      <SelectField
        label="Answer for"
        value={year.lastDay}
        options={years.years.map(({ lastDay }) => ({ value: lastDay, label: longDate(lastDay) }))}
        onChange={(by) => onChange({ by })}
      />
    </FilterBar>
  );
}
