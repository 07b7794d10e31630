import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { MissingInput, OverviewSummary } from '../../shared/scenario/overview-summary.ts';
import { paths } from '../app/paths.ts';
import { DataTable } from '../components/DataTable.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { Section } from '../components/PageFrame.tsx';
import { plural } from '../format/numbers.ts';
import { missingInWords } from './overview-model.ts';

type MissingTeamsProps = { readonly summary: OverviewSummary; readonly learnersWithoutTeam: number };

/** What nobody has entered, and what to do about it; nothing at all where nothing is missing. */
export function MissingTeams({ summary, learnersWithoutTeam }: MissingTeamsProps): ReactElement | null {
  const words = missingInWords(summary);
  if (words === null && learnersWithoutTeam === 0) return null;
  const without =
    learnersWithoutTeam === 0 ? [] : [`${plural(learnersWithoutTeam, 'learner')} who belong to no team`];
  const said = [...(words === null ? [] : [words]), ...without].join('; ');
  return (
    <Section title="What is missing">
      <p>
        {said.charAt(0).toUpperCase() + said.slice(1)}. What is missing is in no figure above, or not judged.
        Enter it in the team sheet or the learner sheet, then{' '}
        <Link to={paths.imports}>import the sheet again</Link>.
      </p>
      {summary.missing.length === 0 ? null : (
        <Disclosure summary={`${plural(summary.missing.length, 'team')} with something missing`}>
          <DataTable
            caption="Teams with something missing"
            rows={summary.missing}
            rowKey={({ teamId }) => teamId}
            csvName="missing.csv"
            columns={[
              { key: 'team', label: 'Team', value: ({ team }) => team, cell: TeamLink },
              { key: 'hours', label: 'Learners without hours', numeric: true, value: ({ hours }) => hours },
              { key: 'fees', label: 'Fees not known', numeric: true, value: ({ fees }) => fees },
              {
                key: 'minimum',
                label: 'Planned minimum',
                value: ({ minimum }) => (minimum ? 'not known' : null),
              },
              { key: 'refusal', label: 'Why it could not be worked out', value: ({ refusal }) => refusal },
            ]}
          />
        </Disclosure>
      )}
    </Section>
  );
}

function TeamLink({ teamId, team }: MissingInput): ReactElement {
  return (
    <Link to={paths.team} params={{ teamId }}>
      {team}
    </Link>
  );
}
