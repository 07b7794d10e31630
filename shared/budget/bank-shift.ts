import { monthOf, type Month } from '../calendar/month.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { CodeFinder } from './codes.ts';
import type { BudgetLine } from './line.ts';
import { mainCentre, type TeamMoney } from './team-money.ts';

/** One shift of the bank, worked or booked, with the team its unit belongs to. Money in pence, time in minutes. */
export type BankShift = {
  readonly reference: string;
  readonly unit: string;
  /** `null`: no team has this unit. */
  readonly teamId: string | null;
  readonly date: PlainDate;
  readonly band: string;
  readonly minutes: number;
  /** Asked of the bank; as many as worked where the file does not say. */
  readonly askedMinutes: number;
  readonly costPence: number;
};

/** How a reason begins that makes a shift cover for study; in lower case. */
export const studyReason = 'study';

type Centres = ReadonlyMap<string, Pick<TeamMoney, 'centres'>>;

/** Where a team's shifts are charged: its code in the month, else where most of its hours are paid. */
export function centreOfShifts(
  teamId: string | null,
  month: Month,
  teams: Centres,
  codesOf: CodeFinder,
): string | null {
  if (teamId === null) return null;
  const team = teams.get(teamId);
  return (
    codesOf({ kind: 'team', teamId }, month).costCentre ?? (team === undefined ? null : mainCentre(team))
  );
}

/**
 * Shifts as cost lines: worked before a day, booked from it on, which is money committed. A shift of a unit that is no
 * team's keeps its pounds, without a centre.
 */
export function shiftLines(
  shifts: readonly BankShift[],
  planFrom: PlainDate,
  teams: Centres,
  codesOf: CodeFinder,
): BudgetLine[] {
  return shifts
    .filter(({ costPence }) => costPence !== 0)
    .map((shift): BudgetLine => {
      const month = monthOf(shift.date);
      const { teamId, costPence } = shift;
      const none = { fundingCode: null, project: null, analysis: null };
      const { fundingCode, project, analysis } =
        teamId === null ? none : codesOf({ kind: 'team', teamId }, month);
      return {
        kind: 'cover',
        stage: shift.date < planFrom ? 'actual' : 'ahead',
        teamId,
        costCentre: centreOfShifts(teamId, month, teams, codesOf),
        fundingCode,
        project,
        analysis,
        source: null,
        month,
        accruedPence: costPence,
        cashPence: costPence,
        committed: true,
      };
    });
}
