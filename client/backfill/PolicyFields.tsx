import type { ReactElement } from 'react';
import { bands } from '../../shared/pay/bands.ts';
import { SelectField, TextField } from '../components/fields.tsx';
import type { PolicyDraft } from './policy-draft.ts';

type PolicyFieldsProps = {
  readonly draft: PolicyDraft;
  readonly onChange: (patch: Partial<PolicyDraft>) => void;
};

const grades = [
  { value: '', label: 'Not used' },
  { value: 'YC72', label: 'Consultant' },
  { value: 'MC70', label: 'Specialist' },
  { value: 'MC75', label: 'Specialty doctor' },
] as const;

const bandOptions = [
  { value: '', label: 'As the team sheet' },
  ...bands.map((band) => ({ value: band, label: `Band ${band}` })),
];

const areas = [
  { value: '', label: 'Not in a high cost area' },
  { value: 'fringe', label: 'Fringe' },
  { value: 'outer', label: 'Outer London' },
  { value: 'inner', label: 'Inner London' },
] as const;

/** What needs no cover, how notice tells, what is bought, and where and when it works. */
export function PolicyFields({ draft, onChange }: PolicyFieldsProps): ReactElement {
  const text = (name: keyof Omit<PolicyDraft, 'rungs'>, label: string, hint: string): ReactElement => (
    <TextField
      label={label}
      hint={hint}
      value={draft[name]}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <div className="pt-policy-fields">
      {text('ownTime', 'Own time, %', 'of release beyond headroom; no absence and no cover')}
      {text('absorbed', 'Absorbed, %', 'of the rest; empty: as the team sheet')}
      {text('fillByNotice', 'Fill of planned bank by notice', 'weeks: percent, such as 0: 50, 8: 85')}
      {text('lagWeeks', 'Weeks before anything bought is in place', 'from the day of the data')}
      {text(
        'lateChance',
        'Chance of a late hour, %',
        'that an hour not booked now is found late; empty: not known',
      )}
      {text('actingUp', 'Bands that act up', 'highest first, such as 7, 6')}
      <SelectField
        label="Programmed activities are worked by"
        value={draft.medicalGrade}
        options={grades}
        onChange={(medicalGrade) => onChange({ medicalGrade })}
      />
      {text('shiftHours', 'Shift length, hours', 'empty: as the team sheet')}
      <SelectField
        label="Band of cover"
        value={draft.coverBand}
        options={bandOptions}
        onChange={(coverBand) => onChange({ coverBand })}
      />
      <SelectField
        label="High cost area of the cover"
        value={draft.highCostArea}
        options={areas}
        onChange={(highCostArea) => onChange({ highCostArea })}
      />
      {text('nights', 'Nights and Saturdays, %', 'of the hours; weekdays 20:00 to 06:00')}
      {text('sundays', 'Sundays and bank holidays, %', 'of the hours; the rest is by day')}
    </div>
  );
}
