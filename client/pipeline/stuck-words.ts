import type { CourseStep, FunnelStep, Held, Hold, RoleStep } from '../../shared/learners/funnel.ts';
import type { Fit } from '../../shared/research/who-could-follow.ts';
import { formatNumber } from '../format/numbers.ts';

export type AnyStep = FunnelStep<CourseStep | RoleStep>;

export const stepNames: Readonly<Record<CourseStep | RoleStep, string>> = {
  interested: 'Interested',
  applied: 'Applied',
  offered: 'Offered a place',
  funded: 'Funded',
  started: 'Started',
  qualified: 'Qualified',
  ready: 'Ready to act',
  named: 'Named in a role',
};

const holdWords: Readonly<Record<Hold, string>> = {
  'no-supervisor': 'no supervisor',
  'no-release': 'no release agreed',
  'no-funding': 'no funding source',
  training: 'no valid training recorded',
  'sign-off': 'no R&D sign-off',
  'time-agreed': 'no time agreed with the manager',
};

/** "9 of 21 have no supervisor". */
export function heldInWords({ hold, count, of }: Held): string {
  return `${formatNumber(count)} of ${formatNumber(of)} ${count === 1 ? 'has' : 'have'} ${holdWords[hold]}`;
}

/** "62%", or nothing where nobody came this far. */
export function conversion({ reached, wentOn }: AnyStep): string | null {
  return wentOn === null || reached === 0 ? null : `${Math.round((100 * wentOn) / reached)}%`;
}

/** Whole weeks of the middle wait. */
export function weeksOf({ medianDays }: AnyStep): number | null {
  return medianDays === null ? null : Math.round(medianDays / 7);
}

/** The step where most people are held by something the trust can remove. */
export function largestLoss(steps: readonly AnyStep[]): string {
  const [worst] = steps
    .filter(({ held }) => held !== null)
    .toSorted((a, b) => (b.held?.count ?? 0) - (a.held?.count ?? 0));
  if (worst === undefined || worst.held === null) {
    return 'Nobody is held at a step by something the register knows the trust could remove.';
  }
  const { step, held } = worst;
  return `The largest avoidable loss is after “${stepNames[step]}”: ${heldInWords(held)}.`;
}

export const fitWords: Readonly<Record<Fit, string>> = {
  'on-the-study': 'Co-I on this study',
  'same-specialty': 'same specialty',
  'specialty-not-known': 'specialty not known',
};

type Follower = {
  readonly name: string;
  readonly fit: Fit;
  readonly ready: boolean;
  readonly isPi: boolean;
  readonly rule: 'allowed' | 'not-known';
};

/** "A. Name (Co-I on this study, ready)". */
export function followerInWords({ name, fit, ready, isPi, rule }: Follower): string {
  const parts = [
    fitWords[fit],
    ...(isPi ? ['PI elsewhere'] : []),
    ...(ready ? ['ready'] : isPi ? [] : ['not recorded as ready']),
    ...(rule === 'not-known' ? ['check who may lead'] : []),
  ];
  return `${name} (${parts.join(', ')})`;
}
