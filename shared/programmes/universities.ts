import type { PlainDate } from '../calendar/plain-date.ts';
import {
  useOf,
  type KnownParameter,
  type ParameterSet,
  type ParameterStatus,
  type ParameterUse,
} from '../parameters/types.ts';
import { knownOn } from '../parameters/value-on.ts';
import type { Stage } from './stages.ts';

/** The four universities of the framework. */
export const universities = ['kings', 'newcastle', 'exeter', 'sheffield'] as const;

export type University = (typeof universities)[number];

/** One university's course as far as it is known; `modules` is `null` where no list was found. */
export type Course = {
  readonly name: string;
  readonly programme: string;
  /** Whether the programme's name was seen or is inferred from the address the framework gives. */
  readonly programmeStatus: ParameterStatus;
  /** Whether each stage was seen to be offered. */
  readonly stages: Readonly<Record<Stage, ParameterStatus>>;
  readonly modules: readonly string[] | null;
  readonly contact: string;
};

const allSeen = { pgcert: 'published', pgdip: 'published', masters: 'published' } as const;

export const courses: Readonly<Record<University, Course>> = {
  kings: {
    name: 'King’s College London',
    programme: 'Clinical Research Delivery',
    programmeStatus: 'published',
    stages: allSeen,
    modules: null,
    contact: 'clinical-research-delivery-masters@kcl.ac.uk',
  },
  newcastle: {
    name: 'Newcastle University',
    programme: 'Clinical research e-learning',
    programmeStatus: 'unverified',
    stages: { pgcert: 'published', pgdip: 'unverified', masters: 'unverified' },
    modules: null,
    contact: 'epgclinres@ncl.ac.uk',
  },
  exeter: {
    name: 'University of Exeter',
    programme: 'Leading Clinical Research Delivery',
    programmeStatus: 'unverified',
    stages: allSeen,
    modules: null,
    contact: 'PG-LCRDinfo@exeter.ac.uk',
  },
  sheffield: {
    name: 'University of Sheffield',
    programme: 'Clinical research',
    programmeStatus: 'unverified',
    stages: allSeen,
    modules: null,
    contact: 'population-health-clinres@sheffield.ac.uk',
  },
};

export function isUniversity(text: unknown): text is University {
  return universities.some((university) => university === text);
}

/** 'kings', "King's College London" or 'exeter' as a university; `null` for anything else. */
export function parseUniversity(text: string): University | null {
  const folded = text.trim().toLowerCase().replaceAll("'", '’');
  return universities.find((id) => id === folded || courses[id].name.toLowerCase() === folded) ?? null;
}

/** A figure a university publishes, with its row. */
export type Stated = { readonly value: number; readonly use: ParameterUse };

function stated(row: KnownParameter | null): Stated | null {
  return row === null ? null : { value: row.value, use: useOf(row) };
}

/**
 * Release the university asks of the employer for a year of study, in minutes; `null` is not known. Only King's College
 * London publishes one (about 600 hours). There is no default: without it the agreement must say.
 */
export function statedReleaseOn(university: University, date: PlainDate, set: ParameterSet): Stated | null {
  return stated(knownOn(set, `${university.toUpperCase()}_RELEASE_HOURS_PER_YEAR`, date));
}

/** Home fee of one stage, in pence; `null` is not known, enter yours. */
export function statedFeeOn(university: University, date: PlainDate, set: ParameterSet): Stated | null {
  return stated(knownOn(set, `${university.toUpperCase()}_HOME_FEE_PER_60_CREDITS`, date));
}
