import { asPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import type { ParameterStatus } from '../parameters/types.ts';
import { registeredStaffGroups, type StaffGroup } from '../staff/staff.ts';
import type { Route } from './routes.ts';

/** From its day on, which staff groups may use a route; `null`: no list of groups applies. */
export type RouteRule = {
  readonly route: Route;
  readonly effectiveFrom: PlainDate;
  readonly groups: readonly StaffGroup[] | null;
  readonly rule: string;
  readonly source: string;
  readonly status: ParameterStatus;
};

const notDoctors = registeredStaffGroups.filter((group) => group !== 'Medical and Dental');
const sinceFirstIntake = asPlainDate('2022-09-01');
const since2025 = asPlainDate('2025-01-01');

/** One row a route and date; the latest on or before a day is in force. */
export const routeRules: readonly RouteRule[] = [
  {
    route: 'internship',
    effectiveFrom: sinceFirstIntake,
    groups: notDoctors,
    rule: 'For registered health and care professionals other than doctors and dentists',
    source: 'NIHR, internships for health and care professionals, as recalled',
    status: 'unverified',
  },
  ...(['predoctoral', 'doctoral', 'postdoctoral'] as const).map((route): RouteRule => ({
    route,
    effectiveFrom: since2025,
    groups: registeredStaffGroups,
    rule: 'For registered health and care professionals, doctors and dentists among them',
    source: 'NIHR, research career awards from 2025, which replace those for each profession; as recalled',
    status: 'unverified',
  })),
  {
    route: 'associate-pi',
    effectiveFrom: sinceFirstIntake,
    groups: registeredStaffGroups,
    rule: 'For health and care professionals who do not have research as a core part of their post',
    source: 'NIHR, Associate Principal Investigator Scheme; the registered groups are our reading',
    status: 'unverified',
  },
  {
    route: 'appointed',
    effectiveFrom: sinceFirstIntake,
    groups: null,
    rule: 'No list of groups: the sponsor and the trust decide who is qualified',
    source:
      'UK Policy Framework for Health and Social Care Research; assumption that nothing narrower applies',
    status: 'assumption',
  },
];

/** The rule in force on a day; `null` before the first, and for the framework, which has rules of its own. */
export function routeRuleOn(route: Route, date: PlainDate, rules = routeRules): RouteRule | null {
  const inForce = rules.filter((rule) => rule.route === route && rule.effectiveFrom <= date);
  return inForce.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1)).at(-1) ?? null;
}

export type RouteAnswer =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'not-allowed'; readonly why: string; readonly rule: RouteRule }
  | { readonly kind: 'not-known'; readonly why: string };

/** Whether a staff group may use a route on a day. A warning, never a refusal: the register says who is on it. */
export function mayUseRoute(
  route: Route,
  group: StaffGroup,
  date: PlainDate,
  rules = routeRules,
): RouteAnswer {
  const rule = routeRuleOn(route, date, rules);
  if (rule === null) return { kind: 'not-known', why: 'No rule for this route is held for the day.' };
  if (rule.groups === null || rule.groups.includes(group)) return { kind: 'allowed' };
  return { kind: 'not-allowed', why: `${group}: ${rule.rule}.`, rule };
}
