import type { FinancialYear } from '../calendar/years.ts';
import type { ParameterStatus } from '../parameters/types.ts';
import type { RateLine } from '../pay/cover-rate.ts';
import type { BoughtRung } from '../pay/rungs.ts';

/** The cover rate of a year and where it comes from: typed by the trust, or worked out from the cover band. */
export type RateUsed = {
  /** Of a team with a policy; absent otherwise, and then it is the bank's. */
  readonly rung?: BoughtRung;
  readonly financialYear: FinancialYear;
  readonly pence: number;
  readonly origin: 'typed' | 'worked-out';
  /** `null` for a typed rate. */
  readonly status: ParameterStatus | null;
  readonly lines: readonly RateLine[];
};
