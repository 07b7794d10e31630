import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState, type ReactElement } from 'react';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { paths } from '../app/paths.ts';
import { LinkButton } from '../components/Button.tsx';
import { HeatGrid } from '../components/HeatGrid.tsx';
import type { HeatRow } from '../components/heat-grid.ts';
import { GridFilters } from './GridFilters.tsx';
import { filteredTeams, heatGridModel, teamsInWords, type TeamWeeksByStanding } from './grid-view.ts';
import { gridSearch, teamSearch, type GridSearch } from './search.ts';
import { TeamsTable } from './TeamsTable.tsx';

type GridOfTeamsProps = {
  readonly standings: readonly TeamWeeksByStanding[];
  readonly weeks: readonly PlainDate[];
  readonly search: GridSearch;
  readonly onSearch: (patch: Partial<GridSearch>) => void;
};

/** Filters, then the grid, or its table where that was asked for. Paper gets the table: a grid that scrolls would be cut. */
export function GridOfTeams({ standings, weeks, search, onSearch }: GridOfTeamsProps): ReactElement {
  const all = useMemo(() => standings.map(({ team }) => team), [standings]);
  const teams = useMemo(() => filteredTeams(all, search), [all, search]);
  const shown = new Set(teams.map(({ id }) => id));
  const [timesCleared, setTimesCleared] = useState(0);
  const clear = (): void => {
    setTimesCleared(timesCleared + 1);
    onSearch({ ...gridSearch.defaults, table: search.table });
  };
  return (
    <>
      <GridFilters
        teams={all}
        search={search}
        onSearch={onSearch}
        onClear={clear}
        timesCleared={timesCleared}
      />
      <p className="pt-no-print">
        <LinkButton onClick={() => onSearch({ table: !search.table })}>
          {search.table ? 'Show as a grid' : 'Show as a table'}
        </LinkButton>
      </p>
      {teams.length === 0 ? <NoMatch onClear={clear} /> : null}
      {teams.length > 0 && !search.table ? <Grid teams={teams} weeks={weeks} /> : null}
      {teams.length === 0 ? null : (
        <div className={search.table ? 'pt-release-teams' : 'pt-release-teams pt-print-only'}>
          <TeamsTable
            standings={standings.filter(({ team }) => shown.has(team.id))}
            weekCount={weeks.length}
          />
        </div>
      )}
    </>
  );
}

function NoMatch({ onClear }: { readonly onClear: () => void }): ReactElement {
  return (
    <p role="status">
      No team matches these filters. <LinkButton onClick={onClear}>Clear filters</LinkButton>
    </p>
  );
}

type GridProps = {
  readonly teams: Parameters<typeof heatGridModel>[0];
  readonly weeks: readonly PlainDate[];
};

function Grid({ teams, weeks }: GridProps): ReactElement {
  const navigate = useNavigate();
  const model = useMemo(() => heatGridModel(teams, weeks), [teams, weeks]);
  const open = ({ key }: HeatRow, week: number | null): void => {
    const monday = week === null ? null : (weeks[week] ?? null);
    void navigate({
      to: paths.team,
      params: { teamId: key },
      search: { ...teamSearch.defaults, week: monday },
    });
  };
  return (
    <div className="pt-no-print">
      <HeatGrid
        model={model}
        onOpen={open}
        renderName={({ key, name }) => (
          <Link to={paths.team} params={{ teamId: key }} tabIndex={-1} title={name}>
            {name}
          </Link>
        )}
        closeMeaning="Kept, with a chance of at least 1 in 4 of being short"
        csvName="teams-by-week.csv"
        foot={
          <>
            Number in each cell: registered hours above the planned minimum after cover, at the team’s fill.
            Weeks start on Monday; the team with most weeks short comes first. {teamsInWords(teams)}
          </>
        }
      />
    </div>
  );
}
