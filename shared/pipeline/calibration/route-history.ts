import { addMonthsTo, monthOf, monthsBetween, type Month } from '../../calendar/month.ts';
import type { PlainDate } from '../../calendar/plain-date.ts';
import type { Learner } from '../../learners/learner.ts';
import { isOtherRoute, type OtherRoute } from '../route-rates.ts';
import {
  added,
  byPerson,
  firstMonthAhead,
  leftOn,
  type PostSpan,
  type RegisterFacts,
} from './register-facts.ts';
import type { RouteHistory } from './trust-history.ts';

/** Months of study by route. */
export type RouteMonths = Readonly<Record<string, number>>;

/** Courses start once a year; an interruption lasts until the same month of the next. */
const intakeInterval = 12;

/** A row of another route that has begun. A direct appointment has no study, and so no attempt. */
type Begun = {
  readonly learner: Learner;
  readonly route: OtherRoute;
  readonly start: Month;
  readonly studyMonths: number;
  readonly interruptions: number;
  /** The day the person left the trust before the end of the route. */
  readonly left: PlainDate | null;
};

function begunOf(
  learner: Learner,
  facts: RegisterFacts,
  months: RouteMonths,
  post: PostSpan | undefined,
): Begun[] {
  const { route, startedOn, interruptedOn } = learner;
  if (!isOtherRoute(route) || route === 'appointed' || startedOn === null || startedOn > facts.asAt)
    return [];
  const gone = leftOn(post, facts.asAt);
  const withdrew = learner.withdrawnOn ?? learner.statusDate;
  const leftFirst = facts.leftTrust.has(learner.id) || (gone !== null && gone <= withdrew);
  const left = learner.status === 'withdrawn' ? (leftFirst ? withdrew : null) : gone;
  const interruptions = Math.max(learner.interruptions, interruptedOn === null ? 0 : 1);
  const [start, studyMonths] = [monthOf(startedOn), months[route] ?? intakeInterval];
  return [{ learner, route, start, studyMonths, interruptions, left }];
}

type Attempts = RouteHistory['attempts'][number];

/** Each interruption ended one attempt; the last one ended as the row says, or is not over. */
function attemptsOf(
  { learner, route, start, studyMonths, interruptions, left }: Begun,
  asAt: PlainDate,
): Attempts {
  const none = { route, cohort: start, completed: 0, interrupted: interruptions, withdrawn: 0, censored: [] };
  if (learner.status === 'qualified') return { ...none, completed: 1 };
  if (learner.status === 'interrupted') return none;
  if (left === null && learner.status === 'withdrawn') return { ...none, withdrawn: 1 };
  const until = left === null ? firstMonthAhead(asAt) : monthOf(left);
  const done = monthsBetween(start, until) - intakeInterval * interruptions;
  return { ...none, censored: [Math.min(1, Math.max(0, done / studyMonths))] };
}

/** Who may start the PGCert after the route, once that intake is over; who holds an award already may not. */
function entriesOf(begun: Begun, rows: readonly Learner[], facts: RegisterFacts): RouteHistory['entries'] {
  const { learner, route, start, studyMonths, interruptions, left } = begun;
  if (route !== 'internship' || learner.status !== 'qualified') return [];
  const whole = intakeInterval * (Math.ceil(studyMonths / intakeInterval) + interruptions);
  const intake = addMonthsTo(start, whole);
  const framework = rows.filter((row) => row.route === 'framework');
  const began = framework.flatMap(({ startedOn }) => startedOn ?? []).filter((on) => on <= facts.asAt);
  if (began.some((on) => monthOf(on) < start)) return [];
  const chance = { route, cohort: intake, chances: 1 };
  if (began.length > 0) return [{ ...chance, taken: 1 }];
  const ahead = firstMonthAhead(facts.asAt);
  const planned = framework.some(({ status, intakeMonth }) => status !== 'withdrawn' && intakeMonth >= ahead);
  const leftFirst = left !== null && monthOf(left) <= intake;
  return intake >= ahead || planned || leftFirst ? [] : [{ ...chance, taken: 0 }];
}

/** How attempts at other routes ended, and who went on to the PGCert after one, by the month the route began. */
export function routeStudyHistoryOf(
  facts: RegisterFacts,
  months: RouteMonths,
): Pick<RouteHistory, 'attempts' | 'entries'> {
  const posts = new Map(facts.posts.map((post) => [post.personId, post]));
  const begun = [...byPerson(facts.learners)].flatMap(([personId, rows]) =>
    rows.flatMap((row) => begunOf(row, facts, months, posts.get(personId)).map((one) => ({ one, rows }))),
  );
  return {
    attempts: added(
      begun.map(({ one }) => attemptsOf(one, facts.asAt)),
      ({ route, cohort }) => `${route} ${cohort}`,
      (a, b) => ({
        ...a,
        completed: a.completed + b.completed,
        interrupted: a.interrupted + b.interrupted,
        withdrawn: a.withdrawn + b.withdrawn,
        censored: [...a.censored, ...b.censored],
      }),
    ),
    entries: added(
      begun.flatMap(({ one, rows }) => entriesOf(one, rows, facts)),
      ({ route, cohort }) => `${route} ${cohort}`,
      (a, b) => ({ ...a, chances: a.chances + b.chances, taken: a.taken + b.taken }),
    ),
  };
}
