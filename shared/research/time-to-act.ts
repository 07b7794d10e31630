import { addMonths, type PlainDate } from '../calendar/plain-date.ts';
import {
  delegationRoles,
  isInvestigatorRole,
  type DelegationEntry,
  type DelegationRole,
} from './delegation.ts';
import { highestRoleOn } from './headcount.ts';
import { firstNamedBy } from './named.ts';
import type { RoleTimes } from './settings.ts';
import type { Study } from './study.ts';

type RoleSpan = Pick<DelegationEntry, 'studyId' | 'personId' | 'role' | 'startedOn' | 'endedOn'>;

/** The time one role takes, with who pays for it, beside the people in it. `null` is not known or does not apply. */
export type TimeToAct = {
  readonly role: DelegationRole;
  /** People whose highest role it is, on the day. */
  readonly people: number;
  readonly weeklyMinutes: number | null;
  readonly fundedBy: string | null;
  /** `people` × `weeklyMinutes`. */
  readonly neededMinutes: number | null;
  /** First named in the role in the 12 months before the day; only of Principal and Co-Investigators. */
  readonly gains: number | null;
  /** `gains` × `weeklyMinutes`: what growth asks for. */
  readonly gainsMinutes: number | null;
  /** Of `people`, those with a time agreed with their manager, and what is agreed for them together. */
  readonly agreedPeople: number;
  readonly agreedMinutes: number;
};

function times(count: number | null, minutes: number | null): number | null {
  return count === null || minutes === null ? null : count * minutes;
}

function gainsOf(entries: readonly RoleSpan[], role: DelegationRole, date: PlainDate): number | null {
  if (!isInvestigatorRole(role)) return null;
  const after = addMonths(date, -12);
  return [...firstNamedBy(entries, date).values()].filter((first) => (first[role] ?? '') > after).length;
}

/**
 * What time each role takes, beside the people who hold it and those who came to it within a year.
 *
 * @param agreedOf minutes a week agreed with the manager, by person, where that is recorded.
 */
export function timeToAct(
  studies: readonly Pick<Study, 'id' | 'closedOn'>[],
  entries: readonly RoleSpan[],
  settled: RoleTimes | null,
  agreedOf: ReadonlyMap<string, number>,
  date: PlainDate,
): TimeToAct[] {
  const highest = highestRoleOn(studies, entries, date);
  return delegationRoles.map((role) => {
    const people = [...highest].filter(([, held]) => held === role).map(([personId]) => personId);
    const { weeklyMinutes = null, fundedBy = null } = settled?.[role] ?? {};
    const gains = gainsOf(entries, role, date);
    const agreed = people.flatMap((personId) => agreedOf.get(personId) ?? []);
    return {
      role,
      people: people.length,
      weeklyMinutes,
      fundedBy,
      neededMinutes: times(people.length, weeklyMinutes),
      gains,
      gainsMinutes: times(gains, weeklyMinutes),
      agreedPeople: agreed.length,
      agreedMinutes: agreed.reduce((sum, minutes) => sum + minutes, 0),
    };
  });
}
