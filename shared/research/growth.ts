import type { PlainDate } from '../calendar/plain-date.ts';
import { mostFilled } from './fill-openings.ts';
import type { Opening } from './openings.ts';
import type { Study } from './study.ts';
import { mayBePi, piRuleOn } from './who-may-be-pi.ts';

/** Somebody ready to act: their professional register and the specialties of the studies they have been on. */
export type ReadyPerson = {
  readonly personId: string;
  readonly registration: string | null;
  /** Empty: not known. */
  readonly specialties: readonly string[];
};

/** One specialty: studies that want a Principal Investigator against people who could be one. */
export type SpecialtyOutlook = {
  /** `null`: studies of which the specialty is not known. */
  readonly specialty: string | null;
  /** Studies in set-up: those expected to open. */
  readonly inSetUp: number;
  readonly openings: number;
  /** Of those, the openings that some professions alone may take by the rule of the day. */
  readonly restricted: number;
  /**
   * People ready who have been on a study of the specialty; `null`, as all below, while nobody's readiness is recorded.
   * A person may stand in several specialties.
   */
  readonly ready: number | null;
  /** Of those, the people who may lead at least one of the openings. */
  readonly mayLead: number | null;
  /** Openings left when as many as can be are taken, one a person, by the rules: where to grow. */
  readonly gap: number | null;
};

function isRestricted({ studyType }: Opening, date: PlainDate): boolean {
  return studyType !== null && (piRuleOn(studyType, date)?.bodies ?? null) !== null;
}

function against(
  wanted: readonly Opening[],
  people: readonly ReadyPerson[] | null,
  specialty: string | null,
  date: PlainDate,
): Pick<SpecialtyOutlook, 'ready' | 'mayLead' | 'gap'> {
  if (people === null) return { ready: null, mayLead: null, gap: null };
  const ready = people.filter(({ specialties }) => specialty !== null && specialties.includes(specialty));
  const mayLead = ready.filter(({ registration }) =>
    wanted.some(({ studyType }) => mayBePi(studyType, registration, date).kind === 'allowed'),
  ).length;
  return { ready: ready.length, mayLead, gap: wanted.length - mostFilled(wanted, ready, date) };
}

function outlookOf(
  specialty: string | null,
  studies: readonly Pick<Study, 'specialty' | 'status'>[],
  openings: readonly Opening[],
  people: readonly ReadyPerson[] | null,
  date: PlainDate,
): SpecialtyOutlook {
  const wanted = openings.filter((one) => one.specialty === specialty);
  return {
    specialty,
    inSetUp: studies.filter((study) => study.specialty === specialty && study.status === 'in-set-up').length,
    openings: wanted.length,
    restricted: wanted.filter((one) => isRestricted(one, date)).length,
    ...against(wanted, people, specialty, date),
  };
}

/**
 * Where to grow: each specialty that wants a Principal Investigator, expects a study or has somebody ready, the widest
 * gap first. People are never added over specialties.
 */
export function outlookBySpecialty(
  studies: readonly Pick<Study, 'specialty' | 'status'>[],
  openings: readonly Opening[],
  people: readonly ReadyPerson[] | null,
  date: PlainDate,
): SpecialtyOutlook[] {
  const expected = studies.filter(({ status }) => status === 'in-set-up');
  const names = new Set<string | null>([
    ...expected.map(({ specialty }) => specialty),
    ...openings.map(({ specialty }) => specialty),
    ...(people ?? []).flatMap(({ specialties }) => specialties),
  ]);
  return [...names]
    .map((name) => outlookOf(name, expected, openings, people, date))
    .sort(
      (a, b) =>
        (b.gap ?? 0) - (a.gap ?? 0) ||
        b.openings - a.openings ||
        ((a.specialty ?? '~') < (b.specialty ?? '~') ? -1 : 1),
    );
}

/** Openings that the same rule says who may lead. */
export type RuleOutlook = {
  /** `listed`: only members of `bodies`; `any`: no list of professions applies; `not-known`: the type of study is not. */
  readonly who: 'listed' | 'any' | 'not-known';
  readonly bodies: readonly string[];
  readonly openings: number;
  /** People ready who may lead at least one of them; `null` while nobody's readiness is recorded. */
  readonly mayLead: number | null;
  /** Openings beyond those people. */
  readonly gap: number | null;
};

function ruleOf({ studyType }: Opening, date: PlainDate): Pick<RuleOutlook, 'who' | 'bodies'> {
  if (studyType === null) return { who: 'not-known', bodies: [] };
  const bodies = piRuleOn(studyType, date)?.bodies ?? null;
  return bodies === null ? { who: 'any', bodies: [] } : { who: 'listed', bodies };
}

/** Openings by who may be PI, against people ready, the widest gap first. People are never added over rules. */
export function outlookByRule(
  openings: readonly Opening[],
  people: readonly ReadyPerson[] | null,
  date: PlainDate,
): RuleOutlook[] {
  const groups = new Map<string, Opening[]>();
  for (const opening of openings) {
    const key = JSON.stringify(ruleOf(opening, date));
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [opening]);
    else known.push(opening);
  }
  const rows = [...groups.values()].flatMap((wanted): RuleOutlook[] => {
    const [first] = wanted;
    if (first === undefined) return [];
    const mayLead =
      people?.filter(({ registration }) =>
        wanted.some(({ studyType }) => mayBePi(studyType, registration, date).kind === 'allowed'),
      ).length ?? null;
    const gap = mayLead === null ? null : Math.max(0, wanted.length - mayLead);
    return [{ ...ruleOf(first, date), openings: wanted.length, mayLead, gap }];
  });
  return rows.sort((a, b) => (b.gap ?? 0) - (a.gap ?? 0) || b.openings - a.openings);
}

/** The specialties of the studies each person has been on, by person, in alphabetical order. */
export function specialtiesByPerson(
  studies: readonly Pick<Study, 'id' | 'specialty'>[],
  entries: readonly { readonly studyId: string; readonly personId: string }[],
): ReadonlyMap<string, readonly string[]> {
  const of = new Map(studies.map(({ id, specialty }) => [id, specialty]));
  const found = new Map<string, Set<string>>();
  for (const { studyId, personId } of entries) {
    const specialty = of.get(studyId);
    if (specialty) found.set(personId, (found.get(personId) ?? new Set()).add(specialty));
  }
  return new Map([...found].map(([personId, names]) => [personId, [...names].sort()]));
}
