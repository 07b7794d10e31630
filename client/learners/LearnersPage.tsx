import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { stateNames } from '../../shared/learners/lifecycle.ts';
import { paths } from '../app/paths.ts';
import { useMay, useSession } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { Answer } from '../components/Answer.tsx';
import { PageFrame } from '../components/PageFrame.tsx';
import { EmptyState } from '../components/Panel.tsx';
import { dataAge, longDate } from '../format/dates.ts';
import { formatNumber } from '../format/numbers.ts';
import { AddInterest } from './AddInterest.tsx';
import './learners.css';
import { RegisterFilters } from './RegisterFilters.tsx';
import { RegisterTable } from './RegisterTable.tsx';
import { countsByState, linesShown, registerInWords, type RegisterLine } from './register-view.ts';
import { registerSearch } from './search.ts';

const route = getRouteApi('/house/learners');

/** The learner register: who is on the way, where they stand and what is missing. */
export function LearnersPage(): ReactElement {
  const { data } = useSuspenseQuery(trpc.learners.register.queryOptions());
  const { today } = useSession();
  const may = useMay('learners.add');
  return (
    <PageFrame
      title="Learners"
      meta={
        <>
          Staff file to {longDate(data.dataCut)}, <strong>{dataAge(data.dataCut, today)}</strong>
        </>
      }
    >
      {data.lines.length === 0 ? <NobodyYet /> : <Register lines={data.lines} />}
      {may ? <AddInterest /> : null}
    </PageFrame>
  );
}

function Register({ lines }: { readonly lines: readonly RegisterLine[] }): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <Answer>{registerInWords(lines)}</Answer>
      <States lines={lines} />
      <RegisterFilters
        lines={lines}
        search={search}
        onChange={(change) =>
          void navigate({ search: { ...search, ...change }, replace: true, resetScroll: false })
        }
      />
      <RegisterTable lines={linesShown(lines, search)} />
    </>
  );
}

/** Each state with its count, and the way to the people in it. */
function States({ lines }: { readonly lines: readonly RegisterLine[] }): ReactElement {
  return (
    <ul className="pt-learners__states" aria-label="Stages by state">
      {countsByState(lines).map(({ state, count }) => (
        <li key={state}>
          <Link to={paths.learners} search={{ ...registerSearch.defaults, state }}>
            {stateNames[state]}
          </Link>{' '}
          <strong>{formatNumber(count)}</strong>
        </li>
      ))}
    </ul>
  );
}

function NobodyYet(): ReactElement {
  return (
    <EmptyState
      title="Nobody is on the register yet"
      why="No learner sheet was imported, and nobody was added to the register of interest."
      action={<Link to={paths.imports}>Import a learner sheet</Link>}
      sample="Or add one person below by employee number, for example for the next September intake of a Postgraduate Certificate."
    />
  );
}
