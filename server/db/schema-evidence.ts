import type { CreatedAt, Instant, Jsonb, Version } from './schema-columns.ts';

/** A row that holds one checked value, and what it was before its last change. */
interface KeptFields {
  trust_id: string;
  id: string;
  fields: Jsonb;
  before: Jsonb;
  version: Version;
}

export interface EvidenceFrameworkTable extends KeptFields {
  created_at: CreatedAt;
}

export interface EvidenceStatementTable extends KeptFields {
  framework_id: string;
}

export type EvidenceMeasureTable = KeptFields;

export interface EvidencePackTable {
  trust_id: string;
  id: string;
  framework_id: string;
  title: string;
  made_at: Instant;
  made_by: string;
  /** Canonical JSON: text, since `jsonb` would not give the same bytes back. */
  snapshot: string;
  sha256: string;
}
