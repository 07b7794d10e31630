import { yearOf } from '../budget/line.ts';
import type { Month } from '../calendar/month.ts';
import { teamMonthParts, type LeafPart, type WorkingInputs } from './budget-working.ts';

/** What one team's month of the budget was made from; `null` is units that are no team's. */
export type TeamMonthParts = {
  readonly teamId: string | null;
  readonly month: Month;
  readonly parts: readonly LeafPart[];
};

/**
 * Every shift, planned week and fee behind the forecast of the book's years: the parts of all teams and months add up
 * to it, to the penny.
 */
export function budgetLines(inputs: WorkingInputs): readonly TeamMonthParts[] {
  const { lines, years } = inputs.book;
  const asked = new Map<string, Pick<TeamMonthParts, 'teamId' | 'month'>>();
  for (const line of lines) {
    const { teamId, month } = line;
    if (years.includes(yearOf(line))) asked.set(`${teamId ?? ''} ${month}`, { teamId, month });
  }
  return [...asked.values()].map(({ teamId, month }) => ({
    teamId,
    month,
    parts: teamMonthParts(inputs, teamId, month).filter(({ pence }) => pence !== 0),
  }));
}
