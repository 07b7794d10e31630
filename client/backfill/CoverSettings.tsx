import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { mondayOf, parsePlainDate } from '../../shared/calendar/plain-date.ts';
import { staffGroups, type StaffGroup } from '../../shared/staff/staff.ts';
import { errorText } from '../app/error-text.ts';
import { useMay } from '../app/session.ts';
import { trpc, type Outputs } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { SelectField, TextField } from '../components/fields.tsx';
import { OptionalDate } from '../components/OptionalDate.tsx';
import { Section } from '../components/PageFrame.tsx';
import { Actions } from '../components/Panel.tsx';
import { RosterForm } from './RosterForm.tsx';
import { bankInWords, rosterInWords } from './setting-words.ts';
import { StudyDaysFile } from './StudyDaysFile.tsx';
import { useAfterSave } from './use-saved-setting.ts';
import { wholeNumber } from './whole-number.ts';

type SettingsProps = { readonly shown: Outputs['backfill']['summary'] };

/** When rosters are approved, what the bank has, and the file of study days for roster systems. */
export function CoverSettings({ shown }: SettingsProps): ReactElement {
  const mayWrite = useMay('backfill.saveSetting');
  const mayExport = useMay('backfill.studyDays');
  return (
    <Section title="Rosters, the bank and roster systems">
      <p>{rosterInWords(shown)}</p>
      <p>{bankInWords(shown)}</p>
      {mayWrite ? (
        <>
          <Disclosure look="boxed" summary="Change the trust’s roster periods">
            <RosterForm key={shown.roster.version} teamId={null} kept={shown.roster} />
          </Disclosure>
          <Disclosure look="boxed" summary="Say what the bank has">
            <SupplyForm shown={shown} />
          </Disclosure>
        </>
      ) : null}
      {mayExport ? <StudyDaysFile shown={shown} /> : null}
    </Section>
  );
}

function useSaveSetting(setProblem: (text: string | null) => void) {
  return useMutation(
    trpc.backfill.saveSetting.mutationOptions({
      onError: (error) => setProblem(errorText(error).text),
    }),
  );
}

function Problem({ text }: { readonly text: string | null }): ReactElement | null {
  return text === null ? null : <ErrorSummary key={text} problems={[{ text }]} />;
}

const groupOptions = staffGroups.map((value) => ({ value, label: value }));

function SupplyForm({ shown }: SettingsProps): ReactElement {
  const [staffGroup, setGroup] = useState<StaffGroup>('Nursing and Midwifery Registered');
  const [from, setFrom] = useState<string>(mondayOf(shown.dataCut));
  const [hoursAWeek, setHours] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const afterSave = useAfterSave();
  const { mutate, isPending } = useSaveSetting(setProblem);
  const kept = shown.supplies?.find(({ value }) => value?.staffGroup === staffGroup);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const [day, whole] = [parsePlainDate(from), wholeNumber(hoursAWeek, 1_000_000)];
    if (day === null || (whole === null && hoursAWeek.trim() !== '')) {
      return setProblem('Type a day, and whole hours a week or nothing where it is not known.');
    }
    setProblem(null);
    const others = (kept?.value?.steps ?? []).filter((step) => step.from !== day);
    const steps = [...others, { from: day, minutesPerWeek: whole === null ? null : whole * 60 }];
    mutate(
      { kind: 'supply', staffGroup, version: kept?.version ?? 0, steps },
      {
        onSuccess: ({ version }) =>
          void afterSave('What the bank has is saved.', { kind: 'supply', staffGroup, version }),
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <Problem text={problem} />
      <SelectField label="Staff group" value={staffGroup} options={groupOptions} onChange={setGroup} />
      <OptionalDate label="From the week of" value={from} onChange={setFrom} />
      <TextField
        label="Hours a week the bank has"
        hint="for all teams together; empty: not known, and nothing is limited"
        value={hoursAWeek}
        onChange={setHours}
      />
      <Actions>
        <Button type="submit" kind="secondary" busy={isPending} busyText="Saving…">
          Save what the bank has
        </Button>
      </Actions>
    </form>
  );
}
