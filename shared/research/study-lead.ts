import { addDays, addMonths, type PlainDate } from '../calendar/plain-date.ts';
import type { DelegationEntry } from './delegation.ts';
import type { Study } from './study.ts';

type Led = Pick<Study, 'id' | 'status' | 'plannedClose' | 'closedOn' | 'delegationLogHeld'>;
type Span = Pick<DelegationEntry, 'studyId' | 'personId' | 'role' | 'startedOn' | 'endedOn'>;

/** Why a study loses its Principal Investigator: the study closes, the role ends, or the person leaves their post. */
export const lossReasons = ['study-closes', 'role-ends', 'leaves-post', 'nobody-named'] as const;

export type LossReason = (typeof lossReasons)[number];

/** The first day without a Principal Investigator is the day after `on`; `null` where nobody is named on the day itself. */
export type LeadLoss = {
  readonly studyId: string;
  readonly on: PlainDate | null;
  readonly reason: LossReason;
};

/** How far ahead a loss is listed. */
export const monthsAhead = 12;

type LeadEnd = { readonly on: PlainDate | null; readonly reason: LossReason };

/** When one entry ends: its own last day, or the person's last day in post where that comes first. */
function endOf(span: Span, lastDayOf: ReadonlyMap<string, PlainDate>): LeadEnd {
  const leaves = lastDayOf.get(span.personId) ?? null;
  if (leaves !== null && (span.endedOn === null || leaves < span.endedOn)) {
    return { on: leaves, reason: 'leaves-post' };
  }
  return { on: span.endedOn, reason: 'role-ends' };
}

/** Until when somebody leads without a day between: a successor counts when they start by the day after. */
function ledUntil(
  spans: readonly Span[],
  lastDayOf: ReadonlyMap<string, PlainDate>,
  date: PlainDate,
): LeadEnd {
  let end: LeadEnd = { on: addDays(date, -1), reason: 'nobody-named' };
  for (const span of spans) {
    if (end.on === null || span.startedOn > addDays(end.on, 1)) break;
    const own = endOf(span, lastDayOf);
    if (own.on === null || own.on > end.on) end = own;
  }
  return end;
}

function lossOf(study: Led, end: LeadEnd, date: PlainDate): LeadLoss | null {
  if (end.on !== null && end.on < date) return { studyId: study.id, on: null, reason: 'nobody-named' };
  const { plannedClose } = study;
  if (plannedClose !== null && (end.on === null || plannedClose <= end.on)) {
    return { studyId: study.id, on: plannedClose, reason: 'study-closes' };
  }
  return end.on === null ? null : { studyId: study.id, on: end.on, reason: end.reason };
}

/** Principal Investigators of each study, in order of the day they start. */
function leadsByStudy(entries: readonly Span[]): ReadonlyMap<string, readonly Span[]> {
  const leads = new Map<string, Span[]>();
  for (const entry of entries) {
    if (entry.role !== 'pi') continue;
    const known = leads.get(entry.studyId);
    if (known === undefined) leads.set(entry.studyId, [entry]);
    else known.push(entry);
  }
  for (const spans of leads.values()) spans.sort((a, b) => (a.startedOn < b.startedOn ? -1 : 1));
  return leads;
}

/**
 * Open and suspended studies that have no Principal Investigator, or lose theirs within `monthsAhead` with nobody named
 * to follow, soonest first. A study whose log is not held is not judged: who leads it is not known.
 *
 * @param lastDayOf the last day in post of people who are known to leave (leaving date, or end of a fixed term).
 */
export function leadLosses(
  studies: readonly Led[],
  entries: readonly Span[],
  lastDayOf: ReadonlyMap<string, PlainDate>,
  date: PlainDate,
): LeadLoss[] {
  const horizon = addMonths(date, monthsAhead);
  const leads = leadsByStudy(entries);
  const losses = studies.filter(isJudged).flatMap((study) => {
    const loss = lossOf(study, ledUntil(leads.get(study.id) ?? [], lastDayOf, date), date);
    return loss === null || (loss.on !== null && loss.on > horizon) ? [] : [loss];
  });
  return losses.toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1));
}

function isJudged(study: Led): boolean {
  return study.delegationLogHeld && (study.status === 'open' || study.status === 'suspended');
}
