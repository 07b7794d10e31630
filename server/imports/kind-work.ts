import type { BatchTerms } from '../../shared/imports/batch.ts';
import type { IssueCode } from '../../shared/imports/issues.ts';
import type { TrustContext, TrustWriter } from '../db/with-trust.ts';
import type { HeldBatch } from './read.ts';
import type { ReadFile } from './staged-rows.ts';

export type Upload = BatchTerms & { readonly batchId: string; readonly fileSha256: string };

/** A file that could be read. */
export type FileRead = Extract<ReadFile, { ok: true }>;

/** How many are held now, and how many would be. */
export type Holdings = { readonly before: number; readonly after: number };

export type Staged = {
  readonly holdings: Holdings;
  /** Rows refused for what is held, which the file itself could not know, by code. */
  readonly refusedHere: Readonly<Partial<Record<IssueCode, number>>>;
};

/** What is done with one kind of file, in the transaction of whoever asks; everything else is the same for all. */
export type KindWork = {
  /** Stages every row of a file beside what it would change, and whatever the file does not name. */
  readonly stage: (tx: TrustWriter, trustId: string, upload: Upload, read: FileRead) => Promise<Staged>;
  /** Writes what the preview shows. @returns false when that is no longer what is held. */
  readonly apply: (tx: TrustWriter, ctx: TrustContext, batch: HeldBatch) => Promise<boolean>;
  /** Marks what an undo leaves as it is. */
  readonly keep: (tx: TrustWriter, trustId: string, batchId: string) => Promise<void>;
  /** Undoes the rest. */
  readonly putBack: (tx: TrustWriter, trustId: string, batchId: string, now: Date) => Promise<void>;
};
