import { addDays, mondayOf, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { firstDayOfFinancialYear, type FinancialYear } from '../../shared/calendar/years.ts';
import type { WardYear } from '../../shared/backfill/ward-answer.ts';
import type { YearOfBudget } from '../../shared/budget/month-table.ts';
import type { OverviewSummary, ReleasedWeek } from '../../shared/scenario/overview-summary.ts';
import type { Outlook } from '../../shared/scenario/people-outlook.ts';
import { columnsModel, type ColumnsModel } from '../charts/columns.ts';
import { monthTicks } from '../charts/ticks.ts';
import { longDate } from '../format/dates.ts';
import { wte } from '../format/hours.ts';
import { pounds } from '../format/money.ts';
import { formatNumber, plural } from '../format/numbers.ts';
import { about, eightyRange } from '../format/ranges.ts';

/** "Ready to act: 4." Until somebody's readiness is recorded it is not known, which is not nobody. */
export function readyInWords(readyNow: number | null): string {
  return readyNow === null
    ? 'Ready to act: not known yet, it needs the register’s sign-off.'
    : `Ready to act today: ${formatNumber(readyNow)}.`;
}

/** Minutes of one whole-time equivalent in a week: 37.5 hours. */
const minutesPerWte = 2_250;

/** The week that today lies in; the first of the plan where today lies outside it. */
export function weekNow(
  { releasedByWeek }: Pick<OverviewSummary, 'releasedByWeek'>,
  today: PlainDate,
): ReleasedWeek | null {
  const monday = mondayOf(today);
  return releasedByWeek.find((week) => week.monday === monday) ?? releasedByWeek[0] ?? null;
}

/** "About 53 by 31 March 2028, 80% range 49 to 56." */
export function outlookInWords({ p10, p50, p90, on }: Outlook): string {
  const middle = about(p50);
  return `${middle.charAt(0).toUpperCase()}${middle.slice(1)} by ${longDate(on)}, ${eightyRange({ low: p10, high: p90 })}.`;
}

/** The earliest week that is short in the given way, with its team. */
export function firstShort(
  { shortTeams }: Pick<OverviewSummary, 'shortTeams'>,
  which: 'newlyShort' | 'afterCover',
): { readonly teamId: string; readonly team: string; readonly monday: PlainDate } | null {
  const weeks = shortTeams.flatMap(({ teamId, team, ...short }) =>
    short[which].map((monday) => ({ teamId, team, monday })),
  );
  return (
    weeks.sort((a, b) =>
      a.monday < b.monday ? -1 : a.monday > b.monday ? 1 : a.team < b.team ? -1 : 1,
    )[0] ?? null
  );
}

/** How many teams have a week short in the given way. */
export function teamsShort(
  { shortTeams }: Pick<OverviewSummary, 'shortTeams'>,
  which: 'newlyShort' | 'afterCover',
): number {
  return shortTeams.filter((team) => team[which].length > 0).length;
}

/** One line of the money table: pence by year and together. */
export type MoneyRow = {
  readonly key: string;
  readonly label: string;
  readonly kind: 'plain' | 'total';
  readonly of: (year: WardYear) => number;
};

/** Cover and fees apart, then together on accruals, and the cash view of the fees. */
export const moneyRows: readonly MoneyRow[] = [
  { key: 'cover', label: 'Cover', kind: 'plain', of: (year) => year.costPence },
  { key: 'fees', label: 'Fees less funding, on accruals', kind: 'plain', of: (year) => year.netFeesPence },
  { key: 'net', label: 'Net, on accruals', kind: 'total', of: (year) => year.netPence },
  {
    key: 'cash',
    label: 'Cash view: fees less funding when invoiced',
    kind: 'plain',
    of: (year) => year.cashFeesPence,
  },
];

export function sumOfYears(years: readonly WardYear[], of: (year: WardYear) => number): number {
  return years.reduce((sum, year) => sum + of(year), 0);
}

/** "2026/27 is forecast at £151,088 after income: £15,488 over its budget of £135,600." The first year of the two. */
export function againstBudget([year]: readonly YearOfBudget[]): string {
  if (year === undefined) return 'No budget is entered yet.';
  const forecast = `${year.year} is forecast at ${pounds(year.forecast)} after income`;
  if (year.budget === null || year.left === null)
    return `${forecast}. No budget is entered yet, so nothing is over or under.`;
  const budget = `its budget of ${pounds(year.budget)}`;
  if (year.left === 0) return `${forecast}, which is ${budget}.`;
  return `${forecast}: ${pounds(Math.abs(year.left))} ${year.left < 0 ? 'over' : 'under'} ${budget}.`;
}

/** "cover from 16 November 2026" where the plan starts within the year; fees are always of the whole year. */
export function coverFrom(
  { releasedByWeek }: Pick<OverviewSummary, 'releasedByWeek'>,
  year: FinancialYear,
): string | undefined {
  const first = releasedByWeek[0]?.monday;
  return first !== undefined && first > firstDayOfFinancialYear(year)
    ? `cover from ${longDate(first)}`
    : undefined;
}

/** Two notes over the columns need this many weeks between them, or one would stand on the other at 390. */
const weeksApart = 40;

function wteOf(minutes: number): number {
  return minutes / minutesPerWte;
}

/** WTE released by week, with the peak and the present week named. */
export function releaseChart(
  summary: Pick<OverviewSummary, 'releasedByWeek' | 'peak'>,
  today: PlainDate,
): { readonly headline: string; readonly subtitle: string; readonly model: ColumnsModel } | null {
  const { releasedByWeek: weeks, peak } = summary;
  const [first, last] = [weeks[0], weeks.at(-1)];
  const now = weekNow(summary, today);
  if (first === undefined || last === undefined || peak === null || now === null) return null;
  const indexOf = (week: ReleasedWeek): number => weeks.findIndex(({ monday }) => monday === week.monday);
  const nowNote = { index: indexOf(now), lines: ['Now', `${wte(now.released)} WTE`] };
  const peakNote = { index: indexOf(peak), lines: [`Peak ${wte(peak.released)} WTE`, longDate(peak.monday)] };
  const notes = peakNote.index - nowNote.index < weeksApart ? [peakNote] : [nowNote, peakNote];
  return {
    headline: `Release peaks at ${wte(peak.released)} WTE in the week of ${longDate(peak.monday)}`,
    subtitle: `WTE released (contract) by week, whole trust, ${longDate(first.monday)} to ${longDate(addDays(last.monday, 6))}`,
    model: columnsModel({
      caption: 'WTE released (contract) by week',
      columnLabel: 'Week of',
      series: ['WTE released'],
      columns: weeks.map(({ monday, released }) => ({ label: longDate(monday), values: [wteOf(released)] })),
      months: monthTicks(weeks.map(({ monday }) => monday)),
      format: (value) => `${formatNumber(value, 2)} WTE`,
      bare: (value) => Number(value.toFixed(4)),
      notes,
    }),
  };
}

/** What is missing, counted: "1 learner without agreed hours; 21 fees nobody has entered"; `null` where nothing is. */
export function missingInWords({
  missing,
  hoursNotKnown,
  feesNotKnown,
  teamsRefused,
}: OverviewSummary): string | null {
  const withoutMinimum = missing.filter(({ minimum }) => minimum).length;
  const parts = [
    ...(teamsRefused > 0 ? [`${plural(teamsRefused, 'team')} that could not be worked out`] : []),
    ...(hoursNotKnown > 0 ? [`${plural(hoursNotKnown, 'learner')} without agreed hours`] : []),
    ...(feesNotKnown > 0 ? [`${plural(feesNotKnown, 'fee')} that nobody has entered`] : []),
    ...(withoutMinimum > 0 ? [`${plural(withoutMinimum, 'team')} with learners and no planned minimum`] : []),
  ];
  return parts.length === 0 ? null : parts.join('; ');
}

/** Data is called old from here on, in days. */
export const oldAfterDays = 31;
