import { monthOf } from '../../shared/calendar/month.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { academicYearOf, financialYearOf } from '../../shared/calendar/years.ts';
import type { CountForecast } from '../../shared/pipeline/forecast/count-forecast.ts';
import type { ForecastYear, ForecastYears } from '../../shared/pipeline/forecast/forecast-years.ts';
import type { YearBasis } from '../../shared/pipeline/project-years.ts';
import type { PastYear } from '../../shared/scenario/past-counts.ts';
import { fanModel, type FanInput, type FanModel } from '../charts/fan.ts';
import { rangeDotsModel, type RangeDotsModel } from '../charts/range-dots.ts';
import { longMonth } from '../format/dates.ts';
import { formatNumber, plural } from '../format/numbers.ts';
import { about, rangeText } from '../format/ranges.ts';
import { rangeOf, type NamedToday } from './pipeline-model.ts';
import { targetFacts, type Target } from './targets.ts';

type Worded<M> = { readonly headline: string; readonly model: M };

type Today = NamedToday & { readonly qualifiedNow: number };

/** What was so at past year ends, for the two counts that are of a day. */
const pastOf: Partial<Record<Target, (year: PastYear) => number>> = {
  pi: ({ piInPost }) => piInPost,
  qualified: ({ qualifiedInPost }) => qualifiedInPost,
};

/** Where the fan starts today: people gained are counted from now. */
function nowOf(of: Target, { namedPi, qualifiedNow }: Today): number {
  if (of === 'pi') return namedPi;
  return of === 'qualified' ? qualifiedNow : 0;
}

const names: Readonly<Record<Target, string>> = {
  pi: 'Named PIs',
  qualified: 'Qualified people in post',
  'pi-gained': 'First-time PIs',
  'coi-gained': 'First-time Co-Is',
  'any-gained': 'Investigators by any route',
};

function fanHeadline(of: Target, now: number, last: ForecastYear): string {
  const middle = targetFacts[of].of(last).p50;
  const when = longMonth(monthOf(last.lastDay));
  if (targetFacts[of].when === 'by') return `${names[of]}: ${about(middle)} more by ${when}`;
  if (middle === now) return `${names[of]} could stay at ${about(now)} to ${when}`;
  const moves = middle > now ? 'rise' : 'fall';
  return `${names[of]} could ${moves} from ${formatNumber(now)} to ${about(middle)} by ${when}`;
}

function outerOf({ p5, p95 }: CountForecast): { readonly low: number; readonly high: number } {
  return { low: p5, high: p95 };
}

/** One count at each year end from today's, with what happened before it; `target` is drawn where one is set. */
export function fanChart(
  of: Target,
  today: Today,
  { years }: Pick<ForecastYears, 'years'>,
  past: readonly PastYear[],
  target: FanInput['target'],
): Worded<FanModel> | null {
  const last = years.at(-1);
  if (last === undefined) return null;
  const now = nowOf(of, today);
  const before = pastOf[of];
  const history =
    before === undefined
      ? []
      : past.map((year) => ({ at: year.on, label: year.on.slice(0, 4), value: before(year) }));
  const model = fanModel({
    what: targetFacts[of].many,
    history: [...history, { at: today.dataCut, label: '', value: now }],
    forecast: years.map((year) => ({
      ...rangeOf(targetFacts[of].of(year)),
      outer: outerOf(targetFacts[of].of(year)),
      at: year.lastDay,
      label: year.lastDay.slice(0, 4),
    })),
    target,
  });
  return { headline: fanHeadline(of, now, last), model };
}

function gainsHeadline(years: readonly ForecastYear[]): string {
  const whole = years.filter(({ partYear }) => !partYear);
  const middles = (whole.length === 0 ? years : whole).map((year) => year.inYear.piGained.p50);
  const [low, high] = [Math.min(...middles), Math.max(...middles)];
  if (high === 0) return 'No single year is likely to bring a first-time PI';
  return `The trust gains about ${rangeText({ low, high })} first-time PIs a year`;
}

function counted(value: number) {
  return { middle: value, low: value, high: value };
}

function yearNameOf(on: PlainDate, basis: YearBasis): string {
  return basis === 'financial' ? financialYearOf(on) : academicYearOf(on);
}

/** People first named in each year, PI and Co-I apart: counted where the year is over, forecast where it lies ahead. */
export function gainsChart(
  { years, basis }: Pick<ForecastYears, 'years' | 'basis'>,
  past: readonly PastYear[],
): Worded<RangeDotsModel> {
  const model = rangeDotsModel({
    what: 'people gaining the role in the year',
    series: ['PI', 'Co-I'],
    rows: [
      ...past.slice(-3).map((year) => ({
        label: yearNameOf(year.on, basis),
        note: 'counted',
        ranges: [counted(year.piGained), counted(year.coiGained)],
      })),
      ...years.map((year) => ({
        label: year.year,
        note: year.partYear ? plural(year.months, 'month') : undefined,
        ranges: [rangeOf(year.inYear.piGained), rangeOf(year.inYear.coiGained)],
      })),
    ],
  });
  return { headline: gainsHeadline(years), model };
}
