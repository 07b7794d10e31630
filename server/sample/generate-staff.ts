import {
  addDays,
  addMonths,
  asPlainDate,
  mondayOf,
  yearOf,
  type PlainDate,
} from '../../shared/calendar/plain-date.ts';
import { factsOf, type JobFamily } from './job-families.ts';
import { inventName } from './names.ts';
import { itemAt, randomFor, type Random } from './random.ts';
import type { StaffRow } from './staff-row.ts';
import type { TeamPlace } from './team-places.ts';

/** What one trust's staff are made from. */
export type StaffPlan = {
  readonly seed: string;
  readonly dataCut: PlainDate;
  readonly firstEmployeeNumber: number;
  readonly places: readonly TeamPlace[];
  /** People who work bank shifts only, in the wards. */
  readonly bankOnly: number;
};

/** Most assignments are active; the rest are the statuses that take a person out of the numbers for a while. */
const statuses = [
  ['Active Assignment', 955],
  ['Maternity & Adoption', 26],
  ['Career Break', 5],
  ['Acting Up', 5],
  ['Internal Secondment', 4],
  ['Out on External Secondment - Paid', 3],
  ['Suspend With Pay', 2],
] as const;

const categories = [
  ['Permanent', 930],
  ['Fixed Term Temp', 66],
  ['Locum', 4],
] as const;

const ageBands = [
  ['21-25 Years', 8],
  ['26-30 Years', 14],
  ['31-35 Years', 15],
  ['36-40 Years', 14],
  ['41-45 Years', 13],
  ['46-50 Years', 12],
  ['51-55 Years', 12],
  ['56-60 Years', 8],
  ['61-65 Years', 3],
  ['66-70 Years', 1],
] as const;

/** Step points of each pay scale: a step that is missing is costed at the top and listed under data quality. */
const stepCounts: ReadonlyMap<string, number> = new Map([
  ['XR02', 1],
  ['XR03', 2],
  ['XR04', 2],
  ['YC72', 5],
]);

/** The staff of a trust: every team filled, then second assignments and people of the bank alone. */
export function generateStaff(plan: StaffPlan): StaffRow[] {
  const random = randomFor(plan.seed, 'staff');
  let employeeNumber = plan.firstEmployeeNumber;
  const next = (): string => String((employeeNumber += random.whole(1, 9)));
  const posts = plan.places.flatMap((place) => staffOfTeam(plan, place, next, random));
  return [...posts, ...secondAssignments(posts, plan, random), ...bankOnlyStaff(posts, plan, next, random)];
}

function staffOfTeam(plan: StaffPlan, place: TeamPlace, next: () => string, random: Random): StaffRow[] {
  const heads = Object.entries(place.outline.heads) as [JobFamily, number][];
  const rows = heads.flatMap(([family, count]) =>
    Array.from({ length: count }, () => inventPost(plan, place, family, next(), random)),
  );
  return place.outline.nurseHours === undefined ? rows : fixNurseHours(rows, place.outline.nurseHours);
}

function inventPost(
  plan: StaffPlan,
  place: TeamPlace,
  family: JobFamily,
  employeeNumber: string,
  random: Random,
): StaffRow {
  const facts = factsOf(family);
  const [jobRole, payScale] = random.weighted(facts.posts.map((post) => [post, post[2]] as const));
  const ageBand = ageBandFor(payScale, random);
  const startDate = startDateFor(plan.dataCut, ageBand, payScale, random);
  const category = random.weighted(categories);
  const post = {
    employeeNumber,
    assignmentNumber: employeeNumber,
    ...inventName(random),
    ageBand,
    staffGroup: facts.staffGroup,
    jobRole,
    payScale,
    gradeStep: gradeStepFor(payScale, yearOf(plan.dataCut) - yearOf(startDate), random),
    hours: random.weighted(facts.hours),
    fullTimeHours: fullTimeHoursOf(facts.staffGroup),
    division: place.outline.division,
    service: place.outline.service,
    ...random.pick(place.orgs),
    costCentre: place.costCentre,
    status: random.weighted(statuses),
    category,
    registrationBody: facts.registrationBody,
    registrationNumber: facts.registrationBody === null ? null : `SYN${employeeNumber}`,
    startDate,
    leavingDate: null,
    fixedTermEnd: category === 'Fixed Term Temp' ? addDays(plan.dataCut, random.whole(60, 500)) : null,
    team: place.outline.name,
  };
  return { ...post, incrementDate: incrementDateFor(payScale, post.gradeStep, startDate, plan.dataCut) };
}

/** Doctors are contracted to 40 hours, everybody else to 37.5. */
function fullTimeHoursOf(staffGroup: string): number {
  return staffGroup === 'Medical and Dental' ? 40 : 37.5;
}

/** Senior posts are not held at 23, and foundation doctors are seldom over 35. */
function ageBandFor(payScale: string, random: Random): string {
  const senior = /^(XR0[789]|XR1|YC72|MC7)/.test(payScale);
  const foundation = payScale === 'MN37' || payScale === 'MN35';
  const possible = foundation ? ageBands.slice(0, 3) : senior ? ageBands.slice(2) : ageBands;
  return random.weighted(possible);
}

function startDateFor(dataCut: PlainDate, ageBand: string, payScale: string, random: Random): PlainDate {
  const yearsOfWork = Number(ageBand.slice(0, 2)) - 19;
  const rotating = payScale.startsWith('MN');
  const longest = rotating ? 2 : Math.max(1, yearsOfWork);
  const days = Math.floor(random.next() ** 2 * longest * 365);
  return rotating ? rotationDate(dataCut, days) : mondayOf(addDays(dataCut, -30 - days));
}

/** Residents change hospital on the first Wednesday of February or August. */
function rotationDate(dataCut: PlainDate, days: number): PlainDate {
  const day = addDays(dataCut, -110 - days);
  return addDays(mondayOf(asPlainDate(`${yearOf(day)}-${day.slice(5) < '08' ? '02' : '08'}-05`)), 2);
}

function gradeStepFor(payScale: string, yearsInPost: number, random: Random): number | null {
  if (random.chance(0.008)) return null;
  const steps = stepCounts.get(payScale) ?? 3;
  return Math.min(steps, 1 + Math.floor(yearsInPost / 2) + (random.chance(0.3) ? 1 : 0));
}

/** The next anniversary of the first day in post, of somebody who has a step to go. */
function incrementDateFor(
  payScale: string,
  gradeStep: number | null,
  startDate: PlainDate,
  dataCut: PlainDate,
): PlainDate | null {
  if (gradeStep === null || gradeStep >= (stepCounts.get(payScale) ?? 3)) return null;
  const years = yearOf(dataCut) - yearOf(startDate);
  const thisYear = addMonths(startDate, 12 * years);
  // A month ahead at least: the sample is read some days after its data day, when a nearer date would have passed.
  return thisYear > addDays(dataCut, 31) ? thisYear : addMonths(startDate, 12 * (years + 1));
}

/** Gives the registered nurses of a team exactly these hours; nurses beyond them are on maternity leave. */
function fixNurseHours(rows: readonly StaffRow[], hours: readonly number[]): StaffRow[] {
  let seen = 0;
  return rows.map((row) => {
    if (row.staffGroup !== 'Nursing and Midwifery Registered') return row;
    const own = hours[seen++];
    const onLeave = { ...row, status: 'Maternity & Adoption', category: 'Permanent', fixedTermEnd: null };
    return own === undefined ? onLeave : { ...onLeave, status: 'Active Assignment', hours: own };
  });
}

/** About 3 people in 100 hold a second assignment: most on the bank of their own team, some a second part-time post. */
function secondAssignments(posts: readonly StaffRow[], plan: StaffPlan, random: Random): StaffRow[] {
  return posts.filter(mayHoldSecond).flatMap((post) => {
    if (random.chance(0.04)) return [bankAssignment(post, '2')];
    return post.hours <= 23 && random.chance(0.12) ? secondPost(post, plan, random) : [];
  });
}

function mayHoldSecond(post: StaffRow): boolean {
  return post.status === 'Active Assignment' && /^(Nursing|Additional|Allied)/.test(post.staffGroup);
}

function bankAssignment(post: StaffRow, suffix: string): StaffRow {
  return {
    ...post,
    assignmentNumber: `${post.employeeNumber}-${suffix}`,
    hours: 0,
    status: 'Active Assignment',
    category: 'Bank',
    fixedTermEnd: null,
    incrementDate: null,
  };
}

/** A second post in a clinic of the same division, where it has one. */
function secondPost(post: StaffRow, plan: StaffPlan, random: Random): StaffRow[] {
  const clinics = plan.places.filter(
    ({ outline }) => outline.division === post.division && outline.type === 'clinic-or-list',
  );
  if (clinics.length === 0) return [];
  const place = random.pick(clinics);
  const where = { ...itemAt(place.orgs, 0), service: place.outline.service, costCentre: place.costCentre };
  return [
    {
      ...post,
      ...where,
      assignmentNumber: `${post.employeeNumber}-2`,
      hours: random.pick([7.5, 11.25, 15]),
      team: place.outline.name,
    },
  ];
}

/** People who are on the bank and hold no other post: they are cover that is bought, never staff in post. */
function bankOnlyStaff(
  posts: readonly StaffRow[],
  plan: StaffPlan,
  next: () => string,
  random: Random,
): StaffRow[] {
  const wards = posts.filter((post) => post.payScale === 'XR05' || post.payScale === 'XR02');
  return Array.from({ length: plan.bankOnly }, () => {
    const model = random.pick(wards);
    const employeeNumber = next();
    const registrationNumber = model.registrationBody === null ? null : `SYN${employeeNumber}`;
    const person = { ...model, ...inventName(random), employeeNumber, registrationNumber };
    return {
      ...bankAssignment(person, '1'),
      startDate: mondayOf(addDays(plan.dataCut, -random.whole(40, 2500))),
    };
  });
}
