import type { PlainDate } from '../calendar/plain-date.ts';
import { credentials } from './credentials.ts';
import { standingNames, standingOn, type PersonCredentialFields } from './person-credential.ts';

/** Whose record it is, as the staff file has them. */
export type RecordOwner = {
  readonly name: string;
  readonly registrationBody: string | null;
  readonly registrationNumber: string | null;
};

/** A line of the record; the fields are those of docs/credential-record.md. */
export type RecordLine = {
  readonly kind: 'credential' | 'role';
  readonly name: string;
  readonly catalogue: string | null;
  readonly area: string | null;
  readonly issuer: string | null;
  readonly standing: string;
  readonly started_on: PlainDate | null;
  readonly awarded_on: PlainDate | null;
  readonly expires_on: PlainDate | null;
  readonly evidence: string | null;
};

export type CredentialRecord = {
  readonly schema: 1;
  readonly made_on: PlainDate;
  readonly name: string;
  readonly registration_body: string | null;
  readonly registration_number: string | null;
  /** Everything recorded, for the portfolio of continuing professional development. */
  readonly cpd_portfolio: readonly RecordLine[];
  /** What is current on the day, for an entry in the directory of advanced-level practitioners. */
  readonly advanced_level_directory: readonly RecordLine[];
};

function lineOf(held: PersonCredentialFields, date: PlainDate): RecordLine {
  const entry = credentials.find(({ key }) => key === held.credential);
  return {
    kind: held.kind,
    name: held.name,
    catalogue: entry?.catalogue ?? null,
    area: entry?.area ?? null,
    issuer: held.issuer,
    standing: standingNames[standingOn(held, date)],
    started_on: held.startedOn,
    awarded_on: held.awardedOn,
    expires_on: held.expiresOn,
    evidence: held.evidence,
  };
}

/** One person's record on a day: the whole portfolio, and the part that belongs in the directory. */
export function credentialRecord(
  owner: RecordOwner,
  held: readonly PersonCredentialFields[],
  date: PlainDate,
): CredentialRecord {
  const current = held.filter((row) => standingOn(row, date) === 'current');
  return {
    schema: 1,
    made_on: date,
    name: owner.name,
    registration_body: owner.registrationBody,
    registration_number: owner.registrationNumber,
    cpd_portfolio: held.map((row) => lineOf(row, date)),
    advanced_level_directory: current.map((row) => lineOf(row, date)),
  };
}

export const recordColumns = [
  'name',
  'registration_body',
  'registration_number',
  'in_directory',
  'kind',
  'credential',
  'catalogue',
  'area',
  'issuer',
  'standing',
  'started_on',
  'awarded_on',
  'expires_on',
  'evidence',
  'made_on',
] as const;

/** The same as lines of a table: one a credential or role, marked where the directory takes it. */
export function recordTable(record: CredentialRecord): readonly (readonly (string | null)[])[] {
  return record.cpd_portfolio.map((line) => [
    record.name,
    record.registration_body,
    record.registration_number,
    line.standing === standingNames.current ? 'yes' : 'no',
    line.kind,
    line.name,
    line.catalogue,
    line.area,
    line.issuer,
    line.standing,
    line.started_on,
    line.awarded_on,
    line.expires_on,
    line.evidence,
    record.made_on,
  ]);
}
