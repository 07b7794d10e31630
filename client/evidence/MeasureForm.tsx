import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { metricOf } from '../../shared/evidence/metric-list.ts';
import { typedMetrics, type TypedMetric } from '../../shared/evidence/metrics.ts';
import { measureSchema } from '../../shared/evidence/statement.ts';
import { useLabelNames, useLabels, type UseLabel } from '../../shared/evidence/use-label.ts';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { SelectField, TextField } from '../components/fields.tsx';
import { OptionalDate } from '../components/OptionalDate.tsx';
import { Actions } from '../components/Panel.tsx';
import type { ShownEvidence } from './evidence-model.ts';
import { useAfterEvidence } from './use-evidence-write.ts';

type MeasureDraft = {
  readonly metric: TypedMetric;
  readonly value: string;
  readonly period: string;
  readonly on: string;
  readonly source: string;
  readonly useLabel: UseLabel;
};

const metrics = typedMetrics.map((value) => ({ value, label: metricOf(value).name }));
const labels = useLabels.map((value) => ({ value, label: useLabelNames[value] }));

function emptyMeasure(metric: TypedMetric): MeasureDraft {
  return { metric, value: '', period: '', on: '', source: '', useLabel: metricOf(metric).useLabel };
}

type Known = { readonly id: string; readonly version: number } | null;

/** Types a value with its source, day and use label, or corrects one. */
export function MeasureForm({ shown }: { readonly shown: ShownEvidence }): ReactElement {
  const [known, setKnown] = useState<Known>(null);
  const [draft, setDraft] = useState(emptyMeasure('participants-recruited'));
  const [problem, setProblem] = useState<string | null>(null);
  const patch = (change: Partial<MeasureDraft>): void => setDraft({ ...draft, ...change });
  const after = useAfterEvidence();
  const { mutate, isPending } = useMutation(
    trpc.evidence.saveMeasure.mutationOptions({
      onSuccess: async (saved) => {
        setKnown(null);
        setDraft(emptyMeasure(draft.metric));
        await after({ text: 'Value saved.', undo: { entity: 'measure', ...saved } });
      },
      onError: (error) => setProblem(errorText(error).text),
    }),
  );
  const choose = (id: string): void => {
    const found = shown.measures.find((one) => one.id === id);
    setKnown(found === undefined ? null : { id: found.id, version: found.version });
    setDraft(found === undefined ? emptyMeasure(draft.metric) : { ...found, value: String(found.value) });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { metric, value, period, on, source, useLabel } = draft;
    const typed = /^[0-9]{1,8}$/.test(value.trim()) ? Number(value) : null;
    const read = measureSchema.safeParse({ metric, value: typed, period, on, source, useLabel });
    setProblem(read.success ? null : 'Type a whole number, the period, its day, and the source.');
    if (read.success) mutate({ known, measure: read.data });
  };
  const options = shown.measures.map(({ id, metric, period }) => ({
    value: id,
    label: `${metricOf(metric).name}, ${period}`,
  }));
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary key={problem} problems={problem === null ? [] : [{ text: problem }]} />
      {options.length === 0 ? null : (
        <SelectField
          label="Value"
          value={known?.id ?? ''}
          options={[{ value: '', label: 'A new value' }, ...options]}
          onChange={choose}
        />
      )}
      <SelectField
        label="Typed metric"
        value={draft.metric}
        options={metrics}
        onChange={(metric) => patch({ metric, useLabel: metricOf(metric).useLabel })}
      />
      <TextField
        label="Number"
        hint={metricOf(draft.metric).definition}
        value={draft.value}
        onChange={(value) => patch({ value })}
      />
      <TextField
        label="Period"
        hint="For example 2025/26"
        value={draft.period}
        onChange={(period) => patch({ period })}
      />
      <OptionalDate label="True on" value={draft.on} onChange={(on) => patch({ on })} />
      <TextField label="Source of the value" value={draft.source} onChange={(source) => patch({ source })} />
      <SelectField
        label="Use its source allows"
        hint="A value for internal management only is never in a file that leaves the trust"
        value={draft.useLabel}
        options={labels}
        onChange={(useLabel) => patch({ useLabel })}
      />
      <Actions>
        <Button type="submit" kind="secondary" busy={isPending} busyText="Saving…">
          Save the value
        </Button>
      </Actions>
    </form>
  );
}
