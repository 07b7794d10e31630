import type { CourseFeeLine } from '../backfill/ward-inputs.ts';
import type { Month } from '../calendar/month.ts';
import type { Payee } from '../funding/source.ts';

/** One learner's fee with what funds it. */
export type LearnerFee = {
  /** The register's id; never a name or staff number. */
  readonly learnerId: string;
  /** Id or own name of a funding source; `null` where nothing funds it or nobody entered what does. */
  readonly source: string | null;
  /** Whom the source pays: our books hold what is paid to us. `null` nobody recorded, and it counts as paid to us. */
  readonly payee?: Payee | null;
  readonly line: CourseFeeLine;
};

/** Cover of a month, before or after the plan begins: need × fill × rate. Pence. */
export type MonthOfCover = {
  readonly month: Month;
  readonly isOver: boolean;
  readonly pence: number;
};

/** What a team's cover and fees are, before anybody asks which code they go on. */
export type TeamMoney = {
  readonly teamId: string;
  readonly team: string;
  /** Where its registered staff are paid, with contracted hours as weights. */
  readonly centres: readonly { readonly code: string; readonly weight: number }[];
  readonly cover: readonly MonthOfCover[];
  readonly fees: readonly LearnerFee[];
};

/** The centre where most of a team's hours are paid, the first by code among equals; `null` where nobody is in post. */
export function mainCentre({ centres }: Pick<TeamMoney, 'centres'>): string | null {
  const weighed = centres.filter(({ weight }) => weight > 0);
  const most = Math.max(...weighed.map(({ weight }) => weight));
  return weighed.find(({ weight }) => weight === most)?.code ?? null;
}
