import type { PlainDate } from '../calendar/plain-date.ts';
import type { Learner } from './learner.ts';
import type { LearnerStatus } from './status.ts';

/** A dated step of a stage. `expected`: it lies ahead by the register. */
export type TimelineStep = {
  readonly status: LearnerStatus | 'returned';
  readonly on: PlainDate;
  readonly expected: boolean;
};

type Recorded = {
  readonly status: LearnerStatus;
  readonly move: string;
  readonly on: PlainDate;
  readonly undone: boolean;
};

function datesOfRow(learner: Learner): readonly (readonly [TimelineStep['status'], PlainDate | null])[] {
  return [
    ['enrolled', learner.startedOn],
    ['interrupted', learner.interruptedOn],
    ['returned', learner.returnsOn],
    ['withdrawn', learner.withdrawnOn],
    ['qualified', learner.qualifiedOn],
    [learner.status, learner.statusDate],
  ];
}

/**
 * What is dated of one stage, in order: the days on the row and the steps recorded here, each status and day once.
 * A day after `today` is expected. Being enrolled again after an interruption is a return, not a second start.
 */
export function timelineOf(
  learner: Learner,
  recorded: readonly Recorded[],
  today: PlainDate,
): readonly TimelineStep[] {
  const steps = recorded
    .filter(({ undone }) => !undone)
    .map(({ status, move, on }) => [move === 'return' ? ('returned' as const) : status, on] as const);
  const dated = [...steps, ...datesOfRow(learner)].flatMap(([status, on]): TimelineStep[] => {
    if (on === null) return [];
    const notTheStart = status === 'enrolled' && learner.startedOn !== null && on !== learner.startedOn;
    const notAwaited = status === 'returned' && on > today && learner.status !== 'interrupted';
    return notTheStart || notAwaited ? [] : [{ status, on, expected: on > today }];
  });
  const once = new Map(dated.map((step) => [`${step.on} ${step.status}`, step]));
  return [...once.values()].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
