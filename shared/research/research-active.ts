import { addMonths, type PlainDate } from '../calendar/plain-date.ts';
import { halfUp } from '../core/rounding.ts';
import { suppressCounts, usualThreshold, type ShownCount } from '../core/suppress.ts';
import type { DelegationEntry, DelegationRole } from './delegation.ts';
import { entriesOn } from './named.ts';
import type { HeadcountDefinition } from './settings.ts';
import type { Study } from './study.ts';

type RoleSpan = Pick<DelegationEntry, 'studyId' | 'personId' | 'role' | 'startedOn' | 'endedOn'>;
type StudyEnd = Pick<Study, 'id' | 'closedOn'>;

/** Who is research-active on a day by a definition: people, each once. */
export function activeOn(
  { roles, countsLearners }: Pick<HeadcountDefinition, 'roles' | 'countsLearners'>,
  studies: readonly StudyEnd[],
  entries: readonly RoleSpan[],
  studying: ReadonlySet<string>,
  date: PlainDate,
): ReadonlySet<string> {
  const counted = new Set<DelegationRole>(roles);
  const named = entriesOn(studies, entries, date).filter(({ role }) => counted.has(role));
  return new Set([...named.map(({ personId }) => personId), ...(countsLearners ? studying : [])]);
}

/** Somebody in post: the groups of one kind they belong to, and their posts together in 1/100,000 WTE. */
export type GroupedPerson = { readonly groups: readonly string[]; readonly wteE5: number };

/** One group as it may be shown; all `null` where it is hidden to protect people. */
export type ActiveGroup = {
  readonly group: string;
  readonly people: ShownCount;
  readonly wteE5: number | null;
  /** Of the people in post in the group, in 1/10,000; `null` where hidden or nobody is in post. */
  readonly shareBp: number | null;
};

export type ActiveHeadcount = {
  /** Groups that share nobody, so that their headcounts add up to the people, the largest first; hidden ones last. */
  readonly groups: readonly ActiveGroup[];
  readonly people: ShownCount;
  readonly wteE5: number | null;
};

/** The group of people who stand in several: counted apart, so that nobody is counted twice. */
export const severalGroups = 'More than one';
/** The group of people of whom nothing is recorded. */
export const noGroup = 'Not known';

function groupOf({ groups }: Pick<GroupedPerson, 'groups'>): string {
  if (groups.length > 1) return severalGroups;
  return groups[0] ?? noGroup;
}

function countBy(people: readonly GroupedPerson[]): ReadonlyMap<string, { people: number; wteE5: number }> {
  const counts = new Map<string, { people: number; wteE5: number }>();
  for (const person of people) {
    const known = counts.get(groupOf(person)) ?? { people: 0, wteE5: 0 };
    counts.set(groupOf(person), { people: known.people + 1, wteE5: known.wteE5 + person.wteE5 });
  }
  return counts;
}

/**
 * Research-active headcount and WTE by one kind of group, with few people hidden, and WTE and share with them. Nobody
 * stands in two groups, so that neither headcount nor WTE adds past the people.
 *
 * @param inPost people in post by the same kind of group; left out, no share is given.
 */
export function headcountBy(
  active: readonly GroupedPerson[],
  inPost: readonly Pick<GroupedPerson, 'groups'>[] = [],
  threshold: number = usualThreshold,
): ActiveHeadcount {
  const counts = [...countBy(active)].sort(([a], [b]) => (a < b ? -1 : 1));
  const all = countBy(inPost.map(({ groups }) => ({ groups, wteE5: 0 })));
  const shown = suppressCounts(
    counts.map(([, { people }]) => people),
    threshold,
  );
  const groups = counts.map(([group, { people, wteE5 }], index) => {
    const hidden = shown.counts[index] === null;
    const of = all.get(group)?.people ?? 0;
    return {
      group,
      people: hidden ? null : people,
      wteE5: hidden ? null : wteE5,
      shareBp: hidden || of === 0 ? null : halfUp(people * 10_000, of),
    };
  });
  groups.sort((a, b) => (b.people ?? -1) - (a.people ?? -1) || (a.group < b.group ? -1 : 1));
  const wteE5 = shown.total === null ? null : active.reduce((sum, person) => sum + person.wteE5, 0);
  return { groups, people: shown.total, wteE5 };
}

/** The count of one day of the past. */
export type TrendPoint = { readonly date: PlainDate; readonly people: ShownCount };

/**
 * People active by the definition on the same day of past years and this one, oldest first, from the recorded days of
 * the logs: whoever was named then, in post today or not. Learners are not in it: what they did is not held by day.
 */
export function activeTrend(
  definition: Pick<HeadcountDefinition, 'roles'>,
  studies: readonly StudyEnd[],
  entries: readonly RoleSpan[],
  date: PlainDate,
  years: number,
  threshold: number = usualThreshold,
): TrendPoint[] {
  return Array.from({ length: years + 1 }, (_, index) => {
    const day = addMonths(date, -12 * (years - index));
    const { size } = activeOn({ ...definition, countsLearners: false }, studies, entries, new Set(), day);
    return { date: day, people: size > 0 && size < threshold ? null : size };
  });
}
