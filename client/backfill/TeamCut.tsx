import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { FinancialYear } from '../../shared/calendar/years.ts';
import { paths } from '../app/paths.ts';
import { CutByYear } from './CutByYear.tsx';
import { teamRows } from './cuts.ts';
import type { WorkingOf } from './working-key.ts';
import type { YearCutProps } from './YearCut.tsx';

/** Cover by team and year, dearest first; a team that could not be worked out says so. */
export function TeamCut({ summary, columns, foot }: YearCutProps): ReactElement {
  const rows = teamRows(summary).map(({ team, ...row }) => ({
    ...row,
    workingOf: (year: FinancialYear): WorkingOf => ({ kind: 'team', teamId: team.teamId, year }),
    name: (
      <Link to={paths.team} params={{ teamId: team.teamId }}>
        {team.team}
      </Link>
    ),
    refused: team.refusal !== null,
  }));
  return (
    <CutByYear
      caption="Cover cost by team"
      note="Teams that release somebody, dearest first. A question mark: it could not be worked out, see “What is not known”."
      csvName="cover-by-team.csv"
      heading="Team"
      allLabel="All teams"
      {...{ rows, columns, foot }}
    />
  );
}
