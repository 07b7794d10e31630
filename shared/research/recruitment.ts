import { addDays, daysBetween, type PlainDate } from '../calendar/plain-date.ts';
import { firstDayOf, monthOf, monthsBetween, type Month } from '../calendar/month.ts';
import { floorDivide, toSafeNumber } from '../core/rounding.ts';
import type { StudyStatus } from './study.ts';

/** How many participants were recruited here in a month. A month without a row is not known, never none. */
export type MonthlyRecruits = { readonly month: Month; readonly recruited: number };

/** What a study is to recruit at this site and by when; first and last day both count. `null` is not known. */
export type RecruitmentGoal = {
  readonly siteTarget: number | null;
  readonly recruitFrom: PlainDate | null;
  readonly recruitTo: PlainDate | null;
};

/** Why a study is behind and what is done about it; `null` is not recorded. */
export type RecruitmentAction = {
  readonly behindReason: string | null;
  readonly behindAction: string | null;
  readonly behindOwner: string | null;
  readonly behindDue: PlainDate | null;
};

/** Everything recorded of recruitment to one study. */
export type RecruitmentRecord = RecruitmentGoal &
  RecruitmentAction & { readonly months: readonly MonthlyRecruits[] };

/** The figures of the rule: it is behind when `recruited` × `windowDays` < `target` × `elapsedDays`. */
export type RecruitmentFigures = {
  readonly target: number;
  readonly recruited: number;
  readonly windowDays: number;
  readonly elapsedDays: number;
  /** The last day of the last whole month: what is recorded by month is judged by month. */
  readonly judgedOn: PlainDate;
  /** Months of the window up to that day without a record. */
  readonly monthsMissing: number;
  /** The fewest that would not be behind. */
  readonly due: number;
};

/**
 * `behind`: fewer than the share of the target that the share of the window gone by asks for. `not-known`: so few are
 * recorded, but months are missing. `no-goal`: no target or no window.
 */
export type RecruitmentState =
  | { readonly kind: 'no-goal' }
  | { readonly kind: 'not-started' }
  | ({ readonly kind: 'behind' | 'on-target' | 'not-known' } & RecruitmentFigures);

/** The last day of the last month that is over on the day, or the day itself where it ends its month. */
export function lastWholeMonthEnd(date: PlainDate): PlainDate {
  return addDays(firstDayOf(monthOf(addDays(date, 1))), -1);
}

function monthsMissing(months: readonly MonthlyRecruits[], from: PlainDate, to: PlainDate): number {
  const [first, last] = [monthOf(from), monthOf(to)];
  const known = new Set(months.map(({ month }) => month).filter((month) => month >= first && month <= last));
  return monthsBetween(first, last) + 1 - known.size;
}

function figuresOf(
  record: RecruitmentRecord,
  target: number,
  from: PlainDate,
  to: PlainDate,
  judgedOn: PlainDate,
): RecruitmentFigures {
  const until = judgedOn < to ? judgedOn : to;
  const windowDays = daysBetween(from, to) + 1;
  const elapsedDays = daysBetween(from, until) + 1;
  const recruited = record.months
    .filter(({ month }) => month <= monthOf(judgedOn))
    .reduce((sum, one) => sum + one.recruited, 0);
  const due = toSafeNumber(-floorDivide(-BigInt(target) * BigInt(elapsedDays), BigInt(windowDays)));
  return {
    target,
    recruited,
    windowDays,
    elapsedDays,
    judgedOn,
    monthsMissing: monthsMissing(record.months, from, until),
    due,
  };
}

/**
 * Whether a study has recruited the share of its target that the share of its window gone by asks for, at the end of
 * the last whole month. Exact: no share is rounded.
 */
export function recruitmentState(record: RecruitmentRecord, date: PlainDate): RecruitmentState {
  const { siteTarget, recruitFrom, recruitTo } = record;
  if (siteTarget === null || recruitFrom === null || recruitTo === null) return { kind: 'no-goal' };
  const judgedOn = lastWholeMonthEnd(date);
  if (judgedOn < recruitFrom) return { kind: 'not-started' };
  const figures = figuresOf(record, siteTarget, recruitFrom, recruitTo, judgedOn);
  if (figures.recruited >= figures.due) return { kind: 'on-target', ...figures };
  return { kind: figures.monthsMissing > 0 ? 'not-known' : 'behind', ...figures };
}

/** Only studies that could still recruit are judged. */
export function isJudgedOnRecruitment(status: StudyStatus): boolean {
  return status === 'open' || status === 'suspended';
}

/** Everything of a record that cannot be true, in sentences that say what to do. */
export function faultsOfRecruitment(record: RecruitmentRecord, date: PlainDate): string[] {
  const { recruitFrom, recruitTo, months } = record;
  const twice = new Set(months.map(({ month }) => month)).size < months.length;
  return [
    ...(recruitFrom !== null && recruitTo !== null && recruitTo < recruitFrom
      ? ['Recruitment ends before it starts. Correct one of the two days.']
      : []),
    ...(twice ? ['A month stands twice. Give each month one number.'] : []),
    ...(months.some(({ month }) => month > monthOf(date))
      ? ['A month lies ahead. Record a month when it has begun.']
      : []),
  ];
}
