import { addDays, addMonths, asPlainDate, yearOf, type PlainDate } from '../calendar/plain-date.ts';
import { monthOf } from '../calendar/month.ts';
import type { RecordedRegister } from '../pipeline/calibration/register-as-at.ts';
import type { YearBasis } from '../pipeline/project-years.ts';
import { firstNamedBy, namedOn, type FirstNamed } from '../research/named.ts';

/** What was so on the last day of a past year, and what came in that year. */
export type PastYear = {
  readonly on: PlainDate;
  readonly piInPost: number;
  readonly qualifiedInPost: number;
  /** First roles of people on the learner register, in the year that ends on the day. */
  readonly coiGained: number;
  readonly piGained: number;
};

/** How many years back are counted. */
const mostYears = 5;

const lastDays: Readonly<Record<YearBasis, string>> = { financial: '03-31', academic: '07-31' };

type Facts = Pick<RecordedRegister, 'learners' | 'studies' | 'entries' | 'posts'>;

/** Year ends before a day, oldest first, from the first on which anything was on record. */
function pastYearEnds(facts: Facts, dataCut: PlainDate, basis: YearBasis): PlainDate[] {
  const starts = facts.entries.map(({ startedOn }) => startedOn);
  const awards = facts.learners.flatMap(({ learner }) => learner.qualifiedOn ?? []);
  const first = [...starts, ...awards].sort()[0];
  const latest = yearOf(dataCut);
  const years = Array.from({ length: mostYears + 1 }, (_, back) => latest - mostYears + back);
  return years
    .map((year) => asPlainDate(`${year}-${lastDays[basis]}`))
    .filter((day) => day < dataCut && first !== undefined && first <= day)
    .slice(-mostYears);
}

function inPostOn(posts: Facts['posts'], day: PlainDate): ReadonlySet<string> {
  const held = posts.filter(({ from, to }) => from <= day && (to === null || to >= day));
  return new Set(held.map(({ personId }) => personId));
}

function countIn(people: Iterable<string>, set: ReadonlySet<string>): number {
  return [...new Set(people)].filter((id) => set.has(id)).length;
}

/** Co-I before PI; who goes straight to PI is no gain of a Co-I. */
function isCoiFirst({ coi, pi }: FirstNamed): boolean {
  return coi !== null && (pi === null || monthOf(coi) < monthOf(pi));
}

function within(day: PlainDate | null, from: PlainDate, to: PlainDate): boolean {
  return day !== null && from <= day && day <= to;
}

function pastYear(facts: Facts, on: PlainDate): PastYear {
  const { learners, studies, entries, posts } = facts;
  const inPost = inPostOn(posts, on);
  const from = addDays(addMonths(on, -12), 1);
  const first = firstNamedBy(entries, on);
  const onRegister = [...new Set(learners.map(({ learner }) => learner.personId))];
  const known = onRegister.flatMap((id) => first.get(id) ?? []);
  const pis = [...namedOn(studies, entries, on)].flatMap(([id, role]) => (role === 'pi' ? [id] : []));
  const awarded = learners.flatMap(({ learner: { personId, qualifiedOn, route } }) =>
    route === 'framework' && qualifiedOn !== null && qualifiedOn <= on ? [personId] : [],
  );
  return {
    on,
    piInPost: countIn(pis, inPost),
    qualifiedInPost: countIn(awarded, inPost),
    coiGained: known.filter((one) => isCoiFirst(one) && within(one.coi, from, on)).length,
    piGained: known.filter(({ pi }) => within(pi, from, on)).length,
  };
}

/**
 * What happened by year before a forecast: the dots in front of its fan. Read from dates recorded since; who left
 * before the first staff file is in none of the counts.
 */
export function pastYears(facts: Facts, dataCut: PlainDate, basis: YearBasis): PastYear[] {
  return pastYearEnds(facts, dataCut, basis).map((on) => pastYear(facts, on));
}
