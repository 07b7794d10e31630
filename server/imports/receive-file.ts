import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { err, ok, type Refusal, type Result } from '../../shared/core/result.ts';
import { limits } from '../../shared/imports/limits.ts';
import type { ReceivedFile } from './begin-import.ts';

export type FileOnDisk = ReceivedFile & { readonly path: string };

/** No room, or no right to write: the trust's administrator must act, not the person who uploads. */
const noRoom = new Set(['ENOSPC', 'EFBIG', 'EDQUOT', 'EROFS', 'EACCES', 'EMFILE', 'ENFILE']);

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

export const tooLarge: Refusal = {
  code: 'too-large',
  message: 'The file is larger than 20 MB. Export fewer rows or columns.',
};

/**
 * Streams an upload to a file that only this account may read, under a random name. No more than 20 MB is kept or even
 * read; whatever goes wrong, the file is removed.
 */
export async function receiveFile(source: Readable, folder: string): Promise<Result<FileOnDisk>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  let kept = false;
  try {
    const received = await write(source, path);
    kept = received.ok;
    return received;
  } catch (error) {
    if (noRoom.has(codeOf(error))) {
      return err(
        'unavailable',
        'The server has no room for the file at the moment. Tell its administrator, or try again later.',
      );
    }
    return err('bad-input', 'The upload stopped before its end; nothing was kept. Upload the file again.');
  } finally {
    if (!kept) await rm(path, { force: true });
  }
}

async function write(source: Readable, path: string): Promise<Result<FileOnDisk>> {
  const file = await open(path, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    // The request must outlive a refusal, or its answer could not be sent.
    for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > limits.bytes) return { ok: false, error: tooLarge };
      hash.update(chunk);
      await file.appendFile(chunk);
    }
    return ok({ path, bytes, sha256: hash.digest('hex') });
  } finally {
    await file.close();
  }
}

const leftMs = 60 * 60 * 1000;

/** Removes uploads that a server left behind when it was killed; nobody can be reading one that is an hour old. */
export async function removeLeftUploads(folder: string, now: Date): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (now.getTime() - mtimeMs > leftMs) await rm(path, { force: true });
  }
}
