import type { Month } from '../../shared/calendar/month.ts';
import { financialYearOfMonth, type FinancialYear } from '../../shared/calendar/years.ts';
import type { BackfillSummary, CoverWeek } from '../../shared/scenario/backfill-summary.ts';
import type { TeamCost } from '../../shared/scenario/cover-by-team.ts';
import { everyMonth } from './cover-model.ts';

/** A row by financial year: a cost centre, a team, or the sum of all. */
export type YearsOfCost = {
  readonly key: string;
  readonly label: string;
  readonly byYear: readonly { readonly financialYear: FinancialYear; readonly costPence: number }[];
};

function costOf({ byYear }: Pick<YearsOfCost, 'byYear'>): number {
  return byYear.reduce((sum, { costPence }) => sum + costPence, 0);
}

export type CentreRow = YearsOfCost & { readonly code: string | null };

/** Cost centres in the order of their codes; cost that no centre can be charged with comes last, under "not known". */
export function centreRows({ byCentre }: BackfillSummary): readonly CentreRow[] {
  const codes = [...new Set(byCentre.map(({ code }) => code))];
  return codes.map((code) => ({
    key: code ?? 'not-known',
    label: code ?? 'Cost centre not known',
    code,
    byYear: byCentre.filter((centre) => centre.code === code),
  }));
}

export type TeamRow = YearsOfCost & { readonly team: TeamCost };

/** Teams that release somebody, dearest first; a team that could not be worked out has no pounds and says why. */
export function teamRows({ byTeam }: BackfillSummary): readonly TeamRow[] {
  return byTeam
    .filter(({ learners }) => learners > 0)
    .map((team) => ({ key: team.teamId, label: team.team, byYear: team.byYear, team }))
    .sort((a, b) => costOf(b) - costOf(a) || (a.label < b.label ? -1 : 1));
}

export type MonthRow =
  | {
      readonly kind: 'group' | 'total';
      readonly key: string;
      readonly year: FinancialYear;
      readonly costPence: number;
    }
  | { readonly kind: 'month'; readonly key: string; readonly month: Month; readonly costPence: number };

/** Months under their financial year, each year with its sum. */
export function monthRows(summary: Pick<BackfillSummary, 'byMonth'>): readonly MonthRow[] {
  const byMonth = everyMonth(summary.byMonth);
  const years = [...new Set(byMonth.map(({ month }) => financialYearOfMonth(month)))];
  return years.flatMap((year): readonly MonthRow[] => {
    const own = byMonth.filter(({ month }) => financialYearOfMonth(month) === year);
    const costPence = own.reduce((sum, month) => sum + month.costPence, 0);
    return [
      { kind: 'group', key: `${year} months`, year, costPence },
      ...own.map((month) => ({ kind: 'month', key: month.month, ...month }) as const),
      { kind: 'total', key: `${year} total`, year, costPence },
    ];
  });
}

/** Everything of the weeks added up. */
export function weekTotals({ byWeek }: BackfillSummary): Omit<CoverWeek, 'monday'> {
  const sum = (of: (week: CoverWeek) => number): number =>
    byWeek.reduce((total, week) => total + of(week), 0);
  return {
    released: sum((week) => week.released),
    need: sum((week) => week.need),
    filled: sum((week) => week.filled),
    unfilled: sum((week) => week.unfilled),
    costPence: sum((week) => week.costPence),
  };
}
