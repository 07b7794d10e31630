import type { ReactElement } from 'react';
import type { Agreement } from '../../shared/learners/agreement.ts';
import type { PriorLearning } from '../../shared/learners/eligibility.ts';
import { looksLikeCode, organisationWords } from '../../shared/research/organisations.ts';
import { SelectField, TextField } from '../components/fields.tsx';
import { NumberField } from '../components/NumberField.tsx';
import { textOrNull } from './agreement-draft.ts';
import { OptionalDateField } from './OptionalDateField.tsx';

type SignatureFieldsProps = {
  readonly agreement: Agreement;
  readonly set: (change: Partial<Agreement>) => void;
};

const learningOptions = [
  { value: '', label: 'Not known' },
  { value: 'degree', label: 'Degree' },
  { value: 'equivalent', label: 'Equivalent experience' },
  { value: 'none', label: 'Neither' },
] as const;

const trustFields = [
  { key: 'homeTrust', label: 'Belongs to' },
  { key: 'hostTrust', label: 'Studies at' },
  { key: 'namedTrust', label: 'Will be named at' },
] as const;

/** What a code that is typed stands for, as soon as it is one. */
function trustHint(typed: string | null): string {
  return typed !== null && looksLikeCode(typed)
    ? organisationWords(typed)
    : 'ODS code or name; empty is this trust';
}

/** Cover plan, return of service, signatures, and what the university asks for. */
export function SignatureFields({ agreement, set }: SignatureFieldsProps): ReactElement {
  return (
    <div className="pt-learners__fields">
      <TextField
        label="Cover plan"
        hint="How the team is covered; no names"
        value={agreement.coverPlan ?? ''}
        onChange={(text) => set({ coverPlan: textOrNull(text) })}
      />
      <NumberField
        label="Return of service"
        unit="months"
        value={agreement.returnOfServiceMonths}
        min={0}
        max={60}
        buttons={false}
        onChange={(returnOfServiceMonths) => set({ returnOfServiceMonths })}
        onEmpty={() => set({ returnOfServiceMonths: null })}
      />
      <OptionalDateField
        label="Learner signed on"
        value={agreement.learnerSignedOn}
        onChange={(learnerSignedOn) => set({ learnerSignedOn })}
      />
      <OptionalDateField
        label="Manager signed on"
        value={agreement.managerSignedOn}
        onChange={(managerSignedOn) => set({ managerSignedOn })}
      />
      <OptionalDateField
        label="R&D signed on"
        value={agreement.researchSignedOn}
        onChange={(researchSignedOn) => set({ researchSignedOn })}
      />
      <SelectField<PriorLearning | ''>
        label="Degree or equivalent"
        value={agreement.priorLearning ?? ''}
        options={learningOptions}
        onChange={(learning) => set({ priorLearning: learning === '' ? null : learning })}
      />
      <OptionalDateField
        label="University’s exception on"
        value={agreement.exceptionOn}
        onChange={(exceptionOn) => set({ exceptionOn })}
      />
      <TextField
        label="What shows the exception"
        value={agreement.exceptionSource ?? ''}
        onChange={(text) => set({ exceptionSource: textOrNull(text) })}
      />
      {trustFields.map(({ key, label }) => (
        <TextField
          key={key}
          label={label}
          hint={trustHint(agreement[key])}
          value={agreement[key] ?? ''}
          onChange={(text) => set({ [key]: textOrNull(text) })}
        />
      ))}
    </div>
  );
}
