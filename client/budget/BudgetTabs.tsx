import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Outputs } from '../app/trpc.ts';
import { Section } from '../components/PageFrame.tsx';
import { Tabs } from '../components/Tabs.tsx';
import { Beside } from '../components/WorkingFrame.tsx';
import { BudgetWorkingPanel } from './BudgetWorkingPanel.tsx';
import { CentreTable } from './CentreTable.tsx';
import { InKindTable, IncomeTable } from './IncomeTable.tsx';
import { MonthTable } from './MonthTable.tsx';
import { cuts } from './search.ts';
import { TeamTable } from './TeamTable.tsx';
import { readWorkingKey } from './working-key.ts';

const route = getRouteApi('/house/budget');

/** Two years cut four ways; each adds up to the same penny. Press a pound and its working opens beside it. */
export function BudgetTabs({ shown }: { readonly shown: Outputs['budget']['show'] }): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { summary, teamNames: names } = shown;
  const of = search.working === null ? null : readWorkingKey(search.working);
  const open = of === null || of.kind === 'reconcile' ? null : of;
  return (
    <Section title="Two years of money">
      <p>Press any pound to see how it was made: shifts, hours, fill, rate, fees and source.</p>
      <Beside
        working={open === null ? null : <BudgetWorkingPanel key={search.working} of={open} names={names} />}
      >
        <Tabs
          label="How the money is cut"
          selected={search.by}
          onSelect={(key) => {
            const by = cuts.find((cut) => cut === key) ?? 'month';
            void navigate({ search: { ...search, by, working: null }, replace: true, resetScroll: false });
          }}
          tabs={[
            { key: 'month', label: 'Month', content: <MonthTable summary={summary} /> },
            { key: 'centre', label: 'Cost centre', content: <CentreTable summary={summary} /> },
            {
              key: 'income',
              label: 'Income',
              content: (
                <>
                  <IncomeTable summary={summary} />
                  <InKindTable summary={summary} />
                </>
              ),
            },
            { key: 'team', label: 'Team', content: <TeamTable summary={summary} names={names} /> },
          ]}
        />
      </Beside>
    </Section>
  );
}
