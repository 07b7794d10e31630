import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { stateNames } from '../../shared/learners/lifecycle.ts';
import { ImportsLink } from '../app/ImportsLink.tsx';
import { paths } from '../app/paths.ts';
import { useMay, useSession } from '../app/session.ts';
import { trpc, type Outputs } from '../app/trpc.ts';
import { Answer } from '../components/Answer.tsx';
import { PageFrame } from '../components/PageFrame.tsx';
import { EmptyState } from '../components/Panel.tsx';
import { Tabs } from '../components/Tabs.tsx';
import { dataAge, longDate } from '../format/dates.ts';
import { formatNumber } from '../format/numbers.ts';
import { keptToManyInWords } from '../format/promise.ts';
import { AddInterest } from './AddInterest.tsx';
import './learners.css';
import { Deadlines } from './Deadlines.tsx';
import { MoversToDecide } from './MoversToDecide.tsx';
import { RegisterFilters } from './RegisterFilters.tsx';
import { RegisterTable } from './RegisterTable.tsx';
import { countsByState, linesShown, registerInWords, type RegisterLine } from './register-view.ts';
import { registerSearch } from './search.ts';

const route = getRouteApi('/house/learners');

type ShownRegister = Outputs['learners']['register'];

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
      {data.lines.length === 0 ? <NobodyYet /> : <Views shown={data} />}
      {may ? <AddInterest /> : null}
    </PageFrame>
  );
}

/** The register, and the deadlines that follow from it. */
function Views({ shown }: { readonly shown: ShownRegister }): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay('learners.deadlines');
  if (!may) return <Register shown={shown} />;
  return (
    <Tabs
      label="Register and deadlines"
      selected={search.view}
      onSelect={(key) =>
        void navigate({
          search: { ...search, view: key === 'deadlines' ? 'deadlines' : 'register' },
          replace: true,
          resetScroll: false,
        })
      }
      tabs={[
        { key: 'register', label: 'Register', content: <Register shown={shown} /> },
        { key: 'deadlines', label: 'Deadlines', content: <Deadlines /> },
      ]}
    />
  );
}

function Register({ shown }: { readonly shown: ShownRegister }): ReactElement {
  const { lines, kept } = shown;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <Answer>{registerInWords(lines)}</Answer>
      <p>{keptToManyInWords(kept)}</p>
      <MoversToDecide shown={shown} />
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
      action={<ImportsLink>Import a learner sheet</ImportsLink>}
      sample="Or add one person below by employee number, for example for the next September intake of a Postgraduate Certificate."
    />
  );
}
