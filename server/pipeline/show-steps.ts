import type { Month } from '../../shared/calendar/month.ts';
import { monthOf } from '../../shared/calendar/month.ts';
import { addMonths, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { academicYearOf, firstDayOfAcademicYear } from '../../shared/calendar/years.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import {
  courseFunnel,
  roleFunnel,
  type CourseStep,
  type FunnelStep,
  type Graduate,
  type Hold,
  type RoleStep,
} from '../../shared/learners/funnel.ts';
import { registerAsAt, type RecordedRegister } from '../../shared/pipeline/calibration/register-as-at.ts';
import { firstNamedBy } from '../../shared/research/named.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readStandings, type Standings } from '../learners/read-standing.ts';
import { readTrust } from '../trust/read.ts';
import { readRecordedRegister } from './read-register.ts';
import { funnelRows, readWithdrawnFor } from './read-steps.ts';

/** How people come on to the course and from the award to a role, and how many had a year ago; `null` is not known. */
export type ShownSteps = {
  readonly dataCut: PlainDate;
  /** The first of the intakes the course steps are of. */
  readonly intakesFrom: Month;
  readonly course: readonly FunnelStep<CourseStep>[];
  readonly courseYearAgo: Readonly<Partial<Record<CourseStep, number>>>;
  readonly roles: readonly FunnelStep<RoleStep>[];
  readonly rolesYearAgo: Readonly<Partial<Record<RoleStep, number>>>;
};

const readinessHolds: readonly Hold[] = ['training', 'sign-off', 'time-agreed'];

function intakesFrom(date: PlainDate): Month {
  return monthOf(firstDayOfAcademicYear(academicYearOf(date)));
}

function inPostOn({ posts }: RecordedRegister, date: PlainDate): ReadonlySet<string> {
  const held = posts.filter(({ from, to }) => from <= date && (to === null || to >= date));
  return new Set(held.map(({ personId }) => personId));
}

/** First awards of people in post, by person. */
function awardsBy(register: RecordedRegister, date: PlainDate): ReadonlyMap<string, PlainDate> {
  const inPost = inPostOn(register, date);
  const awards = new Map<string, PlainDate>();
  for (const { learner } of register.learners) {
    const { personId, qualifiedOn, route } = learner;
    if (route !== 'framework' || qualifiedOn === null || qualifiedOn > date || !inPost.has(personId))
      continue;
    const known = awards.get(personId);
    if (known === undefined || qualifiedOn < known) awards.set(personId, qualifiedOn);
  }
  return awards;
}

function graduates(register: RecordedRegister, standings: Standings, date: PlainDate): Graduate[] {
  const first = firstNamedBy(register.entries, date);
  return [...awardsBy(register, date)].map(([personId, awardOn]) => {
    const { ready, checks } = standings.of(personId).answer;
    const named = first.get(personId);
    const days = checks.flatMap(({ on }) => on ?? []).sort();
    return {
      awardOn,
      ready,
      readyOn: ready ? (days.at(-1) ?? null) : null,
      namedOn: [named?.coi, named?.pi].flatMap((day) => day ?? []).sort()[0] ?? null,
      lacks: readinessHolds.filter((hold) => checks.some(({ key, met }) => key === hold && !met)),
    };
  });
}

/** Steps before the course are known of a past day only where the register was kept then. */
function courseYearAgo(register: RecordedRegister, then: PlainDate): ShownSteps['courseYearAgo'] {
  const facts = registerAsAt(register, then);
  const rows = facts.learners.filter(
    ({ route, intakeMonth }) => route === 'framework' && intakeMonth >= intakesFrom(then),
  );
  const steps = courseFunnel(rows.map((learner) => ({ learner, before: [], withdrawnFor: null })));
  return Object.fromEntries(
    steps.flatMap(({ step, reached }) =>
      facts.basis === 'recorded' || step === 'started' ? [[step, reached]] : [],
    ),
  );
}

function rolesYearAgo(register: RecordedRegister, then: PlainDate): ShownSteps['rolesYearAgo'] {
  const awards = awardsBy(register, then);
  const first = firstNamedBy(register.entries, then);
  return { qualified: awards.size, named: [...awards.keys()].filter((id) => first.has(id)).length };
}

/** Where people are stuck on the way to a role, at the data cut. */
export async function showSteps(ctx: TrustContext): Promise<Result<ShownSteps>> {
  return withTrust(ctx, async (tx) => {
    const trust = await readTrust(tx, ctx.trustId);
    if (trust === null) return err('not-found', 'There is no such trust.');
    const { dataCut } = trust;
    const register = await readRecordedRegister(tx, ctx.trustId);
    const learners = register.learners.map(({ learner }) => learner);
    const standings = await readStandings(tx, ctx.trustId, learners, { today: ctx.today(), dataCut });
    const rows = learners.filter(
      ({ route, intakeMonth }) => route === 'framework' && intakeMonth >= intakesFrom(dataCut),
    );
    const yearAgo = addMonths(dataCut, -12);
    return ok({
      dataCut,
      intakesFrom: intakesFrom(dataCut),
      course: courseFunnel(funnelRows(rows, register, await readWithdrawnFor(tx, ctx.trustId))),
      courseYearAgo: courseYearAgo(register, yearAgo),
      roles: roleFunnel(graduates(register, standings, dataCut)),
      rolesYearAgo: rolesYearAgo(register, yearAgo),
    });
  });
}
