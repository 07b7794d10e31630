import { addMonthsTo, monthOf, monthsBetween, type Month } from '../../calendar/month.ts';
import type { PlainDate } from '../../calendar/plain-date.ts';
import type { Learner } from '../../learners/learner.ts';
import { stageNumber } from '../../programmes/stages.ts';
import {
  added,
  byPerson,
  firstMonthAhead,
  leftOn,
  type PostSpan,
  type RegisterFacts,
} from './register-facts.ts';
import type { AttemptCounts, Taken, TrustHistory } from './trust-history.ts';

/** Courses start once a year, and ten months of each are study. */
const intakeInterval = 12;
const studyMonths = 10;

/** A row of the framework whose stage has begun. */
type Begun = {
  readonly learner: Learner;
  readonly stage: 1 | 2 | 3;
  readonly start: Month;
  readonly interruptions: number;
  /** Withdrew while away: the return failed, and no attempt was under way. */
  readonly away: boolean;
  /** Why the stage was not finished, as far as the trust is concerned: the day the person left it. */
  readonly left: PlainDate | null;
};

function begunOf(learner: Learner, facts: RegisterFacts, post: PostSpan | undefined): Begun | null {
  const { stage, route, startedOn, interruptedOn, returnsOn, withdrawnOn } = learner;
  if (route !== 'framework' || stage === 'none' || startedOn === null || startedOn > facts.asAt) return null;
  const gone = leftOn(post, facts.asAt);
  const withdrew = withdrawnOn ?? learner.statusDate;
  const leftFirst = gone !== null && gone <= withdrew;
  const withdrawn = learner.status === 'withdrawn';
  return {
    learner,
    stage: stageNumber(stage),
    start: monthOf(startedOn),
    interruptions: Math.max(learner.interruptions, interruptedOn === null ? 0 : 1),
    away: withdrawn && interruptedOn !== null && (returnsOn === null || returnsOn > withdrew),
    left: withdrawn ? (facts.leftTrust.has(learner.id) || leftFirst ? withdrew : null) : gone,
  };
}

/** Share of the study months done by a month, whole pauses left out. */
function shareDone({ start, interruptions }: Begun, until: Month): number {
  const months = monthsBetween(start, until) - intakeInterval * interruptions;
  return Math.min(1, Math.max(0, months / studyMonths));
}

/** Each interruption ended one attempt; the last one ended as the row says, or is not over. */
function attemptsOf(begun: Begun, facts: RegisterFacts): AttemptCounts {
  const { stage, start, interruptions, learner, left, away } = begun;
  const none = { stage, cohort: start, completed: 0, withdrawn: 0, censored: [], interrupted: interruptions };
  if (learner.status === 'qualified') return { ...none, completed: 1 };
  if (learner.status === 'interrupted' || away) return none;
  if (left !== null) return { ...none, censored: [shareDone(begun, monthOf(left))] };
  if (learner.status === 'withdrawn') return { ...none, withdrawn: 1 };
  return { ...none, censored: [shareDone(begun, firstMonthAhead(facts.asAt))] };
}

/** An interruption that is not over, or was cut short by leaving the trust, says nothing of returning. */
function returnsOf({ interruptions, start, learner, away, left }: Begun): Taken {
  const open = learner.status === 'interrupted' || (away && left !== null);
  const chances = Math.max(0, interruptions - (open ? 1 : 0));
  return { cohort: start, chances, taken: away && left === null ? Math.max(0, chances - 1) : chances };
}

type GoingOn = TrustHistory['goingOn'][number];

/** Whether the next stage was begun, once its intake is over; nothing while it lies ahead or is planned for later. */
function goingOnOf(begun: Begun, rows: readonly Learner[], facts: RegisterFacts): GoingOn[] {
  const { stage, start, interruptions, learner, left } = begun;
  if (stage === 3 || learner.status !== 'qualified') return [];
  const intake = addMonthsTo(start, intakeInterval * (1 + interruptions));
  const next = rows.filter((row) => row.stage !== 'none' && stageNumber(row.stage) === stage + 1);
  const chance = { after: stage, cohort: intake, chances: 1 };
  if (next.some(({ startedOn }) => startedOn !== null && startedOn <= facts.asAt)) {
    return [{ ...chance, taken: 1 }];
  }
  const ahead = firstMonthAhead(facts.asAt);
  const planned = next.some(({ status, intakeMonth }) => status !== 'withdrawn' && intakeMonth >= ahead);
  const leftFirst = left !== null && monthOf(left) <= intake;
  return intake >= ahead || planned || leftFirst ? [] : [{ ...chance, taken: 0 }];
}

function addTaken<T extends Taken>(a: T, b: T): T {
  return { ...a, chances: a.chances + b.chances, taken: a.taken + b.taken };
}

function addAttempts(a: AttemptCounts, b: AttemptCounts): AttemptCounts {
  return {
    ...a,
    completed: a.completed + b.completed,
    interrupted: a.interrupted + b.interrupted,
    withdrawn: a.withdrawn + b.withdrawn,
    censored: [...a.censored, ...b.censored],
  };
}

/** How attempts, interruptions and choices to go on ended, by cohort. */
export function studyHistoryOf(facts: RegisterFacts): Pick<TrustHistory, 'attempts' | 'returns' | 'goingOn'> {
  const posts = new Map(facts.posts.map((post) => [post.personId, post]));
  const begun = [...byPerson(facts.learners)].flatMap(([personId, rows]) =>
    rows.flatMap((row) => {
      const one = begunOf(row, facts, posts.get(personId));
      return one === null ? [] : [{ one, rows }];
    }),
  );
  return {
    attempts: added(
      begun.map(({ one }) => attemptsOf(one, facts)),
      ({ stage, cohort }) => `${stage} ${cohort}`,
      addAttempts,
    ),
    returns: added(
      begun.map(({ one }) => returnsOf(one)).filter(({ chances }) => chances > 0),
      ({ cohort }) => cohort,
      addTaken,
    ),
    goingOn: added(
      begun.flatMap(({ one, rows }) => goingOnOf(one, rows, facts)),
      ({ after, cohort }) => `${after} ${cohort}`,
      addTaken,
    ),
  };
}
