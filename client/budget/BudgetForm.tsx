import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { FinancialYear } from '../../shared/calendar/years.ts';
import { errorText } from '../app/error-text.ts';
import { trpc, type Outputs } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { SelectField, TextField } from '../components/fields.tsx';
import { NumberField } from '../components/NumberField.tsx';
import { Actions } from '../components/Panel.tsx';
import { useAfterSave } from './use-after-save.ts';

type BudgetFormProps = { readonly shown: Outputs['budget']['show'] };

const mostPounds = 1_000_000_000;

/** The budget of a cost centre in a year; the one held is changed. */
export function BudgetForm({ shown }: BudgetFormProps): ReactElement {
  const [costCentre, setCostCentre] = useState('');
  const [year, setYear] = useState<FinancialYear | undefined>(shown.summary.years[0]);
  const [amount, setAmount] = useState<number | null>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const afterSave = useAfterSave();
  const { mutate, isPending } = useMutation(
    trpc.budget.saveBudget.mutationOptions({
      onSuccess: ({ changeId }) => afterSave('Budget saved.', changeId),
      onError: (error) => setProblems([errorText(error).text]),
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const code = costCentre.trim();
    const missing = [
      ...(code === '' ? ['Enter a cost centre.'] : []),
      ...(amount === null ? ['Enter the budget in pounds.'] : []),
    ];
    setProblems(missing);
    if (missing.length > 0 || amount === null || year === undefined) return;
    const held = shown.budgets.find((one) => one.costCentre === code && one.financialYear === year);
    const budget = { costCentre: code, financialYear: year, pence: Math.round(amount * 100) };
    mutate({ version: held?.version ?? null, budget });
  };
  const codes = [...new Set(shown.summary.centres.flatMap((row) => row.costCentre ?? []))];
  return (
    <form onSubmit={submit} noValidate>
      {problems.length === 0 ? null : (
        <ErrorSummary key={problems.join()} problems={problems.map((text) => ({ text }))} />
      )}
      <TextField label="Cost centre" value={costCentre} suggestions={codes} onChange={setCostCentre} />
      <SelectField
        label="Financial year"
        value={year ?? ''}
        options={shown.summary.years.map((one) => ({ value: one, label: one }))}
        onChange={(chosen) => setYear(shown.summary.years.find((one) => one === chosen))}
      />
      <NumberField
        label="Budget for cover and course fees, after income"
        value={amount}
        onChange={setAmount}
        onEmpty={() => setAmount(null)}
        min={0}
        max={mostPounds}
        unit="pounds"
        buttons={false}
      />
      <Actions>
        <Button type="submit" kind="secondary" busy={isPending} busyText="Saving…">
          Save the budget
        </Button>
      </Actions>
    </form>
  );
}
