import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useSession } from '../app/session.ts';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { SelectField } from '../components/fields.tsx';
import { NumberField } from '../components/NumberField.tsx';
import { Actions } from '../components/Panel.tsx';
import { longDate } from '../format/dates.ts';
import { hours } from '../format/hours.ts';
import type { ShownLearner } from './learner-words.ts';
import { weekFirst, weekKindNames, weeksToRecord } from './promise-view.ts';
import { useSaved } from './use-saving.ts';
import { useUndoChange } from './use-undo-change.ts';

type Week = ShownLearner['weeks'][number];

function weekLabel({ monday, kind, taken }: Week): string {
  const held = taken === null ? 'not recorded' : `${hours(taken.minutes)} hours`;
  const apart = kind === 'break' || kind === 'paused' ? `${weekKindNames[kind].toLowerCase()}, ` : '';
  return `${longDate(monday)} (${apart}${held})`;
}

/** Types the hours of one week over what is recorded; a week typed empty is not recorded again. */
export function RecordHours({ shown }: { readonly shown: ShownLearner }): ReactElement | null {
  const { today } = useSession();
  const weeks = weeksToRecord(shown.weeks, today);
  const [chosen, setChosen] = useState<string | null>(null);
  const week = weeks.find(({ monday }) => monday === chosen) ?? weekFirst(weeks);
  if (week === undefined) return null;
  const key = `${week.monday} ${week.taken?.version ?? 0}`;
  return (
    <>
      <h3>Record a week</h3>
      <SelectField
        label="Week of"
        value={week.monday}
        options={weeks.map((one) => ({ value: one.monday, label: weekLabel(one) }))}
        onChange={setChosen}
      />
      <HoursOfWeek key={key} learnerId={shown.learner.id} week={week} onSaved={() => setChosen(null)} />
    </>
  );
}

type HoursOfWeekProps = {
  readonly learnerId: string;
  readonly week: Week;
  readonly onSaved: () => void;
};

function HoursOfWeek({ learnerId, week, onSaved }: HoursOfWeekProps): ReactElement {
  const [minutes, setMinutes] = useState<number | null>(week.taken?.minutes ?? null);
  const saved = useSaved();
  const undo = useUndoChange();
  const record = useMutation(
    trpc.learners.recordHours.mutationOptions({
      onSuccess: async ({ changeId }) => {
        onSaved();
        await saved(`Recorded: week of ${longDate(week.monday)}.`, () => undo(changeId));
      },
    }),
  );
  const send = (value: number | null): void =>
    record.mutate({ learnerId, week: week.monday, minutes: value, version: week.taken?.version ?? 0 });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (minutes !== null) send(minutes);
      }}
    >
      {record.error === null ? null : <ErrorSummary problems={[{ text: errorText(record.error).text }]} />}
      <NumberField
        label="Hours taken"
        hint={`Promised: ${hours(week.promised)} hours`}
        unit="hours"
        value={minutes === null ? null : minutes / 60}
        min={0}
        max={168}
        step={0.25}
        buttons={false}
        onChange={(value) => setMinutes(Math.round(value * 60))}
        onEmpty={() => setMinutes(null)}
      />
      <Actions>
        <Button type="submit" kind="secondary" busy={record.isPending} disabled={minutes === null}>
          Record hours
        </Button>
        {week.taken === null ? null : (
          <Button kind="secondary" onClick={() => send(null)}>
            Not recorded after all
          </Button>
        )}
      </Actions>
    </form>
  );
}
