import type { Day, Version } from './schema-columns.ts';

/** Codes from a day on, of a team or of a funding source: one of the two. */
export interface LedgerCodeTable {
  trust_id: string;
  id: string;
  team_id: string | null;
  source: string | null;
  effective_from: Day;
  cost_centre: string | null;
  funding_code: string | null;
  project: string | null;
  analysis: string | null;
  version: Version;
}

export interface CentreBudgetTable {
  trust_id: string;
  id: string;
  cost_centre: string;
  financial_year: string;
  pence: number;
  version: Version;
}

/** One shift of the bank, worked or booked. */
export interface BankShiftTable {
  trust_id: string;
  id: string;
  reference: string;
  unit: string;
  worked_on: Day;
  band: string;
  minutes: number;
  /** `null`: the file does not say how many were asked for. */
  asked_minutes: number | null;
  cost_pence: number;
  reason: string;
  version: Version;
}

/** One line of the ledger; a credit is negative. */
export interface LedgerLineTable {
  trust_id: string;
  id: string;
  /** 'YYYY-MM' */
  period: string;
  cost_centre: string;
  subjective_code: string;
  analysis_code: string | null;
  description: string;
  pence: number;
  journal_reference: string;
  line: number;
  version: Version;
}
