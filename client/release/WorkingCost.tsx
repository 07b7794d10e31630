import type { ReactElement } from 'react';
import { DataTable } from '../components/DataTable.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { longDate } from '../format/dates.ts';
import { exactHours } from '../format/hours.ts';
import { poundsAndPence } from '../format/money.ts';
import { percent } from '../format/shares.ts';
import { fileNameOf } from './team-text.ts';
import type { TeamView } from './team-view.ts';
import { costWorking } from './working.ts';

/** One line for each year and rate. */
export function CostByYear({ view }: { readonly view: TeamView }): ReactElement {
  return (
    <DataTable
      caption="Cover cost by financial year"
      note="Hours to cover × fill × rate; each week is rounded once to the penny, and the year is their sum"
      columns={[
        { key: 'year', label: 'Financial year', value: ({ year }) => year },
        { key: 'parts', label: 'Weeks and part weeks', numeric: true, value: ({ parts }) => parts },
        {
          key: 'need',
          label: 'Hours to cover',
          numeric: true,
          value: ({ needMinutes }) => needMinutes / 60,
          cell: ({ needMinutes }) => exactHours(needMinutes),
        },
        {
          key: 'fill',
          label: 'Fill',
          numeric: true,
          value: ({ fillBp }) => fillBp / 10_000,
          cell: ({ fillBp }) => percent(fillBp),
        },
        {
          key: 'rate',
          label: '£ an hour',
          numeric: true,
          value: ({ ratePence }) => ratePence / 100,
          cell: ({ ratePence }) => poundsAndPence(ratePence),
        },
        {
          key: 'cost',
          label: 'Cover cost',
          numeric: true,
          value: ({ costPence }) => costPence / 100,
          cell: ({ costPence }) => poundsAndPence(costPence),
        },
      ]}
      rows={costWorking(view.ward.costLines)}
      rowKey={({ year, fillBp, ratePence }) => `${year} ${fillBp} ${ratePence}`}
      empty="Nothing is covered, so there is no cost."
    />
  );
}

/** Every line, with its working: what adds up to the pounds above. */
export function CostLines({ view }: { readonly view: TeamView }): ReactElement | null {
  const lines = view.ward.costLines;
  if (lines.length === 0) return null;
  return (
    <Disclosure summary={`All ${lines.length} cost lines`}>
      <DataTable
        caption="Cost lines"
        columns={[
          {
            key: 'monday',
            label: 'Week of',
            value: ({ monday }) => monday,
            cell: ({ monday }) => longDate(monday),
          },
          { key: 'year', label: 'Financial year', value: ({ financialYear }) => financialYear },
          {
            key: 'need',
            label: 'Hours to cover',
            numeric: true,
            value: ({ needMinutes }) => needMinutes / 60,
            cell: ({ needMinutes }) => exactHours(needMinutes),
          },
          {
            key: 'fill',
            label: 'Fill',
            numeric: true,
            value: ({ fillBp }) => fillBp / 10_000,
            cell: ({ fillBp }) => percent(fillBp),
          },
          {
            key: 'rate',
            label: '£ an hour',
            numeric: true,
            value: ({ ratePence }) => ratePence / 100,
            cell: ({ ratePence }) => poundsAndPence(ratePence),
          },
          {
            key: 'cost',
            label: 'Cover cost',
            numeric: true,
            value: ({ costPence }) => costPence / 100,
            cell: ({ costPence }) => poundsAndPence(costPence),
          },
        ]}
        rows={lines}
        rowKey={({ monday, financialYear }) => `${monday} ${financialYear}`}
        csvName={`${fileNameOf(view.team.plan.team.name)}-cost-lines.csv`}
        zebra
      />
    </Disclosure>
  );
}
