import type { ProjectionYear, ProjectionYears } from '../../shared/pipeline/project-years.ts';
import { fanModel, type FanModel } from '../charts/fan.ts';
import { rangeDotsModel, type RangeDotsModel } from '../charts/range-dots.ts';
import { longMonth } from '../format/dates.ts';
import { formatNumber, plural } from '../format/numbers.ts';
import { about, rangeText } from '../format/ranges.ts';
import { monthOf } from '../../shared/calendar/month.ts';
import { rangeOf, type NamedToday } from './pipeline-model.ts';

type Worded<M> = { readonly headline: string; readonly model: M };

function stockHeadline(now: number, last: ProjectionYear): string {
  const middle = last.piInPost.p50;
  const when = longMonth(monthOf(last.lastDay));
  if (middle === now) return `Named PIs could stay at ${about(now)} to ${when}`;
  return `Named PIs could ${middle > now ? 'rise' : 'fall'} from ${formatNumber(now)} to ${about(middle)} by ${when}`;
}

/** PIs in post at each year end from today's count; `target` is drawn where one is set on this count. */
export function stockChart(
  { namedPi, dataCut }: NamedToday,
  { years }: ProjectionYears,
  target: { readonly at: ProjectionYear['lastDay']; readonly value: number } | undefined,
): Worded<FanModel> | null {
  const last = years.at(-1);
  if (last === undefined) return null;
  const model = fanModel({
    what: 'named PIs',
    history: [{ at: dataCut, label: '', value: namedPi }],
    forecast: years.map((year) => ({
      ...rangeOf(year.piInPost),
      at: year.lastDay,
      label: year.lastDay.slice(0, 4),
    })),
    target,
  });
  return { headline: stockHeadline(namedPi, last), model };
}

function gainsHeadline(years: readonly ProjectionYear[]): string {
  const whole = years.filter(({ partYear }) => !partYear);
  const middles = (whole.length === 0 ? years : whole).map((year) => year.inYear.piGained.p50);
  const [low, high] = [Math.min(...middles), Math.max(...middles)];
  if (high === 0) return 'No single year is likely to bring a first-time PI';
  return `The trust gains about ${rangeText({ low, high })} first-time PIs a year`;
}

/** People first named in each year, PI and Co-I apart. */
export function gainsChart({ years }: ProjectionYears): Worded<RangeDotsModel> {
  const model = rangeDotsModel({
    what: 'people gaining the role in the year',
    series: ['PI', 'Co-I'],
    rows: years.map((year) => ({
      label: year.year,
      note: year.partYear ? plural(year.months, 'month') : undefined,
      ranges: [rangeOf(year.inYear.piGained), rangeOf(year.inYear.coiGained)],
    })),
  });
  return { headline: gainsHeadline(years), model };
}
