import { createHash } from 'node:crypto';
import { asPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import type { BatchTerms } from '../../shared/imports/batch.ts';
import type { Profile } from '../../shared/imports/profile.ts';
import type { TrustContext } from '../../server/db/with-trust.ts';
import { applyImport, type ApplyInput } from '../../server/imports/apply-import.ts';
import { beginImport } from '../../server/imports/begin-import.ts';
import { checkFile } from '../../server/imports/check-file.ts';
import { getImport, type ImportView } from '../../server/imports/get-import.ts';
import { stageImport } from '../../server/imports/stage-import.ts';
import { readFileOf } from '../../server/imports/staged-rows.ts';
import type { Person } from './server.ts';

export const dataDate = asPlainDate('2026-11-20');

export const wholeStaff: BatchTerms = { kind: 'staff', scope: 'whole-trust', dataDate };
export const someStaff: BatchTerms = { ...wholeStaff, scope: 'only-these-people' };

export function on(terms: BatchTerms, day: string): BatchTerms {
  return { ...terms, dataDate: asPlainDate(day) };
}

/** Uploads and previews a text as the use cases do, without the web server and the thread. */
export async function preview(
  ctx: TrustContext,
  terms: BatchTerms,
  text: string,
  profile: Profile | null = null,
): Promise<ImportView> {
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const begun = await beginImport(ctx, terms, { sha256, bytes: bytes.length });
  if (!begun.ok) throw new Error(begun.error.message);
  const { batchId } = begun.value;
  const read = readFileOf(terms.kind, checkFile(terms.kind, bytes, ctx.today(), undefined, profile), profile);
  const staged = await stageImport(ctx, { ...terms, batchId, fileSha256: sha256 }, read);
  if (!staged.ok) throw new Error(staged.error.message);
  return view(ctx, batchId);
}

export async function view(ctx: TrustContext, id: string): Promise<ImportView> {
  const found = await getImport(ctx, { id });
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
}

const confirmed = { confirmRejected: true, confirmLeavers: true };

export function apply(ctx: TrustContext, id: string, confirm: Partial<Omit<ApplyInput, 'id'>> = confirmed) {
  return applyImport(ctx, { confirmRejected: false, confirmLeavers: false, ...confirm, id });
}

/** Previews and applies; throws when the preview cannot be applied. */
export async function importText(
  ctx: TrustContext,
  terms: BatchTerms,
  text: string,
  profile: Profile | null = null,
): Promise<ImportView> {
  const { id } = await preview(ctx, terms, text, profile);
  const applied = await apply(ctx, id);
  if (!applied.ok) throw new Error(`${applied.error.code}: ${applied.error.message}`);
  return view(ctx, id);
}

/** Sends a file as the page does. */
export function upload(
  person: Person,
  text: string | Uint8Array,
  query = 'kind=staff',
  headers: Record<string, string> = {},
) {
  return person.post(`/api/imports/upload?${query}`, text, {
    'content-type': 'application/octet-stream',
    ...headers,
  });
}

/** Sends a file and waits until it is read. */
export async function uploadAndRead(
  person: Person,
  text: string | Uint8Array,
  query = 'kind=staff',
): Promise<ImportView> {
  const answer = await upload(person, text, query);
  if (answer.status !== 202) throw new Error(`upload: ${answer.status} ${await answer.text()}`);
  const { batchId } = (await answer.json()) as { batchId: string };
  return whenRead(person, batchId);
}

export async function whenRead(person: Person, id: string): Promise<ImportView> {
  for (let tries = 0; tries < 450; tries += 1) {
    const batch = await person.trpc.imports.batch.query({ id });
    if (batch.state !== 'reading') return batch;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the file was not read within 45 seconds');
}

export type { PlainDate };
