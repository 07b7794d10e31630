import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { ImportScope } from '../../shared/imports/batch.ts';
import type { ImportKind } from '../../shared/imports/kind.ts';
import { jsonOf } from '../app/http.ts';

export type Upload = {
  readonly file: File;
  readonly kind: ImportKind;
  readonly scope: ImportScope;
  readonly dataDate: PlainDate;
  /** Id of the layout; empty for that of our template. */
  readonly profile: string;
  /** One key for each press of the button: pressing twice uploads once. */
  readonly key: string;
};

/**
 * Sends a file to be read. The name of the file stays in the browser.
 *
 * @returns the id of the import, whose preview follows.
 * @throws HttpRefusal with the words to show.
 */
export async function uploadFile({ file, kind, scope, dataDate, profile, key }: Upload): Promise<string> {
  const query = new URLSearchParams({ kind, scope, dataDate, ...(profile === '' ? {} : { profile }) });
  const answer = await jsonOf(
    await fetch(`/api/imports/upload?${query.toString()}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'idempotency-key': key },
      body: file,
    }),
  );
  return (answer as { readonly batchId: string }).batchId;
}
