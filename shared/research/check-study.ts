import type { PlainDate } from '../calendar/plain-date.ts';
import type { StudyStatus } from './study.ts';

type Day = PlainDate | null | undefined;

/** What of a study is checked against itself; a day that is left out is not known. */
export type StudyDates = {
  readonly status: StudyStatus;
  readonly plannedOpen?: Day;
  readonly openedOn?: Day;
  readonly plannedClose: PlainDate | null;
  readonly closedOn: PlainDate | null;
};

function before(later: Day, earlier: Day): boolean {
  return typeof later === 'string' && typeof earlier === 'string' && later < earlier;
}

/** Everything of a study that cannot be true, in sentences that say what to do; empty when all can. */
export function faultsOfStudy(study: StudyDates): string[] {
  const { status, plannedOpen, openedOn, plannedClose, closedOn } = study;
  const closed = status === 'closed';
  return [
    ...(closed && closedOn === null ? ['A closed study needs the day it closed.'] : []),
    ...(!closed && closedOn !== null ? ['Only a closed study has a day on which it closed.'] : []),
    ...(status === 'in-set-up' && typeof openedOn === 'string'
      ? ['A study in set-up has not opened yet.']
      : []),
    ...(before(closedOn, openedOn) ? ['The study closed before it opened.'] : []),
    ...(before(plannedClose, plannedOpen) ? ['The planned close lies before the planned opening.'] : []),
  ];
}

type Span = { readonly startedOn: PlainDate; readonly endedOn: PlainDate | null };

/** What of a change to a study its own delegation log does not allow. */
export function faultsAgainstLog(
  study: Pick<StudyDates, 'openedOn' | 'closedOn'> & { readonly delegationLogHeld: boolean },
  entries: readonly Span[],
): string[] {
  const { openedOn, closedOn, delegationLogHeld } = study;
  const early = entries.some(({ startedOn }) => before(startedOn, openedOn));
  const late = entries.some(({ startedOn }) => before(closedOn, startedOn));
  return [
    ...(!delegationLogHeld && entries.length > 0
      ? ['The log has entries, so it is held. Undo or end them on the log instead.']
      : []),
    ...(early ? ['Somebody on the log starts before this opening. Correct the day or the log first.'] : []),
    ...(late ? ['Somebody on the log starts after this close. Correct the day or the log first.'] : []),
  ];
}
