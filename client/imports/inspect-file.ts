import type { FileHead } from '../../shared/imports/file-head.ts';
import { jsonOf } from '../app/http.ts';

/** The headings of a file with what stands below them; or, in plain words, why there are none. */
export type Inspected = { readonly head: FileHead | null; readonly reason: string | null };

/**
 * Asks the server for the headings of a file. Nothing of it is kept, and its name stays in the browser.
 *
 * @throws HttpRefusal with the words to show.
 */
export async function inspectFile(file: File): Promise<Inspected> {
  const answer = await jsonOf(
    await fetch('/api/imports/inspect', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    }),
  );
  return answer as Inspected;
}
