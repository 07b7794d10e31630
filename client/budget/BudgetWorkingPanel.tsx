import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { WorkingOf } from '../../shared/budget/working-of.ts';
import type { BudgetPart, BudgetWorking } from '../../shared/scenario/budget-working.ts';
import { asError } from '../app/error-text.ts';
import { paths } from '../app/paths.ts';
import { trpc } from '../app/trpc.ts';
import { DataTable } from '../components/DataTable.tsx';
import { Loading } from '../components/Loading.tsx';
import { WorkingFrame } from '../components/WorkingFrame.tsx';
import { poundsAndPence } from '../format/money.ts';
import { BudgetRates } from './BudgetRates.tsx';
import { poundId } from './Pound.tsx';
import { workingKey } from './working-key.ts';
import { partInWords, partKey, sentenceOf, titleOf } from './working-words.ts';

const route = getRouteApi('/house/budget');

type PanelProps = { readonly of: WorkingOf; readonly names: Readonly<Record<string, string>> };

/** The open working, asked of the server: it holds single shifts and weeks that the page does not need. */
export function BudgetWorkingPanel({ of, names }: PanelProps): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error } = useQuery(trpc.budget.working.queryOptions({ basis: search.basis, of }));
  if (error !== null) throw asError(error);
  if (data === undefined) return <Loading what="Reading the working" />;
  const close = (): void => {
    document.getElementById(poundId(workingKey(of)))?.focus();
    void navigate({ search: { ...search, working: null }, replace: true, resetScroll: false });
  };
  return (
    <WorkingFrame
      amount={poundsAndPence(data.pence)}
      title={titleOf(data, names)}
      sentence={sentenceOf(data)}
      onClose={close}
    >
      <Parts working={data} names={names} />
      {data.rates.length === 0 ? null : <BudgetRates rates={data.rates} />}
    </WorkingFrame>
  );
}

type Row = { readonly key: string; readonly part: BudgetPart | null; readonly pence: number };

type PartsProps = { readonly working: BudgetWorking; readonly names: PanelProps['names'] };

function Parts({ working: { parts, pence }, names }: PartsProps): ReactElement {
  const rows: readonly Row[] = parts.map((part, index) => ({
    key: partKey(part, index),
    part,
    pence: part.pence,
  }));
  const words = ({ part }: Row) => (part === null ? { label: 'Sum', detail: '' } : partInWords(part, names));
  return (
    <DataTable<Row>
      caption="The parts"
      rows={[...rows, { key: 'sum', part: null, pence }]}
      rowKey={({ key }) => key}
      rowKind={({ part }) => (part === null ? 'total' : 'plain')}
      csvName="budget-working.csv"
      csv={{
        headings: ['Part', 'How', 'Pounds'],
        rows: rows.map((row) => [words(row).label, words(row).detail, row.pence / 100]),
      }}
      columns={[
        {
          key: 'part',
          label: 'Part',
          value: (row) => words(row).label,
          cell: (row) => <PartCell {...words(row)} part={row.part} />,
        },
        {
          key: 'pence',
          label: 'Pounds',
          numeric: true,
          value: (row) => row.pence,
          cell: (row) => poundsAndPence(row.pence),
        },
      ]}
    />
  );
}

type PartCellProps = { readonly label: string; readonly detail: string; readonly part: BudgetPart | null };

function PartCell({ label, detail, part }: PartCellProps): ReactElement {
  const search = route.useSearch();
  return (
    <>
      {part?.kind === 'lines' ? (
        <Link
          to={paths.budget}
          search={{ ...search, working: workingKey(part.next) }}
          replace
          resetScroll={false}
        >
          {label}
        </Link>
      ) : (
        label
      )}
      {detail === '' ? null : <span className="pt-meta pt-table__note">{detail}</span>}
    </>
  );
}
