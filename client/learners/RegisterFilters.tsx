import type { ReactElement } from 'react';
import type { Month } from '../../shared/calendar/month.ts';
import { stateNames } from '../../shared/learners/lifecycle.ts';
import { courses, universities } from '../../shared/programmes/universities.ts';
import { SelectField } from '../components/fields.tsx';
import { FilterBar } from '../components/FoldingPanel.tsx';
import { longMonth } from '../format/dates.ts';
import { countsByState, filtersSet, teamsOf, type RegisterLine } from './register-view.ts';
import { registerSearch, type RegisterSearch } from './search.ts';

type RegisterFiltersProps = {
  readonly lines: readonly RegisterLine[];
  readonly search: RegisterSearch;
  readonly onChange: (change: Partial<RegisterSearch>) => void;
};

const universityOptions = [
  { value: 'all' as const, label: 'All universities' },
  ...universities.map((value) => ({ value, label: courses[value].name })),
  { value: 'none' as const, label: 'Other routes' },
];

function stateOptions(lines: readonly RegisterLine[]) {
  return [
    { value: 'all' as const, label: `All states (${lines.length})` },
    { value: 'missing' as const, label: 'Something missing' },
    ...countsByState(lines).map(({ state, count }) => ({
      value: state,
      label: `${stateNames[state]} (${count})`,
    })),
  ];
}

/** Who is shown; kept in the address. */
export function RegisterFilters({ lines, search, onChange }: RegisterFiltersProps): ReactElement {
  const intakes = [...new Set(lines.map(({ intakeMonth }) => intakeMonth))].sort();
  const teams = teamsOf(lines);
  return (
    <FilterBar set={filtersSet(search)} onClear={() => onChange(registerSearch.defaults)}>
      <SelectField
        label="State"
        value={search.state}
        options={stateOptions(lines)}
        onChange={(state) => onChange({ state })}
      />
      <SelectField
        label="University"
        value={search.university}
        options={universityOptions}
        onChange={(university) => onChange({ university })}
      />
      <SelectField<Month | ''>
        label="Intake"
        value={search.intake ?? ''}
        options={[
          { value: '', label: 'All intakes' },
          ...intakes.map((value) => ({ value, label: longMonth(value) })),
        ]}
        onChange={(intake) => onChange({ intake: intake === '' ? null : intake })}
      />
      <SelectField
        label="Team"
        value={search.team}
        options={[
          { value: 'all', label: 'All teams' },
          ...teams.map(({ id, name }) => ({ value: id, label: name })),
          { value: 'none', label: 'In no team' },
        ]}
        onChange={(team) => onChange({ team })}
      />
    </FilterBar>
  );
}
