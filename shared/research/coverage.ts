import type { PlainDate } from '../calendar/plain-date.ts';
import { isOpenOn, type Study } from './study.ts';

/** Of how many open studies the delegation log is held: how far "named" can be believed. */
export type DelegationCoverage = { readonly held: number; readonly open: number };

export function delegationCoverageOn(
  studies: readonly Pick<Study, 'status' | 'closedOn' | 'delegationLogHeld'>[],
  date: PlainDate,
): DelegationCoverage {
  const open = studies.filter((study) => isOpenOn(study, date));
  return { held: open.filter((study) => study.delegationLogHeld).length, open: open.length };
}

/** The note that stands beside every count of people named. */
export function coverageWords({ held, open }: DelegationCoverage): string {
  return `delegation record held for ${held} of ${open} open ${open === 1 ? 'study' : 'studies'}`;
}
