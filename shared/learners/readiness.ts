import { addMonths, type PlainDate } from '../calendar/plain-date.ts';
import { useOf, type ParameterSet, type ParameterUse } from '../parameters/types.ts';
import { valueOn } from '../parameters/value-on.ts';
import type { Route } from '../programmes/routes.ts';

/** What is recorded of one person's readiness to act; `null` is not recorded. */
export type Readiness = {
  readonly personId: string;
  /** Another way than the framework's award by which the person was assessed. */
  readonly assessedRoute: Route | null;
  readonly trainingOn: PlainDate | null;
  /** Which good clinical practice: "E6(R3)". */
  readonly trainingVersion: string | null;
  /** Day of the R&D lead's sign-off. */
  readonly signedOffOn: PlainDate | null;
  /** Day the manager agreed the time, and how many minutes a week. */
  readonly timeAgreedOn: PlainDate | null;
  readonly weeklyMinutes: number | null;
  readonly version: number;
};

export type ReadinessKey = 'assessed-route' | 'training' | 'sign-off' | 'time-agreed';

export type ReadinessCheck = {
  readonly key: ReadinessKey;
  readonly name: string;
  readonly met: boolean;
  /** Why, in words. */
  readonly why: string;
  /** The day it rests on; `null` where there is none. */
  readonly on: PlainDate | null;
};

export type ReadinessAnswer = { readonly ready: boolean; readonly checks: readonly ReadinessCheck[] };

/** How long training counts. The law fixes no time: it is the trust's own rule. */
export type TrainingValidity = { readonly months: number; readonly use: ParameterUse };

/** @throws ModelError 'parameter-missing' when no rule is in force on the day. */
export function trainingValidityOn(date: PlainDate, set: ParameterSet): TrainingValidity {
  const row = valueOn(set, 'GCP_TRAINING_VALIDITY', date);
  return { months: row.value, use: useOf(row) };
}

/** The last day on which training still counts. */
export function trainingValidTo(trainedOn: PlainDate, validityMonths: number): PlainDate {
  return addMonths(trainedOn, validityMonths);
}

/** What readiness on a day is judged by. */
export type ReadinessQuestion = {
  /** Day the latest award was made; `null` without an award. */
  readonly awardOn: PlainDate | null;
  readonly readiness: Readiness | null;
  readonly validityMonths: number;
  readonly date: PlainDate;
};

function by(day: PlainDate | null, date: PlainDate): boolean {
  return day !== null && day <= date;
}

function assessment({ awardOn, readiness, date }: ReadinessQuestion): ReadinessCheck {
  const qualified = by(awardOn, date);
  const assessed = readiness !== null && readiness.assessedRoute !== null;
  const why = qualified
    ? 'Holds the award of a stage.'
    : assessed
      ? 'Assessed by another route.'
      : 'No award is recorded, and no assessment by another route.';
  return {
    key: 'assessed-route',
    name: 'Qualified, or assessed by another route',
    met: qualified || assessed,
    why,
    on: qualified ? awardOn : null,
  };
}

function training({ readiness, validityMonths, date }: ReadinessQuestion): ReadinessCheck {
  const on = readiness?.trainingOn ?? null;
  const shared = { key: 'training', name: 'Good clinical practice training valid', on } as const;
  if (on === null) return { ...shared, met: false, why: 'No training is recorded.' };
  if (on > date) return { ...shared, met: false, why: 'The training lies ahead.' };
  const to = trainingValidTo(on, validityMonths);
  return to >= date
    ? { ...shared, met: true, why: `Valid for ${validityMonths} months, by the trust’s rule.` }
    : { ...shared, met: false, why: `Ran out: it counts for ${validityMonths} months by the trust’s rule.` };
}

function dated(
  key: ReadinessKey,
  name: string,
  on: PlainDate | null,
  missing: string,
  date: PlainDate,
): ReadinessCheck {
  const met = by(on, date);
  return { key, name, met, on, why: met ? 'Recorded.' : on === null ? missing : 'The day lies ahead.' };
}

/**
 * Whether somebody is ready to act on a day, with each condition: qualified or assessed by another route, training
 * valid, the R&D lead's dated sign-off, time agreed with the manager. It says nothing about being named.
 */
export function readinessOn(question: ReadinessQuestion): ReadinessAnswer {
  const { readiness, date } = question;
  const agreed = (readiness?.weeklyMinutes ?? 0) > 0 ? (readiness?.timeAgreedOn ?? null) : null;
  const signedOff = readiness?.signedOffOn ?? null;
  const checks = [
    assessment(question),
    training(question),
    dated('sign-off', 'R&D lead’s sign-off', signedOff, 'No sign-off is recorded.', date),
    dated('time-agreed', 'Time agreed with the manager', agreed, 'No time is agreed.', date),
  ];
  return { ready: checks.every(({ met }) => met), checks };
}
