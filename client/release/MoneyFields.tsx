import type { ReactElement } from 'react';
import { NumberField } from '../components/NumberField.tsx';
import { numberText } from '../components/number-text.ts';
import type { QuestionFieldsProps } from './question-fields.ts';

/** Fees and what funds them: a ledger apart from cover. A bursary pays fees, never cover. */
export function MoneyFields({ search, question, onChange }: QuestionFieldsProps): ReactElement {
  const known = question.feePence === null ? null : question.feePence / 100;
  const ownFee = search.fee === null ? known : null;
  const tooMany = search.bursaries > question.learners && question.learners > 0;
  return (
    <>
      <NumberField
        label="Fee of each learner (£)"
        hint={
          ownFee === null
            ? 'For this stage. Left empty: not known'
            : 'For this stage. Left empty: the fee your catalogue has'
        }
        value={search.fee}
        placeholder={ownFee === null ? '' : numberText(ownFee, 0.01)}
        min={0}
        max={100_000}
        step={0.01}
        move={100}
        buttons={false}
        onChange={(fee) => onChange({ fee })}
        onEmpty={() => onChange({ fee: null })}
      />
      <NumberField
        label="Bursaries"
        hint="Paid to the trust. They pay fees, never cover"
        error={tooMany ? `Only ${question.learners} are counted: one for each learner` : undefined}
        value={search.bursaries}
        min={0}
        max={500}
        onChange={(bursaries) => onChange({ bursaries })}
      />
      <NumberField
        label="Amount of each bursary (£)"
        hint="Left empty: the fee"
        value={search.bursary}
        placeholder={known === null ? '' : numberText(known, 0.01)}
        min={0}
        max={100_000}
        step={0.01}
        move={100}
        buttons={false}
        onChange={(bursary) => onChange({ bursary: bursary === known ? null : bursary })}
        onEmpty={() => onChange({ bursary: null })}
      />
    </>
  );
}
