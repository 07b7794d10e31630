import type { CreatedAt, Jsonb } from './schema-columns.ts';

/** What every version of a cover setting has besides its key and its values. */
interface Recorded {
  trust_id: string;
  version: number;
  recorded_at: CreatedAt;
  recorded_by: string;
}

export interface CoverPolicyTable extends Recorded {
  team_id: string;
  policy: Jsonb;
}

export interface RosterPeriodTable extends Recorded {
  id: string;
  /** `null`: of the whole trust. */
  team_id: string | null;
  period: Jsonb;
}

export interface BankSupplyTable extends Recorded {
  staff_group: string;
  steps: Jsonb;
}
