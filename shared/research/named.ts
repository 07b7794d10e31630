import type { PlainDate } from '../calendar/plain-date.ts';
import { isInvestigatorRole, type DelegationEntry, type InvestigatorRole } from './delegation.ts';
import type { Study } from './study.ts';

type StudyEnd = Pick<Study, 'id' | 'closedOn'>;
type StudyClose = Pick<Study, 'id' | 'closedOn' | 'plannedClose'>;
type RoleSpan = Pick<DelegationEntry, 'studyId' | 'personId' | 'role' | 'startedOn' | 'endedOn'>;

function byId<T extends { readonly id: string }>(studies: readonly T[]): ReadonlyMap<string, T> {
  return new Map(studies.map((study) => [study.id, study]));
}

/** In the role on the day: first and last day both count, and the role ends when the study closes at the site. */
function isHeldOn(entry: RoleSpan, closedOn: PlainDate | null, date: PlainDate): boolean {
  if (entry.startedOn > date) return false;
  if (entry.endedOn !== null && entry.endedOn < date) return false;
  return closedOn === null || closedOn > date;
}

/** The entries in force on a day. An entry of a study that is not among `studies` is an error of the register. */
export function entriesOn<E extends RoleSpan>(
  studies: readonly StudyEnd[],
  entries: readonly E[],
  date: PlainDate,
): E[] {
  const known = byId(studies);
  return entries.filter((entry) => {
    const study = known.get(entry.studyId);
    if (study === undefined) throw new RangeError('a delegation entry without its study');
    return isHeldOn(entry, study.closedOn, date);
  });
}

/**
 * Who is an investigator on a day, by person, with the higher role: Principal Investigator before Co-Investigator.
 * Read from delegation entries alone; somebody on a study whose log is not held is not known, and not in the map.
 */
export function namedOn(
  studies: readonly StudyEnd[],
  entries: readonly RoleSpan[],
  date: PlainDate,
): ReadonlyMap<string, InvestigatorRole> {
  const named = new Map<string, InvestigatorRole>();
  for (const { personId, role } of entriesOn(studies, entries, date)) {
    if (!isInvestigatorRole(role)) continue;
    if (role === 'pi' || !named.has(personId)) named.set(personId, role);
  }
  return named;
}

/** The days on which somebody first held each role; `null` where never. */
export type FirstNamed = { readonly coi: PlainDate | null; readonly pi: PlainDate | null };

function earlier(known: PlainDate | null, day: PlainDate): PlainDate {
  return known !== null && known < day ? known : day;
}

/** When each person was first ever named in each role, up to and with a day: a gain is the first of its kind. */
export function firstNamedBy(entries: readonly RoleSpan[], date: PlainDate): ReadonlyMap<string, FirstNamed> {
  const first = new Map<string, FirstNamed>();
  for (const { personId, role, startedOn } of entries) {
    if (!isInvestigatorRole(role) || startedOn > date) continue;
    const known = first.get(personId) ?? { coi: null, pi: null };
    first.set(personId, { ...known, [role]: earlier(known[role], startedOn) });
  }
  return first;
}

/**
 * When the Principal Investigator role of one person ends by what is planned: on the day the last study closes (in the
 * past, when a plan has slipped), or not known, since one of the studies has no planned close.
 */
export type RoleEnd = { readonly kind: 'ends'; readonly on: PlainDate } | { readonly kind: 'not-known' };

/**
 * For everybody who is Principal Investigator on the day, when that role ends: it belongs to studies, and lapses when
 * the last one closes or the entry's own last day is reached.
 */
export function piRoleEnds(
  studies: readonly StudyClose[],
  entries: readonly RoleSpan[],
  date: PlainDate,
): ReadonlyMap<string, RoleEnd> {
  const known = byId(studies);
  const ends = new Map<string, RoleEnd>();
  for (const entry of entriesOn(studies, entries, date)) {
    if (entry.role !== 'pi') continue;
    const own = earliestOf(entry.endedOn, known.get(entry.studyId)?.plannedClose ?? null);
    ends.set(entry.personId, laterEnd(ends.get(entry.personId), own));
  }
  return ends;
}

function earliestOf(endedOn: PlainDate | null, plannedClose: PlainDate | null): PlainDate | null {
  if (endedOn === null || plannedClose === null) return endedOn ?? plannedClose;
  return endedOn < plannedClose ? endedOn : plannedClose;
}

function laterEnd(known: RoleEnd | undefined, end: PlainDate | null): RoleEnd {
  if (end === null || known?.kind === 'not-known') return { kind: 'not-known' };
  return known === undefined || known.on < end ? { kind: 'ends', on: end } : known;
}
