import type { Generated } from 'kysely';
import type { ColumnType } from 'kysely';
import type { ChangedEntity } from './changed-entity.ts';
import type { JsonValue } from './json.ts';
import type { CreatedAt, Day, DayOrNull, Instant, InstantOrNull, Jsonb, Version } from './schema-columns.ts';

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
  increment_date: DayOrNull;
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
  supervisor_id: Generated<string | null>;
}

export interface LearnerEventTable {
  trust_id: string;
  id: string;
  learner_id: string;
  move: string;
  status: string;
  happened_on: Day;
  reason: string | null;
  evidence: string | null;
  /** The fields a move writes, as they were and as it left them. */
  before: ColumnType<JsonValue, string, never>;
  after: ColumnType<JsonValue, string, never>;
  recorded_at: Instant;
  recorded_by: string;
  undone_at: InstantOrNull;
}

export interface LearnerAgreementTable {
  trust_id: string;
  learner_id: string;
  cover_plan: string | null;
  return_of_service_months: number | null;
  learner_signed_on: DayOrNull;
  manager_signed_on: DayOrNull;
  research_signed_on: DayOrNull;
  prior_learning: 'degree' | 'equivalent' | 'none' | null;
  exception_on: DayOrNull;
  exception_source: string | null;
  home_trust: Generated<string | null>;
  host_trust: Generated<string | null>;
  named_trust: Generated<string | null>;
}

export interface ReadinessTable {
  trust_id: string;
  person_id: string;
  assessed_route: string | null;
  training_on: DayOrNull;
  training_version: string | null;
  signed_off_on: DayOrNull;
  time_agreed_on: DayOrNull;
  weekly_minutes: number | null;
  version: Version;
}

/** Study time got, by learner and week; a week without a row is not recorded. */
export interface HoursTakenTable {
  trust_id: string;
  id: string;
  learner_id: string;
  /** A Monday. */
  week: Day;
  minutes: number;
  source: 'typed' | 'roster';
  version: Version;
}

/** A day that a learner has to keep, and the day it was kept. */
export interface LearnerDateTable {
  trust_id: string;
  id: string;
  learner_id: string;
  kind: 'hand-in' | 'resit' | 'extension' | 'other';
  due_on: Day;
  done_on: DayOrNull;
  note: string | null;
  version: Version;
}

/** What was decided of a learner's move to another team; a move without a row waits. */
export interface MoverTaskTable {
  trust_id: string;
  id: string;
  learner_id: string;
  from_team: string;
  to_team: string;
  moved_on: Day;
  state: 'open' | 'accepted' | 'declined';
  decided_on: DayOrNull;
  decided_by: string | null;
  note: string | null;
  version: Version;
}

/** Who may supervise learners, and how many at once. */
export interface SupervisorTable {
  trust_id: string;
  id: string;
  name: string;
  person_id: string | null;
  kind: 'internal' | 'external';
  employer: string | null;
  letter: 'honorary-contract' | 'letter-of-access' | null;
  letter_expires: DayOrNull;
  slots: number;
  active_from: Day;
  active_to: DayOrNull;
  version: Version;
  slots_autumn: Generated<number | null>;
  slots_spring: Generated<number | null>;
  slots_summer: Generated<number | null>;
}

/** What a row of a register was before a change; `before` is null where the change added it. */
export interface RegisterChangeTable {
  trust_id: string;
  id: string;
  entity: ChangedEntity;
  entity_id: string;
  version_after: number;
  before: Jsonb;
  undone: Generated<boolean>;
  created_at: CreatedAt;
}
