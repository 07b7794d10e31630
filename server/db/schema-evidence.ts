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

/** At most one of a pack: the last. */
export interface EvidenceConfirmationTable {
  trust_id: string;
  pack_id: string;
  holds_sha256: string;
  confirmed_at: Instant;
  confirmed_by: string;
}

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
