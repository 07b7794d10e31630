import type { Generated } from 'kysely';
import type { CreatedAt, Day, Instant, InstantOrNull, Jsonb, Version } from './schema-columns.ts';

export interface TrustTable {
  trust_id: string;
  ods_code: string;
  name: string;
  synthetic: boolean;
  data_cut: Day;
  created_at: CreatedAt;
  version: Version;
}

export interface UserAccountTable {
  user_id: string;
  sign_in_key: string;
  name: string;
  created_at: CreatedAt;
  disabled_at: InstantOrNull;
}

export interface MembershipTable {
  trust_id: string;
  user_id: string;
  role: string;
  ended_at: InstantOrNull;
  /** Empty: all of them. */
  divisions: Generated<string[]>;
  /** The person of the staff file that a learner is. */
  person_id: Generated<string | null>;
  version: Version;
}

export interface SessionTable {
  token_hash: string;
  user_id: string;
  trust_id: string;
  created_at: Instant;
  last_seen_at: Instant;
  expires_at: Instant;
}

export interface AuditEntryTable {
  trust_id: string;
  seq: number;
  at: Instant;
  actor_id: string | null;
  role: string;
  session_hash: string | null;
  request_id: string;
  action: string;
  entity: string;
  entity_id: string;
  version_before: number | null;
  version_after: number | null;
  before: Jsonb;
  after: Jsonb;
  previous_hash: string;
  hash: string;
}

export interface AuditHeadTable {
  trust_id: string;
  seq: number;
  hash: string;
}
