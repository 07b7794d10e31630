import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, type ReactElement } from 'react';
import { z } from 'zod';
import { BareFrame } from '../app/BareFrame.tsx';
import { errorText } from '../app/error-text.ts';
import { getJson } from '../app/http.ts';
import { signInAs } from '../app/session.ts';
import { Button } from '../components/Button.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { Loading } from '../components/Loading.tsx';
import { EmptyState } from '../components/Panel.tsx';

const optionsSchema = z.object({
  sampleSignIn: z.boolean(),
  people: z.array(z.object({ key: z.string(), label: z.string() })),
});

const route = getRouteApi('/sign-in');

/** One button for each sample person; says how people sign in where the samples are off. */
export function SignInPage(): ReactElement {
  useEffect(() => {
    document.title = 'Sign in – Protected Time';
  }, []);
  return (
    <BareFrame>
      <h1>Sign in</h1>
      <SignInOptions />
    </BareFrame>
  );
}

function SignInOptions(): ReactElement {
  const { data, error } = useQuery({
    queryKey: ['sign-in-options'],
    queryFn: async () => optionsSchema.parse(await getJson('/api/sign-in/options')),
  });
  if (error !== null) return <ErrorSummary problems={[{ text: errorText(error).text }]} />;
  if (data === undefined) return <Loading what="Asking how to sign in" />;
  if (data.sampleSignIn) return <SamplePeople people={data.people} />;
  return (
    <EmptyState
      title="Nobody can sign in here yet"
      why="The sample people are switched off on this server, and no other way to sign in is set up."
      action={
        <p>Ask whoever runs Protected Time in your trust, or set SAMPLE_SIGN_IN=on on a test server.</p>
      }
    />
  );
}

type SamplePeopleProps = { readonly people: z.infer<typeof optionsSchema>['people'] };

function SamplePeople({ people }: SamplePeopleProps): ReactElement {
  const { to } = route.useSearch();
  const { mutate, isPending, variables, error } = useMutation({
    mutationFn: (key: string) => signInAs(key, to),
  });
  return (
    <>
      {error === null ? null : <ErrorSummary problems={[{ text: errorText(error).text }]} />}
      <p>This server holds example trusts with invented people. Choose who to be; no password is needed.</p>
      <ul className="pt-sign-in">
        {people.map(({ key, label }) => (
          <li key={key}>
            <Button
              kind="secondary"
              busy={isPending && variables === key}
              busyText="Signing in…"
              onClick={() => mutate(key)}
            >
              {label}
            </Button>
          </li>
        ))}
      </ul>
      <p className="pt-meta">
        The approver sees release, cover and learners of one division; the learner sees their own page. The
        others open every page; Admin is for the administrator.
      </p>
    </>
  );
}
