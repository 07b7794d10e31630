import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { paths } from '../app/paths.ts';
import { DataTable } from '../components/DataTable.tsx';
import { Beside, WorkingFrame } from '../components/WorkingFrame.tsx';
import { poundsAndPence } from '../format/money.ts';
import { poundId } from './Pound.tsx';
import { readWorkingKey, type WorkingOf } from './working-key.ts';
import type { Working, WorkingRow } from './working.ts';

const route = getRouteApi('/house/bursaries');

type WithWorkingProps = {
  /** Which workings belong to these figures. */
  readonly kinds: readonly WorkingOf['kind'][];
  readonly workingOf: (of: WorkingOf) => Working | null;
  /** The figures. */
  readonly children: ReactNode;
};

/** Figures with the working of the one that was pressed beside them, not over them. */
export function WithWorking({ kinds, workingOf, children }: WithWorkingProps): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { working: key } = search;
  const asked = key === null ? null : readWorkingKey(key);
  const working = asked === null || !kinds.includes(asked.kind) ? null : workingOf(asked);
  const close = (): void => {
    if (key !== null) document.getElementById(poundId(key))?.focus();
    void navigate({ search: { ...search, working: null }, replace: true, resetScroll: false });
  };
  const panel =
    working === null ? null : (
      <WorkingFrame
        key={key}
        amount={poundsAndPence(working.pence)}
        title={working.title}
        sentence={working.sentence}
        onClose={close}
      >
        <Rows working={working} />
      </WorkingFrame>
    );
  return <Beside working={panel}>{children}</Beside>;
}

const resultKey = 'result';

function Rows({ working: { rows, pence, result } }: { readonly working: Working }): ReactElement {
  const last: WorkingRow = {
    key: resultKey,
    label: result,
    detail: '',
    value: poundsAndPence(pence),
    pence,
    working: null,
  };
  return (
    <DataTable<WorkingRow>
      caption="The parts"
      rows={[...rows, last]}
      rowKey={({ key }) => key}
      rowKind={({ key }) => (key === resultKey ? 'total' : 'plain')}
      csvName="bursaries-working.csv"
      csv={{
        headings: ['Part', 'How', 'Pounds', 'Other value'],
        rows: rows.map((row) => [
          row.label,
          row.detail,
          row.pence === null ? null : row.pence / 100,
          row.pence === null ? row.value : null,
        ]),
        ...(result === 'Sum' ? { sums: ['Pounds'] } : {}),
      }}
      columns={[
        { key: 'part', label: 'Part', value: ({ label }) => label, cell: PartName },
        {
          key: 'value',
          label: 'Value',
          numeric: true,
          value: ({ pence: own }) => own,
          cell: ({ value }) => value,
        },
      ]}
    />
  );
}

function PartName({ label, detail, working }: WorkingRow): ReactElement {
  const search = route.useSearch();
  return (
    <>
      {working === null ? (
        label
      ) : (
        <Link to={paths.bursaries} search={{ ...search, working }} replace resetScroll={false}>
          {label}
        </Link>
      )}
      {detail === '' ? null : <span className="pt-meta pt-table__note">{detail}</span>}
    </>
  );
}
