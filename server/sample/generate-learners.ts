import { addDays, addMonths, asPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import type { LearnerRow } from '../../shared/imports/learner-rules.ts';
import { isRegisteredGroup } from '../../shared/staff/staff.ts';
import { agreementFor } from './agreements.ts';
import type { Career } from './careers.ts';
import { choosePeople, lastRun, type Learning, type Places } from './choose-people.ts';
import { inventName } from './names.ts';
import { namedSince, roleNow, type NamedPerson, type NamedSince } from './namings.ts';
import { otherRouteLearner, type OtherRoute } from './other-routes.ts';
import { randomFor, type Random } from './random.ts';
import type { StaffRow } from './staff-row.ts';
import { stageCourse } from './stage-rows.ts';

export type LearnerPlan = {
  readonly seed: string;
  readonly dataCut: PlainDate;
  readonly careers: readonly Career[];
  readonly otherRoutes: readonly OtherRoute[];
  readonly places: Places;
  /** Teams that run near their minimum: there the release is always agreed. */
  readonly tightTeams: ReadonlySet<string>;
};

export type SampleLearners = {
  readonly learners: readonly LearnerRow[];
  readonly named: readonly NamedPerson[];
  /** Last days in post of learners who left the trust, by employee number. */
  readonly leavers: ReadonlyMap<string, PlainDate>;
};

/** The learners of a trust: the framework's intakes, then the other routes. */
export function generateLearners(plan: LearnerPlan, staff: readonly StaffRow[]): SampleLearners {
  const random = randomFor(plan.seed, 'learners');
  const supervisors = Array.from({ length: 14 }, () => supervisorName(random));
  const chosen = choosePeople(staff, plan.careers, plan.places, random);
  const onFramework = chosen.map((learning) => frameworkPerson(learning, plan, supervisors, random));
  const taken = new Set(chosen.map(({ person }) => person.employeeNumber));
  const elsewhere = otherPeople(plan, staff, taken, random);
  const everybody = [...onFramework, ...elsewhere];
  return {
    learners: everybody.flatMap(({ learners }) => learners),
    named: everybody.map(({ named }) => named).filter(({ coiSince, piSince }) => coiSince ?? piSince),
    leavers: new Map(
      everybody.flatMap(({ named, left }) => (left === null ? [] : [[named.employeeNumber, left]])),
    ),
  };
}

type OnePerson = {
  readonly learners: readonly LearnerRow[];
  readonly named: NamedPerson;
  readonly left: PlainDate | null;
};

function supervisorName(random: Random): string {
  const { firstName, lastName } = inventName(random);
  return `${random.pick(['Dr', 'Professor', 'Dr'])} ${firstName} ${lastName}`;
}

function frameworkPerson(
  { person, career }: Learning,
  plan: LearnerPlan,
  supervisors: readonly string[],
  random: Random,
): OnePerson {
  const certificateOnly =
    career.runs.every(({ stage }) => stage === 'pgcert') && lastRun(career.runs).year < 2027;
  const university = random.weighted([
    ['kings', 32],
    ['sheffield', 26],
    ['exeter', 24],
    ['newcastle', certificateOnly ? 30 : 0],
  ] as const);
  const courses = career.runs.map((run) => stageCourse(run, university, plan.dataCut, random));
  const since = namedSince(career.named, courses, person.startDate, plan.dataCut, random);
  const hoursKnown = plan.tightTeams.has(person.team);
  const learners = courses.map((course) => ({
    employeeNumber: person.employeeNumber,
    route: 'framework' as const,
    ...course,
    ...agreementFor(course, person, { hoursKnown, supervisors }, random),
    ...roleNow(since),
  }));
  const lastDate = courses.at(-1)?.statusDate ?? plan.dataCut;
  const left = career.left ? addDays(lastDate, random.whole(30, 75)) : null;
  return { learners, named: namedPerson(person, since), left };
}

function namedPerson(person: StaffRow, since: NamedSince): NamedPerson {
  return { employeeNumber: person.employeeNumber, team: person.team, ...since };
}

function otherPeople(
  plan: LearnerPlan,
  staff: readonly StaffRow[],
  alreadyTaken: ReadonlySet<string>,
  random: Random,
): OnePerson[] {
  const taken = new Set(alreadyTaken);
  const eligible = staff.filter((row) => mayTakeOtherRoute(row, plan));
  return plan.otherRoutes.map((way) => {
    const needed = asPlainDate(`${way.from}-01`);
    const person = random.pick(
      eligible.filter(
        (row) =>
          row.startDate <= needed &&
          way.doctor === (row.payScale === 'YC72') &&
          !taken.has(row.employeeNumber),
      ),
    );
    taken.add(person.employeeNumber);
    const since = sinceOf(way);
    const learner = { employeeNumber: person.employeeNumber, ...otherRouteLearner(way), ...roleNow(since) };
    return { learners: [learner], named: namedPerson(person, since), left: null };
  });
}

/** Senior registered staff and consultants; a team that runs near its minimum is left to the framework's learners. */
function mayTakeOtherRoute(row: StaffRow, plan: LearnerPlan): boolean {
  return (
    isRegisteredGroup(row.staffGroup) &&
    /^(XR0[678]|YC72)$/.test(row.payScale) &&
    row.status === 'Active Assignment' &&
    row.category === 'Permanent' &&
    !plan.tightTeams.has(row.team) &&
    !plan.places.without.includes(row.team)
  );
}

function sinceOf({ from, named }: OtherRoute): NamedSince {
  if (named === null) return { coiSince: null, piSince: null };
  const day = addMonths(asPlainDate(`${from}-15`), named.afterMonths);
  return named.role === 'coi' ? { coiSince: day, piSince: null } : { coiSince: null, piSince: day };
}
