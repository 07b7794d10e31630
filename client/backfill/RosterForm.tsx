import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { RosterPeriod } from '../../shared/backfill/roster-period.ts';
import { mondayOf, parsePlainDate } from '../../shared/calendar/plain-date.ts';
import { errorText } from '../app/error-text.ts';
import { useSession } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { Button, LinkButton } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { TextField } from '../components/fields.tsx';
import { OptionalDate } from '../components/OptionalDate.tsx';
import { Actions } from '../components/Panel.tsx';
import { wholeNumber } from './whole-number.ts';
import { useAfterSave } from './use-saved-setting.ts';

type RosterFormProps = {
  /** Whose periods; `null` is the trust's. */
  readonly teamId: string | null;
  readonly kept: { readonly version: number; readonly value: RosterPeriod | null };
};

const ofTrust = {
  first: 'First day of a roster period',
  weeks: 'Weeks in a period',
  days: 'Days from approval to the first day',
  save: 'Save the roster periods',
} as const;

/** Both forms can be open on one page: their fields are told apart by name. */
const ofTeam = {
  first: 'First day of a period of this team',
  weeks: 'Weeks in a period of this team',
  days: 'Days from this team’s approval to the first day',
  save: 'Save this team’s periods',
} as const;

/** How rosters are made: by the trust, or by one team that has periods of its own. */
export function RosterForm({ teamId, kept: { value, version } }: RosterFormProps): ReactElement {
  const { trust } = useSession();
  const [startsOn, setStartsOn] = useState<string>(value?.startsOn ?? mondayOf(trust.dataCut));
  const [weeks, setWeeks] = useState(String(value?.weeks ?? 4));
  const [days, setDays] = useState(String(value?.approvalDays ?? 42));
  const [problem, setProblem] = useState<string | null>(null);
  const words = teamId === null ? ofTrust : ofTeam;
  const afterSave = useAfterSave();
  const { mutate, isPending } = useMutation(
    trpc.backfill.saveSetting.mutationOptions({ onError: (error) => setProblem(errorText(error).text) }),
  );
  const save = (period: RosterPeriod | null, said: string): void =>
    mutate(
      { kind: 'roster', teamId, version, period },
      { onSuccess: (saved) => void afterSave(said, { kind: 'roster', teamId, version: saved.version }) },
    );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const [from, length, before] = [parsePlainDate(startsOn), wholeNumber(weeks, 26), wholeNumber(days, 182)];
    if (from === null || length === null || length === 0 || before === null) {
      return setProblem('Type the first day of a period, 1 to 26 weeks, and 0 to 182 days.');
    }
    setProblem(null);
    save({ startsOn: from, weeks: length, approvalDays: before }, 'Roster periods saved.');
  };
  return (
    <form onSubmit={submit} noValidate>
      {problem === null ? null : <ErrorSummary key={problem} problems={[{ text: problem }]} />}
      <OptionalDate label={words.first} value={startsOn} onChange={setStartsOn} />
      <TextField label={words.weeks} value={weeks} onChange={setWeeks} />
      <TextField label={words.days} value={days} onChange={setDays} />
      <Actions>
        <Button type="submit" kind="secondary" busy={isPending} busyText="Saving…">
          {words.save}
        </Button>
        {teamId === null || value === null ? null : (
          <LinkButton onClick={() => save(null, 'The team has the trust’s roster periods again.')}>
            Use the trust’s roster periods
          </LinkButton>
        )}
      </Actions>
    </form>
  );
}
