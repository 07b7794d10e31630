import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactElement } from 'react';
import { errorText } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { FieldFrame } from '../components/FieldFrame.tsx';
import { TextField } from '../components/fields.tsx';
import { NumberField } from '../components/NumberField.tsx';
import { OptionalDate } from '../components/OptionalDate.tsx';
import { Actions } from '../components/Panel.tsx';
import { recruitmentDraftOf, recruitmentOf, type RecruitmentDraft } from './recruitment-draft.ts';
import type { ShownStudy } from './study-words.ts';
import { useAfterWrite } from './use-research-write.ts';
import './research.css';

/** Target, window, months, and what is done where the study is behind: saved together. */
export function RecruitmentForm({ shown }: { readonly shown: ShownStudy }): ReactElement {
  const { study, recruitment } = shown;
  const [draft, setDraft] = useState(recruitmentDraftOf(recruitment));
  const [problem, setProblem] = useState<string | null>(null);
  const afterWrite = useAfterWrite();
  const { mutate, isPending } = useMutation(
    trpc.research.saveRecruitment.mutationOptions({
      onSuccess: ({ changeId }) => afterWrite({ text: 'Recruitment saved.', changeId }),
      onError: (error) => setProblem(errorText(error).text),
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = recruitmentOf(draft);
    if (typeof read === 'string') setProblem(read);
    else {
      const months = read.months.map((one) => ({ ...one }));
      mutate({ studyId: study.id, version: study.version, recruitment: { ...read, months } });
    }
  };
  return (
    <form onSubmit={submit} noValidate>
      {problem === null ? null : <ErrorSummary key={problem} problems={[{ text: problem }]} />}
      <RecruitmentFields draft={draft} onChange={(patch) => setDraft({ ...draft, ...patch })} />
      <Actions>
        <Button kind="secondary" type="submit" busy={isPending} busyText="Saving…">
          Save recruitment
        </Button>
      </Actions>
    </form>
  );
}

type RecruitmentFieldsProps = {
  readonly draft: RecruitmentDraft;
  readonly onChange: (patch: Partial<RecruitmentDraft>) => void;
};

const texts = [
  ['behindReason', 'Reason it is behind'],
  ['behindAction', 'Action'],
  ['behindOwner', 'Owner of the action'],
] as const;

const days = [
  ['recruitFrom', 'First day of recruitment'],
  ['recruitTo', 'Last day of recruitment'],
] as const;

function RecruitmentFields({ draft, onChange }: RecruitmentFieldsProps): ReactElement {
  return (
    <div className="pt-research-fields">
      <NumberField
        label="Target at this site"
        unit="participants"
        value={draft.siteTarget}
        min={0}
        max={1_000_000}
        buttons={false}
        onChange={(siteTarget) => onChange({ siteTarget })}
        onEmpty={() => onChange({ siteTarget: null })}
      />
      {days.map(([key, label]) => (
        <OptionalDate
          key={key}
          label={label}
          value={draft[key]}
          onChange={(typed) => onChange({ [key]: typed })}
        />
      ))}
      {texts.map(([key, label]) => (
        <TextField
          key={key}
          label={label}
          value={draft[key]}
          onChange={(typed) => onChange({ [key]: typed })}
        />
      ))}
      <OptionalDate
        label="Action by"
        value={draft.behindDue}
        onChange={(behindDue) => onChange({ behindDue })}
      />
      <FieldFrame
        label="Recruited by month"
        hint="A month and a number on each line, such as 2026-10 4; type 0 where nobody was recruited"
      >
        {(wiring) => (
          <textarea
            {...wiring}
            className="nhsuk-textarea"
            rows={6}
            value={draft.months}
            onChange={(event) => onChange({ months: event.currentTarget.value })}
          />
        )}
      </FieldFrame>
    </div>
  );
}
