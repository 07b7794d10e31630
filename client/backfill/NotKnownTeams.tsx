import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { BackfillSummary } from '../../shared/scenario/backfill-summary.ts';
import { ImportsLink } from '../app/ImportsLink.tsx';
import { paths } from '../app/paths.ts';
import { DataTable } from '../components/DataTable.tsx';
import { Section } from '../components/PageFrame.tsx';
import { plural } from '../format/numbers.ts';
import { notKnownTeams, type NotKnownTeam } from './not-known.ts';

type NotKnownTeamsProps = { readonly summary: BackfillSummary; readonly learnersWithoutTeam: number };

/** What is in no sum because nobody has entered it, and where to enter it. Missing is never read as nothing. */
export function NotKnownTeams({ summary, learnersWithoutTeam }: NotKnownTeamsProps): ReactElement {
  const teams = notKnownTeams(summary);
  return (
    <Section title="What is not known">
      <p>
        {inWords(summary, teams, learnersWithoutTeam)} <ImportsLink>Import a corrected sheet</ImportsLink>
      </p>
      {teams.length === 0 ? null : (
        <DataTable
          caption="Teams with something missing"
          rows={teams}
          rowKey={({ teamId }) => teamId}
          csvName="cover-not-known.csv"
          columns={[
            { key: 'team', label: 'Team', value: ({ team }) => team, cell: TeamLink },
            {
              key: 'hours',
              label: 'Learners without agreed hours',
              numeric: true,
              value: ({ hours }) => hours,
            },
            { key: 'fees', label: 'Fees not known', numeric: true, value: ({ fees }) => fees },
            { key: 'refusal', label: 'Why it could not be worked out', value: ({ refusal }) => refusal },
          ]}
        />
      )}
    </Section>
  );
}

function TeamLink({ teamId, team }: NotKnownTeam): ReactElement {
  return (
    <Link to={paths.team} params={{ teamId }}>
      {team}
    </Link>
  );
}

function inWords(
  { hoursNotKnown, feesNotKnown }: BackfillSummary,
  teams: readonly NotKnownTeam[],
  learnersWithoutTeam: number,
): string {
  const refused = teams.filter(({ refusal }) => refusal !== null).length;
  const parts = [
    ...(hoursNotKnown > 0 ? [`${plural(hoursNotKnown, 'learner')} without agreed hours`] : []),
    ...(feesNotKnown > 0 ? [`${plural(feesNotKnown, 'fee')} that nobody has entered`] : []),
    ...(refused > 0 ? [`${plural(refused, 'team')} that could not be worked out`] : []),
    ...(learnersWithoutTeam > 0 ? [`${plural(learnersWithoutTeam, 'learner')} who belong to no team`] : []),
  ];
  if (parts.length === 0)
    return 'Nothing: every learner has hours and a fee, and every team could be worked out.';
  return `In no sum on this page: ${parts.join('; ')}.`;
}
