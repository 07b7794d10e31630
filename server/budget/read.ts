import { sql } from 'kysely';
import { studyReason, type BankShift } from '../../shared/budget/bank-shift.ts';
import type { UnitMonth } from '../../shared/budget/book.ts';
import type { CodeRow } from '../../shared/budget/codes.ts';
import type { CentreBudget } from '../../shared/budget/month-table.ts';
import type { LedgerLine } from '../../shared/budget/reconcile.ts';
import { asMonth } from '../../shared/calendar/month.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { asFinancialYear } from '../../shared/calendar/years.ts';
import type { TrustReader } from '../db/with-trust.ts';

/** The trust's codes, newest first within a subject. */
export async function readCodes(tx: TrustReader, trustId: string): Promise<readonly CodeRow[]> {
  const rows = await tx
    .selectFrom('ledger_code')
    .selectAll()
    .where('trust_id', '=', trustId)
    .orderBy('team_id')
    .orderBy('source')
    .orderBy('effective_from', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    subject:
      row.team_id === null
        ? { kind: 'source', source: row.source ?? '' }
        : { kind: 'team', teamId: row.team_id },
    from: row.effective_from,
    costCentre: row.cost_centre,
    fundingCode: row.funding_code,
    project: row.project,
    analysis: row.analysis,
  }));
}

/** Budgets as typed, by cost centre and year. */
export async function readBudgets(tx: TrustReader, trustId: string): Promise<readonly CentreBudget[]> {
  const rows = await tx
    .selectFrom('centre_budget')
    .selectAll()
    .where('trust_id', '=', trustId)
    .orderBy('cost_centre')
    .orderBy('financial_year')
    .execute();
  return rows.map(({ id, version, cost_centre, financial_year, pence }) => ({
    id,
    version,
    costCentre: cost_centre,
    financialYear: asFinancialYear(financial_year),
    pence,
  }));
}

type Days = { readonly from: PlainDate; readonly to: PlainDate };

const forStudy = sql<boolean>`starts_with(lower(ltrim(reason)), ${studyReason})`;

/** Shifts of the bank for study, worked or booked on these days. `teamOf` finds the team of a unit. */
export async function readStudyShifts(
  tx: TrustReader,
  trustId: string,
  { from, to }: Days,
  teamOf: (unit: string) => string | null,
): Promise<readonly BankShift[]> {
  const rows = await tx
    .selectFrom('bank_shift')
    .select(['reference', 'unit', 'worked_on', 'band', 'minutes', 'asked_minutes', 'cost_pence'])
    .where('trust_id', '=', trustId)
    .where('worked_on', '>=', from)
    .where('worked_on', '<=', to)
    .where(forStudy)
    .orderBy('worked_on')
    .orderBy('reference')
    .execute();
  return rows.map((row) => ({
    reference: row.reference,
    unit: row.unit,
    teamId: teamOf(row.unit),
    date: row.worked_on,
    band: row.band,
    minutes: row.minutes,
    askedMinutes: row.asked_minutes ?? row.minutes,
    costPence: row.cost_pence,
  }));
}

/** All shifts worked on these days by unit and month, whatever their reason, with those for study. */
export async function readUnitMonths(
  tx: TrustReader,
  trustId: string,
  { from, to }: Days,
  teamOf: (unit: string) => string | null,
): Promise<readonly UnitMonth[]> {
  const month = sql<string>`to_char(worked_on, 'YYYY-MM')`;
  const rows = await tx
    .selectFrom('bank_shift')
    .select([
      'unit',
      month.as('month'),
      sql<number>`sum(cost_pence)::bigint`.as('pence'),
      sql<number>`coalesce(sum(cost_pence) filter (where ${forStudy}), 0)::bigint`.as('study_pence'),
    ])
    .where('trust_id', '=', trustId)
    .where('worked_on', '>=', from)
    .where('worked_on', '<=', to)
    .groupBy(['unit', month])
    .orderBy('unit')
    .orderBy('month')
    .execute();
  return rows.map((row) => ({
    unit: row.unit,
    teamId: teamOf(row.unit),
    month: asMonth(row.month),
    pence: row.pence,
    studyPence: row.study_pence,
  }));
}

/** Ledger lines of the months from `from` to `to`, both included. */
export async function readLedgerLines(
  tx: TrustReader,
  trustId: string,
  months: { readonly from: string; readonly to: string },
): Promise<readonly LedgerLine[]> {
  const rows = await tx
    .selectFrom('ledger_line')
    .select(['period', 'cost_centre', 'subjective_code', 'analysis_code', 'description', 'pence'])
    .select('journal_reference')
    .where('trust_id', '=', trustId)
    .where('period', '>=', months.from)
    .where('period', '<=', months.to)
    .orderBy('period')
    .orderBy('journal_reference')
    .orderBy('line')
    .execute();
  return rows.map((row) => ({
    period: asMonth(row.period),
    costCentre: row.cost_centre,
    subjectiveCode: row.subjective_code,
    analysisCode: row.analysis_code,
    description: row.description,
    pence: row.pence,
    journalReference: row.journal_reference,
  }));
}
