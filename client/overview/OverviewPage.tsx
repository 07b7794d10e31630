import './overview.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { daysBetween, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { paths } from '../app/paths.ts';
import { useSession } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { StatusBadge } from '../components/badges.tsx';
import { PageFrame } from '../components/PageFrame.tsx';
import { EmptyState } from '../components/Panel.tsx';
import { dataAge, longDate } from '../format/dates.ts';
import { plural } from '../format/numbers.ts';
import { AtAGlance } from './AtAGlance.tsx';
import { oldAfterDays } from './overview-model.ts';

/** This year at a glance, and the one thing to decide first. */
export function OverviewPage(): ReactElement {
  const { data } = useSuspenseQuery(trpc.overview.summary.queryOptions());
  const { teams } = data.summary;
  return (
    <PageFrame title="Overview" meta={<DataLine teams={teams} dataCut={data.dataCut} />}>
      {teams === 0 ? <NoDataYet /> : <AtAGlance shown={data} />}
    </PageFrame>
  );
}

function DataLine({ teams, dataCut }: { readonly teams: number; readonly dataCut: PlainDate }): ReactElement {
  const { today } = useSession();
  const old = daysBetween(dataCut, today) > oldAfterDays;
  return (
    <>
      {teams === 0 ? '' : `Plan of ${plural(teams, 'team')}. `}Data to {longDate(dataCut)},{' '}
      {old ? (
        <StatusBadge kind="old">{dataAge(dataCut, today)}</StatusBadge>
      ) : (
        <strong>{dataAge(dataCut, today)}</strong>
      )}
    </>
  );
}

function NoDataYet(): ReactElement {
  return (
    <EmptyState
      title="This trust has no data yet"
      why="Three files are enough: your staff file, a team sheet and a learner sheet. Each is checked and shown to you before anything is stored."
      action={<Link to={paths.imports}>Import your staff file</Link>}
      sample="You will see who is released, which weeks that leaves a team short, what cover and fees cost over two financial years, and how many Co-Investigators and Principal Investigators come out of it."
    />
  );
}
