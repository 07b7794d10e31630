import type { Generated } from 'kysely';
import type { ColumnType } from 'kysely';
import type { JsonValue } from './json.ts';
import type { Day, DayOrNull, Version } from './schema-columns.ts';

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
  cpms_id: Generated<string | null>;
  iras_id: Generated<string | null>;
  edge_id: Generated<string | null>;
  commercial: Generated<boolean | null>;
  sites: Generated<string | null>;
  planned_open: DayOrNull;
  opened_on: DayOrNull;
  site_target: Generated<number | null>;
  recruit_from: DayOrNull;
  recruit_to: DayOrNull;
  behind_reason: Generated<string | null>;
  behind_action: Generated<string | null>;
  behind_owner: Generated<string | null>;
  behind_due: DayOrNull;
}

/** How many participants a study recruited here in a month; no row is not known, never none. */
export interface StudyRecruitmentTable {
  trust_id: string;
  study_id: string;
  month: string;
  recruited: number;
}

/** How the trust counts research activity from a day on. */
export interface ResearchSettingTable {
  trust_id: string;
  id: string;
  kind: 'headcount-definition' | 'role-time';
  effective_from: Day;
  value: ColumnType<JsonValue, string, string>;
  owner: string;
  version: Version;
}

export interface DelegationEntryTable {
  trust_id: string;
  id: string;
  study_id: string;
  person_id: string;
  role: 'pi' | 'coi' | 'associate-pi' | 'pi-oversight-site-lead' | 'other';
  started_on: Day;
  ended_on: DayOrNull;
  source: string;
  version: Version;
  /** The day by which a Principal Investigator asks to have handed the study over. */
  hand_over_by: DayOrNull;
}
