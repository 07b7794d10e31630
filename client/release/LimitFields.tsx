import type { ReactElement, ReactNode } from 'react';
import type { ParameterSet } from '../../shared/parameters/types.ts';
import type { CostBasis } from '../../shared/pay/employer-cost.ts';
import type { RateUsed } from '../../shared/scenario/rate-used.ts';
import { StatusBadge } from '../components/badges.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { SelectField } from '../components/fields.tsx';
import { NumberField } from '../components/NumberField.tsx';
import { formatNumber } from '../format/numbers.ts';
import { limitFields, type LimitField } from './limit-fields.ts';
import type { QuestionFieldsProps } from './question-fields.ts';
import type { ShownTeam } from './team-view.ts';

type LimitFieldsProps = QuestionFieldsProps & {
  readonly team: ShownTeam;
  readonly rates: readonly RateUsed[];
  readonly parameters: ParameterSet;
};

const basisOptions: readonly { readonly value: CostBasis; readonly label: string }[] = [
  { value: 'trust', label: 'Trust’s own cost' },
  { value: 'full', label: 'Whole NHS cost' },
];

/** The team's own figures, which may be typed over here to see what they do; nothing is stored. */
export function LimitFields({
  search,
  question,
  team,
  rates,
  parameters,
  onChange,
}: LimitFieldsProps): ReactElement {
  const fields = limitFields(search, question, team, rates, parameters);
  const typed = fields.filter((field) => field.typed !== null).length;
  const bandless = team.plan.team.coverBand === null;
  return (
    <Disclosure
      summary={`Cover, rates and limits (${fields.length}${typed === 0 ? '' : `, ${typed} typed over`})`}
    >
      {fields.map((field) => (
        <NumberField
          key={field.key}
          label={field.label}
          hint={hintOf(field, bandless)}
          unit={field.unit}
          value={field.typed ?? field.own}
          min={0}
          max={field.max}
          step={field.step}
          move={field.move}
          buttons={false}
          onChange={(value) => onChange(field.patch(value))}
          onEmpty={() => onChange(field.patch(null))}
        />
      ))}
      <SelectField
        label="Cost basis"
        hint="Whole NHS cost adds the pension share that is paid centrally; typed rates stay as they are"
        value={search.basis}
        options={basisOptions}
        onChange={(basis) => onChange({ basis })}
      />
    </Disclosure>
  );
}

function hintOf({ own, typed, isAssumed, key }: LimitField, bandless: boolean): ReactNode {
  const isWorkedOut = key.startsWith('rate-') && own === null && !bandless;
  if (typed !== null) {
    if (own === null)
      return isWorkedOut ? 'Typed here. Empty it for the rate of the cover band' : 'Typed here';
    return `Typed here. Empty it for the team’s ${formatNumber(own, 2)}`;
  }
  if (isWorkedOut) return 'Worked out from the cover band once learners are typed';
  if (own === null) return 'Not known: type it to see the answer';
  if (!isAssumed) return undefined;
  return (
    <>
      Not in the team sheet <StatusBadge kind="assumption" />
    </>
  );
}
