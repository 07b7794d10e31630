import { dayNumberOf, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { longDate } from '../format/dates.ts';
import { formatNumber } from '../format/numbers.ts';
import { about, eightyRange, rangeText, type Range } from '../format/ranges.ts';
import type { ChartTable } from './chart-table.ts';
import { niceTicks } from './ticks.ts';

/** A forecast of a stock at the ends of years, with what happened before it where it is known. */
export type FanInput = {
  /** What is counted: "named PIs". */
  readonly what: string;
  /** Counts that happened, oldest first; may be empty. The last is where the forecast starts. */
  readonly history: readonly { readonly at: PlainDate; readonly label: string; readonly value: number }[];
  /** The forecast, soonest first; `label` is the tick: "2030". */
  readonly forecast: readonly (Range & {
    readonly at: PlainDate;
    readonly label: string;
    /** Ends of the 90% range, where it is drawn too. */
    readonly outer?: Pick<Range, 'low' | 'high'> | undefined;
  })[];
  readonly target?: { readonly at: PlainDate; readonly value: number } | undefined;
};

/** `x` in days since 1970. */
export type FanPoint = {
  readonly x: number;
  readonly history: number | null;
  readonly middle: number | null;
  readonly band: readonly [number, number] | null;
  /** The 90% range. */
  readonly outer: readonly [number, number] | null;
};

export type FanModel = {
  readonly points: readonly FanPoint[];
  readonly xTicks: readonly { readonly x: number; readonly label: string }[];
  readonly ticks: readonly number[];
  /** Where the forecast begins, and its label: "20 November 2026: 12". */
  readonly start: { readonly x: number; readonly label: string } | null;
  readonly target: { readonly x: number; readonly value: number; readonly lines: readonly string[] } | null;
  /** At the end of the fan: "Middle: about 24", "80% range 19 to 30". */
  readonly endLines: readonly string[];
  readonly alternative: string;
  readonly table: ChartTable;
};

/** Everything the fan chart draws and says. */
export function fanModel(input: FanInput): FanModel {
  const { history, forecast, target } = input;
  const last = history[history.length - 1];
  const end = forecast[forecast.length - 1];
  const highest = Math.max(
    0,
    ...history.map((point) => point.value),
    ...forecast.map((point) => point.outer?.high ?? point.high),
    target?.value ?? 0,
  );
  return {
    points: pointsOf(input),
    xTicks: [...history.slice(0, -1), ...forecast].map((point) => ({
      x: dayNumberOf(point.at),
      label: point.label,
    })),
    ticks: niceTicks(0, highest, 5, true),
    start:
      last === undefined
        ? null
        : { x: dayNumberOf(last.at), label: `${longDate(last.at)}: ${formatNumber(last.value)}` },
    target:
      target === undefined
        ? null
        : {
            x: dayNumberOf(target.at),
            value: target.value,
            lines: [`Target: at least ${formatNumber(target.value)}`, `on ${longDate(target.at)}`],
          },
    endLines:
      end === undefined ? [] : [`Middle: ${about(end.middle)}`, eightyRange(end), ...ninetyRange(end.outer)],
    alternative: alternativeOf(input),
    table: tableOf(input),
  };
}

function ninetyRange(outer: Pick<Range, 'low' | 'high'> | undefined): readonly string[] {
  return outer === undefined ? [] : [`90% range ${rangeText(outer)}`];
}

function pointsOf({ history, forecast }: FanInput): readonly FanPoint[] {
  const past = history.map((point, index) => {
    const isLast = index === history.length - 1;
    return {
      x: dayNumberOf(point.at),
      history: point.value,
      middle: isLast ? point.value : null,
      band: isLast ? ([point.value, point.value] as const) : null,
      outer: isLast ? ([point.value, point.value] as const) : null,
    };
  });
  const future = forecast.map((point) => ({
    x: dayNumberOf(point.at),
    history: null,
    middle: point.middle,
    band: [point.low, point.high] as const,
    outer: point.outer === undefined ? null : ([point.outer.low, point.outer.high] as const),
  }));
  return [...past, ...future];
}

function alternativeOf({ what, history, forecast }: FanInput): string {
  const last = history[history.length - 1];
  const end = forecast[forecast.length - 1];
  if (end === undefined) return `Fan chart of ${what}: there is no forecast.`;
  const from = last === undefined ? '' : ` from ${formatNumber(last.value)} on ${longDate(last.at)}`;
  return `Fan chart of ${what}:${from} to ${about(end.middle)} on ${longDate(end.at)}, ${eightyRange(end)}.`;
}

function tableOf({ what, history, forecast }: FanInput): ChartTable {
  const withOuter = forecast.some(({ outer }) => outer !== undefined);
  const nothingAhead = Array.from({ length: withOuter ? 5 : 4 }, () => ({ value: null }));
  return {
    caption: `${what.charAt(0).toUpperCase()}${what.slice(1)}, counted and forecast`,
    columns: [
      { label: 'On', numeric: false },
      { label: 'Counted', numeric: true },
      { label: 'Middle forecast', numeric: true },
      { label: '80% range', numeric: true },
      { label: 'Low (P10)', numeric: true },
      { label: 'High (P90)', numeric: true },
      ...(withOuter ? [{ label: '90% range', numeric: true }] : []),
    ],
    rows: [
      ...history.map((point) => [
        { value: point.at, text: longDate(point.at) },
        { value: point.value },
        ...nothingAhead,
      ]),
      ...forecast.map((point) => [
        { value: point.at, text: longDate(point.at) },
        { value: null },
        { value: point.middle, text: about(point.middle) },
        { value: rangeText(point) },
        { value: point.low },
        { value: point.high },
        ...(withOuter ? [{ value: point.outer === undefined ? null : rangeText(point.outer) }] : []),
      ]),
    ],
  };
}
