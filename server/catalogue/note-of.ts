import type { SaveRow } from '../../shared/programmes/catalogue-rows.ts';
import type { JsonValue } from '../db/json.ts';

/** What may stand in the audit log, which cannot be erased: no name, address, number or words that somebody typed. */
const noted = [
  'university',
  'stage',
  'intakeMonth',
  'firstWeek',
  'weeks',
  'academicYear',
  'feePence',
  'kind',
  'type',
  'state',
  'personId',
  'award',
  'route',
  'open',
  'expiresOn',
] as const;

export function noteOf(fields: SaveRow['fields']): JsonValue {
  const held: Readonly<Record<string, JsonValue>> = fields;
  return Object.fromEntries(noted.flatMap((key) => (held[key] === undefined ? [] : [[key, held[key]]])));
}
