import { z } from 'zod';
import { budgetSummary, type BudgetSummary } from '../../shared/budget/budget-summary.ts';
import type { CodeRow } from '../../shared/budget/codes.ts';
import { byYear, type CentreBudget, type YearOfBudget } from '../../shared/budget/month-table.ts';
import { workingOfSchema } from '../../shared/budget/working-of.ts';
import { isMonth, type Month } from '../../shared/calendar/month.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { ParameterUse } from '../../shared/parameters/types.ts';
import { costBases, type CostBasis } from '../../shared/pay/employer-cost.ts';
import { budgetLines, type TeamMonthParts } from '../../shared/scenario/budget-lines.ts';
import { budgetWorking, type BudgetWorking } from '../../shared/scenario/budget-working.ts';
import { KeptAnswers } from '../db/kept-answers.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { openBudget, readBudgetRows, type OpenBudget } from './open-budget.ts';

const basis = z.enum(costBases);

export const showBudgetInput = z.strictObject({
  basis: basis.default('trust'),
  /** The month whose end is shown; the last that is over by default. */
  month: z.custom<Month>(isMonth).nullable().default(null),
});

export const showWorkingInput = z.strictObject({ basis: basis.default('trust'), of: workingOfSchema });

export const showLinesInput = z.strictObject({ basis: basis.default('trust') });

export type ShownBudget = Pick<
  OpenBudget,
  'dataCut' | 'engine' | 'basis' | 'refused' | 'feesNotKnown' | 'hoursNotKnown'
> & {
  readonly summary: BudgetSummary;
  readonly deMinimisUse: ParameterUse;
  /** Teams by id, for the names of rows. */
  readonly teamNames: Readonly<Record<string, string>>;
  /** As entered here, without those of the sources' terms. */
  readonly ownCodes: readonly CodeRow[];
  readonly budgets: readonly CentreBudget[];
};

/** Budgets of some trusts in both bases: each takes some megabytes. */
const kept: Readonly<Record<CostBasis, KeptAnswers<OpenBudget>>> = {
  trust: new KeptAnswers(4),
  full: new KeptAnswers(2),
};

/** A budget in one state of the trust's data is worked out once: every figure's working comes from the same. */
async function openOnce(ctx: TrustContext, asked: CostBasis): Promise<OpenBudget | null> {
  const read = await withTrust(ctx, async (tx) => {
    const found = await kept[asked].find(tx, ctx);
    return { ...found, rows: found.kept === null ? await readBudgetRows(tx, ctx.trustId, asked) : null };
  });
  if (read.kept !== null) return read.kept;
  if (read.rows === null) return null;
  const opened = openBudget(read.rows);
  read.keep(opened);
  return opened;
}

const noTrust = err('not-found', 'There is no such trust.');

/** Budget, actual, committed and forecast of two financial years, the ledger beside them and one month's journals. */
export async function showBudget(
  ctx: TrustContext,
  input: z.output<typeof showBudgetInput>,
): Promise<Result<ShownBudget>> {
  const opened = await openOnce(ctx, input.basis);
  if (opened === null) return noTrust;
  const { book, variance, deMinimis, dataCut, engine, refused, feesNotKnown, hoursNotKnown } = opened;
  return ok({
    dataCut,
    engine,
    basis: opened.basis,
    refused,
    feesNotKnown,
    hoursNotKnown,
    summary: budgetSummary(book, { month: input.month, deMinimis: deMinimis.pence, variance }),
    deMinimisUse: deMinimis.use,
    teamNames: Object.fromEntries(book.teams.map(({ teamId, team }) => [teamId, team])),
    ownCodes: opened.ownCodes,
    budgets: book.budgets,
  });
}

/** Both financial years against their budgets, trust cost: what the first page says of money. */
export async function showTotals(ctx: TrustContext): Promise<Result<readonly YearOfBudget[]>> {
  const opened = await openOnce(ctx, 'trust');
  return opened === null ? noTrust : ok(byYear(opened.book));
}

/** Every shift, planned week and fee behind the forecast: what the workbook of the budget is made of. */
export async function showLines(
  ctx: TrustContext,
  input: z.output<typeof showLinesInput>,
): Promise<Result<readonly TeamMonthParts[]>> {
  const opened = await openOnce(ctx, input.basis);
  return opened === null ? noTrust : ok(budgetLines(opened));
}

/** How one pound of the budget was made. */
export async function showWorking(
  ctx: TrustContext,
  input: z.output<typeof showWorkingInput>,
): Promise<Result<BudgetWorking>> {
  const opened = await openOnce(ctx, input.basis);
  return opened === null ? noTrust : ok(budgetWorking(opened, input.of));
}
