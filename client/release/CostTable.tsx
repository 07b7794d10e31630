import type { ReactElement } from 'react';
import { NotKnown } from '../components/badges.tsx';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { plural } from '../format/numbers.ts';
import { othersInWords } from './answer-words.ts';
import { costTable, type CostRow } from './cost-table.ts';
import { fileNameOf } from './team-text.ts';
import type { TeamView } from './team-view.ts';

/** Cost and cover by financial year. */
export function CostTable({ view }: { readonly view: TeamView }): ReactElement {
  const { years, rows } = costTable(view);
  const column = (label: string, index: number): DataColumn<CostRow> => ({
    key: label,
    label,
    numeric: true,
    value: (row) => row.cells[index]?.value ?? null,
    cell: (row) => row.cells[index]?.text ?? <NotKnown />,
  });
  return (
    <DataTable
      caption="Cost and cover by financial year"
      note={noteOf(view)}
      columns={[
        { key: 'label', label: 'Hours and pounds', value: (row) => row.label },
        ...years.map(column),
        column('Total', years.length),
      ]}
      rows={rows}
      rowKey={({ key }) => key}
      rowKind={({ kind }) => kind}
      csvName={`${fileNameOf(view.team.plan.team.name)}-cost.csv`}
      foot="Unfilled hours are a risk, not a saving. The learners’ own pay is already in the budget and is not added. Each year is rounded on its own."
    />
  );
}

function noteOf({ learners, others, releaseWeeks, team }: TeamView): string {
  const who = [
    ...(learners === 0 ? [] : [`${plural(learners, 'learner')} in question`]),
    ...(others === 0 ? [] : [othersInWords(others)]),
  ].join(' and ');
  return `${team.plan.team.name}, ${who}, ${plural(releaseWeeks, 'week')} with release.`;
}
