import { attemptAtHand } from './study-outlook.ts';
import type { Course } from './award-schedules.ts';
import { cohortLaw, completeIfAll, type CohortLaw } from './cohort-spread.ts';
import type { Person } from './projection-inputs.ts';

/** What somebody shares with the cohort, and the chance to complete the attempt at hand where everybody does. */
export type Membership = { readonly law: CohortLaw; readonly complete: number };

type Member = { readonly person: Person; readonly cohort: string; readonly complete: number };

function memberOf(person: Person, course: Course): Member[] {
  const atHand = attemptAtHand(person, course);
  if (atHand === null || person.count === 0) return [];
  const { complete } = atHand.attempt;
  const open = complete > 0 && complete < 1;
  return open ? [{ person, cohort: `${atHand.of} from ${atHand.begins}`, complete }] : [];
}

function lawOf(
  id: string,
  members: readonly Member[],
  spread: number,
): CohortLaw & { readonly mean: number } {
  const people = members.reduce((sum, { person }) => sum + person.count, 0);
  const mean = members.reduce((sum, { person, complete }) => sum + person.count * complete, 0) / people;
  return { ...cohortLaw(id, mean, spread, people), mean };
}

/**
 * People who begin the same stage in the same month share how well it goes: a bad module, a crisis in the service.
 * Later stages and attempts after an interruption are other cohorts' and are left alone.
 */
export function cohortsOf(
  people: readonly Person[],
  courseOf: (person: Person) => Course,
  spread: number,
): ReadonlyMap<Person, Membership> {
  const members = spread > 0 ? people.flatMap((person) => memberOf(person, courseOf(person))) : [];
  const byId = new Map<string, Member[]>();
  for (const member of members) byId.set(member.cohort, [...(byId.get(member.cohort) ?? []), member]);
  const shared = new Map<Person, Membership>();
  for (const [id, cohort] of byId) {
    const { mean, ...law } = lawOf(id, cohort, spread);
    for (const { person, complete } of cohort) {
      shared.set(person, { law, complete: completeIfAll(complete, mean) });
    }
  }
  return shared;
}
