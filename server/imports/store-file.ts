import { open } from 'node:fs/promises';
import type { TrustReader, TrustWriter } from '../db/with-trust.ts';

const partBytes = 1024 * 1024;

/** Keeps an uploaded file with its import until it is read: any process on the database can read it, and go on. */
export async function insertFile(
  tx: TrustWriter,
  trustId: string,
  batchId: string,
  path: string,
): Promise<void> {
  const file = await open(path, 'r');
  try {
    for (let part = 1; ; part += 1) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(partBytes), 0, partBytes, null);
      if (bytesRead === 0) return;
      const bytes = buffer.subarray(0, bytesRead);
      await tx
        .insertInto('import_file')
        .values({ trust_id: trustId, batch_id: batchId, part, bytes })
        .execute();
    }
  } finally {
    await file.close();
  }
}

/** The bytes of an uploaded file, a part at a time; none when it was read or put away already. */
export async function readFileParts(
  tx: TrustReader,
  trustId: string,
  batchId: string,
): Promise<readonly Buffer[]> {
  const parts: Buffer[] = [];
  for (;;) {
    const row = await tx
      .selectFrom('import_file')
      .select('bytes')
      .where('trust_id', '=', trustId)
      .where('batch_id', '=', batchId)
      .where('part', '=', parts.length + 1)
      .executeTakeFirst();
    if (row === undefined) return parts;
    parts.push(row.bytes);
  }
}

/** Deletes an uploaded file: it holds names, and once it is read nobody needs it. */
export async function deleteFile(tx: TrustWriter, trustId: string, batchId: string): Promise<void> {
  await tx
    .deleteFrom('import_file')
    .where('trust_id', '=', trustId)
    .where('batch_id', '=', batchId)
    .execute();
}
