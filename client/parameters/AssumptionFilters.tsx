import type { ReactElement } from 'react';
import { subjectNames, subjects } from '../../shared/parameters/subjects.ts';
import { parameterStatuses } from '../../shared/parameters/types.ts';
import { statusNames } from '../components/badges.tsx';
import { SelectField, TextField } from '../components/fields.tsx';
import { FilterBar } from '../components/FoldingPanel.tsx';
import { filtersSet } from './assumptions-model.ts';
import { assumptionsSearch, type AssumptionsSearch } from './search.ts';

type AssumptionFiltersProps = {
  readonly search: AssumptionsSearch;
  readonly onChange: (change: Partial<AssumptionsSearch>) => void;
};

const subjectOptions = [
  { value: 'all' as const, label: 'All subjects' },
  ...subjects.map((value) => ({ value, label: subjectNames[value] })),
];

const statusOptions = [
  { value: 'all' as const, label: 'All' },
  ...parameterStatuses.map((value) => ({ value, label: statusNames[value] })),
];

const heldOptions = [
  { value: 'all', label: 'Published and our own' },
  { value: 'own', label: 'Our own values only' },
  { value: 'review', label: 'Our own, review due within 30 days' },
] as const;

/** Which parameters are shown; kept in the address. */
export function AssumptionFilters({ search, onChange }: AssumptionFiltersProps): ReactElement {
  const { find, subject, status, held } = assumptionsSearch.defaults;
  return (
    <FilterBar set={filtersSet(search)} onClear={() => onChange({ find, subject, status, held })}>
      <TextField
        label="Find a parameter"
        value={search.find}
        onChange={(text) => onChange({ find: text.slice(0, 60) })}
      />
      <SelectField
        label="Subject"
        value={search.subject}
        options={subjectOptions}
        onChange={(value) => onChange({ subject: value })}
      />
      <SelectField
        label="Status"
        value={search.status}
        options={statusOptions}
        onChange={(value) => onChange({ status: value })}
      />
      <SelectField
        label="Whose value"
        value={search.held}
        options={heldOptions}
        onChange={(value) => onChange({ held: value })}
      />
    </FilterBar>
  );
}
