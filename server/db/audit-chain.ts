import { createHash } from 'node:crypto';
import type { JsonValue } from './json.ts';

/** One audit entry as it is hashed; `at` is an ISO instant with milliseconds. Never holds names or staff numbers. */
export type AuditEntry = {
  readonly trustId: string;
  readonly seq: number;
  readonly at: string;
  readonly actorId: string | null;
  readonly role: string;
  readonly sessionHash: string | null;
  readonly requestId: string;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly versionBefore: number | null;
  readonly versionAfter: number | null;
  readonly before: JsonValue;
  readonly after: JsonValue;
};

/** What stands before the first entry of a trust. */
export const chainStart = '0'.repeat(64);

/** The hash of an entry: sha-256 in hex of the hash before it and its canonical JSON. */
export function entryHash(previousHash: string, entry: AuditEntry): string {
  return createHash('sha256').update(previousHash).update(canonicalJson(entry)).digest('hex');
}

/**
 * JSON with the keys of every object in the order of their code units and no spaces: the same text for the same
 * value, however PostgreSQL ordered its keys.
 */
export function canonicalJson(value: JsonValue): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
