import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Section } from '../components/PageFrame.tsx';
import { Tabs } from '../components/Tabs.tsx';
import { poundsAndPence } from '../format/money.ts';
import { totalPence, yearColumns, type CoverPlan } from './cover-model.ts';
import { CentreCut } from './CentreCut.tsx';
import { TeamCut } from './TeamCut.tsx';
import { MonthCut } from './MonthCut.tsx';
import { WeekCut } from './WeekCut.tsx';
import { cuts } from './search.ts';
import { WithWorking } from './WithWorking.tsx';
import { YearCut } from './YearCut.tsx';

const route = getRouteApi('/house/backfill');

/** Cover cost cut five ways; each adds up to the same penny. Press a pound and its working opens beside it. */
export function CostTabs({ shown }: { readonly shown: CoverPlan }): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { summary } = shown;
  const columns = yearColumns(shown);
  const foot = `Rounded to the pound here; the file has pence. Adds up to ${poundsAndPence(totalPence(summary))} over the whole plan, the same in every tab.`;
  const shared = { summary, columns, foot };
  return (
    <Section title="What cover costs">
      <p>Press any pound to see how it was made: minutes, fill, rate and source.</p>
      <WithWorking summary={summary} kinds={['year', 'month', 'week', 'centre', 'team']}>
        <Tabs
          label="How the cost is cut"
          selected={search.by}
          onSelect={(key) => {
            const by = cuts.find((cut) => cut === key) ?? 'year';
            void navigate({ search: { ...search, by, working: null }, replace: true, resetScroll: false });
          }}
          tabs={[
            { key: 'year', label: 'Financial year', content: <YearCut {...shared} /> },
            { key: 'month', label: 'Month', content: <MonthCut summary={summary} foot={foot} /> },
            { key: 'week', label: 'Week', content: <WeekCut summary={summary} foot={foot} /> },
            { key: 'centre', label: 'Cost centre', content: <CentreCut {...shared} /> },
            { key: 'team', label: 'Team', content: <TeamCut {...shared} /> },
          ]}
        />
      </WithWorking>
    </Section>
  );
}
