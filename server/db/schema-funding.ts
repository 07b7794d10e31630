import type { ColumnType } from 'kysely';
import type { JsonValue } from './json.ts';
import type { DayOrNull, Jsonb, Version } from './schema-columns.ts';

type Covers = 'pays' | 'does-not-pay' | 'by-its-terms';
type PaidTo = 'trust' | 'university';

/** What a trust holds of one source of money in one financial year. */
export interface FundingSourceTable {
  trust_id: string;
  id: string;
  key: string;
  financial_year: string;
  name: string;
  fees: Covers;
  cover: Covers;
  amount_pence: number | null;
  spend_by: DayOrNull;
  carries_forward: boolean | null;
  claim_dates: ColumnType<JsonValue, string, string>;
  payee: PaidTo | null;
  funding_code: string | null;
  source: string;
  version: Version;
}

/** One learner's way to the money of one source in one round. */
export interface FundingAwardTable {
  trust_id: string;
  id: string;
  learner_id: string;
  source_key: string;
  round: string;
  applied_on: DayOrNull;
  offered_on: DayOrNull;
  accepted_on: DayOrNull;
  paid_on: DayOrNull;
  amount_pence: number | null;
  payee: PaidTo | null;
  lost: 'late' | 'not-applied' | 'declined' | 'refused' | 'no-offer' | 'not-eligible' | null;
  lost_on: DayOrNull;
  version: Version;
}

/** The bursary's rules and days of an academic year, as the trust entered them. */
export interface BursaryRoundTable {
  trust_id: string;
  id: string;
  academic_year: string;
  rules: Jsonb;
  copied_from: string | null;
  opens_on: DayOrNull;
  closes_on: DayOrNull;
  offers_on: DayOrNull;
  accept_by: DayOrNull;
  source: string;
  version: Version;
}
