import type { RegisterFacts } from './register-facts.ts';
import { roleHistoryOf } from './role-history.ts';
import { leavingHistoryOf, piHistoryOf } from './spell-history.ts';
import { studyHistoryOf } from './study-history.ts';
import type { TrustHistory } from './trust-history.ts';

/** The counts that update beliefs, from what was on record on a day. `bands`: lower bounds in months since the award. */
export function historyOf(facts: RegisterFacts, bands: readonly number[]): TrustHistory {
  return {
    ...studyHistoryOf(facts),
    roles: roleHistoryOf(facts, bands),
    ...piHistoryOf(facts),
    leaving: leavingHistoryOf(facts),
  };
}
