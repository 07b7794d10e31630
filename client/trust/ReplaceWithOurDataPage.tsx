import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactElement } from 'react';
import { errorText } from '../app/error-text.ts';
import { paths } from '../app/paths.ts';
import { useMay, useSession } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { Button } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { TextField } from '../components/fields.tsx';
import { PageFrame } from '../components/PageFrame.tsx';
import { Actions } from '../components/Panel.tsx';

/** The confirmed step that empties an example trust, so that the trust's own files can go in. */
export function ReplaceWithOurDataPage(): ReactElement {
  const { trust, roleName } = useSession();
  const mayReplace = useMay('trust.replaceWithOurData');
  if (!trust.synthetic) {
    return (
      <PageFrame title="Replace with our data">
        <p>{trust.name} holds its own data already. Nothing here can remove it.</p>
        <Link to={paths.imports}>Go to Imports</Link>
      </PageFrame>
    );
  }
  return (
    <PageFrame title="Replace with our data" meta={`${trust.name}, example data`}>
      <p>This empties {trust.name}, so that you can import your own staff, teams and learners.</p>
      <h2>What goes</h2>
      <ul>
        <li>every invented person, post and team</li>
        <li>every invented learner, study and delegation log entry</li>
        <li>every file imported into this trust so far</li>
      </ul>
      <h2>What stays</h2>
      <ul>
        <li>the people who can sign in, and their roles</li>
        <li>the audit log, with an entry for this step</li>
        <li>every other trust</li>
      </ul>
      <p>
        <strong>This cannot be undone here.</strong> The example comes back only in a new installation.
      </p>
      {mayReplace ? (
        <ConfirmForm name={trust.name} />
      ) : (
        <p>You are signed in as {roleName}. A workforce manager or the administrator can do this.</p>
      )}
    </PageFrame>
  );
}

function ConfirmForm({ name }: { readonly name: string }): ReactElement {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const { mutate, isPending } = useMutation(
    trpc.trust.replaceWithOurData.mutationOptions({
      onSuccess: () => window.location.assign(paths.imports),
      onError: (error) => setProblem(errorText(error).text),
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() === name) mutate({ confirmation: typed.trim() });
    else setProblem(`Type the name of the trust as it is shown: ${name}`);
  };
  return (
    <form onSubmit={submit} noValidate>
      {problem === null ? null : (
        <ErrorSummary key={problem} problems={[{ text: problem, fieldId: 'confirm-name' }]} />
      )}
      <TextField
        id="confirm-name"
        label="Type the name of the trust to confirm"
        hint={name}
        error={problem ?? undefined}
        value={typed}
        onChange={setTyped}
      />
      <Actions>
        <Button kind="warning" type="submit" busy={isPending} busyText="Emptying the trust…">
          Empty this trust
        </Button>
        <Link to={paths.imports}>Keep the example</Link>
      </Actions>
    </form>
  );
}
