import type { CellValue } from '../components/sorting.ts';
import { atLeast } from '../../shared/pipeline/count-distribution.ts';
import type { CountSummary } from '../../shared/pipeline/count-summary.ts';
import { firstDayOf } from '../../shared/calendar/month.ts';
import type { ProjectionYear, ProjectionYears } from '../../shared/pipeline/project-years.ts';
import { formatNumber, plural } from '../format/numbers.ts';
import { rangeText, type Range } from '../format/ranges.ts';
import { chance } from '../format/shares.ts';
import type { NamedToday } from './pipeline-model.ts';

export type Measure = {
  readonly key: string;
  readonly label: string;
  /** Heading of its column at 390. */
  readonly short: string;
  readonly kind: 'plain' | 'total';
  /** A number today, or `null` where there is none to give. */
  readonly today: (years: ProjectionYears, named: NamedToday) => number | null;
  /** Counted over the year, and so possibly nobody at all; else on its last day. */
  readonly flow: boolean;
  readonly of: (year: ProjectionYear) => CountSummary;
};

const nothingToday = (): null => null;

/** In post, holding the award of a stage. */
const qualified: Measure = {
  flow: false,
  key: 'qualified',
  label: 'In post at year end',
  short: 'Qualified',
  kind: 'plain',
  today: ({ qualifiedNow }) => qualifiedNow,
  of: (year) => year.qualifiedInPost,
};

const coiGained: Measure = {
  flow: true,
  key: 'coi-gained',
  label: 'Co-I gained, first role',
  short: 'Co-I gained',
  kind: 'plain',
  today: nothingToday,
  of: (year) => year.inYear.coiGained,
};

const piGained: Measure = {
  flow: true,
  key: 'pi-gained',
  label: 'PI gained, first role',
  short: 'PI gained',
  kind: 'plain',
  today: nothingToday,
  of: (year) => year.inYear.piGained,
};

const piReturned: Measure = {
  flow: true,
  key: 'pi-returned',
  label: 'PI role taken up again, not a gain',
  short: 'PI again',
  kind: 'plain',
  today: nothingToday,
  of: (year) => year.inYear.piReturned,
};

const piLost: Measure = {
  flow: true,
  key: 'pi-lost',
  label: 'PI lost: role ended, left or retired',
  short: 'PI lost',
  kind: 'plain',
  today: nothingToday,
  of: (year) => year.inYear.piLost,
};

const piInPost: Measure = {
  flow: false,
  key: 'pi',
  label: 'PI in post at year end',
  short: 'PI in post',
  kind: 'total',
  today: (_years, { namedPi }) => namedPi,
  of: (year) => year.piInPost,
};

/** First of Co-I and PI, by the framework or any other route. */
const anyGained: Measure = {
  flow: true,
  key: 'any-gained',
  label: 'Investigators gained, by any route',
  short: 'By any route',
  kind: 'plain',
  today: nothingToday,
  of: (year) => year.inYear.investigatorsGained,
};

const namedMeasures: readonly Measure[] = [coiGained, piGained, anyGained, piReturned, piLost, piInPost];
export const measures: readonly Measure[] = [qualified, ...namedMeasures];

/** The columns of a narrow screen, those that must be seen without moving it first. */
export const narrowMeasures: readonly Measure[] = [
  qualified,
  coiGained,
  piGained,
  piInPost,
  piLost,
  piReturned,
  anyGained,
];

/** A row of the table by year: a heading, the people ready to act, or a measure. */
export type YearsRow =
  | { readonly kind: 'group'; readonly key: string; readonly label: string }
  | { readonly kind: 'ready'; readonly key: string; readonly label: string }
  | { readonly kind: 'measure'; readonly key: string; readonly measure: Measure };

const measureRow = (measure: Measure): YearsRow => ({ kind: 'measure', key: measure.key, measure });

/** The register of sign-offs is not there yet: who is ready is not known, which is not nobody. */
export const readyIsNotKnown = "Needs the register's sign-off; not known yet";

/** Said of ready people ahead: a fact of the register today, never a state of the model. */
export const readyAheadNote = 'Assumption: the share of qualified people who are ready stays as it is today';

/**
 * Ready people at the end of a year, if today's share of the qualified stays: the register knows today alone. `null`
 * where today's is not known, or where some are ready by another route and there is no share.
 */
export function readyAhead(
  year: ProjectionYear,
  { qualifiedNow }: Pick<ProjectionYears, 'qualifiedNow'>,
  { readyNow }: NamedToday,
): Range | null {
  if (readyNow === null || qualifiedNow === 0 || readyNow > qualifiedNow) return null;
  const { p10, p50, p90 } = year.qualifiedInPost;
  const [low, middle, high] = [p10, p50, p90].map((count) => Math.round((count * readyNow) / qualifiedNow));
  return { low: low ?? 0, middle: middle ?? 0, high: high ?? 0 };
}

/** Qualified, ready and named: three counts that are never added. */
export const yearsRows: readonly YearsRow[] = [
  { kind: 'group', key: 'qualified-group', label: 'Qualified (holds a stage award)' },
  measureRow(qualified),
  { kind: 'group', key: 'ready-group', label: 'Ready to act' },
  { kind: 'ready', key: 'ready', label: 'In post at year end' },
  { kind: 'group', key: 'named-group', label: 'Named on a delegation log' },
  ...namedMeasures.map(measureRow),
];

/**
 * The range beneath a middle: "15 to 25". Where at most one gain or loss is likely the range says little, and the chance
 * of at least one stands beside it: "0 to 1 (34%)".
 */
export function rangeBeneath(measure: Measure, year: ProjectionYear): string {
  const count = measure.of(year);
  const range = `${formatNumber(count.p10)} to ${formatNumber(count.p90)}`;
  const any = atLeast(count, 1);
  return measure.flow && count.p90 <= 1 && any > 0 ? `${range} (${chance(any)})` : range;
}

/** "8" over "6 to 10", for a narrow cell. */
export function readyText({ middle, low, high }: Range): readonly [string, string] {
  return [formatNumber(middle), rangeText({ low, high })];
}

/** "part year, 4 months"; `undefined` for a whole year. */
export function partYearNote({ partYear, months }: ProjectionYear): string | undefined {
  return partYear ? `part year, ${plural(months, 'month')}` : undefined;
}

/** "2026/27 is a part year, 4 months."; nothing where every year is whole. */
export function partYearsInWords({ years }: Pick<ProjectionYears, 'years'>): string {
  const part = years
    .filter(({ partYear }) => partYear)
    .map((year) => `${year.year} is a ${partYearNote(year) ?? ''}`);
  return part.length === 0 ? '' : `${part.join('; ')}.`;
}

/** The table as a file: one line for each measure and year, with the middle, both ends of the range and the mean. */
export function yearsCsv(
  years: ProjectionYears,
  named: NamedToday,
): { readonly headings: readonly string[]; readonly rows: readonly (readonly CellValue[])[] } {
  const rest = (year: ProjectionYear): readonly CellValue[] => [
    year.months,
    firstDayOf(year.firstMonth),
    year.lastDay,
  ];
  const counted = measures.flatMap((measure) => {
    const today = measure.today(years, named);
    const label = measure.short;
    const now = today === null ? [] : [[label, 'Today', null, null, years.dataCut, today, null, null, null]];
    const ahead = years.years.map((year) => {
      const { p50, p10, p90, mean } = measure.of(year);
      return [label, year.year, ...rest(year), p50, p10, p90, Number(mean.toFixed(4))];
    });
    return [...now, ...ahead];
  });
  const ready = years.years.map((year): readonly CellValue[] => {
    const ahead = readyAhead(year, years, named);
    const label = ahead === null ? 'Ready (not known)' : "Ready (at today's share)";
    const { middle = null, low = null, high = null } = ahead ?? {};
    return [label, year.year, ...rest(year), middle, low, high, null];
  });
  return {
    headings: ['Count', 'Year', 'Months', 'From', 'To', 'Middle (P50)', 'Low (P10)', 'High (P90)', 'Mean'],
    rows: [...counted, ...readyToday(years, named), ...ready],
  };
}

function readyToday(
  { dataCut }: ProjectionYears,
  { readyNow }: NamedToday,
): readonly (readonly CellValue[])[] {
  return readyNow === null ? [] : [['Ready', 'Today', null, null, dataCut, readyNow, null, null, null]];
}
