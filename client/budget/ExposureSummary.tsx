import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { paths } from '../app/paths.ts';
import { trpc } from '../app/trpc.ts';
import { Loading } from '../components/Loading.tsx';
import { Section } from '../components/PageFrame.tsx';
import { pounds } from '../format/money.ts';
import { plural } from '../format/numbers.ts';

/** The most we could lose and what we expect to lose, in a sentence; the page of bursaries has the people behind it. */
export function ExposureSummary(): ReactElement | null {
  const { data, error } = useQuery(trpc.funding.exposure.queryOptions());
  if (error !== null) return null;
  return (
    <Section title="What we could lose">
      {data === undefined ? (
        <Loading what="Working out the exposure" />
      ) : (
        <p>
          If every one of {plural(data.exposure.people, 'learner')} stopped we would lose{' '}
          <strong>{pounds(data.exposure.mostPence)}</strong> at most; what we expect to lose is{' '}
          <strong>{pounds(data.exposure.expectedPence)}</strong>. {pounds(data.exposure.recoverablePence)} of
          the fees we paid could be asked back; a bursary or cover never can.{' '}
          <Link to={paths.bursaries}>Exposure by learner</Link>
        </p>
      )}
    </Section>
  );
}
