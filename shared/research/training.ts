import type { PlainDate } from '../calendar/plain-date.ts';
import { trainingValidTo } from '../learners/readiness.ts';

/** Where somebody's training in good clinical practice stands on a day; nothing recorded is not known, never expired. */
export type TrainingState =
  | { readonly kind: 'current'; readonly to: PlainDate; readonly version: string | null }
  | { readonly kind: 'expired'; readonly to: PlainDate; readonly version: string | null }
  | { readonly kind: 'not-known' };

/** @param validityMonths the trust's own rule: the last day on which training counts is the same day that many months on. */
export function trainingStateOn(
  recorded: { readonly trainingOn: PlainDate | null; readonly trainingVersion: string | null } | null,
  validityMonths: number,
  date: PlainDate,
): TrainingState {
  const on = recorded?.trainingOn ?? null;
  if (recorded === null || on === null || on > date) return { kind: 'not-known' };
  const to = trainingValidTo(on, validityMonths);
  return { kind: to >= date ? 'current' : 'expired', to, version: recorded.trainingVersion };
}
