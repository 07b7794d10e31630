import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { paths } from '../app/paths.ts';
import { useSession } from '../app/session.ts';
import type { Outputs } from '../app/trpc.ts';
import { ColumnsChart } from '../charts/ColumnsChart.tsx';
import { FigureCards } from '../components/figures.tsx';
import { Columns, Section } from '../components/PageFrame.tsx';
import { dataAge, longDate } from '../format/dates.ts';
import { formatNumber } from '../format/numbers.ts';
import { DecisionPanel } from './DecisionPanel.tsx';
import { MissingTeams } from './MissingTeams.tsx';
import { MoneyTable } from './MoneyTable.tsx';
import { releaseChart } from './overview-model.ts';
import { NamedCard, QualifiedCard } from './PeopleCards.tsx';
import { MoneyCard } from './MoneyCard.tsx';
import { AfterCoverCard, NewlyShortCard, ReleasedCard } from './PlanCards.tsx';

/** The page once there is a plan: one decision, six cards, release by week, money of both years, age of the data. */
export function AtAGlance({ shown }: { readonly shown: Outputs['overview']['summary'] }): ReactElement {
  const { today } = useSession();
  const { summary } = shown;
  const chart = releaseChart(summary, today);
  return (
    <div className="pt-overview">
      <DecisionPanel summary={summary} movesToDecide={shown.movesToDecide} />
      <FigureCards>
        <ReleasedCard summary={summary} today={today} />
        <NewlyShortCard summary={summary} />
        <AfterCoverCard summary={summary} />
        <MoneyCard summary={summary} />
        <QualifiedCard shown={shown} />
        <NamedCard shown={shown} />
      </FigureCards>
      <Columns>
        {chart === null ? (
          <section>
            <h2>Nobody is released in the weeks of the plan</h2>
            <p>A learner counts here once a place is offered and the hours are agreed.</p>
          </section>
        ) : (
          <ColumnsChart
            words={{
              headline: chart.headline,
              subtitle: chart.subtitle,
              note: '1 WTE is 37.5 hours a week of contract; it takes more than that in post to replace it.',
              csvName: 'released-by-week.csv',
            }}
            model={chart.model}
            axisFormat={(value) => formatNumber(value, 2)}
          />
        )}
        <MoneyTable summary={summary} />
      </Columns>
      <MissingTeams summary={summary} learnersWithoutTeam={shown.learnersWithoutTeam} />
      <Section title="Age of the data and what “about” means">
        <p>
          Staff file, team sheet, learner sheet and delegation log: to {longDate(shown.dataCut)},{' '}
          {dataAge(shown.dataCut, today)}. <Link to={paths.imports}>Import newer files</Link>
        </p>
        <p>
          “About” is the middle forecast. An 80% range means that in 8 futures out of 10 the number falls
          inside it; it holds both chance and what is not known of the rates. Planned minimum is a planning
          line of the team, not a judgement of safety.
        </p>
      </Section>
    </div>
  );
}
