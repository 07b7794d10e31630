import type { CreatedAt, Day, InstantOrNull, Version } from './schema-columns.ts';

/** A trust's own values of parameters, in force and ended. */
export interface ParameterOverrideTable {
  trust_id: string;
  id: string;
  code: string;
  effective_from: Day;
  value: number;
  low: number | null;
  high: number | null;
  source: string;
  status: 'published' | 'derived' | 'unverified' | 'assumption';
  owner: string;
  review_on: Day;
  note: string;
  version: Version;
  created_at: CreatedAt;
  created_by: string;
  ended_at: InstantOrNull;
  ended_by: string | null;
  replaces: string | null;
}
