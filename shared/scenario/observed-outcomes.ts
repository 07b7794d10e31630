import { addMonthsTo, firstDayOf, lastDayOf, monthOf, type Month } from '../calendar/month.ts';
import { addMonths, type PlainDate } from '../calendar/plain-date.ts';
import type { Learner } from '../learners/learner.ts';
import type { ByCause } from '../pipeline/calibration/reconcile.ts';
import { firstMonthAhead } from '../pipeline/calibration/register-facts.ts';
import type { FactsAsAt } from '../pipeline/calibration/register-as-at.ts';
import type { BackTestMeasure } from '../pipeline/calibration/back-test.ts';
import { firstNamedBy, namedOn, type FirstNamed } from '../research/named.ts';
import type { RemadeForecast } from './remake-forecast.ts';

/** Days of the months [from, to) after a forecast was made. */
export type Span = { readonly from: PlainDate; readonly to: PlainDate };

export function spanOf(asAt: PlainDate, [from, to]: readonly [number, number]): Span {
  const start: Month = firstMonthAhead(asAt);
  return { from: firstDayOf(addMonthsTo(start, from)), to: lastDayOf(addMonthsTo(start, to - 1)) };
}

function within(day: PlainDate | null, { from, to }: Span): boolean {
  return day !== null && from <= day && day <= to;
}

type People = Pick<RemadeForecast, 'learning' | 'alreadyPi'>;

/** Co-I before PI; who goes straight to PI is no gain of a Co-I. */
function gainedCoi({ coi, pi }: FirstNamed, span: Span): boolean {
  return within(coi, span) && (pi === null || (coi !== null && monthOf(coi) < monthOf(pi)));
}

function countOfPeople(ids: Iterable<string>, is: (id: string) => boolean): number {
  let count = 0;
  for (const id of ids) if (is(id)) count += 1;
  return count;
}

/** What came of the people of a forecast, from the register of a later day. */
export function observedOutcomes(
  later: FactsAsAt,
  people: People,
  asAt: PlainDate,
  window: readonly [number, number],
): Readonly<Record<BackTestMeasure, number>> {
  const span = spanOf(asAt, window);
  const byThen = spanOf(asAt, [0, window[1]]);
  const first = firstNamedBy(later.entries, later.asAt);
  const named = namedOn(later.studies, later.entries, span.to);
  const posts = new Map(later.posts.map((post) => [post.personId, post]));
  const gains = (is: (named: FirstNamed) => boolean): number =>
    countOfPeople(people.learning, (id) => {
      const known = first.get(id);
      return known !== undefined && is(known);
    });
  const inPost = (id: string): boolean => {
    const to = posts.get(id)?.to ?? null;
    return posts.has(id) && (to === null || to > span.to);
  };
  return {
    coiGained: gains((known) => gainedCoi(known, span)),
    piGained: gains(({ pi }) => within(pi, span)),
    piGainedByThen: gains(({ pi }) => within(pi, byThen)),
    piInPost: countOfPeople(
      [...people.learning, ...people.alreadyPi],
      (id) => named.get(id) === 'pi' && inPost(id),
    ),
  };
}

/** People of the forecast with a row of which this is true. */
function withRow(later: FactsAsAt, { learning }: People, is: (row: Learner) => boolean): number {
  const ids = later.learners
    .filter((row) => learning.has(row.personId) && is(row))
    .map((row) => row.personId);
  return new Set(ids).size;
}

/** How long after the year an award, or the end of an attempt begun in it, may be recorded. */
const boardMonths = 3;

/** The first year of a forecast, by cause, from the register of a later day. */
export function observedByCause(later: FactsAsAt, people: People, asAt: PlainDate): ByCause {
  const span = spanOf(asAt, [0, 12]);
  const boards = { from: span.from, to: addMonths(span.to, boardMonths) };
  const first = firstNamedBy(later.entries, span.to);
  const gone = new Set(later.posts.filter(({ to }) => within(to, span)).map(({ personId }) => personId));
  const { coiGained, piGained } = observedOutcomes(later, people, asAt, [0, 12]);
  const begunBy = ({ route, startedOn }: Learner): boolean =>
    route === 'framework' && startedOn !== null && startedOn <= span.to;
  const ended = (of: (row: Learner) => PlainDate | null): number =>
    withRow(later, people, (row) => begunBy(row) && within(of(row), boards));
  const qualified = new Set(
    later.learners
      .filter((row) => begunBy(row) && row.qualifiedOn !== null && row.qualifiedOn <= boards.to)
      .map(({ personId }) => personId),
  );
  return {
    started: withRow(later, people, (row) => begunBy(row) && within(row.startedOn, span)),
    completed: ended(({ qualifiedOn }) => qualifiedOn),
    interrupted: ended(({ interruptedOn }) => interruptedOn),
    withdrew: ended(({ withdrawnOn }) => withdrawnOn),
    left: countOfPeople(people.learning, (id) => gone.has(id)),
    waiting: countOfPeople(people.learning, (id) => qualified.has(id) && !first.has(id) && !gone.has(id)),
    coi: coiGained,
    pi: piGained,
  };
}
