import type { ReactElement } from 'react';
import type { BudgetSummary } from '../../shared/budget/budget-summary.ts';
import { DataTable } from '../components/DataTable.tsx';
import { teamName } from './budget-words.ts';
import { teamRows, type TeamRow } from './budget-model.ts';
import { Pound } from './Pound.tsx';

type TeamTableProps = {
  readonly summary: BudgetSummary;
  readonly names: Readonly<Record<string, string>>;
};

/** Forecast of every team in both years. */
export function TeamTable({ summary, names }: TeamTableProps): ReactElement {
  return (
    <DataTable<TeamRow>
      caption="Forecast by team"
      note="Cover and course fees less income, on accruals"
      rows={teamRows(summary)}
      rowKey={({ teamId }) => teamId ?? 'none'}
      csvName="budget-by-team.csv"
      pageRows={30}
      columns={[
        { key: 'team', label: 'Team', value: ({ teamId }) => teamName(names, teamId), sortable: true },
        ...summary.years.map((year, index) => ({
          key: year,
          label: year,
          numeric: true,
          sortable: true,
          value: ({ byYear }: TeamRow) => (byYear[index] ?? 0) / 100,
          cell: ({ byYear, teamId }: TeamRow) => (
            <Pound pence={byYear[index] ?? 0} of={{ kind: 'team', teamId, year }} />
          ),
        })),
      ]}
    />
  );
}
