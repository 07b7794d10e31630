import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { costKindNames, coverageNames, payeeNames } from '../../shared/funding/source.ts';
import { useMay } from '../app/session.ts';
import { NotKnown, StatusBadge } from '../components/badges.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { ChoiceField } from '../components/fields.tsx';
import { Section } from '../components/PageFrame.tsx';
import { Panel } from '../components/Panel.tsx';
import { longDate, shortDate } from '../format/dates.ts';
import { pounds } from '../format/money.ts';
import { listInWords } from '../format/numbers.ts';
import type { ShownFunding, ShownSource } from './funding-model.ts';
import { Pound } from './Pound.tsx';
import { EditSource } from './SourceForm.tsx';
import { WithWorking } from './WithWorking.tsx';
import type { WorkingOf } from './working-key.ts';
import { moneyWorking } from './working.ts';

const route = getRouteApi('/house/bursaries');

/** What lapses at the end of the year, what pays for what, and the terms of every source. */
export function MoneyView({ shown }: { readonly shown: ShownFunding }): ReactElement {
  const may = useMay('funding.saveSource');
  return (
    <>
      <Section title={`Use it or lose it by ${longDate(shown.useOrLose.yearEnd)}`}>
        <p>Press any pound to see how it was made: parts, formula, source and date.</p>
        <WithWorking kinds={['lapse', 'funded', 'source']} workingOf={(of) => moneyWorking(shown, of)}>
          <Lapsing shown={shown} />
          <Section title="What pays for what">
            <FundedTable shown={shown} />
            <BySourceTable shown={shown} />
          </Section>
        </WithWorking>
      </Section>
      <Section title="Sources and their terms">
        {may ? (
          <div className="pt-no-print">
            <Disclosure summary="Enter the terms of a source">
              <EditSource shown={shown} />
            </Disclosure>
          </div>
        ) : null}
        <SourcesOfYear shown={shown} />
      </Section>
    </>
  );
}

function Lapsing({ shown: { useOrLose } }: { readonly shown: ShownFunding }): ReactElement {
  const { yearEnd, near, lapsing, amountNotKnown } = useOrLose;
  const unknown =
    amountNotKnown.length === 0 ? '' : `The amount is not entered of: ${listInWords(amountNotKnown)}.`;
  return (
    <>
      {near ? (
        <Panel kind="outlined" title={`90 days or fewer to ${longDate(yearEnd)}`}>
          <p>What is unspent then is lost, unless the funder lets it be carried forward.</p>
        </Panel>
      ) : null}
      <DataTable
        caption="Money that lapses with the financial year"
        note="Planned: put on fees and cover that fall before the last day. Could still go on it: fees of the 90 days after, if invoiced before"
        rows={lapsing}
        rowKey={({ key }) => key}
        csvName="use-it-or-lose-it.csv"
        empty="No source with an amount lapses this year."
        foot={unknown}
        columns={[
          { key: 'source', label: 'Source', value: ({ name }) => name },
          {
            key: 'last',
            label: 'Last day',
            value: ({ lastDay }) => lastDay,
            cell: ({ lastDay }) => shortDate(lastDay),
            oneLine: true,
          },
          {
            key: 'carried',
            label: 'Carried forward',
            value: ({ carriesForward }) =>
              carriesForward === null ? 'not known' : carriesForward ? 'yes' : 'no',
          },
          lapsingColumn('amount', 'Amount', ({ amountPence }) => amountPence),
          lapsingColumn('planned', 'Planned', ({ plannedPence }) => plannedPence),
          lapsingColumn('unspent', 'Unspent', ({ unspentPence }) => unspentPence),
          lapsingColumn(
            'could',
            'Could still go on it',
            ({ couldBringForwardPence }) => couldBringForwardPence,
          ),
        ]}
      />
    </>
  );
}

type Lapsed = ShownFunding['useOrLose']['lapsing'][number];

type Funded = ShownFunding['funded'][number];
type Paid = ShownFunding['bySource'][number];

/** Pounds that open their working. */
function poundsColumn<Row>(
  key: string,
  label: string,
  penceOf: (row: Row) => number,
  of: (row: Row) => WorkingOf,
) {
  return {
    key,
    label,
    numeric: true,
    value: (row: Row) => penceOf(row) / 100,
    cell: (row: Row) => <Pound pence={penceOf(row)} of={of(row)} />,
  };
}

function lapsingColumn(
  figure: Extract<WorkingOf, { kind: 'lapse' }>['figure'],
  label: string,
  penceOf: (row: Lapsed) => number,
) {
  return poundsColumn(figure, label, penceOf, ({ key }) => ({ kind: 'lapse', figure, source: key }));
}

function FundedTable({ shown }: { readonly shown: ShownFunding }): ReactElement {
  return (
    <DataTable
      caption="Fees and cover, funded and not"
      note={`${shown.years[0] ?? ''} to ${shown.years.at(-1) ?? ''}; fees as charged, before awards`}
      rows={shown.funded}
      rowKey={({ kind }) => kind}
      csvName="funded.csv"
      columns={[
        { key: 'kind', label: 'Cost', value: ({ kind }) => costKindNames[kind] },
        poundsColumn(
          'total',
          'In all',
          ({ totalPence }: Funded) => totalPence,
          ({ kind: cost }) => ({ kind: 'funded', figure: 'total', cost }),
        ),
        poundsColumn(
          'funded',
          'Funded',
          ({ fundedPence }: Funded) => fundedPence,
          ({ kind: cost }) => ({ kind: 'funded', figure: 'funded', cost }),
        ),
        poundsColumn(
          'unfunded',
          'From the trust’s own budget',
          ({ unfundedPence }: Funded) => unfundedPence,
          ({ kind: cost }) => ({ kind: 'funded', figure: 'unfunded', cost }),
        ),
      ]}
    />
  );
}

function BySourceTable({ shown }: { readonly shown: ShownFunding }): ReactElement {
  const names = new Map(shown.sources.map(({ key, name }) => [key, name]));
  return (
    <DataTable
      caption="What each source pays"
      note="Each cost stands on the money that lapses first and may pay it, and of that on the most restricted; an award paid to the university is a memo, and never in our ledger"
      rows={shown.bySource}
      rowKey={({ key, year }) => `${key} ${year ?? 'awards'}`}
      csvName="funded-by-source.csv"
      empty="No amount and no award is entered: nothing is put on any source."
      columns={[
        { key: 'source', label: 'Source', value: ({ key }) => names.get(key) ?? key },
        { key: 'year', label: 'Year', value: ({ year }) => year ?? 'awards', oneLine: true },
        poundsColumn(
          'fees',
          'Fees',
          ({ feesPence }: Paid) => feesPence,
          ({ key, year }) => ({ kind: 'source', figure: 'fees', source: key, year }),
        ),
        poundsColumn(
          'cover',
          'Cover',
          ({ coverPence }: Paid) => coverPence,
          ({ key, year }) => ({ kind: 'source', figure: 'cover', source: key, year }),
        ),
        poundsColumn(
          'unspent',
          'Unspent',
          ({ unspentPence }: Paid) => unspentPence,
          ({ key, year }) => ({ kind: 'source', figure: 'unspent', source: key, year }),
        ),
      ]}
    />
  );
}

const originBadges = {
  entered: null,
  'earlier-year': 'Terms of an earlier year',
  usual: 'Usual terms, not confirmed',
};

/** The bursary has no amount of a year: it pays award by award. */
function amountCell({ amountPence, key }: ShownSource): ReactNode {
  if (amountPence !== null) return pounds(amountPence);
  return key === 'nihr-bursary' ? 'award by award' : <NotKnown what="amount not known" />;
}

function SourceName({ name, origin, termsOf }: ShownSource): ReactElement {
  const badge = originBadges[origin];
  return (
    <>
      {name}{' '}
      {badge === null ? null : (
        <StatusBadge kind={origin === 'usual' ? 'assumption' : 'state'}>
          {origin === 'earlier-year' && termsOf !== null ? `Terms of ${termsOf}` : badge}
        </StatusBadge>
      )}
    </>
  );
}

/** One year's sources at a time; the year is in the address. */
function SourcesOfYear({ shown }: { readonly shown: ShownFunding }): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const years = [...new Set(shown.sources.map(({ financialYear }) => financialYear))];
  const year = years.find((one) => one === search.year) ?? years[0];
  if (year === undefined) return <p>No source is known.</p>;
  return (
    <>
      <ChoiceField
        legend="Financial year"
        value={year}
        options={years.map((value) => ({ value, label: value }))}
        onChange={(next) =>
          void navigate({ search: { ...search, year: next }, replace: true, resetScroll: false })
        }
      />
      <SourcesTable rows={shown.sources.filter(({ financialYear }) => financialYear === year)} />
    </>
  );
}

function SourcesTable({ rows }: { readonly rows: readonly ShownSource[] }): ReactElement {
  return (
    <DataTable<ShownSource>
      caption={`Where money for courses comes from, ${rows[0]?.financialYear ?? ''}`}
      note="A source that pays by its terms is put on nothing until the trust says what it pays"
      rows={rows}
      rowKey={({ key, financialYear }) => `${key} ${financialYear}`}
      csvName="funding-sources.csv"
      columns={[
        { key: 'name', label: 'Source', value: ({ name }) => name, cell: (row) => <SourceName {...row} /> },
        { key: 'fees', label: 'Fees', value: ({ fees }) => coverageNames[fees] },
        { key: 'cover', label: 'Cover', value: ({ cover }) => coverageNames[cover] },
        {
          key: 'amount',
          label: 'Amount',
          numeric: true,
          value: ({ amountPence }) => (amountPence === null ? null : amountPence / 100),
          cell: amountCell,
        },
        {
          key: 'spend',
          label: 'Spend by',
          value: ({ spendBy }) => spendBy,
          cell: ({ spendBy }) =>
            spendBy === null ? <NotKnown what="spend-by day not known" /> : shortDate(spendBy),
          oneLine: true,
        },
        {
          key: 'carried',
          label: 'Carried forward',
          value: ({ carriesForward }) => (carriesForward === null ? null : carriesForward ? 'yes' : 'no'),
          cell: ({ carriesForward }) =>
            carriesForward === null ? <NotKnown what="not known" /> : carriesForward ? 'Yes' : 'No',
        },
        {
          key: 'claims',
          label: 'Claim by',
          value: ({ claimDates }) => claimDates.join(' '),
          cell: ({ claimDates }) => (claimDates.length === 0 ? '–' : claimDates.map(shortDate).join(', ')),
        },
        {
          key: 'payee',
          label: 'Paid to',
          value: ({ payee }) => (payee === null ? null : payeeNames[payee]),
          cell: ({ payee }) => (payee === null ? <NotKnown what="payee not known" /> : payeeNames[payee]),
        },
        { key: 'code', label: 'Funding code', value: ({ fundingCode }) => fundingCode },
        { key: 'from', label: 'Where the terms are from', value: ({ source }) => source },
      ]}
    />
  );
}
