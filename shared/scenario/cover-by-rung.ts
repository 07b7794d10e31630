import type { MinuteBp } from '../backfill/ward-answer.ts';
import type { FinancialYear } from '../calendar/years.ts';
import { boughtRungs, type BoughtRung } from '../pay/rungs.ts';
import type { TeamCost } from './cover-by-team.ts';

/** Hours a rung fills in a year and what they cost; all rungs add up to the cover cost and the hours filled. */
export type RungOfCost = {
  readonly financialYear: FinancialYear;
  readonly rung: BoughtRung;
  readonly filled: MinuteBp;
  readonly costPence: number;
};

/** Cover by rung and year over all teams, in the order of the ladder; a team without a policy has the bank alone. */
export function coverByRung(teams: readonly TeamCost[]): RungOfCost[] {
  const sums = new Map<string, RungOfCost>();
  for (const line of teams.flatMap(({ lines }) => lines)) {
    const { financialYear, rung = 'planned-bank', mondays } = line;
    const key = `${financialYear} ${rung}`;
    const before = sums.get(key);
    sums.set(key, {
      financialYear,
      rung,
      filled: (before?.filled ?? 0) + mondays.length * line.needMinutes * line.fillBp,
      costPence: (before?.costPence ?? 0) + mondays.length * line.costPence,
    });
  }
  const order = ({ financialYear, rung }: RungOfCost): string =>
    `${financialYear} ${String(boughtRungs.indexOf(rung)).padStart(2, '0')}`;
  return [...sums.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
