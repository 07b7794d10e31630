import type { ReactElement } from 'react';
import type { BothMet } from '../../shared/scenario/ask-levers.ts';
import { NumberField } from '../components/NumberField.tsx';
import { bothInWords, type TwoYears } from './both-years.ts';
import type { ChangeSearch, PipelineSearch } from './search.ts';

type BothYearsProps = {
  readonly pair: TwoYears;
  readonly met: BothMet;
  readonly search: PipelineSearch;
  readonly onChange: ChangeSearch;
};

/** The chance that two years running both bring enough people. */
export function BothYears({ pair, met, search, onChange }: BothYearsProps): ReactElement {
  return (
    <div>
      <h3>Two years running</h3>
      <p aria-live="polite">
        {bothInWords(pair, met, search.of)} The rates are the same in both years, so two good years come
        together more often than by chance alone.
      </p>
      <div className="pt-filters pt-no-print">
        <NumberField
          label={`Gained in ${pair.first.year}, at least`}
          value={met.first}
          min={0}
          max={200}
          onChange={(first) => onChange({ first })}
        />
        <NumberField
          label={`Gained in ${pair.second.year}, at least`}
          value={met.second}
          min={0}
          max={200}
          onChange={(second) => onChange({ second })}
        />
      </div>
    </div>
  );
}
