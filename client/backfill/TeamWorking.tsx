import { Link } from '@tanstack/react-router';
import { lazy, Suspense, type ReactElement } from 'react';
import { paths } from '../app/paths.ts';
import { DataTable } from '../components/DataTable.tsx';
import { Loading } from '../components/Loading.tsx';
import type { AlikeLines } from '../../shared/scenario/cover-by-team.ts';
import { fineHours } from '../format/hours.ts';
import { poundsAndPence } from '../format/money.ts';
import { rungNames } from './rung-names.ts';
import { lineInWords, spreadsheetFormula, weeksInWords, type Working } from './working.ts';

/** Comes with the tables of the parameters, which the rest of the page does not need. */
const RateRows = lazy(() => import('./RateRows.tsx').then(({ RateRows: Rows }) => ({ default: Rows })));

type TeamWorkingProps = { readonly working: Extract<Working, { kind: 'team' }> };

/** One team's year: every line of the sum, what it was made from, where the rate comes from, what is not in it. */
export function TeamWorking({ working }: TeamWorkingProps): ReactElement {
  const { team, lines } = working;
  return (
    <>
      <LinesTable working={working} />
      {lines.length === 0 ? null : (
        <>
          <p className="pt-meta">For a spreadsheet, hours to cover × fill × rate, each week rounded once:</p>
          <code>{spreadsheetFormula(lines)}</code>
        </>
      )}
      <Suspense fallback={<Loading what="Reading the rates" />}>
        <RateRows working={working} />
      </Suspense>
      <h3>Not in this figure</h3>
      <ul>
        <li>{fineHours(working.unfilled)} hours that nobody fills: a risk, not a saving</li>
        <li>the released people’s own pay, which is in the budget already</li>
        <li>
          unsocial hours and the high cost area supplement, unless the team’s cover policy says them: then
          they are in the rate above
        </li>
        <li>fees and bursaries, which have a ledger of their own</li>
      </ul>
      <p>
        <Link to={paths.team} params={{ teamId: team.teamId }}>
          Open {team.team}
        </Link>
      </p>
    </>
  );
}

type Row = AlikeLines | 'total';

function LinesTable({ working }: TeamWorkingProps): ReactElement {
  const rows: readonly Row[] = [...working.lines, 'total'];
  const pence = (row: Row): number => (row === 'total' ? working.pence : row.costPence * row.mondays.length);
  return (
    <DataTable<Row>
      caption="Formula"
      note="Each line: hours to cover × share filled × rate, rounded once, half up, then × weeks"
      rows={rows}
      rowKey={(row) =>
        row === 'total'
          ? row
          : `${weeksInWords(row)} ${row.needMinutes} ${row.rung ?? ''} ${row.fillBp} ${row.ratePence}`
      }
      rowKind={(row) => (row === 'total' ? 'total' : 'plain')}
      csvName="working.csv"
      csv={{
        headings: ['Week from', 'Rung', 'Minutes to cover', 'Share filled', 'Pounds an hour', 'Pounds'],
        sums: ['Pounds'],
        rows: working.lines
          .flatMap((line) => line.mondays.map((monday) => ({ ...line, monday })))
          .map((line) => [
            line.monday,
            rungNames[line.rung ?? 'planned-bank'],
            line.needMinutes,
            line.fillBp / 10_000,
            line.ratePence / 100,
            line.costPence / 100,
          ]),
      }}
      columns={[
        {
          key: 'line',
          label: 'Line',
          value: (row) => (row === 'total' ? 'Sum' : weeksInWords(row)),
          cell: Line,
        },
        {
          key: 'pence',
          label: 'Pounds',
          numeric: true,
          value: pence,
          cell: (row) => poundsAndPence(pence(row)),
        },
      ]}
    />
  );
}

function Line(row: Row): ReactElement | string {
  if (row === 'total') return 'Sum';
  return (
    <>
      {weeksInWords(row)}
      <span className="pt-meta pt-table__note">
        {row.rung === undefined ? '' : `${rungNames[row.rung]}: `}
        {lineInWords(row)} = {poundsAndPence(row.costPence)}
        {row.mondays.length === 1 ? '' : ' each'}
      </span>
    </>
  );
}
