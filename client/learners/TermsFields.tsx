import type { AgreedTerms } from '../../shared/learners/learner.ts';
import type { ReactElement } from 'react';
import type { Weekday } from '../../shared/calendar/plain-date.ts';
import { fundingSources } from '../../shared/programmes/funding-sources.ts';
import { ChoiceField, SelectField, TextField } from '../components/fields.tsx';
import { NumberField } from '../components/NumberField.tsx';
import { weekdayNames } from '../format/dates.ts';
import { textOrNull, withDay } from './agreement-draft.ts';

type TermsFieldsProps = { readonly terms: AgreedTerms; readonly set: (terms: AgreedTerms) => void };

const workingDays: readonly Weekday[] = [1, 2, 3, 4, 5];

function HoursOfDay({ terms, set, weekday }: TermsFieldsProps & { readonly weekday: Weekday }): ReactElement {
  const minutes = terms.releaseDays?.find((day) => day.weekday === weekday)?.minutes ?? null;
  return (
    <NumberField
      label={weekdayNames[weekday - 1] ?? ''}
      unit="hours"
      value={minutes === null ? null : minutes / 60}
      min={0}
      max={12}
      step={0.25}
      buttons={false}
      onChange={(value) => set(withDay(terms, weekday, Math.round(value * 60)))}
      onEmpty={() => set(withDay(terms, weekday, 0))}
    />
  );
}

type AmountFieldProps = {
  readonly label: string;
  readonly pence: number | null;
  readonly onPence: (pence: number | null) => void;
};

function AmountField({ label, pence, onPence }: AmountFieldProps): ReactElement {
  return (
    <NumberField
      label={label}
      unit="pounds"
      value={pence === null ? null : pence / 100}
      min={0}
      max={100_000}
      step={0.01}
      buttons={false}
      onChange={(value) => onPence(Math.round(value * 100))}
      onEmpty={() => onPence(null)}
    />
  );
}

/** Hours, days, the rule for days that fall on leave, the supervisor and the money. */
export function TermsFields({ terms, set }: TermsFieldsProps): ReactElement {
  const known = fundingSources.some(({ id }) => id === terms.fundingSource);
  const own = terms.fundingSource !== null && !known ? [terms.fundingSource] : [];
  return (
    <>
      <fieldset className="nhsuk-fieldset">
        <legend className="pt-field__label">Release on named weekdays of every teaching week</legend>
        <div className="pt-learners__fields">
          {workingDays.map((weekday) => (
            <HoursOfDay key={weekday} terms={terms} set={set} weekday={weekday} />
          ))}
        </div>
      </fieldset>
      <div className="pt-learners__fields">
        <NumberField
          label="Hours a week"
          hint="Where the days are not agreed; days above make up the week"
          unit="hours"
          value={terms.weeklyReleaseMinutes === null ? null : terms.weeklyReleaseMinutes / 60}
          min={0}
          max={60}
          step={0.25}
          buttons={false}
          onChange={(value) => set({ ...terms, weeklyReleaseMinutes: Math.round(value * 60) })}
          onEmpty={() => set({ ...terms, weeklyReleaseMinutes: null })}
        />
        <ChoiceField
          legend="A study day that falls on leave"
          value={terms.studyDayRule}
          options={[
            { value: 'lapses', label: 'Lapses' },
            { value: 'made-up', label: 'Is made up' },
          ]}
          onChange={(studyDayRule) => set({ ...terms, studyDayRule })}
        />
        <TextField
          label="Supervisor"
          value={terms.supervisor ?? ''}
          onChange={(text) => set({ ...terms, supervisor: textOrNull(text) })}
        />
        <SelectField
          label="Funding"
          value={terms.fundingSource ?? ''}
          options={[
            { value: '', label: 'Not recorded' },
            ...fundingSources.map(({ id, name }) => ({ value: id, label: name })),
            ...own.map((value) => ({ value, label: value })),
          ]}
          onChange={(source) => set({ ...terms, fundingSource: textOrNull(source) })}
        />
        <AmountField label="Fee" pence={terms.feePence} onPence={(feePence) => set({ ...terms, feePence })} />
        <AmountField
          label="Funding amount"
          pence={terms.fundingPence}
          onPence={(fundingPence) => set({ ...terms, fundingPence })}
        />
      </div>
    </>
  );
}
