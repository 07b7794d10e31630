import type { PlainDate } from '../calendar/plain-date.ts';
import type { DelegationEntry } from './delegation.ts';
import { entriesOn, namedOn } from './named.ts';
import type { Study } from './study.ts';
import { mayBePi, type PiAnswer } from './who-may-be-pi.ts';

/** Somebody who might lead a study. */
export type Candidate = {
  readonly personId: string;
  /** Ready to act by the readiness checklist. */
  readonly ready: boolean;
  /** Leads a study on the day. */
  readonly isPi: boolean;
  /** The professional register, as the staff file has it. */
  readonly registration: string | null;
  /** Studies they are Co-Investigator of on the day. */
  readonly coiOn: ReadonlySet<string>;
  /** Of the studies they are or were on the log of; empty where they were on none. */
  readonly specialties: ReadonlySet<string>;
};

type Named = Pick<Study, 'id' | 'specialty' | 'closedOn'>;
type Span = Pick<DelegationEntry, 'studyId' | 'personId' | 'role' | 'startedOn' | 'endedOn'>;
type Person = Pick<Candidate, 'personId' | 'ready' | 'registration'>;

/** The studies of each person’s entries. */
function byPerson(entries: readonly Span[]): ReadonlyMap<string, readonly string[]> {
  const studies = new Map<string, string[]>();
  for (const { personId, studyId } of entries) {
    const known = studies.get(personId);
    if (known === undefined) studies.set(personId, [studyId]);
    else known.push(studyId);
  }
  return studies;
}

/** People with what the delegation logs say of them on a day. */
export function candidatesFrom(
  people: readonly Person[],
  studies: readonly Named[],
  entries: readonly Span[],
  date: PlainDate,
): Candidate[] {
  const named = namedOn(studies, entries, date);
  const specialtyOf = new Map(studies.map(({ id, specialty }) => [id, specialty]));
  const begun = byPerson(entries.filter(({ startedOn }) => startedOn <= date));
  const held = byPerson(entriesOn(studies, entries, date).filter(({ role }) => role === 'coi'));
  return people.map((person) => ({
    ...person,
    isPi: named.get(person.personId) === 'pi',
    coiOn: new Set(held.get(person.personId) ?? []),
    specialties: new Set(
      (begun.get(person.personId) ?? []).flatMap((studyId) => specialtyOf.get(studyId) ?? []),
    ),
  }));
}

/** How somebody comes to a study, the nearest first. */
export const fits = ['on-the-study', 'same-specialty', 'specialty-not-known'] as const;

export type Fit = (typeof fits)[number];

export type Follower = Pick<Candidate, 'personId' | 'ready' | 'isPi'> & {
  readonly fit: Fit;
  /** What the rule for the type of study says; who may not is left out and counted. */
  readonly rule: Exclude<PiAnswer['kind'], 'not-allowed'>;
};

export type Followers = {
  /** The nearest first; of equals who is ready, then who may lead by the rule for certain. */
  readonly followers: readonly Follower[];
  /** People who would fit, but whose profession may not lead this type of study. */
  readonly notAllowed: number;
};

type Led = Pick<Study, 'id' | 'specialty' | 'studyType'>;

/** `null`: nothing brings this person to the study. */
function fitOf(study: Led, { coiOn, specialties, ready, isPi }: Candidate): Fit | null {
  if (coiOn.has(study.id)) return 'on-the-study';
  if (!ready && !isPi) return null;
  if (study.specialty !== null && specialties.has(study.specialty)) return 'same-specialty';
  return ready && (specialties.size === 0 || study.specialty === null) ? 'specialty-not-known' : null;
}

function byNearness(a: Follower, b: Follower): number {
  return (
    fits.indexOf(a.fit) - fits.indexOf(b.fit) ||
    Number(b.ready) - Number(a.ready) ||
    Number(b.rule === 'allowed') - Number(a.rule === 'allowed') ||
    (a.personId < b.personId ? -1 : 1)
  );
}

/**
 * Who could lead a study on a day: its own Co-Investigators, ready people and Principal Investigators of its
 * specialty, and ready people whose specialty nobody knows; by the dated rule of who may lead its type.
 */
export function whoCouldFollow(study: Led, candidates: readonly Candidate[], on: PlainDate): Followers {
  const fitting = candidates.flatMap((candidate) => {
    const fit = fitOf(study, candidate);
    return fit === null
      ? []
      : [{ candidate, fit, rule: mayBePi(study.studyType, candidate.registration, on).kind }];
  });
  const followers = fitting.flatMap(({ candidate: { personId, ready, isPi }, fit, rule }): Follower[] =>
    rule === 'not-allowed' ? [] : [{ personId, ready, isPi, fit, rule }],
  );
  return {
    followers: followers.sort(byNearness),
    notAllowed: fitting.filter(({ rule }) => rule === 'not-allowed').length,
  };
}
