import type { ReactElement } from 'react';
import { metricOf } from '../../shared/evidence/metric-list.ts';
import { metricIds } from '../../shared/evidence/metrics.ts';
import { SelectField, TextField } from '../components/fields.tsx';
import { figureOf, type ShownEvidence } from './evidence-model.ts';
import type { FactDraft } from './statement-draft.ts';
import { TextArea } from './TextArea.tsx';

const metricOptions = [
  { value: '', label: 'No fact' },
  ...metricIds.map((id) => ({ value: id, label: metricOf(id).name })),
] as const;

type FactFieldsProps = {
  readonly number: number;
  readonly shown: ShownEvidence;
  readonly fact: FactDraft;
  readonly onChange: (fact: FactDraft) => void;
};

/** One fact: its metric, its owner, and a sentence of one's own in the place of the drafted one. */
export function FactFields({ number, shown, fact, onChange }: FactFieldsProps): ReactElement {
  const drafted = fact.metric === '' ? null : figureOf(shown, fact.metric);
  return (
    <fieldset className="nhsuk-fieldset pt-evidence-row">
      <legend className="pt-field__label">Fact {number}</legend>
      <SelectField
        label={`Metric of fact ${number}`}
        value={fact.metric}
        options={metricOptions}
        onChange={(metric) => onChange({ metric, owner: '', sentence: '' })}
      />
      {fact.metric === '' ? null : (
        <>
          <TextField
            label={`Owner of fact ${number}`}
            hint={`Left empty: ${metricOf(fact.metric).owner}`}
            value={fact.owner}
            onChange={(owner) => onChange({ ...fact, owner })}
          />
          <TextArea
            label={`Sentence of fact ${number}`}
            hint={`Left empty, it is drafted from the numbers: ${drafted?.sentence ?? ''}`}
            value={fact.sentence}
            onChange={(sentence) => onChange({ ...fact, sentence })}
          />
        </>
      )}
    </fieldset>
  );
}
