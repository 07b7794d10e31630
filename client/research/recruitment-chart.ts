import { addMonthsTo, firstDayOf, monthsBetween, type Month } from '../../shared/calendar/month.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { MonthlyRecruits, RecruitmentRecord } from '../../shared/research/recruitment.ts';
import { columnsModel, type ColumnsModel } from '../charts/columns.ts';
import { monthTicks, niceTicks } from '../charts/ticks.ts';
import { longDate, longMonth } from '../format/dates.ts';
import { formatNumber, plural } from '../format/numbers.ts';
import type { ShownActivity, ShownPeople } from './research-model.ts';

type Participants = ShownActivity['participants'];

/**
 * Columns of people: the axis in whole ones, and a column whose height is not known as nothing with these words over it,
 * in no file as a nought.
 */
function ofPeople(model: ColumnsModel, known: readonly boolean[], words: string): ColumnsModel {
  const { table, columns } = model;
  const highest = Math.max(1, ...columns.flatMap(({ values }) => values));
  const rows = table.rows.map((row, index) =>
    known[index] === true ? row : row.map((cell, at) => (at === 0 ? cell : { value: null, text: words })),
  );
  const notes = known.flatMap((one, index) => (one ? [] : [{ index, lines: [words] }]));
  return { ...model, ticks: niceTicks(0, highest, 5, true), notes, table: { ...table, rows } };
}

function byMonth(
  caption: string,
  months: readonly { readonly month: Month; readonly recruited: number | null }[],
): ColumnsModel {
  const model = columnsModel({
    caption,
    columnLabel: 'Month',
    columns: months.map(({ month, recruited }) => ({ label: longMonth(month), values: [recruited ?? 0] })),
    series: ['Participants recruited'],
    months: monthTicks(months.map(({ month }) => firstDayOf(month))),
    format: formatNumber,
  });
  const known = months.map(({ recruited }) => recruited !== null);
  return ofPeople(model, known, 'not recorded');
}

/** Participants of the whole trust; `null` while no month is recorded. */
export function trustChart({ months, lastYear }: Participants) {
  const last = months.at(-1);
  if (last === undefined) return null;
  const span = plural(Math.min(12, months.length), 'month');
  return {
    headline: `${plural(lastYear, 'participant')} recorded in the ${span} to ${longMonth(last.month)}`,
    model: byMonth('Participants recruited in the trust by month', months),
  };
}

/** Against the targets, and what is not recorded, in a sentence each. */
export function participantsInWords({ recruited, target, withTarget, months }: Participants): string {
  const missing = months.reduce((sum, month) => sum + month.missing, 0);
  const goal =
    withTarget === 0
      ? 'No study has a target here.'
      : `The targets of ${plural(withTarget, 'study', 'studies')} add up to ${formatNumber(target)}; ${formatNumber(recruited)} of those participants are recorded.`;
  return missing === 0
    ? goal
    : `${goal} Not recorded, which is not none: ${plural(missing, 'month of a study', 'months of studies')} within ${missing === 1 ? 'its' : 'their'} recruitment window.`;
}

/** "27 of 80 participants recruited to October 2026". */
export function studyHeadline({
  months,
  siteTarget,
}: Pick<RecruitmentRecord, 'months' | 'siteTarget'>): string {
  const recruited = months.reduce((sum, one) => sum + one.recruited, 0);
  const last = months.at(-1);
  const count =
    siteTarget === null
      ? plural(recruited, 'participant')
      : `${formatNumber(recruited)} of ${plural(siteTarget, 'participant')}`;
  return `${count} recruited${last === undefined ? '' : ` to ${longMonth(last.month)}`}`;
}

const byMonthCaption = 'Participants recruited, month by month';

/** Recruitment to one study, every month from the first recorded to the last; `months` in order. */
export function studyChart(months: readonly MonthlyRecruits[]): ColumnsModel {
  const known = new Map(months.map(({ month, recruited }) => [month, recruited]));
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  if (first === undefined || last === undefined) return byMonth(byMonthCaption, []);
  const all = Array.from({ length: monthsBetween(first, last) + 1 }, (_, index) => {
    const month = addMonthsTo(first, index);
    return { month, recruited: known.get(month) ?? null };
  });
  return byMonth(byMonthCaption, all);
}

/** Research-active people on the same day of each year. */
export function trendChart(trend: ShownPeople['trend']) {
  const days: readonly PlainDate[] = trend.map(({ date }) => date);
  const [first, last] = [trend[0], trend.at(-1)];
  const said = (people: number | null | undefined): string =>
    people === null || people === undefined ? 'under 5' : formatNumber(people);
  const model = columnsModel({
    caption: 'Research-active people on the same day of each year',
    columnLabel: 'Day',
    columns: trend.map(({ date, people }) => ({ label: longDate(date), values: [people ?? 0] })),
    series: ['People'],
    months: monthTicks(days),
    format: formatNumber,
  });
  const known = trend.map(({ people }) => people !== null);
  return {
    headline: `Research-active people: ${said(first?.people)} five years ago, ${said(last?.people)} today`,
    model: ofPeople(model, known, 'hidden'),
  };
}
