import type {
  BackTest,
  BackTestMeasure,
  BackTestOrigin,
} from '../../shared/pipeline/calibration/back-test.ts';
import type { Coverage, ForecastScores } from '../../shared/pipeline/calibration/forecast-scores.ts';
import { causes, type Cause } from '../../shared/pipeline/calibration/reconcile.ts';
import { rangeDotsModel, type RangeDotsModel } from '../charts/range-dots.ts';
import { monthOf } from '../../shared/calendar/month.ts';
import { shortMonth } from '../format/dates.ts';
import { formatNumber, plural } from '../format/numbers.ts';
import { chance } from '../format/shares.ts';

export type Scored = Extract<BackTest, { kind: 'scored' }>;

export const measureNames: Readonly<Record<BackTestMeasure, string>> = {
  coiGained: 'Co-Is gained in a year',
  piGained: 'PIs gained in a year',
  piGainedByThen: 'PIs gained up to then',
  piInPost: 'Named PIs at the end of a year',
};

export const backTestMeasures = Object.keys(measureNames) as readonly BackTestMeasure[];

export const causeNames: Readonly<Record<Cause, string>> = {
  started: 'Started a stage',
  completed: 'Completed a stage',
  interrupted: 'Interrupted',
  withdrew: 'Withdrew',
  left: 'Left the trust',
  waiting: 'Qualified, still waiting for a role',
  coi: 'First Co-I role',
  pi: 'First PI role',
};

export const causesShown: readonly Cause[] = causes;

function eighty({ coverage }: ForecastScores): Coverage | undefined {
  return coverage.find(({ share }) => share === 0.8);
}

function rangeOfCounts(low: number, high: number): string {
  return low === high ? formatNumber(low) : `${formatNumber(low)} to ${formatNumber(high)}`;
}

/** "Of 8 past forecasts of PIs gained in a year, 7 fell in the 80% range (we would expect 6 to 8)." */
export function coverageInWords(scores: ForecastScores | null, name: string): string | null {
  const inside = scores === null ? undefined : eighty(scores);
  if (inside === undefined) return null;
  const { forecasts, covered, expected, band } = inside;
  const few = `${plural(forecasts, 'forecast')} can tell the true share only to between ${chance(band.low)} and ${chance(band.high)}.`;
  return `Of ${formatNumber(forecasts)} past yearly forecasts of ${name.charAt(0)}${name.slice(1)}, ${formatNumber(covered)} fell in the 80% range (we would expect ${rangeOfCounts(expected.low, expected.high)}). ${few}`;
}

/** "forecast 0.4 too high on average". */
export function biasInWords({ bias }: ForecastScores): string {
  const size = formatNumber(Math.abs(bias), 1);
  if (size === '0') return 'neither high nor low';
  return `${size} too ${bias > 0 ? 'high' : 'low'}`;
}

function firstYears(origins: readonly BackTestOrigin[]): readonly BackTestOrigin[] {
  return origins.filter(({ years }) => years.length > 0);
}

/** The first year of every forecast made again: its range, and what happened. */
export function backTestChart({ origins }: Scored, measure: BackTestMeasure): RangeDotsModel | null {
  const rows = firstYears(origins);
  if (rows.length === 0) return null;
  return rangeDotsModel({
    what: 'People in the first year of each forecast',
    series: ['Forecast', 'Happened'],
    rows: rows.flatMap(({ asAt, years: [year] }) => {
      if (year === undefined) return [];
      const { p10, p50, p90, observed } = year.outcomes[measure];
      return [
        {
          label: shortMonth(monthOf(asAt)),
          ranges: [
            { low: p10, middle: p50, high: p90 },
            { low: observed, middle: observed, high: observed },
          ],
        },
      ];
    }),
  });
}

/** Whether the register of the day was kept then, or is put together from dates recorded since. */
export function basisOfOrigins(origins: readonly BackTestOrigin[]): string {
  const dated = origins.filter(({ basis }) => basis === 'dated').length;
  if (dated === 0) return 'Each was made from what was on record on its day.';
  const which = dated === origins.length ? 'They are' : `${formatNumber(dated)} of them are`;
  return `${which} put together from dates recorded since: nothing had been recorded here by then, and rows that nobody entered later are not in them.`;
}
