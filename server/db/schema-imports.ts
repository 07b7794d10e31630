import type { Generated } from 'kysely';
import type { ColumnType } from 'kysely';
import type { AppliedEntity } from '../../shared/imports/batch.ts';
import type { ImportKind } from '../../shared/imports/kind.ts';
import type { CreatedAt, DayOrNull, InstantOrNull, Jsonb, Version } from './schema-columns.ts';

export interface ImportBatchTable {
  trust_id: string;
  id: string;
  kind: ImportKind;
  scope: 'whole-trust' | 'only-these-people';
  state: 'reading' | 'refused' | 'previewed' | 'applying' | 'applied' | 'discarded' | 'failed' | 'undone';
  file_sha256: string;
  file_bytes: number;
  progress_done: Generated<number>;
  progress_total: number | null;
  counts: Jsonb;
  file_issues: Jsonb;
  reason: string | null;
  created_by: string;
  created_at: CreatedAt;
  applied_at: InstantOrNull;
  version: Version;
  data_cut_before: DayOrNull;
  undone_at: InstantOrNull;
  undo: Jsonb;
}

export interface ImportRowTable {
  trust_id: string;
  batch_id: string;
  position: number;
  line: number | null;
  outcome: 'new' | 'changed' | 'unchanged' | 'leaver' | 'rejected';
  entity_key: string | null;
  after: Jsonb;
  before: Jsonb;
  issues: Jsonb;
}

export interface ImportAppliedTable {
  trust_id: string;
  batch_id: string;
  entity: AppliedEntity;
  entity_id: string;
  version: number | null;
  earlier_id: string | null;
  earlier: Jsonb;
  kept: 'edited' | 'in-use' | null;
}

/** A layout that a trust saved; `before` is what it was before its last change, while that can be undone. */
export interface ImportProfileTable {
  trust_id: string;
  id: string;
  kind: string;
  name: string;
  headings: Jsonb;
  texts: Jsonb;
  version: Version;
  ended_at: InstantOrNull;
  before: Jsonb;
}

export interface JobTable {
  trust_id: string;
  id: string;
  kind: string;
  payload: Jsonb;
  created_by: string;
  role: string;
  request_id: string;
  created_at: CreatedAt;
}

/** Who has a job until when, and how far it is: numbers and ids, none of the trust's data. */
export interface JobTicketTable {
  job_id: string;
  trust_id: string;
  due: ColumnType<Date, Date | undefined, Date>;
  holder: string | null;
  attempts: Generated<number>;
  done: Generated<number>;
  total: number | null;
}

export interface ImportFileTable {
  trust_id: string;
  batch_id: string;
  part: number;
  bytes: Buffer;
}
