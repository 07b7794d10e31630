import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { asMonth, type Month } from '../../shared/calendar/month.ts';
import { yearOf, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { intakeMonthNumbers, stageNames, stages, type Stage } from '../../shared/programmes/stages.ts';
import { courses, universities, type University } from '../../shared/programmes/universities.ts';
import { errorText } from '../app/error-text.ts';
import { paths } from '../app/paths.ts';
import { useSession } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { DateField } from '../components/DateField.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { SelectField, TextField } from '../components/fields.tsx';
import { useToast } from '../components/Toast.tsx';
import { longMonth } from '../format/dates.ts';

/** The intakes somebody can still be interested in: this year's and the next two. */
function intakesFrom(today: PlainDate): readonly Month[] {
  const years = [0, 1, 2].map((ahead) => yearOf(today) + ahead);
  return years.flatMap((year) =>
    intakeMonthNumbers.map((month) => asMonth(`${year}-${String(month).padStart(2, '0')}`)),
  );
}

type Draft = {
  readonly employeeNumber: string;
  readonly university: University;
  readonly stage: Stage;
  readonly intakeMonth: Month;
  readonly on: PlainDate;
};

function useDraft(today: PlainDate) {
  const intakes = intakesFrom(today);
  const next = intakes.find((month) => `${month}-01` > today) ?? asMonth(`${yearOf(today)}-09`);
  const [draft, setDraft] = useState<Draft>({
    employeeNumber: '',
    university: 'kings',
    stage: 'pgcert',
    intakeMonth: next,
    on: today,
  });
  return { intakes, draft, set: (change: Partial<Draft>) => setDraft({ ...draft, ...change }) };
}

/** Puts somebody of the staff file on the register of interest. */
export function AddInterest({ open = false }: { readonly open?: boolean }): ReactElement {
  return (
    <Disclosure look="boxed" summary="Add to the register of interest" {...(open ? { open } : {})}>
      <AddForm />
    </Disclosure>
  );
}

function AddForm(): ReactElement {
  const { today } = useSession();
  const { intakes, draft, set } = useDraft(today);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const add = useMutation(
    trpc.learners.add.mutationOptions({
      onSuccess: async ({ learnerId }) => {
        toast({ text: 'Added to the register of interest.' });
        await queries.invalidateQueries();
        await navigate({ to: paths.learner, params: { learnerId } });
      },
    }),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate(draft);
      }}
    >
      {add.error === null ? null : (
        <ErrorSummary problems={[{ text: errorText(add.error).text, fieldId: 'employee-number' }]} />
      )}
      <div className="pt-learners__fields">
        <TextField
          id="employee-number"
          label="Employee number"
          hint="As in the staff file"
          value={draft.employeeNumber}
          onChange={(employeeNumber) => set({ employeeNumber })}
        />
        <SelectField
          label="University"
          value={draft.university}
          options={universities.map((value) => ({ value, label: courses[value].name }))}
          onChange={(university) => set({ university })}
        />
        <SelectField
          label="Stage"
          value={draft.stage}
          options={stages.map((value) => ({ value, label: stageNames[value] }))}
          onChange={(stage) => set({ stage })}
        />
        <SelectField
          label="Intake"
          value={draft.intakeMonth}
          options={intakes.map((value) => ({ value, label: longMonth(value) }))}
          onChange={(intakeMonth) => set({ intakeMonth })}
        />
        <DateField label="Interested since" value={draft.on} max={today} onChange={(on) => set({ on })} />
      </div>
      <Button
        type="submit"
        kind="secondary"
        busy={add.isPending}
        disabled={draft.employeeNumber.trim() === ''}
      >
        Add to the register
      </Button>
    </form>
  );
}
