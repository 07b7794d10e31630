import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { parameterStatuses, type ParameterStatus } from '../parameters/types.ts';
import specialtyData from './data/specialties.json' with { type: 'json' };

const listSchema = z.strictObject({
  list: z.string().min(1),
  effectiveFrom: z.custom<PlainDate>(isPlainDate, 'not a calendar day'),
  status: z.enum(parameterStatuses),
  source: z.string().min(1),
  note: z.string().min(1),
  names: z.array(z.string().min(1)),
});

/** The specialties by which a research network counts studies, from a day on. No names: they were not found. */
export type SpecialtyList = z.infer<typeof listSchema>;

export const specialtyLists: readonly SpecialtyList[] = z.array(listSchema).parse(specialtyData);

/** The names to choose from on a day, and how far they can be relied on. */
export type SpecialtyChoice = {
  readonly names: readonly string[];
  readonly status: ParameterStatus;
  /** What stands behind the names, or why they are those of a list that is no longer in force. */
  readonly note: string;
};

/** The list in force on a day; where its names were not found, those of the list before, said so. */
export function specialtiesOn(date: PlainDate): SpecialtyChoice {
  const begun = specialtyLists.filter(({ effectiveFrom }) => effectiveFrom <= date);
  const inForce = begun.at(-1);
  const named = begun.findLast(({ names }) => names.length > 0);
  if (inForce === undefined || named === undefined) {
    return { names: [], status: 'not-found', note: 'No list of specialties is known for this day.' };
  }
  return { names: named.names, status: named.status, note: `${inForce.source}. ${inForce.note}` };
}

/** Whether a study's specialty is one the network counts by; not known stays not known. */
export function isListedSpecialty(specialty: string, date: PlainDate): boolean {
  const folded = specialty.trim().toLowerCase();
  return specialtiesOn(date).names.some((name) => name.toLowerCase() === folded);
}
