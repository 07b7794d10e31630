import { asMonth, firstDayOf } from '../../shared/calendar/month.ts';
import { addDays, addMonths, asPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import type { Learner } from '../../shared/learners/learner.ts';
import type { LearnerStatus } from '../../shared/learners/status.ts';
import type { Route } from '../../shared/programmes/routes.ts';

/** One person on a route other than the framework. Months as 'YYYY-MM'. */
export type OtherRoute = {
  readonly route: Exclude<Route, 'framework'>;
  readonly from: string;
  readonly months: number;
  readonly status: Extract<LearnerStatus, 'enrolled' | 'qualified' | 'withdrawn'>;
  readonly weeklyReleaseMinutes: number | null;
  readonly fundingSource: string | null;
  /** First role on a delegation log, with the months from the start of the route to it. */
  readonly named: { readonly role: 'coi' | 'pi'; readonly afterMonths: number } | null;
  /** Posts such a person comes from: a doctor of career grade, or anybody registered. */
  readonly doctor: boolean;
};

function route(
  name: OtherRoute['route'],
  from: string,
  months: number,
  status: OtherRoute['status'],
  more: Partial<Omit<OtherRoute, 'route' | 'from' | 'months' | 'status'>> = {},
): OtherRoute {
  const rest = { weeklyReleaseMinutes: null, fundingSource: null, named: null, doctor: false };
  return { route: name, from, months, status, ...rest, ...more };
}

/** People of the large trust who came, or come, another way: before the framework and beside it. */
export const largeOtherRoutes: readonly OtherRoute[] = [
  route('internship', '2018-09', 9, 'qualified', { weeklyReleaseMinutes: 450 }),
  route('internship', '2019-09', 9, 'qualified', { weeklyReleaseMinutes: 450 }),
  route('internship', '2021-01', 9, 'qualified', { weeklyReleaseMinutes: 450 }),
  route('internship', '2021-09', 9, 'withdrawn', { weeklyReleaseMinutes: 450 }),
  route('internship', '2026-01', 12, 'enrolled', { weeklyReleaseMinutes: 450 }),
  route('predoctoral', '2020-04', 24, 'qualified', {
    weeklyReleaseMinutes: 900,
    fundingSource: 'award-salary',
    named: { role: 'coi', afterMonths: 30 },
  }),
  route('predoctoral', '2025-09', 18, 'enrolled', {
    weeklyReleaseMinutes: 900,
    fundingSource: 'award-salary',
  }),
  route('doctoral', '2019-10', 54, 'qualified', {
    weeklyReleaseMinutes: 1350,
    fundingSource: 'award-salary',
    named: { role: 'coi', afterMonths: 20 },
  }),
  route('doctoral', '2024-10', 60, 'enrolled', { weeklyReleaseMinutes: 1350, fundingSource: 'award-salary' }),
  route('postdoctoral', '2022-03', 48, 'qualified', {
    weeklyReleaseMinutes: 1125,
    fundingSource: 'award-salary',
    named: { role: 'pi', afterMonths: 10 },
  }),
  route('associate-pi', '2021-06', 6, 'qualified', { doctor: true }),
  route('associate-pi', '2023-02', 6, 'qualified', { doctor: true }),
  route('associate-pi', '2024-09', 8, 'qualified'),
  route('associate-pi', '2026-06', 8, 'enrolled'),
  route('appointed', '2021-11', 0, 'qualified', { doctor: true, named: { role: 'pi', afterMonths: 0 } }),
  route('appointed', '2023-05', 0, 'qualified', { named: { role: 'coi', afterMonths: 0 } }),
];

/** The part of a learner that a route gives; no university and no stage. */
export function otherRouteLearner(
  way: OtherRoute,
): Omit<Learner, 'id' | 'personId' | 'version' | 'roleHeld' | 'roleSince'> {
  const startedOn = addDays(firstDayOf(asMonth(way.from)), 1);
  const end = endOf(way, startedOn);
  return {
    route: way.route,
    university: 'none',
    stage: 'none',
    intakeMonth: asMonth(way.from),
    weeklyReleaseMinutes: way.weeklyReleaseMinutes,
    statedReleaseMinutes: null,
    releaseDays: null,
    studyDayRule: 'made-up',
    supervisor: null,
    fundingSource: way.fundingSource,
    feePence: null,
    fundingPence: null,
    status: way.status,
    statusDate: end ?? startedOn,
    startedOn,
    interruptedOn: null,
    returnsOn: null,
    withdrawnOn: way.status === 'withdrawn' ? end : null,
    qualifiedOn: way.status === 'qualified' ? end : null,
    interruptions: 0,
  };
}

function endOf(way: OtherRoute, startedOn: PlainDate): PlainDate | null {
  switch (way.status) {
    case 'enrolled':
      return null;
    case 'withdrawn':
      return asPlainDate(addMonths(startedOn, Math.floor(way.months / 2)));
    case 'qualified':
      return addMonths(startedOn, way.months);
  }
}
