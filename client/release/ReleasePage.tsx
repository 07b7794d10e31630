import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ImportsLink } from '../app/ImportsLink.tsx';
import { useSession } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { Answer } from '../components/Answer.tsx';
import { buttonClass } from '../components/Button.tsx';
import { PageFrame } from '../components/PageFrame.tsx';
import { EmptyState, Panel } from '../components/Panel.tsx';
import { dataAge, dateRange, longDate } from '../format/dates.ts';
import { plural } from '../format/numbers.ts';
import { gridHeadline, isJudged, weeksByStanding, type ShownGrid } from './grid-view.ts';
import { GridOfTeams } from './GridOfTeams.tsx';
import { NamedWeeks } from './NamedWeeks.tsx';
import './release.css';

const route = getRouteApi('/house/release');

/** Every team by week, two years from the data cut: which weeks are short because of release, named in words. */
export function ReleasePage(): ReactElement {
  const { data } = useSuspenseQuery(trpc.release.grid.queryOptions({}));
  return (
    <PageFrame title="Teams by week" meta={<GridMeta shown={data} />}>
      {data.grid.teams.length === 0 ? <NoTeams /> : <Teams shown={data} />}
    </PageFrame>
  );
}

function GridMeta({ shown: { dataCut, grid } }: { readonly shown: ShownGrid }): ReactElement {
  const { today } = useSession();
  if (grid.teams.length === 0) return <>No team sheet imported</>;
  const [first, last] = [grid.weeks[0], grid.weeks.at(-1)];
  const weeks =
    first === undefined || last === undefined
      ? ''
      : `, ${grid.weeks.length} weeks, ${dateRange(first, last)}`;
  return (
    <>
      {plural(grid.teams.length, 'team')}
      {weeks}. Data to {longDate(dataCut)}, <strong>{dataAge(dataCut, today)}</strong>
    </>
  );
}

function NoTeams(): ReactElement {
  return (
    <EmptyState
      title="No teams yet"
      why="Weeks are worked out from three files: staff, teams and learners. This trust has no team sheet yet."
      action={<ImportsLink className={buttonClass('primary')}>Import the files</ImportsLink>}
      sample="Templates with an example row can be downloaded on the Imports page."
    />
  );
}

function Teams({ shown }: { readonly shown: ShownGrid }): ReactElement {
  const { grid } = shown;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const standings = grid.teams.map((team) => weeksByStanding(team, grid.weeks));
  return (
    <>
      <Answer>{gridHeadline(shown)}</Answer>
      <NamedWeeks standings={standings} />
      <GridOfTeams
        standings={standings}
        weeks={grid.weeks}
        search={search}
        onSearch={(patch) =>
          void navigate({ search: { ...search, ...patch }, replace: true, resetScroll: false })
        }
      />
      <NotKnownTeams shown={shown} />
      <p className="pt-meta pt-release-foot">
        Learners who are offered a place, funded, enrolled or interrupted are released as they agreed, if
        everyone stays on their course.
      </p>
    </>
  );
}

/** What is in no sum, said apart: never read as nought. */
function NotKnownTeams({
  shown: { grid, learnersWithoutTeam },
}: {
  readonly shown: ShownGrid;
}): ReactElement | null {
  const teams = grid.teams.filter((team) => !isJudged(team));
  const hours = grid.teams.reduce((sum, team) => sum + team.hoursNotKnown, 0);
  if (teams.length + hours + learnersWithoutTeam === 0) return null;
  return (
    <div className="pt-release-unknown">
      <Panel
        kind="dashed"
        title="Not known, and in no sum"
        actions={<ImportsLink>Go to Imports</ImportsLink>}
      >
        <ul>
          {teams.length === 0 ? null : (
            <li>
              {plural(teams.length, 'team shows', 'teams show')} “?”: no planned minimum or no staff in post
              is known.
            </li>
          )}
          {hours === 0 ? null : (
            <li>The release hours of {plural(hours, 'learner are', 'learners are')} not entered.</li>
          )}
          {learnersWithoutTeam === 0 ? null : (
            <li>{plural(learnersWithoutTeam, 'learner belongs', 'learners belong')} to no team.</li>
          )}
        </ul>
      </Panel>
    </div>
  );
}
