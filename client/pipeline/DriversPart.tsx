import { memo, type ReactElement } from 'react';
import type { BeliefWorking } from '../../shared/pipeline/calibration/belief-working.ts';
import type { CountForecast } from '../../shared/pipeline/forecast/count-forecast.ts';
import type { ForecastAnswer } from '../../shared/scenario/ask-forecast.ts';
import { BarsChart } from '../charts/BarsChart.tsx';
import { TornadoChart } from '../charts/TornadoChart.tsx';
import { Loading } from '../components/Loading.tsx';
import { driversChart, varianceChart, worthFindingOut } from './drivers.ts';

type DriversPartProps = {
  readonly drivers: ForecastAnswer['drivers'] | undefined;
  readonly count: CountForecast;
  /** "named PIs on 31 March 2030". */
  readonly what: string;
  readonly workings: readonly BeliefWorking[];
};

/** Which rate moves the answer most, and one sentence on what would be worth finding out. */
export const DriversPart = memo(function DriversPart(props: DriversPartProps): ReactElement {
  const { drivers, count, what, workings } = props;
  if (drivers === undefined || drivers === null) return <Loading what="Working out what moves the answer" />;
  const chart = driversChart(drivers, what);
  if (chart === null) return <p>No rate moves this count: nobody it depends on is on the way.</p>;
  const worth = worthFindingOut(count, drivers.shares, workings);
  return (
    <div>
      <TornadoChart
        words={{
          headline: chart.headline,
          subtitle: `Expected ${what} when one rate is low or high and the rest stay in the middle`,
          note: chart.note,
          csvName: 'what-moves-the-answer.csv',
        }}
        model={chart.model}
      />
      {worth === null ? null : <p>{worth}</p>}
    </div>
  );
});

type DoubtProps = { readonly count: CountForecast; readonly what: string };

/** How much of the range is chance, and how much is not knowing the rates. */
export function Doubt({ count, what }: DoubtProps): ReactElement | null {
  const chart = varianceChart(count, what);
  if (chart === null) return null;
  return (
    <BarsChart
      words={{
        headline: chart.headline,
        subtitle: `Share of the variance of ${what}`,
        note: 'Which plan you choose is not in it: move the levers for that.',
        csvName: 'chance-and-rates.csv',
      }}
      model={chart.bars}
    />
  );
}
