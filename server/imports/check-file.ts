import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { checkRecords, type FileCheck } from '../../shared/imports/check-records.ts';
import type { Columns } from '../../shared/imports/columns.ts';
import type { FileRefusal } from '../../shared/imports/issues.ts';
import type { ImportKind } from '../../shared/imports/kind.ts';
import { withProfile, type Profile } from '../../shared/imports/profile.ts';
import { rulesByKind, type AnyRow } from '../../shared/imports/rules-by-kind.ts';
import { decodeUtf8 } from './decode.ts';
import { parseText, type OnProgress, type Parsed } from './parse-text.ts';
import { readWorkbook } from './read-workbook.ts';
import { sniffBytes, sniffText } from './sniff.ts';
import { isZip } from './xlsx-guard.ts';

export type { AnyRow };

const silent: OnProgress = () => undefined;

/** CSV bytes as records. */
function parseBytes(bytes: Uint8Array, columns: Columns, onProgress: OnProgress): Parsed {
  const unfit = sniffBytes(bytes);
  if (unfit !== null) return { ok: false, refusal: unfit };
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return decoded;
  const foreign = sniffText(decoded.text);
  if (foreign !== null) return { ok: false, refusal: foreign };
  return parseText(decoded.text, columns, onProgress);
}

/** The bytes of a CSV file or of an `.xlsx` workbook as records; `columns` help to find the separator or the sheet. */
export async function parseFile(
  bytes: Uint8Array,
  columns: Columns,
  onProgress: OnProgress = silent,
): Promise<Parsed> {
  return isZip(bytes) ? readWorkbook(bytes, columns, onProgress) : parseBytes(bytes, columns, onProgress);
}

/** A layout that does not fit is said by its name, with the way out. */
function withLayout(refusal: FileRefusal, profile: Profile | null): FileRefusal {
  if (profile === null || refusal.code !== 'MISSING_COLUMN') return refusal;
  const reason = `Read as “${profile.name}”. ${refusal.reason} Or choose another layout, or change this one.`;
  return { ...refusal, reason };
}

function checkParsed(
  kind: ImportKind,
  parsed: Parsed,
  today: PlainDate,
  profile: Profile | null,
): FileCheck<AnyRow> {
  if (!parsed.ok) return parsed;
  const rules = rulesByKind[kind];
  const columns = withProfile(rules.columns, profile);
  const check = checkRecords({ ...rules, columns }, parsed.file, { today });
  if (!check.ok) return { ok: false, refusal: withLayout(check.refusal, profile) };
  return { ...check, fileWarnings: [...parsed.notes, ...check.fileWarnings] };
}

/**
 * Any bytes of a CSV file in, a verdict out; nothing is stored and nothing thrown. Takes about a second for 20,000
 * rows, so the server runs it in a worker thread.
 */
export function checkFile(
  kind: ImportKind,
  bytes: Uint8Array,
  today: PlainDate,
  onProgress: OnProgress = silent,
  profile: Profile | null = null,
): FileCheck<AnyRow> {
  const columns = withProfile(rulesByKind[kind].columns, profile);
  return checkParsed(kind, parseBytes(bytes, columns, onProgress), today, profile);
}

/** The same for the bytes of a CSV file or of an `.xlsx` workbook. */
export async function checkUpload(
  kind: ImportKind,
  bytes: Uint8Array,
  today: PlainDate,
  onProgress: OnProgress = silent,
  profile: Profile | null = null,
): Promise<FileCheck<AnyRow>> {
  const columns = withProfile(rulesByKind[kind].columns, profile);
  return checkParsed(kind, await parseFile(bytes, columns, onProgress), today, profile);
}
