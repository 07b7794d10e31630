import { addDays, type PlainDate } from '../../shared/calendar/plain-date.ts';
import {
  firstDayOfFinancialYear,
  lastDayOfFinancialYear,
  type FinancialYear,
} from '../../shared/calendar/years.ts';
import type { BackfillSummary, CoverLadder } from '../../shared/scenario/backfill-summary.ts';
import { barsModel, type BarsModel } from '../charts/bars.ts';
import { columnsModel, type ColumnsModel } from '../charts/columns.ts';
import { monthTicks } from '../charts/ticks.ts';
import { addMonthsTo, firstDayOf, monthsBetween } from '../../shared/calendar/month.ts';
import { longDate, longMonth } from '../format/dates.ts';
import { fineHours, hours } from '../format/hours.ts';
import { pounds } from '../format/money.ts';
import { plural } from '../format/numbers.ts';

/** What the page is about, besides the summary. */
export type CoverPlan = {
  readonly dataCut: PlainDate;
  /** The two financial years of the page. */
  readonly years: readonly FinancialYear[];
  readonly bookUntil: PlainDate;
  readonly summary: BackfillSummary;
};

/** The days the plan covers: the first Monday to the Sunday of the last week; `null` while nobody is released. */
export function planSpan({
  byWeek,
}: BackfillSummary): { readonly from: PlainDate; readonly to: PlainDate } | null {
  const [first, last] = [byWeek[0], byWeek.at(-1)];
  return first === undefined || last === undefined
    ? null
    : { from: first.monday, to: addDays(last.monday, 6) };
}

/** A column of years added up: one year, the two of the page, or the whole plan. */
export type YearColumn = {
  readonly key: string;
  readonly label: string;
  /** "from 16 November 2026" where the plan does not cover the whole year. */
  readonly note: string | undefined;
  readonly years: readonly FinancialYear[];
};

/** A column's heading in a file: "2026/27, from 16 November 2026". */
export function headingOfYears({ label, note }: YearColumn): string {
  return note === undefined ? label : `${label}, ${note}`;
}

function partOfYear(year: FinancialYear, span: NonNullable<ReturnType<typeof planSpan>>): string | undefined {
  const from = span.from > firstDayOfFinancialYear(year) ? `from ${longDate(span.from)}` : '';
  const to = span.to < lastDayOfFinancialYear(year) ? `to ${longDate(span.to)}` : '';
  const words = [from, to].filter((part) => part !== '').join(' ');
  return words === '' ? undefined : words;
}

/** The years of the plan side by side: the two of the page and their sum, then those beyond, then the whole plan. */
export function yearColumns({ summary, years }: Pick<CoverPlan, 'summary' | 'years'>): readonly YearColumn[] {
  const span = planSpan(summary);
  if (span === null) return [];
  const all = summary.ladder.map(({ financialYear }) => financialYear);
  const column = (year: FinancialYear): YearColumn => ({
    key: year,
    label: year,
    note: partOfYear(year, span),
    years: [year],
  });
  const [shown, beyond] = [
    all.filter((year) => years.includes(year)),
    all.filter((year) => !years.includes(year)),
  ];
  const sum = (key: string, label: string, own: readonly FinancialYear[]): readonly YearColumn[] =>
    own.length > 1 ? [{ key, label, note: undefined, years: own }] : [];
  return [
    ...shown.map(column),
    ...sum('two', 'Two years', shown),
    ...beyond.map(column),
    ...(beyond.length > 0 ? sum('all', 'Whole plan', all) : []),
  ];
}

/** Adds up a measure over the years of a column. */
export function sumOver<T extends { readonly financialYear: FinancialYear }>(
  rows: readonly T[],
  { years }: Pick<YearColumn, 'years'>,
  of: (row: T) => number,
): number {
  return rows
    .filter(({ financialYear }) => years.includes(financialYear))
    .reduce((sum, row) => sum + of(row), 0);
}

/** Cover cost of the whole plan: every way of cutting it adds up to this. */
export function totalPence({ byYear }: BackfillSummary): number {
  return byYear.reduce((sum, year) => sum + year.costPence, 0);
}

type Rung = {
  readonly key: string;
  readonly label: string;
  /** In the chart, where there is little room. */
  readonly short: string;
  /** Whole minutes, or minutes × 10 000 for time that is not rounded. */
  readonly of: (year: CoverLadder) => number;
  readonly unit: 'minutes' | 'minute-bp';
};

/** The cover ladder from the top: each rung takes its part, and what is left goes on. */
export const rungs: readonly Rung[] = [
  {
    key: 'released',
    label: 'Released for study',
    short: 'Released',
    of: (year) => year.released,
    unit: 'minutes',
  },
  {
    key: 'headroom',
    label: 'Taken from study headroom',
    short: 'From headroom',
    of: (year) => year.headroom,
    unit: 'minutes',
  },
  {
    key: 'lapsed',
    label: 'Lapses with the learner’s own absence',
    short: 'Lapses',
    of: (year) => year.lapsed,
    unit: 'minutes',
  },
  {
    key: 'ownTime',
    label: 'In the learners’ own time',
    short: 'Own time',
    of: (year) => year.ownTime,
    unit: 'minutes',
  },
  {
    key: 'absorbed',
    label: 'Absorbed by the teams',
    short: 'Absorbed',
    of: (year) => year.absorbed,
    unit: 'minutes',
  },
  { key: 'need', label: 'To be covered', short: 'To cover', of: (year) => year.need, unit: 'minutes' },
  {
    key: 'filled',
    label: 'Filled by the rungs of cover',
    short: 'Filled',
    of: (year) => year.filled,
    unit: 'minute-bp',
  },
  {
    key: 'unfilled',
    label: 'Nobody fills',
    short: 'Nobody fills',
    of: (year) => year.unfilled,
    unit: 'minute-bp',
  },
];

/** The rungs of a plan: own time only where a policy says so. */
export function rungsOf({ ladder }: Pick<BackfillSummary, 'ladder'>): readonly Rung[] {
  const ownTime = ladder.some((year) => year.ownTime > 0);
  return rungs.filter(({ key }) => ownTime || key !== 'ownTime');
}

/** Hours of a rung as printed: "2,362.5". */
export function rungHours({ unit }: Rung, amount: number): string {
  return unit === 'minutes' ? hours(amount) : fineHours(amount);
}

/** Hours as a bare number for a file, to a ten-thousandth of an hour; `perHour` is 60 for minutes. */
export function hoursNumber(amount: number, perHour = 60): number {
  return Math.round((amount / perHour) * 10_000) / 10_000;
}

/** Hours of a rung as a bare number. */
export function bareHours({ unit }: Rung, amount: number): number {
  return hoursNumber(amount, unit === 'minutes' ? 60 : 600_000);
}

function sumOfLadder(ladder: readonly CoverLadder[], rung: Rung): number {
  return ladder.reduce((sum, year) => sum + rung.of(year), 0);
}

/** The ladder as a sentence: what becomes of every hour released. */
export function ladderInWords({ ladder, byRung }: BackfillSummary): string {
  const said = (key: string): string => {
    const rung = rungs.find((one) => one.key === key);
    return rung === undefined ? '' : rungHours(rung, sumOfLadder(ladder, rung));
  };
  const lapsed = ladder.some((year) => year.lapsed > 0)
    ? `${said('lapsed')} lapse with the learners’ own absence, `
    : '';
  const ownTime = ladder.some((year) => year.ownTime > 0)
    ? `${said('ownTime')} are the learners’ own time, `
    : '';
  const who = byRung.every(({ rung }) => rung === 'planned-bank') ? 'the bank fills' : 'cover fills';
  return (
    `Of ${said('released')} hours released, ${said('headroom')} come out of study headroom, ${lapsed}${ownTime}${said('absorbed')} are ` +
    `absorbed by the teams, and ${said('need')} are to be covered: ${who} ${said('filled')} and nobody ` +
    `fills ${said('unfilled')}.`
  );
}

/** The ladder as bars. */
export function ladderChart({ ladder }: Pick<BackfillSummary, 'ladder'>): {
  readonly headline: string;
  readonly model: BarsModel;
} {
  const rows = rungsOf({ ladder }).map((rung) => {
    const amount = sumOfLadder(ladder, rung);
    const text = `${rungHours(rung, amount)} h`;
    return { label: rung.short, value: bareHours(rung, amount), text, emphasised: rung.key === 'unfilled' };
  });
  const [released = 0, unfilled = 0] = [rows[0]?.value, rows.at(-1)?.value];
  const share = released === 0 ? 0 : Math.round((100 * unfilled) / released);
  return {
    headline: `Nobody fills ${share}% of the hours released`,
    model: barsModel({
      what: 'hours',
      caption: 'The cover ladder, whole plan, hours',
      rowLabel: 'Rung',
      rows,
    }),
  };
}

/** Every month from the first with cover to the last: one without release costs nothing. */
export function everyMonth(byMonth: BackfillSummary['byMonth']): BackfillSummary['byMonth'] {
  const [first, last] = [byMonth[0], byMonth.at(-1)];
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: monthsBetween(first.month, last.month) + 1 }, (_, index) => {
    const month = addMonthsTo(first.month, index);
    return { month, costPence: byMonth.find((one) => one.month === month)?.costPence ?? 0 };
  });
}

/** Cover cost by month of the release days. */
export function monthChart(
  summary: Pick<BackfillSummary, 'byMonth'>,
): { readonly headline: string; readonly model: ColumnsModel } | null {
  const byMonth = everyMonth(summary.byMonth);
  const [first, ...others] = byMonth;
  if (first === undefined) return null;
  const peak = others.reduce((best, month) => (month.costPence > best.costPence ? month : best), first);
  return {
    headline: `Cover costs most in ${longMonth(peak.month)}: ${pounds(peak.costPence)}`,
    model: columnsModel({
      caption: 'Cover cost by month',
      columnLabel: 'Month',
      series: ['Cover cost'],
      columns: byMonth.map(({ month, costPence }) => ({ label: longMonth(month), values: [costPence] })),
      months: monthTicks(byMonth.map(({ month }) => firstDayOf(month))),
      format: pounds,
      bare: (pence) => pence / 100,
    }),
  };
}

/** "Book 12 shifts for the weeks to 10 January 2027. Cover costs £196,628 to 31 March 2028, and …" */
export function headline({ summary, years, bookUntil }: CoverPlan): string {
  const shown = { years };
  const lastYear = years.at(-1);
  const shifts = summary.toBook.reduce((sum, booking) => sum + booking.shifts, 0);
  const cost = sumOver(summary.byYear, shown, (year) => year.costPence);
  const unfilled = sumOver(summary.ladder, shown, (year) => year.unfilled);
  const until = longDate(addDays(bookUntil, 6));
  const book =
    shifts === 0
      ? `No shift to book for the weeks to ${until}.`
      : `Book ${plural(shifts, 'shift')} for the weeks to ${until}.`;
  const to = lastYear === undefined ? '' : ` to ${longDate(lastDayOfFinancialYear(lastYear))}`;
  return `${book} Cover costs ${pounds(cost)}${to}, and ${fineHours(unfilled)} hours stay unfilled.`;
}
