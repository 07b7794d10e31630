import type { Weekday } from '../../shared/calendar/plain-date.ts';
import type { AgreedTerms, ReleaseDay } from '../../shared/learners/learner.ts';
import type { University } from '../../shared/programmes/universities.ts';
import { yearOfMonth, type StageCourse } from './stage-rows.ts';
import type { Random } from './random.ts';
import type { StaffRow } from './staff-row.ts';

type Release = Pick<AgreedTerms, 'weeklyReleaseMinutes' | 'statedReleaseMinutes' | 'releaseDays'>;
type Money = Pick<AgreedTerms, 'fundingSource' | 'feePence' | 'fundingPence'>;

/** What each university charged for a stage in 2022, in pounds, as this sample trust entered it: no real price. */
const feesOf2022: Readonly<Record<University, number>> = {
  kings: 4600,
  newcastle: 3000,
  exeter: 3700,
  sheffield: 3350,
};

const notAgreed: Release = { weeklyReleaseMinutes: null, statedReleaseMinutes: null, releaseDays: null };

/** Minutes of a week's release by weekday: one day, a day and a half, a long day, two days. */
const weeklyPatterns: readonly (readonly [minutes: readonly number[], weight: number])[] = [
  [[450], 52],
  [[450, 225], 12],
  [[690], 12],
  [[450, 450], 24],
];

/** Tuesday to Thursday first: the days on which most courses meet. */
const weekdays = [
  [2, 30],
  [3, 27],
  [4, 24],
  [1, 11],
  [5, 8],
] as const;

function namedDays(minutes: readonly number[], random: Random): ReleaseDay[] {
  const first: Weekday = random.weighted(weekdays);
  const second: Weekday = first === 5 ? 4 : ((first + 1) as Weekday);
  return minutes
    .map((part, index) => ({ weekday: index === 0 ? first : second, minutes: part }))
    .sort((a, b) => a.weekday - b.weekday);
}

function weekly(random: Random): Release {
  const minutes = random.weighted(weeklyPatterns);
  const weeklyReleaseMinutes = minutes.reduce((sum, part) => sum + part, 0);
  const releaseDays = random.chance(0.75) ? namedDays(minutes, random) : null;
  return { weeklyReleaseMinutes, statedReleaseMinutes: null, releaseDays };
}

/** Hours are agreed before the application goes in; where the team's weeks are tight they are always entered. */
function releaseOf(course: StageCourse, hoursKnown: boolean, random: Random): Release {
  if (hoursKnown) return weekly(random);
  const early = course.status === 'interested' || course.status === 'applied';
  if (random.chance(early ? 0.5 : 0.08)) return notAgreed;
  if (course.university === 'kings' && random.chance(0.3)) {
    return { ...notAgreed, statedReleaseMinutes: 600 * 60 };
  }
  return weekly(random);
}

/** About 3.5% a year, to the nearest £50. */
function feePenceOf(university: University, year: number): number {
  const pounds = feesOf2022[university] * 1.035 ** (year - 2022);
  return Math.round(pounds / 50) * 50 * 100;
}

/** The bursary pays whole fees, never those of doctors, and its next round is not open; other money pays a part. */
function moneyOf(course: StageCourse, person: StaffRow, random: Random): Money {
  const feeKnown = course.status !== 'interested' && !random.chance(0.06);
  const feePence =
    feeKnown && course.university !== 'none' ? feePenceOf(course.university, yearOfMonth(course)) : null;
  const planned = course.startedOn === null && course.status !== 'funded';
  if (planned || feePence === null) return { fundingSource: null, feePence, fundingPence: null };
  const bursaryOpen = course.startedOn !== null && person.staffGroup !== 'Medical and Dental';
  const source = random.weighted([
    ['nihr-bursary', bursaryOpen ? 62 : 0],
    ['cpd', 22],
    ['charity', 8],
    [null, 8],
  ] as const);
  return { fundingSource: source, feePence, fundingPence: fundingPence(source, feePence) };
}

function fundingPence(source: 'nihr-bursary' | 'cpd' | 'charity' | null, feePence: number): number | null {
  switch (source) {
    case 'nihr-bursary':
      return feePence;
    case 'cpd':
      return feePence / 2;
    case 'charity':
      return 150_000;
    case null:
      return 0;
  }
}

/** What one learner, one team and one funder agreed for a stage. */
export function agreementFor(
  course: StageCourse,
  person: StaffRow,
  facts: { readonly hoursKnown: boolean; readonly supervisors: readonly string[] },
  random: Random,
): AgreedTerms {
  const early = course.status === 'interested' || course.status === 'applied';
  return {
    ...releaseOf(course, facts.hoursKnown, random),
    studyDayRule: facts.hoursKnown || random.chance(0.55) ? 'made-up' : 'lapses',
    supervisor: early && random.chance(0.6) ? null : random.pick(facts.supervisors),
    ...moneyOf(course, person, random),
  };
}
