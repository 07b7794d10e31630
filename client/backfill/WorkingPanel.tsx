import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { paths } from '../app/paths.ts';
import { DataTable } from '../components/DataTable.tsx';
import { WorkingFrame } from '../components/WorkingFrame.tsx';
import { poundsAndPence } from '../format/money.ts';
import { TeamWorking } from './TeamWorking.tsx';
import type { Working, WorkingPart } from './working.ts';

const route = getRouteApi('/house/backfill');

type WorkingPanelProps = { readonly working: Working; readonly onClose: () => void };

/** How a pound was made: its sum with every part, to the penny. */
export function WorkingPanel({ working, onClose }: WorkingPanelProps): ReactElement {
  const { pence, title, sentence } = working;
  return (
    <WorkingFrame amount={poundsAndPence(pence)} {...{ title, sentence, onClose }}>
      {working.kind === 'sum' ? <Parts working={working} /> : <TeamWorking working={working} />}
    </WorkingFrame>
  );
}

type Sum = Extract<Working, { kind: 'sum' }>;
type Row = WorkingPart & { readonly isTotal?: true };

function Parts({ working }: { readonly working: Sum }): ReactElement {
  const total: Row = {
    key: 'total',
    label: 'Sum',
    detail: '',
    pence: working.pence,
    working: null,
    isTotal: true,
  };
  return (
    <DataTable
      caption="The parts"
      rows={[...working.parts, total]}
      rowKey={({ key }) => key}
      rowKind={({ isTotal }: Row) => (isTotal === true ? 'total' : 'plain')}
      csvName="working.csv"
      csv={{
        headings: [working.partLabel, 'How', 'Pounds'],
        rows: working.parts.map(({ label, detail, pence }) => [label, detail, pence / 100]),
        sums: ['Pounds'],
      }}
      columns={[
        { key: 'part', label: working.partLabel, value: ({ label }) => label, cell: PartName },
        {
          key: 'pence',
          label: 'Pounds',
          numeric: true,
          value: ({ pence }) => pence,
          cell: ({ pence }) => poundsAndPence(pence),
        },
      ]}
    />
  );
}

function PartName({ label, detail, working }: Row): ReactElement {
  const search = route.useSearch();
  return (
    <>
      {working === null ? (
        label
      ) : (
        <Link to={paths.backfill} search={{ ...search, working }} replace resetScroll={false}>
          {label}
        </Link>
      )}
      {detail === '' ? null : <span className="pt-meta pt-table__note">{detail}</span>}
    </>
  );
}
