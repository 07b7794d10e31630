import type { ReactElement } from 'react';
import type { VarianceByCause } from '../../shared/budget/variance.ts';
import { DataTable } from '../components/DataTable.tsx';
import { Section } from '../components/PageFrame.tsx';
import { pounds, poundsChange } from '../format/money.ts';

type Cause = { readonly key: string; readonly label: string; readonly why: string; readonly pence: number };

function causes({ hours, fill, mix, rate }: VarianceByCause): readonly Cause[] {
  return [
    { key: 'hours', label: 'Hours', why: 'more or fewer hours were asked for', pence: hours },
    { key: 'fill', label: 'Fill', why: 'the bank filled a greater or smaller share', pence: fill },
    { key: 'mix', label: 'Mix', why: 'they were filled at other bands', pence: mix },
    { key: 'rate', label: 'Rate', why: 'an hour of a band cost more or less', pence: rate },
  ];
}

/** Why cover to date did not cost what was planned; the causes add up to the difference. */
export function VarianceTable({ variance }: { readonly variance: VarianceByCause | null }): ReactElement {
  if (variance === null) {
    return (
      <Section title="Why cover differs from the plan">
        <p>Not known until the bank shifts worked are imported.</p>
      </Section>
    );
  }
  const { plannedPence, actualPence } = variance;
  const whole = actualPence - plannedPence;
  const rows = [...causes(variance), { key: 'whole', label: 'In all', why: '', pence: whole }];
  return (
    <Section title="Why cover differs from the plan">
      <p>
        Cover for study cost {pounds(actualPence)} to date; the plan had {pounds(plannedPence)} for the same
        weeks.
      </p>
      <DataTable<Cause>
        caption="Difference by cause"
        note="A plus is more spent than planned; the four add up to the penny"
        rows={rows}
        rowKey={({ key }) => key}
        rowKind={({ key }) => (key === 'whole' ? 'total' : 'plain')}
        csvName="variance-by-cause.csv"
        columns={[
          { key: 'cause', label: 'Cause', value: ({ label }) => label },
          { key: 'why', label: 'Because', value: ({ why }) => why },
          {
            key: 'pence',
            label: 'Pounds',
            numeric: true,
            value: ({ pence }) => pence / 100,
            cell: ({ pence }) => poundsChange(pence),
          },
        ]}
      />
    </Section>
  );
}
