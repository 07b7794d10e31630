import { memo, type ReactElement } from 'react';
import type { BeliefWorking } from '../../shared/pipeline/calibration/belief-working.ts';
import type { CountForecast } from '../../shared/pipeline/forecast/count-forecast.ts';
import type { WorthAsk } from '../../shared/scenario/ask-forecast.ts';
import { BarsChart } from '../charts/BarsChart.tsx';
import { TornadoChart } from '../charts/TornadoChart.tsx';
import { Loading } from '../components/Loading.tsx';
import { NumberField } from '../components/NumberField.tsx';
import { decisionWorth, driversChart, varianceChart, worthFindingOut } from './drivers.ts';
import type { ChangeSearch } from './search.ts';
import type { DriversAnswer } from './use-drivers.ts';

type DriversPartProps = {
  readonly answer: DriversAnswer | undefined;
  /** What of the decision was asked; `null` until somebody types what a missing PI costs. */
  readonly asked: WorthAsk | null;
  /** Day on which the PIs are wanted, in words. */
  readonly day: string;
  readonly onChange: ChangeSearch;
  readonly count: CountForecast;
  /** "named PIs on 31 March 2030". */
  readonly what: string;
  readonly workings: readonly BeliefWorking[];
};

/** Which rate moves the answer most, and one sentence on what would be worth finding out. */
export const DriversPart = memo(function DriversPart(props: DriversPartProps): ReactElement {
  const { answer, count, what, workings } = props;
  const drivers = answer?.drivers ?? null;
  if (drivers === null) return <Loading what="Working out what moves the answer" />;
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
      <Decision {...props} />
    </div>
  );
});

/** What finding a rate out is worth to somebody who decides on starts; asks for the one figure nobody publishes. */
function Decision({ answer, asked, day, onChange }: DriversPartProps): ReactElement {
  const worth = answer?.worth ?? null;
  return (
    <>
      {asked === null || worth === null ? null : <p aria-live="polite">{decisionWorth(worth, asked, day)}</p>}
      <div className="pt-no-print">
        <NumberField
          label="One missing PI costs as much as"
          hint="Your own figure, in extra starts: type it to see whether finding a rate out could change how many you start. None is assumed"
          unit="starts"
          value={asked?.startsPerMissingPi ?? null}
          min={0.1}
          max={1_000}
          step={0.1}
          move={1}
          onChange={(missing) => onChange({ missing })}
          onEmpty={() => onChange({ missing: null })}
        />
      </div>
    </>
  );
}

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
