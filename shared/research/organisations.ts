import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import organisationData from './data/organisations.json' with { type: 'json' };

const lists = ['2018', '2022', '2025'] as const;

/** The latest of the national lists that holds a code; `2025` is the one in force. */
export type OrganisationList = (typeof lists)[number];

const rowSchema = z.tuple([
  z.string().regex(/^[A-Z0-9]{3,5}$/),
  z.string().min(1),
  z.enum(lists),
  z.string().nullable(),
  z.custom<PlainDate>(isPlainDate, 'not a calendar day').nullable(),
]);

const { organisations: rows } = z.object({ organisations: z.array(rowSchema) }).parse(organisationData);

/** What stands behind the names, with the line that the licence asks for. */
export const organisationSource = `${organisationData.source}. ${organisationData.licence}. ${organisationData.successorsNote}`;

/** An NHS organisation by its ODS code. */
export type Organisation = {
  readonly code: string;
  readonly name: string;
  readonly list: OrganisationList;
  /** The code that took this one over, where that is known; a merged code stays readable. */
  readonly successor: string | null;
  /** The first day under the successor, or the last day of the code where there is none; `null` is not known. */
  readonly until: PlainDate | null;
};

const byCode: ReadonlyMap<string, Organisation> = new Map(
  rows.map(([code, name, list, successor, until]) => [code, { code, name, list, successor, until }]),
);

/** Every code with its name, to choose from while typing. */
export const organisations: readonly Organisation[] = [...byCode.values()];

/** The organisation of an ODS code, in any case and with spaces around; `null`: not in the list. */
export function organisationOf(code: string): Organisation | null {
  return byCode.get(code.trim().toUpperCase()) ?? null;
}

/** The code in force today of an organisation: itself, or the last of its successors. */
export function inForceOf(organisation: Organisation): Organisation {
  const next = organisation.successor === null ? null : organisationOf(organisation.successor);
  return next === null ? organisation : inForceOf(next);
}

/** Three to five letters and digits with at least one of each kind that codes have: "RJ1", "G6V2S"; a name is not one. */
export function looksLikeCode(text: string): boolean {
  return /^(?=.*\d)[A-Z0-9]{3,5}$|^[RT][A-Z0-9]{2}$/.test(text.trim().toUpperCase());
}

function listWords({ list }: Organisation): string {
  return list === '2025' ? '' : `, in the list of ${list}, not in that of March 2025`;
}

/**
 * A code or a name as it is printed: "RJ1, Guy's and St Thomas' NHS Foundation Trust"; a merged code with where it
 * went; a code that no list holds says so; a name as it was typed.
 */
export function organisationWords(typed: string): string {
  return organisationOf(typed) === null && !looksLikeCode(typed) ? typed : codeWords(typed);
}

/** As `organisationWords`, of what is known to be a code. */
export function codeWords(code: string): string {
  const found = organisationOf(code);
  if (found === null) return `${code.trim()} (not in the list)`;
  const now = inForceOf(found);
  const name = `${found.code}, ${found.name}`;
  return now.code === found.code ? `${name}${listWords(found)}` : `${name}, now ${now.code}, ${now.name}`;
}
