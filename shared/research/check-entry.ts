import type { PlainDate } from '../calendar/plain-date.ts';
import type { DelegationEntry } from './delegation.ts';
import type { Study } from './study.ts';

type NewSpan = Pick<DelegationEntry, 'personId' | 'role' | 'startedOn' | 'endedOn'>;
type Known = NewSpan & { readonly id: string };
type LogOf = Pick<Study, 'openedOn' | 'closedOn' | 'delegationLogHeld'>;

/** Two spans share a day; first and last day both count, no last day is for ever. */
export function overlap(
  a: Pick<NewSpan, 'startedOn' | 'endedOn'>,
  b: Pick<NewSpan, 'startedOn' | 'endedOn'>,
): boolean {
  return (a.endedOn === null || b.startedOn <= a.endedOn) && (b.endedOn === null || a.startedOn <= b.endedOn);
}

function after(date: PlainDate | null, limit: PlainDate | null): boolean {
  return date !== null && limit !== null && date > limit;
}

/**
 * Why an entry cannot stand on the log of a study; empty when it can.
 *
 * @param entry with the `id` of the entry it replaces, when it does.
 * @param others all entries of the study.
 */
export function faultsOfEntry(
  entry: NewSpan & { readonly id?: string },
  study: LogOf,
  others: readonly Known[],
): string[] {
  const same = others.filter(
    ({ id, personId, role }) => id !== entry.id && personId === entry.personId && role === entry.role,
  );
  const { startedOn, endedOn } = entry;
  return [
    ...(study.delegationLogHeld ? [] : ['The study is marked as one whose delegation log is not held.']),
    ...(after(startedOn, endedOn) ? ['The role ends before it starts.'] : []),
    ...(after(study.openedOn, startedOn) ? ['The role starts before the study opened.'] : []),
    ...(after(startedOn, study.closedOn) ? ['The role starts after the study closed.'] : []),
    ...(after(endedOn, study.closedOn) ? ['The role ends after the study closed.'] : []),
    ...(same.some((other) => overlap(entry, other))
      ? ['This person holds this role on this study on some of these days already.']
      : []),
  ];
}
