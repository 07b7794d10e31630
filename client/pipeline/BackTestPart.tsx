import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Reconciliation } from '../../shared/pipeline/calibration/back-test.ts';
import { asError } from '../app/error-text.ts';
import { trpc } from '../app/trpc.ts';
import { RangeDotsChart } from '../charts/RangeDotsChart.tsx';
import { StatusBadge } from '../components/badges.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { Loading } from '../components/Loading.tsx';
import { Columns, Section } from '../components/PageFrame.tsx';
import { longDate } from '../format/dates.ts';
import { formatNumber, plural } from '../format/numbers.ts';
import {
  backTestChart,
  backTestMeasures,
  basisOfOrigins,
  biasInWords,
  causeNames,
  causesShown,
  coverageInWords,
  measureNames,
  type Scored,
} from './back-test-words.ts';

/** How well forecasts made again did; with too few completed people, what stands in its place and what to record. */
export function BackTestPart(): ReactElement {
  const { data, error } = useQuery(trpc.pipeline.backTest.queryOptions());
  return (
    <Section title="How well it would have forecast so far" id="back-test">
      {error !== null ? (
        <p>{asError(error).message}</p>
      ) : data === undefined ? (
        <Loading what="Making the past forecasts again" />
      ) : data.backTest.kind === 'scored' ? (
        <Scores scored={data.backTest} />
      ) : (
        <TooFew completed={data.backTest.completed} needed={data.backTest.needed} />
      )}
    </Section>
  );
}

function TooFew({
  completed,
  needed,
}: {
  readonly completed: number;
  readonly needed: number;
}): ReactElement {
  return (
    <p>
      <StatusBadge kind="assumption">Based on national assumptions</StatusBadge>{' '}
      {plural(completed, 'person has', 'people have')} completed a stage here; a test against the past needs{' '}
      {needed}. Record first: the first and the last day of every Co-I and PI role on a delegation log, then
      the day and the reason of every award, interruption and withdrawal, then leavers by a staff file each
      month.
    </p>
  );
}

function Scores({ scored }: { readonly scored: Scored }): ReactElement {
  const said = coverageInWords(scored.scores.piGained, measureNames.piGained);
  const model = backTestChart(scored, 'piInPost');
  if (said === null || model === null) {
    return <p>No past September has a whole year behind it yet: there is no forecast to test.</p>;
  }
  return (
    <>
      <p>
        {said} {basisOfOrigins(scored.origins)}
      </p>
      <Columns>
        <RangeDotsChart
          words={{
            headline: 'Forecasts made again as at each past September',
            subtitle: `${measureNames.piInPost}: 80% range of the forecast, and what happened to the same people`,
            csvName: 'past-forecasts.csv',
          }}
          model={model}
        />
        <div>
          <ScoreTable scored={scored} />
          {scored.reconciliation === null ? null : <ByCause reconciliation={scored.reconciliation} />}
        </div>
      </Columns>
    </>
  );
}

function ScoreTable({ scored }: { readonly scored: Scored }): ReactElement {
  const rows = backTestMeasures.flatMap((measure) => {
    const scores = scored.scores[measure];
    return scores === null ? [] : [{ measure, scores, inside: scores.coverage[0] }];
  });
  return (
    <DataTable
      caption="Past forecasts against what happened"
      note="Every year of every forecast made again"
      rows={rows}
      rowKey={({ measure }) => measure}
      csvName="back-test-scores.csv"
      columns={[
        { key: 'count', label: 'Count', value: ({ measure }) => measureNames[measure] },
        { key: 'forecasts', label: 'Forecasts', numeric: true, value: ({ scores }) => scores.forecasts },
        {
          key: 'inside',
          label: 'In the 80% range',
          numeric: true,
          value: ({ inside }) => inside?.covered ?? null,
        },
        {
          key: 'expected',
          label: 'Expected',
          numeric: true,
          value: ({ inside }) =>
            inside === undefined ? null : `${inside.expected.low} to ${inside.expected.high}`,
        },
        { key: 'bias', label: 'On average', value: ({ scores }) => biasInWords(scores) },
      ]}
    />
  );
}

function ByCause({ reconciliation }: { readonly reconciliation: Reconciliation }): ReactElement {
  const { asAt, to, people, expected, observed } = reconciliation;
  return (
    <DataTable
      caption="The last forecast, by cause"
      note={`Made as at ${longDate(asAt)} for ${plural(people, 'person', 'people')}, up to ${longDate(to)}. Somebody may be in several rows: they are not added.`}
      rows={causesShown}
      rowKey={(cause) => cause}
      csvName="last-forecast-by-cause.csv"
      columns={[
        { key: 'cause', label: 'Cause', value: (cause) => causeNames[cause] },
        {
          key: 'expected',
          label: 'Expected',
          numeric: true,
          value: (cause) => expected[cause],
          cell: (cause) => `about ${formatNumber(expected[cause], 1)}`,
        },
        { key: 'observed', label: 'Happened', numeric: true, value: (cause) => observed[cause] },
      ]}
    />
  );
}
