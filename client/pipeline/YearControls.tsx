import type { ReactElement } from 'react';
import { ChoiceField, SelectField } from '../components/fields.tsx';
import { FilterBar } from '../components/FoldingPanel.tsx';
import { longDate } from '../format/dates.ts';
import { pipelineSearch, type ChangeSearch, type PipelineSearch } from './search.ts';
import { targetFacts, targets } from './targets.ts';
import type { YearPlace } from './year-places.ts';

type YearControlsProps = {
  readonly places: readonly YearPlace[];
  readonly place: YearPlace;
  readonly search: PipelineSearch;
  readonly onChange: ChangeSearch;
};

/** Which years, the day the sentence and the figures are about, and the count the charts are about. */
export function YearControls({ places, place, search, onChange }: YearControlsProps): ReactElement {
  const { defaults } = pipelineSearch;
  const set =
    Number(search.years !== defaults.years) + Number(search.by !== null) + Number(search.of !== defaults.of);
  return (
    <FilterBar
      set={set}
      onClear={() => onChange({ years: defaults.years, by: defaults.by, of: defaults.of, n: null })}
    >
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
        value={place.lastDay}
        options={places.map(({ lastDay }) => ({ value: lastDay, label: longDate(lastDay) }))}
        onChange={(by) => onChange({ by })}
      />
      <SelectField
        label="Charts about"
        value={search.of}
        options={targets.map((target) => ({ value: target, label: targetFacts[target].label }))}
        onChange={(of) => onChange({ of, n: null, first: null, second: null })}
      />
    </FilterBar>
  );
}
