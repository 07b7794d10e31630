import { addDays, addMonths, type PlainDate } from '../calendar/plain-date.ts';
import { addMonthsTo, monthOf, monthsBetween } from '../calendar/month.ts';
import type { Openings } from '../pipeline/capped-gains.ts';
import type { DelegationEntry } from '../research/delegation.ts';
import { leadLosses, monthsAhead } from '../research/study-lead.ts';
import type { Study } from '../research/study.ts';

type Led = Pick<Study, 'id' | 'status' | 'plannedClose' | 'closedOn' | 'delegationLogHeld'>;
type Span = Pick<DelegationEntry, 'studyId' | 'personId' | 'role' | 'startedOn' | 'endedOn'>;

/** In set-up, with nobody who leads it on the day or later. */
function inSetUpWithoutLead(studies: readonly Led[], entries: readonly Span[], date: PlainDate): Led[] {
  const led = new Set(
    entries
      .filter(({ role, endedOn }) => role === 'pi' && (endedOn === null || endedOn >= date))
      .map(({ studyId }) => studyId),
  );
  return studies.filter(({ id, status }) => status === 'in-set-up' && !led.has(id));
}

/**
 * Openings for a Principal Investigator: studies in set-up without one, and open studies that lose theirs with nobody
 * to follow, for as far ahead as losses are listed. A study that closes is no opening. Somebody who is Principal
 * Investigator already may take one too, so that it is the most there can be for others.
 *
 * @returns `null` where there is no study, or one open whose log is not held: what is not known caps nothing.
 */
export function piOpenings(
  studies: readonly Led[],
  entries: readonly Span[],
  lastDayOf: ReadonlyMap<string, PlainDate>,
  date: PlainDate,
): Openings {
  const unknown = studies.some(({ status, delegationLogHeld }) => status === 'open' && !delegationLogHeld);
  if (unknown || studies.length === 0) return null;
  const startMonth = addMonthsTo(monthOf(date), 1);
  const lost = leadLosses(studies, entries, lastDayOf, date).filter(
    ({ reason }) => reason !== 'study-closes',
  );
  const months = lost.map(({ on }) =>
    on === null ? 0 : Math.max(0, monthsBetween(startMonth, monthOf(addDays(on, 1)))),
  );
  const waiting = inSetUpWithoutLead(studies, entries, date).map(() => 0);
  const knownTo = monthsBetween(startMonth, monthOf(addMonths(date, monthsAhead)));
  return { from: [...waiting, ...months].sort((a, b) => a - b), knownTo };
}
