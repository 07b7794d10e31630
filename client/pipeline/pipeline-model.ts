import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { CountSummary } from '../../shared/pipeline/count-summary.ts';
import type { ProjectionYear } from '../../shared/pipeline/project-years.ts';
import type { Person } from '../../shared/pipeline/projection-inputs.ts';
import { atLeast } from '../../shared/pipeline/count-distribution.ts';
import { longDate } from '../format/dates.ts';
import { formatNumber, listInWords, plural } from '../format/numbers.ts';
import { about, eightyRange, type Range } from '../format/ranges.ts';
import { oneIn } from '../format/shares.ts';
import type { WorkingOf } from './search.ts';

/** What is a fact today, beside the projection. */
export type NamedToday = {
  readonly dataCut: PlainDate;
  readonly namedPi: number;
  readonly namedCoi: number;
  readonly readyNow: number | null;
};

/** A count as the page prints it: the middle and the ends of the 80% range, in whole people. */
export function rangeOf({ p10, p50, p90 }: CountSummary): Range {
  return { middle: p50, low: p10, high: p90 };
}

/** The year of the page's sentence: the one chosen by its last day, else the third whole year, else the last. */
export function yearShown<Y extends Pick<ProjectionYear, 'lastDay' | 'partYear'>>(
  years: readonly Y[],
  by: PlainDate | null,
): Y | null {
  const whole = years.filter(({ partYear }) => !partYear);
  return years.find(({ lastDay }) => lastDay === by) ?? whole[2] ?? years.at(-1) ?? null;
}

/** So few that a middle forecast says little: the page then leads with a chance. */
function isFew(year: ProjectionYear): boolean {
  return year.byThen.piGained.p90 <= 2;
}

function article(chance: string): string {
  return /^(8|11|18)/.test(chance) ? 'An' : 'A';
}

/**
 * The sentence that answers the page: "About 20 named PIs by 31 March 2030, 80% range 15 to 25; today 12." Where few
 * people are on the way it leads with the chance: "A 1 in 3 chance of a first-time PI by 31 March 2029."
 */
export function headline({ namedPi }: NamedToday, year: ProjectionYear): string {
  const day = longDate(year.lastDay);
  const range = rangeOf(year.piInPost);
  const stock = `${about(range.middle)} named ${range.middle === 1 ? 'PI' : 'PIs'}`;
  const rest = `${eightyRange(range)}; today ${formatNumber(namedPi)}.`;
  if (!isFew(year)) return `${stock.charAt(0).toUpperCase()}${stock.slice(1)} by ${day}, ${rest}`;
  const chance = oneIn(atLeast(year.byThen.piGained, 1));
  const first =
    chance === 'no chance'
      ? `No chance of a first-time PI by ${day}: nobody on the way can gain the role.`
      : `${article(chance)} ${chance} chance of a first-time PI by ${day}.`;
  return `${first} With those in the role now: ${stock}, ${rest}`;
}

type HeadlineFigure = {
  readonly label: string;
  /** `null`: a fact of today, with nothing forecast. */
  readonly range: Range | null;
  readonly value: string;
  readonly note: string;
  readonly working: WorkingOf;
};

/** The figures under the sentence, each with its range; ready is a fact of today. */
export function figures(
  { namedPi, readyNow, dataCut }: NamedToday,
  qualifiedNow: number,
  year: ProjectionYear,
): readonly HeadlineFigure[] {
  const day = longDate(year.lastDay);
  const figure = (working: WorkingOf, label: string, count: CountSummary, note: string): HeadlineFigure => {
    const range = rangeOf(count);
    return { working, label, range, value: about(range.middle), note: `${eightyRange(range)}; ${note}` };
  };
  const ready: HeadlineFigure = {
    working: 'ready',
    label: `Ready to act, ${longDate(dataCut)}`,
    range: null,
    value: readyNow === null ? '?' : formatNumber(readyNow),
    note: readyNow === null ? 'not known: needs the register’s sign-off' : 'counted today, never added',
  };
  return [
    figure('qualified', `Qualified, ${day}`, year.qualifiedInPost, `today ${formatNumber(qualifiedNow)}`),
    ready,
    figure('pi', `Named PIs, ${day}`, year.piInPost, `today ${formatNumber(namedPi)}`),
    figure('pi-gained', 'PIs gained by then', year.byThen.piGained, 'first role only'),
    figure('pi-lost', 'PIs lost by then', year.byThen.piLost, 'role ended, or left'),
  ];
}

/** "65 learners and graduates and 22 PIs in post": whom the projection follows. */
export function followed(people: readonly Person[]): string {
  const count = (wanted: (person: Person) => boolean): number =>
    people.filter(wanted).reduce((sum, person) => sum + person.count, 0);
  const kinds = [
    [count(({ kind }) => kind === 'planned'), 'planned'],
    [count(({ kind }) => kind === 'studying'), 'studying'],
    [count(({ kind }) => kind === 'interrupted'), 'interrupted'],
    [count(({ kind }) => kind === 'graduated'), 'qualified and not studying'],
    [count(({ kind }) => kind === 'route'), 'on or after another route'],
  ] as const;
  const named = kinds
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${formatNumber(number)} ${word}`);
  const pis = count(({ kind }) => kind === 'pi');
  const parts = pis === 0 ? named : [...named, `${plural(pis, 'PI')} who never took the course`];
  return parts.length === 0 ? 'nobody' : listInWords(parts);
}

/** Who is ready today, where the register has it; the years ahead are not projected. */
export function readyInWords(readyNow: number | null): string {
  return readyNow === null
    ? 'Ready to act needs the register’s sign-off and is not known yet.'
    : `Ready to act today, by the readiness checklist of the learner register: ${formatNumber(readyNow)}; the years ahead are not projected.`;
}

/**
 * Learners and graduates who were named before: a gain is a first role, so these are counted apart; `null` where
 * there are none.
 */
export function countedApart(people: readonly Person[]): string | null {
  const onCourse = people.filter(({ kind }) => kind !== 'pi');
  const holding = (role: Person['role']): number =>
    onCourse.filter((person) => person.role === role).reduce((sum, person) => sum + person.count, 0);
  const [coi, pi] = [holding('coi'), holding('pi')];
  if (coi + pi === 0) return null;
  const parts = [
    ...(coi > 0 ? [`${formatNumber(coi)} as Co-I`] : []),
    ...(pi > 0 ? [`${formatNumber(pi)} as PI`] : []),
  ];
  return `Counted apart: ${plural(coi + pi, 'person', 'people')} on or after a course already named before (${listInWords(parts)}). That role is no gain; a Co-I may still become PI.`;
}

/** How many people of the projection belong to each staff group. */
export function peopleByGroup(people: readonly Person[]): ReadonlyMap<string, number> {
  const groups = new Map<string, number>();
  for (const { group, count } of people) groups.set(group, (groups.get(group) ?? 0) + count);
  return groups;
}

/** Residents leave on the last day of their rotation, and people on other routes are in the same counts: said apart. */
export function otherPeople(people: readonly Person[]): string | null {
  const count = (wanted: (person: Person) => boolean): number =>
    people.filter(wanted).reduce((sum, person) => sum + person.count, 0);
  const [rotating, routes] = [
    count(({ leavesIn }) => leavesIn !== undefined),
    count(({ kind }) => kind === 'route'),
  ];
  const parts = [
    ...(rotating > 0
      ? [
          `${plural(rotating, 'resident', 'residents')} on rotation ${rotating === 1 ? 'leaves' : 'leave'} on the last day of it, not at a rate.`,
        ]
      : []),
    ...(routes > 0
      ? [
          `${plural(routes, 'person', 'people')} on or after another route (internship, award, Associate PI scheme, appointed) ${routes === 1 ? 'is' : 'are'} in the same counts.`,
        ]
      : []),
  ];
  return parts.length === 0 ? null : parts.join(' ');
}
