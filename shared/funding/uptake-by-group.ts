import { suppressCounts, usualThreshold, type ShownCount } from '../core/suppress.ts';
import { halfUp } from '../core/rounding.ts';
import { countsForUptake, outcomeOf, type BursaryCase } from './uptake.ts';

/** A case with the group it is counted in; `null` where the staff file does not say. */
export type GroupedCase = { readonly group: string | null; readonly of: BursaryCase };

/** Uptake of one group; `null` counts are hidden, all of a group together. */
export type GroupUptake = {
  /** `null`: not known. */
  readonly group: string | null;
  readonly people: ShownCount;
  readonly accepted: ShownCount;
  readonly uptakeBp: number | null;
};

type Counted = { readonly group: string | null; readonly people: number; readonly accepted: number };

function countedBy(cases: readonly GroupedCase[]): Counted[] {
  const counted = cases.filter(({ of }) => countsForUptake(of));
  const groups = [...new Set(counted.map(({ group }) => group))];
  return groups
    .map((group) => {
      const own = counted.filter((one) => one.group === group);
      const accepted = own.filter(({ of }) => outcomeOf(of) === 'accepted').length;
      return { group, people: own.length, accepted };
    })
    .sort((a, b) => (a.group === null ? 1 : b.group === null ? -1 : a.group < b.group ? -1 : 1));
}

/** Of a list, which entries `suppressCounts` hides. */
function hiddenIn(counts: readonly number[], threshold: number): readonly number[] {
  const { counts: shown } = suppressCounts(counts, threshold);
  return shown.flatMap((count, index) => (count === null ? [index] : []));
}

/**
 * Groups whose acceptance cannot be shown: those with few accepted or few not accepted, and one more where a single
 * hidden group could be worked out from the total, which the page shows.
 */
function hiddenAcceptance(groups: readonly Counted[], threshold: number): ReadonlySet<number> {
  const hidden = new Set([
    ...hiddenIn(
      groups.map(({ people }) => people),
      threshold,
    ),
    ...hiddenIn(
      groups.map(({ accepted }) => accepted),
      threshold,
    ),
    ...hiddenIn(
      groups.map(({ people, accepted }) => people - accepted),
      threshold,
    ),
  ]);
  const next = groups.findIndex((_, index) => !hidden.has(index));
  return hidden.size === 1 && next !== -1 ? new Set([...hidden, next]) : hidden;
}

/** Uptake by profession, band or site, in alphabetical order, counts under `threshold` hidden with what gives them away. */
export function uptakeByGroup(
  cases: readonly GroupedCase[],
  threshold: number = usualThreshold,
): readonly GroupUptake[] {
  const groups = countedBy(cases);
  const people = suppressCounts(
    groups.map((one) => one.people),
    threshold,
  ).counts;
  const hidden = hiddenAcceptance(groups, threshold);
  return groups.map(({ group, people: all, accepted }, index) => {
    const shut = hidden.has(index) || people[index] === null;
    return {
      group,
      people: people[index] ?? null,
      accepted: shut ? null : accepted,
      uptakeBp: shut ? null : halfUp(accepted * 10_000, all),
    };
  });
}
