import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { ImportScope } from '../../shared/imports/batch.ts';
import type { ImportKind } from '../../shared/imports/kind.ts';
import { jsonOf } from '../app/http.ts';

export type Upload = {
  readonly file: File;
  readonly kind: ImportKind;
  readonly scope: ImportScope;
  readonly dataDate: PlainDate;
  /** One key for each press of the button: pressing twice uploads once. */
  readonly key: string;
};

/**
 * Sends a file to be read. The name of the file stays in the browser.
 *
 * @returns the id of the import, whose preview follows.
 * @throws HttpRefusal with the words to show.
 */
export async function uploadFile({ file, kind, scope, dataDate, key }: Upload): Promise<string> {
  const query = new URLSearchParams({ kind, scope, dataDate });
  const answer = await jsonOf(
    await fetch(`/api/imports/upload?${query.toString()}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'idempotency-key': key },
      body: file,
    }),
  );
  return (answer as { readonly batchId: string }).batchId;
}
