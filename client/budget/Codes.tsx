import type { ReactElement } from 'react';
import type { Unmapped } from '../../shared/budget/unmapped.ts';
import type { Outputs } from '../app/trpc.ts';
import { useMay } from '../app/session.ts';
import { DataTable } from '../components/DataTable.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { Section } from '../components/PageFrame.tsx';
import { pounds } from '../format/money.ts';
import { plural } from '../format/numbers.ts';
import { kindNames, lackNames, sourceName, teamName } from './budget-words.ts';
import { BudgetForm } from './BudgetForm.tsx';
import { CodeForm } from './CodeForm.tsx';

/** Lines without a code, and where codes and budgets are entered. */
export function Codes({ shown }: { readonly shown: Outputs['budget']['show'] }): ReactElement {
  const mayCode = useMay('budget.saveCode');
  const rows = shown.summary.unmapped;
  const name = ({ kind, teamId, source }: Unmapped): string =>
    kind === 'income' ? sourceName(source) : teamName(shown.teamNames, teamId);
  return (
    <Section title="Codes and budgets">
      <p>
        {rows.length === 0
          ? 'Every line has a cost centre and a funding code.'
          : `${plural(rows.length, 'team or source lacks', 'teams and sources lack')} a code. Their pounds are in every sum above; without a funding code they stay where they were incurred.`}
      </p>
      {rows.length === 0 ? null : (
        <DataTable<Unmapped>
          caption="Lines without a code"
          note="Both years, on accruals"
          rows={rows}
          rowKey={({ lacks, kind, teamId, source }) => JSON.stringify([lacks, kind, teamId, source])}
          csvName="lines-without-a-code.csv"
          pageRows={10}
          columns={[
            { key: 'name', label: 'Team or source', value: name },
            { key: 'kind', label: 'Lines', value: ({ kind }) => kindNames[kind] },
            { key: 'lacks', label: 'Lacks', value: ({ lacks }) => lackNames[lacks] },
            {
              key: 'pence',
              label: 'Pounds',
              numeric: true,
              value: ({ pence }) => pence / 100,
              cell: ({ pence }) => pounds(pence),
            },
          ]}
        />
      )}
      {mayCode ? (
        <div className="pt-no-print">
          <Disclosure summary="Enter codes">
            <CodeForm shown={shown} />
          </Disclosure>
          <Disclosure summary="Enter a budget">
            <BudgetForm shown={shown} />
          </Disclosure>
        </div>
      ) : null}
    </Section>
  );
}
