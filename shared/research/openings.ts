import type { PlainDate } from '../calendar/plain-date.ts';
import type { DelegationEntry } from './delegation.ts';
import { leadLosses, type LeadLoss } from './study-lead.ts';
import type { Study } from './study.ts';

type Led = Pick<
  Study,
  'id' | 'status' | 'specialty' | 'studyType' | 'plannedClose' | 'closedOn' | 'delegationLogHeld'
>;
type Span = Pick<DelegationEntry, 'id' | 'studyId' | 'personId' | 'role' | 'startedOn' | 'endedOn'>;

/** Why somebody is wanted to lead a study. Retirement is a day on which somebody leaves their post. */
export const openingReasons = ['set-up', 'nobody-named', 'leaves-post', 'role-ends', 'hands-over'] as const;

export type OpeningReason = (typeof openingReasons)[number];

export const openingReasonNames: Readonly<Record<OpeningReason, string>> = {
  'set-up': 'In set-up, no PI yet',
  'nobody-named': 'Open, nobody named as PI',
  'leaves-post': 'PI leaves, retires or reaches the end of a fixed term',
  'role-ends': 'PI role ends, the study goes on',
  'hands-over': 'PI asks to hand over',
};

/** A study that wants a Principal Investigator; `from` null is now, else the last day of the one it has. */
export type Opening = {
  readonly studyId: string;
  readonly specialty: Study['specialty'];
  readonly studyType: Study['studyType'];
  readonly from: PlainDate | null;
  readonly reason: OpeningReason;
};

/** A Principal Investigator who asks to hand over leads until that day; until today where it is past. */
function untilHandOver(span: Span, handOverBy: PlainDate | undefined, date: PlainDate): Span {
  if (span.role !== 'pi' || handOverBy === undefined) return span;
  const asked = handOverBy < date ? date : handOverBy;
  return { ...span, endedOn: span.endedOn !== null && span.endedOn < asked ? span.endedOn : asked };
}

function reasonOf(
  { studyId, on, reason }: LeadLoss,
  asked: readonly Span[],
): Exclude<OpeningReason, 'set-up'> {
  if (reason === 'leaves-post' || reason === 'nobody-named') return reason;
  const handsOver = asked.some((span) => span.studyId === studyId && span.endedOn === on);
  return handsOver ? 'hands-over' : 'role-ends';
}

function inSetUp(studies: readonly Led[], entries: readonly Span[], date: PlainDate): Opening[] {
  const led = new Set(
    entries
      .filter(({ role, endedOn }) => role === 'pi' && (endedOn === null || endedOn >= date))
      .map(({ studyId }) => studyId),
  );
  return studies
    .filter(({ id, status }) => status === 'in-set-up' && !led.has(id))
    .map(({ id, specialty, studyType }) => ({
      studyId: id,
      specialty,
      studyType,
      from: null,
      reason: 'set-up' as const,
    }));
}

/**
 * Openings for a Principal Investigator: studies in set-up without one, and open studies whose Principal Investigator
 * leaves, ends or asks to hand over within 12 months with nobody named to follow. A study that closes is no opening,
 * and one whose log is not held is not judged.
 *
 * @param handOverBy by delegation entry, the day by which its holder asks to have handed over.
 * @param lastDayOf last days in post that are known, by person.
 */
export function openingsOn(
  studies: readonly Led[],
  entries: readonly Span[],
  handOverBy: ReadonlyMap<string, PlainDate>,
  lastDayOf: ReadonlyMap<string, PlainDate>,
  date: PlainDate,
): Opening[] {
  const open = studies.filter(({ status }) => status === 'open');
  const spans = entries.map((span) => untilHandOver(span, handOverBy.get(span.id), date));
  const asked = spans.filter(({ id, role }) => role === 'pi' && handOverBy.has(id));
  const byId = new Map(open.map((study) => [study.id, study]));
  const losing = leadLosses(open, spans, lastDayOf, date).flatMap((loss) => {
    const study = byId.get(loss.studyId);
    if (study === undefined || loss.reason === 'study-closes') return [];
    const { specialty, studyType } = study;
    return [{ studyId: loss.studyId, specialty, studyType, from: loss.on, reason: reasonOf(loss, asked) }];
  });
  return [...inSetUp(studies, entries, date), ...losing];
}
