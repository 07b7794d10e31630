import type { MinuteBp, Standing, WardWeek } from '../../shared/backfill/ward-answer.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { dateList, longDate } from '../format/dates.ts';
import { fineHours, hours } from '../format/hours.ts';
import { formatNumber, plural } from '../format/numbers.ts';
import type { ChartTable } from './chart-table.ts';
import { monthTicks, niceTicks, type MonthTick } from './ticks.ts';

/** A team's weeks as the model answers them; the planned minimum in minutes a week, `null` while not known. */
export type WeeklyHoursInput = {
  readonly place: string;
  readonly weeks: readonly Pick<WardWeek, 'monday' | 'released' | 'available' | 'judgement'>[];
  readonly minimumMinutes: number | null;
};

export type WeeklyHoursPoint = {
  readonly index: number;
  readonly monday: PlainDate;
  /** Hours; `null` leaves a gap in the line. */
  readonly withCover: number | null;
  /** `null` in a week without release, where it would only repeat the other line. */
  readonly withoutCover: number | null;
  readonly released: boolean;
  readonly standing: Standing | null;
};

/** Weeks from one index to another, both included. */
export type WeekSpan = { readonly from: number; readonly to: number };

export type WeeklyHoursModel = {
  readonly points: readonly WeeklyHoursPoint[];
  readonly minimum: number | null;
  readonly ticks: readonly number[];
  readonly months: readonly MonthTick[];
  readonly shortSpans: readonly (WeekSpan & { readonly label: string })[];
  /** Weeks without release, where others have some: with nobody released at all there is nothing to set them apart from. */
  readonly breakSpans: readonly WeekSpan[];
  /** "Axis starts at 1,100 hours.", or nothing when it starts at zero. */
  readonly axisNote: string;
  readonly alternative: string;
  readonly table: ChartTable;
};

const minuteBpPerHour = 600_000;

export const standingInWords: Readonly<Record<Standing, string>> = {
  'short-without-release': 'short with nobody released',
  'short-after-cover': 'short because of release',
  covered: 'kept, with cover',
  kept: 'kept',
};

function hoursOf(minuteBp: MinuteBp | undefined): number | null {
  return minuteBp === undefined ? null : minuteBp / minuteBpPerHour;
}

/** Neighbouring indexes where `test` holds, as spans. */
export function spansWhere<T>(items: readonly T[], test: (item: T) => boolean): readonly WeekSpan[] {
  const spans: { from: number; to: number }[] = [];
  items.forEach((item, index) => {
    if (!test(item)) return;
    const last = spans[spans.length - 1];
    if (last?.to === index - 1) last.to = index;
    else spans.push({ from: index, to: index });
  });
  return spans;
}

function pointsOf({ weeks }: WeeklyHoursInput): readonly WeeklyHoursPoint[] {
  return weeks.map((week, index) => ({
    index,
    monday: week.monday,
    withCover: hoursOf(week.available?.afterCover),
    withoutCover: week.released === 0 ? null : hoursOf(week.available?.beforeCover),
    released: week.released > 0,
    standing: week.judgement?.standing ?? null,
  }));
}

function ticksOf(points: readonly WeeklyHoursPoint[], minimum: number | null): readonly number[] {
  const values = [...points.flatMap((point) => [point.withCover, point.withoutCover]), minimum].filter(
    (value) => value !== null,
  );
  return values.length === 0 ? [0, 1] : niceTicks(Math.min(...values), Math.max(...values));
}

/** Everything the chart of a team's weeks draws and says: no clock, no width, no colours. */
export function weeklyHoursModel(input: WeeklyHoursInput): WeeklyHoursModel {
  const points = pointsOf(input);
  const minimum = input.minimumMinutes === null ? null : input.minimumMinutes / 60;
  const ticks = ticksOf(points, minimum);
  const axisStart = ticks[0] ?? 0;
  return {
    points,
    minimum,
    ticks,
    months: monthTicks(points.map((point) => point.monday)),
    shortSpans: spansWhere(points, (point) => point.standing === 'short-after-cover').map((span) => ({
      ...span,
      label: dateList(points.slice(span.from, span.to + 1).map((point) => point.monday)).replace(
        / \d{4}$/,
        '',
      ),
    })),
    breakSpans: points.some((point) => point.released) ? spansWhere(points, (point) => !point.released) : [],
    axisNote: axisStart === 0 ? '' : `Axis starts at ${formatNumber(axisStart, 1)} hours.`,
    alternative: alternativeOf(input, points),
    table: tableOf(input),
  };
}

function alternativeOf(
  { place, minimumMinutes }: WeeklyHoursInput,
  points: readonly WeeklyHoursPoint[],
): string {
  const values = points.map((point) => point.withCover).filter((value) => value !== null);
  if (values.length === 0) return `Line chart of ${place}: the hours available are not known.`;
  const short = points.filter((point) => point.standing === 'short-after-cover').map((point) => point.monday);
  const against =
    minimumMinutes === null
      ? 'no planned minimum is known'
      : `the planned minimum is ${hours(minimumMinutes)}`;
  const named =
    short.length === 0
      ? 'no week is short because of release'
      : `${plural(short.length, 'week is', 'weeks are')} short because of release: ${dateList(short)}`;
  const range = `between ${formatNumber(Math.min(...values), 1)} and ${formatNumber(Math.max(...values), 1)}`;
  return `Line chart of ${place}: with cover, registered hours a week lie ${range} over ${plural(points.length, 'week')}; ${against}; ${named}.`;
}

function tableOf({ place, weeks, minimumMinutes }: WeeklyHoursInput): ChartTable {
  const ofHours = (minuteBp: MinuteBp | undefined) =>
    minuteBp === undefined
      ? { value: null, text: '?' }
      : { value: minuteBp / minuteBpPerHour, text: fineHours(minuteBp) };
  return {
    caption: `${place}, all ${plural(weeks.length, 'week')}`,
    columns: [
      { label: 'Week of', numeric: false },
      { label: 'Hours released', numeric: true },
      { label: 'Available without cover', numeric: true },
      { label: 'Available with cover', numeric: true },
      { label: 'Planned minimum', numeric: true },
      { label: 'Above minimum with cover', numeric: true },
      { label: 'Standing', numeric: false },
    ],
    rows: weeks.map((week) => [
      { value: week.monday, text: longDate(week.monday) },
      { value: week.released / 60, text: hours(week.released) },
      ofHours(week.available?.beforeCover),
      ofHours(week.available?.afterCover),
      minimumMinutes === null
        ? { value: null, text: '?' }
        : { value: minimumMinutes / 60, text: hours(minimumMinutes) },
      ofHours(week.judgement?.margin.afterCover),
      { value: week.judgement === null ? 'not known' : standingInWords[week.judgement.standing] },
    ]),
  };
}
