import { firstDayOf, type Month } from '../calendar/month.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Learner } from './learner.ts';
import {
  isRegisterMove,
  moveFacts,
  movesFrom,
  stateNames,
  type LifecycleState,
  type MoveId,
  type MoveNeed,
  type MoveReason,
} from './lifecycle.ts';

/** What is typed with a move; `null` is not given. */
export type MoveRequest = {
  readonly move: MoveId;
  readonly on: PlainDate;
  readonly reason: MoveReason | null;
  /** What shows it: "Exam board of 3 July 2027". No names. */
  readonly evidence: string | null;
  readonly expectedReturn: PlainDate | null;
  readonly fundingSource: string | null;
};

type Row = Pick<
  Learner,
  | 'status'
  | 'statusDate'
  | 'startedOn'
  | 'interruptedOn'
  | 'returnsOn'
  | 'withdrawnOn'
  | 'qualifiedOn'
  | 'interruptions'
  | 'supervisor'
  | 'fundingSource'
> & { readonly intakeMonth: Month };

/** What the register holds of one person in one stage, as far as a move depends on it. */
export type MoveSubject = {
  readonly row: Row;
  /** The state of the person: the row's status, or ready or named where other records say so. */
  readonly state: LifecycleState;
  /** Release is promised, or the university publishes its hours. */
  readonly hoursKnown: boolean;
  /** Another stage of the same person is under way. */
  readonly studiesElsewhere: boolean;
};

/** The fields of a row that a move writes; the same fields as they were are what undo puts back. */
export type MovePatch = Pick<
  Learner,
  | 'status'
  | 'statusDate'
  | 'startedOn'
  | 'interruptedOn'
  | 'returnsOn'
  | 'withdrawnOn'
  | 'qualifiedOn'
  | 'interruptions'
  | 'fundingSource'
>;

/** The part of a row that moves write. */
export function movePatchOf(row: Row): MovePatch {
  const { status, statusDate, startedOn, interruptedOn, returnsOn, withdrawnOn, qualifiedOn } = row;
  const { interruptions, fundingSource } = row;
  return {
    status,
    statusDate,
    startedOn,
    interruptedOn,
    returnsOn,
    withdrawnOn,
    qualifiedOn,
    interruptions,
    fundingSource,
  };
}

type Asked = { readonly subject: MoveSubject; readonly request: MoveRequest; readonly today: PlainDate };

function refuse(message: string, field: string): Result<never> {
  return err('move-refused', message, { field });
}

function followsFromElsewhere({ request: { move } }: Asked): string {
  return move === 'name'
    ? 'Named is read from the delegation log alone. Record the person on the log of the study instead.'
    : 'Ready to act follows from the readiness checklist. Record the training, the sign-off and the time agreed there.';
}

function notFromHere({ subject: { state }, request: { move } }: Asked): string {
  const possible = movesFrom(state).map((id) => moveFacts(id).name);
  const instead =
    possible.length === 0
      ? 'Nothing follows this state; undo the last step if it is wrong.'
      : `From here: ${possible.join(', ')}.`;
  return `“${moveFacts(move).name}” cannot follow “${stateNames[state]}”. ${instead}`;
}

/** What is wrong with each need where it is not met; `null` where it is. */
const needChecks: Readonly<Partial<Record<MoveNeed, (asked: Asked) => string | null>>> = {
  reason: ({ request: { move, reason } }) =>
    reason !== null && moveFacts(move).reasons.includes(reason) ? null : 'Choose a reason from the list.',
  evidence: ({ request: { evidence } }) =>
    evidence === null || evidence.trim() === ''
      ? 'Say what shows it: the exam board’s date or the award letter’s.'
      : null,
  'expected-return': ({ request: { on, expectedReturn } }) =>
    expectedReturn !== null && expectedReturn > on
      ? null
      : 'Give the day a return is expected, after the day the interruption starts.',
  'funding-source': ({ request: { fundingSource } }) =>
    fundingSource === null || fundingSource.trim() === '' ? 'Say who pays the fee.' : null,
  supervisor: ({ subject: { row } }) =>
    row.supervisor === null
      ? 'No supervisor is recorded. A learner without one cannot start: enter the supervisor in the agreement first.'
      : null,
  hours: ({ subject: { hoursKnown } }) =>
    hoursKnown ? null : 'No release hours are agreed. Enter them in the agreement first.',
};

function unmetNeed(asked: Asked): Result<never> | null {
  for (const need of moveFacts(asked.request.move).needs) {
    const problem = needChecks[need]?.(asked) ?? null;
    if (problem !== null) return refuse(problem, need);
  }
  return null;
}

function impossibleDate({ subject, request: { move, on }, today }: Asked): string | null {
  const { row } = subject;
  if (on > today) return 'This day has not come yet. A step is recorded once it has happened.';
  if (on < row.statusDate && (move !== 'return' || on < (row.interruptedOn ?? row.statusDate)))
    return `This day is before the last step, ${row.statusDate}.`;
  if (move === 'enrol' && on < firstDayOf(row.intakeMonth)) return 'This day is before the intake month.';
  if (move === 'qualify' && row.startedOn !== null && on <= row.startedOn)
    return 'An award cannot be held on or before the first day of the course.';
  if (move === 'return' && row.interruptedOn !== null && on <= row.interruptedOn)
    return 'A return comes after the day the interruption started.';
  return null;
}

function overlap({ subject, request: { move } }: Asked): string | null {
  const starts = move === 'enrol' || move === 'return';
  return starts && subject.studiesElsewhere
    ? 'This person is on another stage at the same time. End that stage first.'
    : null;
}

function written({ subject: { row }, request }: Asked): MovePatch {
  const { move, on } = request;
  const held = { ...movePatchOf(row), statusDate: on };
  switch (move) {
    case 'apply':
      return { ...held, status: 'applied' };
    case 'offer':
      return { ...held, status: 'offered' };
    case 'fund':
      return { ...held, status: 'funded', fundingSource: request.fundingSource };
    case 'enrol':
      return { ...held, status: 'enrolled', startedOn: on };
    case 'interrupt':
      return {
        ...held,
        status: 'interrupted',
        interruptedOn: on,
        returnsOn: request.expectedReturn,
        interruptions: row.interruptions + 1,
      };
    case 'return':
      return { ...held, status: 'enrolled', returnsOn: on };
    case 'withdraw':
      return { ...held, status: 'withdrawn', withdrawnOn: on };
    case 'qualify':
      return { ...held, status: 'qualified', qualifiedOn: on };
    case 'make-ready':
    case 'name':
      throw new RangeError('a move that is not written to the register');
  }
}

/**
 * Whether a move may be recorded, and the fields it writes. Refused with `move-refused`, the reason in words and the
 * field it is about: the move does not follow the state, a need is not met, or a day cannot be.
 */
export function checkMove(subject: MoveSubject, request: MoveRequest, today: PlainDate): Result<MovePatch> {
  const asked: Asked = { subject, request, today };
  if (!isRegisterMove(request.move)) return refuse(followsFromElsewhere(asked), 'move');
  if (!moveFacts(request.move).from.includes(subject.state)) return refuse(notFromHere(asked), 'move');
  const date = impossibleDate(asked);
  if (date !== null) return refuse(date, 'date');
  const overlapping = overlap(asked);
  if (overlapping !== null) return refuse(overlapping, 'move');
  return unmetNeed(asked) ?? ok(written(asked));
}
