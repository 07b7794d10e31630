import type { ReactElement } from 'react';
import { qualityKinds, qualityWords } from '../../shared/research/data-quality.ts';
import { studyStatuses, studyStatusNames, studyTypes, studyTypeNames } from '../../shared/research/study.ts';
import { SelectField, TextField } from '../components/fields.tsx';
import { FilterBar } from '../components/FoldingPanel.tsx';
import { filtersSet } from './research-model.ts';
import type { ResearchSearch } from './search.ts';

type StudyFiltersProps = {
  readonly specialties: readonly string[];
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly search: ResearchSearch;
  readonly onSearch: (patch: Partial<ResearchSearch>) => void;
  readonly onClear: () => void;
};

const statusOptions = [
  { value: 'any', label: 'Any status' },
  ...studyStatuses.map((value) => ({ value, label: studyStatusNames[value] })),
] as const;

const typeOptions = [
  { value: 'any', label: 'Any type' },
  ...studyTypes.map((value) => ({ value, label: studyTypeNames[value] })),
  { value: 'not-known', label: 'Not known' },
] as const;

const fundingOptions = [
  { value: 'any', label: 'Commercial or not' },
  { value: 'commercial', label: 'Commercial' },
  { value: 'non-commercial', label: 'Non-commercial' },
  { value: 'not-known', label: 'Not known' },
] as const;

const logOptions = [
  { value: 'any', label: 'Held or not' },
  { value: 'held', label: 'Log held' },
  { value: 'not-held', label: 'Log not held' },
] as const;

const faultOptions = [
  { value: 'any', label: 'Right or not' },
  ...qualityKinds.map((value) => ({ value, label: qualityWords[value].what })),
] as const;

/** Which studies the list shows; kept in the address but for what is searched. */
export function StudyFilters(props: StudyFiltersProps): ReactElement {
  const { search, onSearch, onClear, text, onText } = props;
  const specialties = [
    { value: '', label: 'Any specialty' },
    ...props.specialties.map((value) => ({ value, label: value })),
  ];
  return (
    <FilterBar set={filtersSet(search) + (text === '' ? 0 : 1)} onClear={onClear}>
      <TextField label="Search" hint="Reference, title, site or number" value={text} onChange={onText} />
      <SelectField
        label="Status"
        value={search.status}
        options={statusOptions}
        onChange={(status) => onSearch({ status })}
      />
      <SelectField
        label="Specialty"
        value={search.specialty}
        options={specialties}
        onChange={(specialty) => onSearch({ specialty })}
      />
      <SelectField
        label="Type"
        value={search.type}
        options={typeOptions}
        onChange={(type) => onSearch({ type })}
      />
      <SelectField
        label="Commercial"
        value={search.funding}
        options={fundingOptions}
        onChange={(funding) => onSearch({ funding })}
      />
      <SelectField
        label="Delegation log"
        value={search.log}
        options={logOptions}
        onChange={(log) => onSearch({ log })}
      />
      <SelectField
        label="To put right"
        value={search.fault}
        options={faultOptions}
        onChange={(fault) => onSearch({ fault })}
      />
    </FilterBar>
  );
}
