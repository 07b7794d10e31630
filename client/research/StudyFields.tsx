import type { ReactElement } from 'react';
import { parsePlainDate } from '../../shared/calendar/plain-date.ts';
import { specialtiesOn, specialtyLists } from '../../shared/research/specialties.ts';
import { studyStatuses, studyStatusNames, studyTypes, studyTypeNames } from '../../shared/research/study.ts';
import { ChoiceField, SelectField, TextField } from '../components/fields.tsx';
import { OptionalDate } from '../components/OptionalDate.tsx';
import type { StudyDraft } from './study-draft.ts';
import './research.css';

type StudyFieldsProps = {
  readonly draft: StudyDraft;
  readonly onChange: (patch: Partial<StudyDraft>) => void;
};

const statusOptions = studyStatuses.map((value) => ({ value, label: studyStatusNames[value] }));
const typeOptions = [
  { value: '', label: 'Not known' },
  ...studyTypes.map((value) => ({ value, label: studyTypeNames[value] })),
] as const;
const commercialOptions = [
  { value: '', label: 'Not known' },
  { value: 'yes', label: 'Commercial' },
  { value: 'no', label: 'Non-commercial' },
] as const;
const logOptions = [
  { value: 'held', label: 'Held by the trust' },
  { value: 'not-held', label: 'Not held: who is named is not known' },
] as const;

const texts = [
  ['sites', 'Sites'],
  ['cpmsId', 'CPMS number'],
  ['irasId', 'IRAS number'],
  ['edgeId', 'EDGE number'],
] as const;

const days = [
  ['plannedOpen', 'Planned opening'],
  ['openedOn', 'Opened'],
  ['plannedClose', 'Planned close'],
  ['closedOn', 'Closed'],
] as const;

/** The network's list of the day the study opened or will; where no day is given, the one in force. */
function SpecialtyField({ draft, onChange }: StudyFieldsProps): ReactElement {
  const latest = specialtyLists.at(-1)?.effectiveFrom;
  const day = parsePlainDate(draft.openedOn) ?? parsePlainDate(draft.plannedOpen) ?? latest;
  const choice = day === undefined ? null : specialtiesOn(day);
  return (
    <TextField
      label="Specialty"
      hint={
        choice?.status === 'published'
          ? 'As the research network counts it.'
          : 'The network’s list is to be confirmed: choose, or type another.'
      }
      suggestions={choice?.names ?? []}
      value={draft.specialty}
      onChange={(specialty) => onChange({ specialty })}
    />
  );
}

/** Every field of a study; a field that is left empty is kept as not known. */
export function StudyFields({ draft, onChange }: StudyFieldsProps): ReactElement {
  return (
    <div className="pt-research-fields">
      <TextField
        label="Reference"
        value={draft.reference}
        onChange={(reference) => onChange({ reference })}
      />
      <TextField label="Title" value={draft.title} onChange={(title) => onChange({ title })} />
      <SelectField
        label="Study status"
        value={draft.status}
        options={statusOptions}
        onChange={(status) => onChange({ status })}
      />
      <SelectField
        label="Study type"
        value={draft.studyType}
        options={typeOptions}
        onChange={(studyType) => onChange({ studyType })}
      />
      <SelectField
        label="Commercial or not"
        value={draft.commercial}
        options={commercialOptions}
        onChange={(commercial) => onChange({ commercial })}
      />
      <SpecialtyField draft={draft} onChange={onChange} />
      {texts.map(([key, label]) => (
        <TextField
          key={key}
          label={label}
          value={draft[key]}
          onChange={(typed) => onChange({ [key]: typed })}
        />
      ))}
      {days.map(([key, label]) => (
        <OptionalDate
          key={key}
          label={label}
          value={draft[key]}
          onChange={(typed) => onChange({ [key]: typed })}
        />
      ))}
      <ChoiceField
        legend="Log of this study"
        value={draft.log}
        options={logOptions}
        onChange={(log) => onChange({ log })}
      />
    </div>
  );
}
