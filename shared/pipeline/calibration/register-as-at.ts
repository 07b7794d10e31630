import { addMonthsTo, monthOf, type Month } from '../../calendar/month.ts';
import type { PlainDate } from '../../calendar/plain-date.ts';
import type { MovePatch } from '../../learners/check-move.ts';
import type { Learner } from '../../learners/learner.ts';
import { phaseOf } from '../../learners/status.ts';
import type { DelegationEntry } from '../../research/delegation.ts';
import type { Study } from '../../research/study.ts';
import type { PostSpan, RegisterFacts } from './register-facts.ts';

/** A move as the register has it: what it wrote, what stood there before, and when it was recorded. */
export type RecordedMove = {
  readonly learnerId: string;
  readonly recordedOn: PlainDate;
  readonly before: MovePatch;
  readonly leftTrust: boolean;
};

/** The register of today with the days on which its rows were recorded; moves oldest first, undone ones left out. */
export type RecordedRegister = {
  readonly learners: readonly { readonly learner: Learner; readonly recordedOn: PlainDate }[];
  readonly moves: readonly RecordedMove[];
  readonly studies: readonly Study[];
  readonly entries: readonly DelegationEntry[];
  readonly posts: readonly PostSpan[];
  readonly staffSeenFrom: PlainDate | null;
};

/**
 * `recorded`: rows stand as they did on the day. `dated`: nothing had been recorded yet, so that the register is put
 * together from the dates recorded since; it holds no row that nobody entered later.
 */
export type RecordBasis = 'recorded' | 'dated';

export type FactsAsAt = RegisterFacts & {
  readonly basis: RecordBasis;
  readonly studies: readonly Study[];
  readonly entries: readonly DelegationEntry[];
};

/** How long before its intake a place is taken to have been planned, where nobody recorded when. */
const plannedAheadMonths = 3;

function before(day: PlainDate | null, asAt: PlainDate): PlainDate | null {
  return day !== null && day <= asAt ? day : null;
}

function intakeNear(intake: Month, asAt: PlainDate): boolean {
  const now = monthOf(asAt);
  return intake >= now && intake <= addMonthsTo(now, plannedAheadMonths);
}

/** A place not begun yet. How far it had come by then is not known from what came of it: an offer, the middle. */
function plannedAsAt(learner: Learner, asAt: PlainDate, wasOnRecord: boolean): Learner | null {
  const { status, statusDate, intakeMonth } = learner;
  const blank = {
    startedOn: null,
    interruptedOn: null,
    returnsOn: null,
    withdrawnOn: null,
    qualifiedOn: null,
  };
  if (statusDate <= asAt) {
    return phaseOf(status) === 'planned' || status === 'withdrawn' ? learner : null;
  }
  if (!wasOnRecord && !intakeNear(intakeMonth, asAt)) return null;
  return { ...learner, ...blank, interruptions: 0, status: 'offered', statusDate: asAt };
}

/** A row as its dates say it stood on a day; `null` when it was not there. Nothing later than the day is left in it. */
export function learnerAsAt(learner: Learner, asAt: PlainDate, wasOnRecord: boolean): Learner | null {
  const startedOn = before(learner.startedOn, asAt);
  if (startedOn === null) return plannedAsAt(learner, asAt, wasOnRecord);
  const [qualifiedOn, withdrawnOn] = [before(learner.qualifiedOn, asAt), before(learner.withdrawnOn, asAt)];
  const interruptedOn = before(learner.interruptedOn, asAt);
  const later = learner.interruptedOn !== null && interruptedOn === null ? 1 : 0;
  // An expected return was known if the row was there; one put together from dates would know the real one.
  const returnsOn = wasOnRecord ? learner.returnsOn : before(learner.returnsOn, asAt);
  const then = {
    ...learner,
    qualifiedOn,
    withdrawnOn,
    interruptedOn,
    returnsOn: interruptedOn === null ? null : returnsOn,
    interruptions: Math.max(0, learner.interruptions - later),
  };
  if (qualifiedOn !== null) return { ...then, status: 'qualified', statusDate: qualifiedOn };
  if (withdrawnOn !== null) return { ...then, status: 'withdrawn', statusDate: withdrawnOn };
  const away = interruptedOn !== null && (returnsOn === null || returnsOn > asAt);
  return { ...then, status: away ? 'interrupted' : 'enrolled', statusDate: interruptedOn ?? startedOn };
}

/** Takes back, newest first, what was recorded after the day. */
function rolledBack(learner: Learner, moves: readonly RecordedMove[], asAt: PlainDate): Learner {
  return moves
    .filter(({ learnerId, recordedOn }) => learnerId === learner.id && recordedOn > asAt)
    .reduceRight<Learner>((row, move) => ({ ...row, ...move.before }), learner);
}

function learnersAsAt(register: RecordedRegister, asAt: PlainDate, basis: RecordBasis): Learner[] {
  return register.learners.flatMap(({ learner, recordedOn }) => {
    if (basis === 'recorded' && recordedOn > asAt) return [];
    const row = basis === 'recorded' ? rolledBack(learner, register.moves, asAt) : learner;
    const then = learnerAsAt(row, asAt, basis === 'recorded');
    return then === null ? [] : [then];
  });
}

/** Roles and studies with no end that came later: the planned close of a study was known. */
function researchAsAt(
  { studies, entries }: RecordedRegister,
  asAt: PlainDate,
): Pick<FactsAsAt, 'studies' | 'entries'> {
  return {
    studies: studies.map((study) => ({ ...study, closedOn: before(study.closedOn, asAt) })),
    entries: entries
      .filter(({ startedOn }) => startedOn <= asAt)
      .map((entry) => ({ ...entry, endedOn: before(entry.endedOn, asAt) })),
  };
}

/** Since when the register keeps itself: the day its first row was recorded; `null` when it is empty. */
export function recordsFrom({ learners }: RecordedRegister): PlainDate | null {
  return learners.reduce<PlainDate | null>(
    (first, { recordedOn }) => (first === null || recordedOn < first ? recordedOn : first),
    null,
  );
}

/**
 * The register as at a past day: with only what was recorded then, or, before anything was, with only what had
 * happened by then (`basis` says which). Somebody's age band is today's.
 */
export function registerAsAt(register: RecordedRegister, asAt: PlainDate): FactsAsAt {
  const since = recordsFrom(register);
  return factsAsAt(register, asAt, since !== null && since <= asAt ? 'recorded' : 'dated');
}

/** Everything known today of what had happened by a day, whenever it was recorded: what history is counted from. */
export function registerToday(register: RecordedRegister, today: PlainDate): FactsAsAt {
  return factsAsAt(register, today, 'dated');
}

function factsAsAt(register: RecordedRegister, asAt: PlainDate, basis: RecordBasis): FactsAsAt {
  const seen = before(register.staffSeenFrom, asAt);
  return {
    asAt,
    basis,
    learners: learnersAsAt(register, asAt, basis),
    leftTrust: new Set(register.moves.filter(({ leftTrust }) => leftTrust).map(({ learnerId }) => learnerId)),
    ...researchAsAt(register, asAt),
    posts: register.posts
      .filter(({ from }) => from <= asAt)
      .map((post) => ({ ...post, to: before(post.to, asAt) })),
    staffSeenFrom: seen,
  };
}
