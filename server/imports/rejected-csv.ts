import { err, ok, type Result } from '../../shared/core/result.ts';
import { csvLines, csvOut, type CsvCell } from '../../shared/imports/csv-out.ts';
import type { ImportKind } from '../../shared/imports/kind.ts';
import { columnsByKind } from '../../shared/imports/templates.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readBatch, readRows, type PreviewRow } from './read.ts';

const rowsAPage = 1_000;

const ownHeadings = ['Record', 'Line', 'What is wrong'];

/** A refused row as it stood, with every reason, so that it can be put right and uploaded again. */
function cellsOf(kind: ImportKind, row: PreviewRow): CsvCell[] {
  const why = row.issues
    .filter((issue) => issue.refuses)
    .map((issue) => `${issue.column ?? 'Row'} (${issue.code}): ${issue.message}`)
    .join(' ');
  // Staged by this feature: a refused row keeps the texts of its known columns.
  const { texts = {} } = (row.after ?? {}) as { readonly texts?: Readonly<Record<string, string>> };
  return [row.position, row.line, why, ...Object.keys(columnsByKind[kind]).map((key) => texts[key] ?? null)];
}

async function* pages(ctx: TrustContext, id: string, kind: ImportKind): AsyncGenerator<string> {
  const headings = Object.values(columnsByKind[kind]).map((column) => column.heading);
  yield csvOut([...ownHeadings, ...headings], []);
  let after = 0;
  for (;;) {
    const asked = { batchId: id, outcome: 'rejected', after, limit: rowsAPage } as const;
    const rows = await withTrust(ctx, (tx) => readRows(tx, ctx.trustId, asked));
    const last = rows.at(-1);
    if (last === undefined) return;
    yield csvLines(rows.map((row) => cellsOf(kind, row)));
    after = last.position;
  }
}

/** The refused rows of an import as CSV, a page at a time: no transaction stays open while somebody downloads. */
export async function rejectedCsv(ctx: TrustContext, id: string): Promise<Result<AsyncGenerator<string>>> {
  const batch = await withTrust(ctx, (tx) => readBatch(tx, ctx.trustId, id));
  return batch === null ? err('not-found', 'There is no such import.') : ok(pages(ctx, id, batch.kind));
}
