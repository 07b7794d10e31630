import type { ColumnType, Generated } from 'kysely';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { JsonValue } from './json.ts';

/** A calendar day: read as text ('YYYY-MM-DD'), never as a JavaScript date. */
type Day = ColumnType<PlainDate, string, string>;
type DayOrNull = ColumnType<PlainDate | null, string | null | undefined, string | null>;
/** An instant, in UTC. */
type Instant = ColumnType<Date, Date, Date>;
type InstantOrNull = ColumnType<Date | null, Date | null | undefined, Date | null>;
type CreatedAt = ColumnType<Date, Date | undefined, never>;
/** `jsonb`: read as a value, written as `JSON.stringify(value)` (the driver would turn an array into a SQL array). */
type Jsonb<T extends JsonValue = JsonValue> = ColumnType<T | null, string | null | undefined, string | null>;
type Version = ColumnType<number, number | undefined, number>;

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

export interface PersonTable {
  trust_id: string;
  id: string;
  employee_number: string;
  last_name: string;
  first_name: string;
  age_band: string | null;
  registration_body: string | null;
  registration_number: string | null;
  created_at: CreatedAt;
  ended_at: InstantOrNull;
  version: Version;
}

export interface AssignmentTable {
  trust_id: string;
  id: string;
  person_id: string;
  assignment_number: string;
  staff_group: string;
  job_role: string;
  pay_scale: string;
  grade_step: string | null;
  /** Integer hundred-thousandths: 1.0 FTE is 100000. */
  fte_e5: number;
  /** Integer hundredths of an hour a week. */
  contracted_hours_x100: number;
  org_l4: string;
  org_l5: string | null;
  org_l6: string | null;
  org_l7: string | null;
  cost_centre: string;
  status: string | null;
  category: string | null;
  start_date: Day;
  leaving_date: DayOrNull;
  fixed_term_end: DayOrNull;
  valid_from: Day;
  valid_to: DayOrNull;
  recorded_at: CreatedAt;
  superseded_at: InstantOrNull;
}

export interface TeamTable {
  trust_id: string;
  id: string;
  name: string;
  division: string | null;
  type: 'rostered-round-the-clock' | 'clinic-or-list' | 'not-rostered';
  planned_minimum_minutes: number | null;
  planned_minimum_by_weekday: number[] | null;
  planned_minimum_owner: string | null;
  planned_minimum_date: DayOrNull;
  planned_minimum_source: string | null;
  temporary_cover_minutes: Generated<number>;
  study_headroom_minutes: Generated<number>;
  unavailability_includes_study: boolean | null;
  unavailability_bp: number[] | null;
  unavailability_sd_bp: number | null;
  shift_minutes: number | null;
  cover_band: string | null;
  cover_rates: Jsonb;
  backfill_bp: number | null;
  fill_bp: number | null;
  created_at: CreatedAt;
  ended_at: InstantOrNull;
  version: Version;
}

export interface TeamSourceTable {
  trust_id: string;
  team_id: string;
  kind: 'org' | 'cost-centre' | 'roster-unit';
  code: string;
  rank: number;
}

export interface LearnerTable {
  trust_id: string;
  id: string;
  person_id: string;
  route: string;
  university: string;
  stage: string;
  intake_month: string;
  weekly_release_minutes: number | null;
  stated_release_minutes: number | null;
  release_days: Jsonb;
  study_day_rule: 'lapses' | 'made-up';
  supervisor: string | null;
  funding_source: string | null;
  fee_pence: number | null;
  funding_pence: number | null;
  status: string;
  status_date: Day;
  started_on: DayOrNull;
  interrupted_on: DayOrNull;
  returns_on: DayOrNull;
  withdrawn_on: DayOrNull;
  qualified_on: DayOrNull;
  interruptions: Generated<number>;
  role_held: 'coi' | 'pi' | null;
  role_since: DayOrNull;
  created_at: CreatedAt;
  ended_at: InstantOrNull;
  version: Version;
}

export interface StudyTable {
  trust_id: string;
  id: string;
  reference: string;
  title: string;
  specialty: string | null;
  study_type: string | null;
  status: string;
  planned_close: DayOrNull;
  closed_on: DayOrNull;
  delegation_log_held: boolean;
  version: Version;
}

export interface DelegationEntryTable {
  trust_id: string;
  id: string;
  study_id: string;
  person_id: string;
  role: 'pi' | 'coi' | 'associate-pi' | 'other';
  started_on: Day;
  ended_on: DayOrNull;
  source: string;
  version: Version;
}

export interface ImportBatchTable {
  trust_id: string;
  id: string;
  kind: 'staff' | 'teams' | 'learners';
  scope: 'whole-trust' | 'only-these-people';
  state: 'reading' | 'refused' | 'previewed' | 'applying' | 'applied' | 'discarded' | 'failed';
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

/** Tables that belong to no single trust: they are read before a trust is known, or say which trusts there are. */
export interface SystemTables {
  trust: TrustTable;
  user_account: UserAccountTable;
  membership: MembershipTable;
  session: SessionTable;
}

/** Every table, as the migrations make it. Row types do not leave the stores and reads. */
export interface Tables extends SystemTables {
  audit_entry: AuditEntryTable;
  audit_head: AuditHeadTable;
  person: PersonTable;
  assignment: AssignmentTable;
  team: TeamTable;
  team_source: TeamSourceTable;
  learner: LearnerTable;
  study: StudyTable;
  delegation_entry: DelegationEntryTable;
  import_batch: ImportBatchTable;
  import_row: ImportRowTable;
}
