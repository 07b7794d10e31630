import type { Month } from '../calendar/month.ts';
import { financialYearOfMonth } from '../calendar/years.ts';
import { allocate } from '../core/allocate.ts';
import type { CodeFinder } from './codes.ts';
import { groupLines, sumOf, type BudgetLine } from './line.ts';
import { spreadTable } from './spread-table.ts';
import type { MonthOfCover, TeamMoney } from './team-money.ts';

type Part = MonthOfCover & { readonly costCentre: string | null };

/** Months of one year over the team's centres: each year's centres are those of the page of cover, to the penny. */
function overCentres(months: readonly MonthOfCover[], centres: TeamMoney['centres']): Part[] {
  const weighed = centres.filter(({ weight }) => weight > 0);
  if (weighed.length === 0) return months.map((month) => ({ ...month, costCentre: null }));
  const total = sumOf(months, ({ pence }) => pence);
  const columns = allocate(
    total,
    weighed.map(({ weight }) => weight),
  );
  const table = spreadTable(
    months.map(({ pence }) => pence),
    columns,
  );
  return months.flatMap((month, row) =>
    weighed.map(({ code }, column) => ({ ...month, costCentre: code, pence: table[row]?.[column] ?? 0 })),
  );
}

/** A month whose codes name a centre goes there whole; the others are split by where the staff are paid. */
function partsOf(team: TeamMoney, codesOf: CodeFinder): Part[] {
  const named = (month: Month): string | null =>
    codesOf({ kind: 'team', teamId: team.teamId }, month).costCentre;
  const coded = team.cover.filter(({ month }) => named(month) !== null);
  const rest = team.cover.filter(({ month }) => named(month) === null);
  const groups = groupLines(rest, ({ month, isOver }) => `${financialYearOfMonth(month)} ${isOver}`);
  return [
    ...coded.map((month) => ({ ...month, costCentre: named(month.month) })),
    ...[...groups.values()].flatMap((months) => overCentres(months, team.centres)),
  ];
}

/**
 * A team's planned cover by month and cost centre. Weeks that are over count only in months of which no bank shift was
 * imported (`isKnown` says of which one was): there they stand in for an actual, and are marked.
 */
export function coverLines(
  team: TeamMoney,
  codesOf: CodeFinder,
  isKnown: (month: Month) => boolean,
): BudgetLine[] {
  return partsOf(team, codesOf)
    .filter(({ isOver, month, pence }) => pence !== 0 && !(isOver && isKnown(month)))
    .map(({ isOver, month, pence, costCentre }): BudgetLine => {
      const { fundingCode, project, analysis } = codesOf({ kind: 'team', teamId: team.teamId }, month);
      return {
        kind: 'cover',
        stage: isOver ? 'not-known' : 'ahead',
        teamId: team.teamId,
        costCentre,
        fundingCode,
        project,
        analysis,
        source: null,
        month,
        accruedPence: pence,
        cashPence: pence,
        committed: false,
      };
    });
}
