import type { Day, DayOrNull, Jsonb, Version } from './schema-columns.ts';

interface Row {
  trust_id: string;
  id: string;
  version: Version;
}

interface CourseRow extends Row {
  university: string;
  stage: string;
  source: string;
}

/** The weeks of a course as the trust was told. */
export interface ProgrammeTermsTable extends CourseRow {
  intake_month: string;
  first_week: Day;
  weeks: number;
  break_weeks: Jsonb;
  block_weeks: Jsonb;
  block_minutes: number | null;
}

export interface ProgrammeModuleTable extends CourseRow {
  kind: string;
  name: string;
  credits: number | null;
  minutes: number | null;
  first_week: number | null;
  last_week: number | null;
  hand_in_weeks: Jsonb;
}

export interface ProgrammeFeeTable extends CourseRow {
  academic_year: string;
  fee_pence: number;
  invoiced_on: DayOrNull;
  liable_from: DayOrNull;
  refund_until: DayOrNull;
}

export interface NetworkContactTable extends Row {
  name: string;
  university: string | null;
  region: string | null;
  specialty: string | null;
  email: string | null;
  phone: string | null;
  note: string | null;
}

export interface OwnCredentialTable extends Row {
  name: string;
  owner: string;
  area: string;
  type: string;
  now: string;
  now_on: Day;
  source: string;
}

/** A route or an award in the trust's words. */
export interface RouteAwardTable extends Row {
  award: string | null;
  name: string;
  route: string;
  historic_names: Jsonb;
  open: string;
  length: string;
  share: string;
  who: string;
  funds: string;
  source: string;
}

/** A credential or a role of somebody in the staff. */
export interface PersonCredentialTable extends Row {
  person_id: string;
  kind: string;
  credential: string | null;
  name: string;
  issuer: string | null;
  state: string;
  started_on: DayOrNull;
  awarded_on: DayOrNull;
  expires_on: DayOrNull;
  evidence: string | null;
}
