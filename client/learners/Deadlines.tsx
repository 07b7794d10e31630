import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { errorText } from '../app/error-text.ts';
import { paths } from '../app/paths.ts';
import { useMay, useSession } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { Answer } from '../components/Answer.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { ErrorSummary } from '../components/ErrorSummary.tsx';
import { Loading } from '../components/Loading.tsx';
import { longDate } from '../format/dates.ts';
import { deadlinesInWords, whenInWords, type ShownDeadline } from './deadline-words.ts';

/** Every day by which somebody has to act, overdue first, and the same as a calendar. */
export function Deadlines(): ReactElement {
  const { data, error } = useQuery(trpc.learners.deadlines.queryOptions());
  const { today } = useSession();
  if (error !== null) return <ErrorSummary problems={[{ text: errorText(error).text }]} />;
  if (data === undefined) return <Loading what="Reading the deadlines" />;
  return (
    <>
      <Answer>{deadlinesInWords(data, today)}</Answer>
      <p>
        <a href="/api/learners/deadlines.ics">Deadlines as a calendar file</a>: it names nobody; each entry
        leads to the learner’s page.
      </p>
      <DataTable
        caption="Deadlines"
        note="From the register and the days typed on learners’ pages; soonest first"
        rows={data}
        rowKey={({ key }) => key}
        rowKind={({ on }) => (on < today ? 'shaded' : 'plain')}
        pageRows={50}
        csvName="deadlines.csv"
        columns={[
          {
            key: 'what',
            label: 'What to do',
            value: ({ what, note }) => (note === null ? what : `${what}: ${note}`),
          },
          {
            key: 'on',
            label: 'By',
            oneLine: true,
            sortable: true,
            value: ({ on }) => on,
            cell: ({ on }) => longDate(on),
          },
          { key: 'when', label: 'When', oneLine: true, value: ({ on }) => whenInWords(on, today) },
          { key: 'owner', label: 'Whose', oneLine: true, sortable: true, value: ({ owner }) => owner },
          {
            key: 'who',
            label: 'About',
            oneLine: true,
            sortable: true,
            value: ({ who }) => who,
            cell: (line) => <About {...line} />,
          },
        ]}
      />
    </>
  );
}

function About({ who, learnerId }: ShownDeadline): ReactElement {
  const maySeeSupervisors = useMay('supervisors.list');
  if (learnerId !== null)
    return (
      <Link to={paths.learner} params={{ learnerId }}>
        {who ?? 'A learner'}
      </Link>
    );
  if (who === null) return <>The trust</>;
  return maySeeSupervisors ? <Link to={paths.supervisors}>{who}</Link> : <>{who}</>;
}
