import type { RegisterFacts } from './register-facts.ts';
import { roleHistoryOf } from './role-history.ts';
import { routeStudyHistoryOf, type RouteMonths } from './route-history.ts';
import { leavingHistoryOf, piHistoryOf } from './spell-history.ts';
import { studyHistoryOf } from './study-history.ts';
import type { TrustHistory } from './trust-history.ts';

/**
 * The counts that update beliefs, from what was on record on a day.
 *
 * @param bands lower bounds in months since the award.
 * @param routeMonths months of study of the routes other than the framework that are on record.
 */
export function historyOf(
  facts: RegisterFacts,
  bands: readonly number[],
  routeMonths: RouteMonths = {},
): TrustHistory {
  const { roles, routeRoles } = roleHistoryOf(facts, bands);
  const { attempts, entries } = routeStudyHistoryOf(facts, routeMonths);
  const ofRoutes = attempts.length + entries.length + routeRoles.length > 0;
  return {
    ...studyHistoryOf(facts),
    roles,
    ...piHistoryOf(facts),
    leaving: leavingHistoryOf(facts),
    ...(ofRoutes ? { routes: { attempts, entries, roles: routeRoles } } : {}),
  };
}
