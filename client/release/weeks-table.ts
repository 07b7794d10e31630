import type { Standing, WardWeek } from '../../shared/backfill/ward-answer.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { standingInWords } from '../charts/weekly-hours.ts';
import type { TeamView } from './team-view.ts';

/** One week as the table and its CSV hold it: hours, whole chances from 0 to 1, pounds; `null` is not known. */
export type WeekRow = {
  readonly monday: PlainDate;
  readonly released: number;
  readonly toCover: number;
  readonly filled: number;
  /** Beyond headroom and filled by nobody. */
  readonly nobodyFills: number;
  readonly withCover: number | null;
  readonly aboveWithoutRelease: number | null;
  readonly aboveWithoutCover: number | null;
  readonly aboveWithCover: number | null;
  readonly shifts: number | null;
  readonly chanceShort: number | null;
  readonly costPounds: number;
  readonly standing: string;
  readonly isShort: boolean;
};

function hoursOf(minuteBp: number | undefined): number | null {
  return minuteBp === undefined ? null : minuteBp / 600_000;
}

const short: readonly Standing[] = ['short-after-cover', 'short-without-release'];

/** All weeks shown, each with its cover, its margins and its cost. */
export function weekRows({
  ward,
  shiftMinutes,
}: Pick<TeamView, 'ward' | 'shiftMinutes'>): readonly WeekRow[] {
  const pence = new Map<PlainDate, number>();
  for (const { monday, costPence } of ward.costLines) pence.set(monday, (pence.get(monday) ?? 0) + costPence);
  return ward.weeks.map((week) => rowOf(week, pence.get(week.monday) ?? 0, shiftMinutes));
}

function rowOf(week: WardWeek, costPence: number, shiftMinutes: number): WeekRow {
  const { monday, released, need, filled, gap, available, judgement } = week;
  const margin = judgement?.margin;
  return {
    monday,
    released: released / 60,
    toCover: need / 60,
    filled: filled / 600_000,
    nobodyFills: (gap * 10_000 - filled) / 600_000,
    withCover: hoursOf(available?.afterCover),
    aboveWithoutRelease: hoursOf(margin?.withoutRelease),
    aboveWithoutCover: hoursOf(margin?.beforeCover),
    aboveWithCover: hoursOf(margin?.afterCover),
    shifts: margin === undefined ? null : margin.afterCover / (shiftMinutes * 10_000),
    chanceShort: judgement?.chanceShort.afterCover ?? null,
    costPounds: costPence / 100,
    standing: judgement === null ? 'not known' : standingInWords[judgement.standing],
    isShort: judgement !== null && short.includes(judgement.standing),
  };
}
