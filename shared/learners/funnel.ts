import { daysBetween, type PlainDate } from '../calendar/plain-date.ts';
import type { MovePatch } from './check-move.ts';
import type { Learner } from './learner.ts';
import type { MoveReason } from './lifecycle.ts';
import type { LearnerStatus } from './status.ts';

/** Steps on to the course, in order. */
export const courseSteps = ['interested', 'applied', 'offered', 'funded', 'started'] as const;

export type CourseStep = (typeof courseSteps)[number];

/** A row of the register with what its moves say of its past. */
export type FunnelRow = {
  readonly learner: Learner;
  /** What the row said before each recorded move, oldest first. */
  readonly before: readonly Pick<MovePatch, 'status' | 'statusDate'>[];
  /** Why it was withdrawn, where that is recorded. */
  readonly withdrawnFor: MoveReason | null;
};

/** What keeps people at a step and could be removed by the trust. */
export type Hold = 'no-supervisor' | 'no-release' | 'no-funding' | 'training' | 'sign-off' | 'time-agreed';

/** People held by one thing, of those it could hold. */
export type Held = { readonly hold: Hold; readonly count: number; readonly of: number };

export type FunnelStep<Step extends string> = {
  readonly step: Step;
  /** People (rows of a stage) that came this far. */
  readonly reached: number;
  /** Of those, who came to the next step; `null` at the last. */
  readonly wentOn: number | null;
  /** Days from this step to the next, the middle of those whose both days are known; `null` where none is. */
  readonly medianDays: number | null;
  /** Still here: neither gone on nor out. */
  readonly waiting: number;
  /** The thing that holds most of those waiting or lost, where the trust can remove one. */
  readonly held: Held | null;
};

/** The middle value; of an even number the lower, so that it is one that happened. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

const onCourse: readonly LearnerStatus[] = ['enrolled', 'interrupted', 'qualified'];

function stepOf(status: LearnerStatus): CourseStep | null {
  if (onCourse.includes(status)) return 'started';
  return courseSteps.find((step) => step === status) ?? null;
}

/** Days on which the row came to each step it came to; `null` where the day is not known. */
function reachedOn({ learner, before }: FunnelRow): ReadonlyMap<CourseStep, PlainDate | null> {
  const seen = [...before, learner].flatMap(({ status, statusDate }) => {
    const step = stepOf(status);
    return step === null ? [] : [{ step, on: step === 'started' ? learner.startedOn : statusDate }];
  });
  if (learner.startedOn !== null) seen.push({ step: 'started', on: learner.startedOn });
  const furthest = Math.max(0, ...seen.map(({ step }) => courseSteps.indexOf(step)));
  return new Map(
    courseSteps
      .slice(0, furthest + 1)
      .map((step) => [step, seen.find((one) => one.step === step)?.on ?? null]),
  );
}

const holdOfReason: Partial<Record<MoveReason, Hold>> = {
  'no-supervisor': 'no-supervisor',
  'release-not-kept': 'no-release',
  'not-funded': 'no-funding',
};

/** What stands in the way of a row now, or took it out. */
function holdsOf({ learner, withdrawnFor }: FunnelRow): Hold[] {
  if (learner.status === 'withdrawn') {
    const hold = withdrawnFor === null ? undefined : holdOfReason[withdrawnFor];
    return hold === undefined ? [] : [hold];
  }
  return [
    ...(learner.supervisor === null ? (['no-supervisor'] as const) : []),
    ...(learner.weeklyReleaseMinutes === null && learner.statedReleaseMinutes === null
      ? (['no-release'] as const)
      : []),
    ...(learner.fundingSource === null ? (['no-funding'] as const) : []),
  ];
}

/** The hold that most people share; of equals the first by name. */
export function mostHeld(people: readonly (readonly Hold[])[]): Held | null {
  const counts = new Map<Hold, number>();
  for (const hold of people.flat()) counts.set(hold, (counts.get(hold) ?? 0) + 1);
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return most === undefined ? null : { hold: most[0], count: most[1], of: people.length };
}

/** How rows of some intakes came on to the course, step by step. */
export function courseFunnel(rows: readonly FunnelRow[]): readonly FunnelStep<CourseStep>[] {
  const known = rows.map((row) => ({ row, on: reachedOn(row) }));
  return courseSteps.map((step, index) => {
    const here = known.filter(({ on }) => on.has(step));
    const next = courseSteps[index + 1];
    const stopped = next === undefined ? [] : here.filter(({ on }) => !on.has(next));
    const days = here.flatMap(({ on }) => {
      const [from, to] = [on.get(step), next === undefined ? null : on.get(next)];
      return from && to ? [Math.max(0, daysBetween(from, to))] : [];
    });
    return {
      step,
      reached: here.length,
      wentOn: next === undefined ? null : here.length - stopped.length,
      medianDays: medianOf(days),
      waiting: stopped.filter(({ row }) => row.learner.status !== 'withdrawn').length,
      held: mostHeld(stopped.map(({ row }) => holdsOf(row))),
    };
  });
}

/** Steps from the award to a role. */
export const roleSteps = ['qualified', 'ready', 'named'] as const;

export type RoleStep = (typeof roleSteps)[number];

/** Somebody in post who holds an award. */
export type Graduate = {
  readonly awardOn: PlainDate;
  /** `null`: not ready, or since when is not known. */
  readonly readyOn: PlainDate | null;
  readonly ready: boolean;
  /** The first role on a delegation log; `null` without one. */
  readonly namedOn: PlainDate | null;
  /** What the readiness checklist lacks. */
  readonly lacks: readonly Hold[];
};

function daysAfter(award: PlainDate, on: PlainDate | null): readonly number[] {
  return on === null || on < award ? [] : [daysBetween(award, on)];
}

/** From the award to ready and to a role; both are counted from the award, since a role may come without the checklist. */
export function roleFunnel(people: readonly Graduate[]): readonly FunnelStep<RoleStep>[] {
  const [ready, named] = [
    people.filter((one) => one.ready),
    people.filter(({ namedOn }) => namedOn !== null),
  ];
  const neither = people.filter((one) => !one.ready && one.namedOn === null);
  const unnamed = ready.filter(({ namedOn }) => namedOn === null);
  const days = (of: (one: Graduate) => PlainDate | null): number | null =>
    medianOf(people.flatMap((one) => daysAfter(one.awardOn, of(one))));
  return [
    {
      step: 'qualified',
      reached: people.length,
      wentOn: ready.length,
      medianDays: days(({ readyOn }) => readyOn),
      waiting: neither.length,
      held: mostHeld(neither.map(({ lacks }) => lacks)),
    },
    {
      step: 'ready',
      reached: ready.length,
      wentOn: ready.length - unnamed.length,
      medianDays: null,
      waiting: unnamed.length,
      held: null,
    },
    {
      step: 'named',
      reached: named.length,
      wentOn: null,
      medianDays: days(({ namedOn }) => namedOn),
      waiting: 0,
      held: null,
    },
  ];
}
