import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { holdReasonNames, type Hold } from '../../shared/evidence/hand-typed.ts';
import { errorText } from '../app/error-text.ts';
import { useMay } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { Actions, Panel } from '../components/Panel.tsx';
import { dateAndTime } from '../format/dates.ts';
import { plural } from '../format/numbers.ts';
import type { ShownPack } from './evidence-model.ts';
import { useAfterEvidence } from './use-evidence-write.ts';

/** Whether the files of a pack can be had: nothing is held, or somebody let it leave. */
export function mayBeHad({ held: { holds, confirmed } }: ShownPack): boolean {
  return holds.length === 0 || (confirmed !== null && !holds.some(({ mustChange }) => mustChange));
}

/** Texts typed by hand that are held back from the files, each with the words that hold it. */
export function Holds({ shown }: { readonly shown: ShownPack }): ReactElement | null {
  const { holds, confirmed } = shown.held;
  if (holds.length === 0) return null;
  const texts = plural(holds.length, 'text');
  if (mayBeHad(shown) && confirmed !== null)
    return (
      <p className="pt-meta">
        {texts} typed by hand {holds.length === 1 ? 'was' : 'were'} looked at and let through by{' '}
        {confirmed.by ?? 'somebody whose account is gone'}, {dateAndTime(confirmed.at)}.
      </p>
    );
  return (
    <Panel
      kind="outlined"
      title={`${texts} typed by hand ${holds.length === 1 ? 'holds' : 'hold'} the files back`}
    >
      <p>Nobody suppresses what is typed by hand. Read each before the pack leaves the trust.</p>
      <HoldList holds={holds} />
      <Confirm shown={shown} />
    </Panel>
  );
}

/** Each held text with why, and the words that hold it. */
export function HoldList({ holds }: { readonly holds: readonly Hold[] }): ReactElement {
  return (
    <ul>
      {holds.map(({ where, text, reason, found }) => (
        <li key={`${where} ${reason}`}>
          <strong>{where}</strong>: “{text}” {holdReasonNames[reason]} ({found}).
        </li>
      ))}
    </ul>
  );
}

function Confirm({ shown: { pack, held } }: { readonly shown: ShownPack }): ReactElement {
  const mayConfirm = useMay('evidence.confirm');
  const [problem, setProblem] = useState<string | null>(null);
  const after = useAfterEvidence();
  const { mutate, isPending } = useMutation(
    trpc.evidence.confirm.mutationOptions({
      onSuccess: () => after({ text: 'Let through. The files can be had now.' }),
      onError: (error) => setProblem(errorText(error).text),
    }),
  );
  if (held.holds.some(({ mustChange }) => mustChange))
    return (
      <p>
        A text quotes a value that its source keeps inside the trust. Change the text under its question and
        freeze the pack anew.
      </p>
    );
  if (!mayConfirm)
    return <p>A workforce manager, a research director or the administrator can let them through.</p>;
  return (
    <>
      <ErrorSummary key={problem} problems={problem === null ? [] : [{ text: problem }]} />
      <Actions>
        <Button
          kind="secondary"
          busy={isPending}
          busyText="Letting through…"
          onClick={() => mutate({ id: pack.id, holds: held.sha256 })}
        >
          I have read them: they point to nobody
        </Button>
      </Actions>
    </>
  );
}
