import { shareBank, type BankAsk, type BankShares } from '../backfill/bank-supply.ts';
import { needOf } from '../backfill/cover-week.ts';
import { planWeeks } from '../backfill/plan-weeks.ts';
import { bankAsk, bookedOf } from '../backfill/ward-ladder.ts';
import { ModelError } from '../core/errors.ts';
import type { ScenarioInputs, TeamPlan } from './scenario-inputs.ts';
import type { PlannedWard } from './ward-of-plan.ts';

function asksOf(plan: TeamPlan, { inputs: ward }: PlannedWard): BankAsk[] {
  const { id: teamId } = plan.team;
  const { coverGroup: staffGroup = null } = plan;
  try {
    const asks: BankAsk[] = [];
    for (const week of planWeeks(ward)) {
      if (week.released === 0) continue;
      const need = needOf(ward, week);
      const booked = bookedOf(ward, week.monday, need);
      const minutes = bankAsk(ward, week.monday, need);
      if (minutes + booked > 0) asks.push({ teamId, staffGroup, monday: week.monday, minutes, booked });
    }
    return asks;
  } catch (error) {
    // The team's own answer says what is wrong with its weeks; it asks the bank for nothing that could be counted.
    if (error instanceof ModelError) return [];
    throw error;
  }
}

const everybodyServed: BankShares = { limits: new Map(), shortages: [] };

/**
 * What the bank gives each team where all of them ask for more than it has; nothing is limited while none is known.
 *
 * @param wards the ward question of each team of the plan, in its order; `null` of one that cannot be asked, which
 * asks the bank for nothing that could be counted.
 */
export function shareBankOfPlan(
  { teams, bankSupply = [] }: Pick<ScenarioInputs, 'teams' | 'bankSupply'>,
  wards: readonly (PlannedWard | null)[],
): BankShares {
  if (bankSupply.length === 0) return everybodyServed;
  const asks = teams.flatMap((plan, at) => {
    const ward = wards[at] ?? null;
    return ward === null || plan.learners.length === 0 ? [] : asksOf(plan, ward);
  });
  return shareBank(asks, bankSupply);
}
