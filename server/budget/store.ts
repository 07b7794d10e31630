import type { Codes, CodeRow, CodeSubject } from '../../shared/budget/codes.ts';
import type { BankShiftRow } from '../../shared/imports/bank-columns.ts';
import type { LedgerRow } from '../../shared/imports/ledger-columns.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { FinancialYear } from '../../shared/calendar/years.ts';
import { newId } from '../db/new-id.ts';
import type { TrustWriter } from '../db/with-trust.ts';

/** Rows that one insert takes: a statement has at most 65,535 values. */
const rowsACall = 4_000;

export type CodeFields = Codes & { readonly subject: CodeSubject; readonly from: PlainDate };

function codeColumns({ subject, from, costCentre, fundingCode, project, analysis }: CodeFields) {
  return {
    team_id: subject.kind === 'team' ? subject.teamId : null,
    source: subject.kind === 'source' ? subject.source : null,
    effective_from: from,
    cost_centre: costCentre,
    funding_code: fundingCode,
    project,
    analysis,
  };
}

export async function insertCode(
  tx: TrustWriter,
  trustId: string,
  id: string,
  fields: CodeFields,
): Promise<void> {
  await tx
    .insertInto('ledger_code')
    .values({ trust_id: trustId, id, ...codeColumns(fields) })
    .execute();
}

/** Writes codes of a known version. @returns whether they still had that version. */
export async function updateCode(
  tx: TrustWriter,
  trustId: string,
  { id, version }: Pick<CodeRow, 'id' | 'version'>,
  fields: CodeFields,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('ledger_code')
    .set({ ...codeColumns(fields), version: version + 1 })
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export type BudgetFields = {
  readonly costCentre: string;
  readonly financialYear: FinancialYear;
  readonly pence: number;
};

export async function insertBudget(
  tx: TrustWriter,
  trustId: string,
  id: string,
  { costCentre, financialYear, pence }: BudgetFields,
): Promise<void> {
  await tx
    .insertInto('centre_budget')
    .values({ trust_id: trustId, id, cost_centre: costCentre, financial_year: financialYear, pence })
    .execute();
}

/** Writes the sum of a budget of a known version. @returns whether it still had that version. */
export async function updateBudget(
  tx: TrustWriter,
  trustId: string,
  { id, version }: Pick<CodeRow, 'id' | 'version'>,
  pence: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('centre_budget')
    .set({ pence, version: version + 1 })
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Removes what a change added, at a known version. @returns whether it still had that version. */
export async function deleteRow(
  tx: TrustWriter,
  trustId: string,
  table: 'ledger_code' | 'centre_budget',
  { id, version }: Pick<CodeRow, 'id' | 'version'>,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom(table)
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

export async function insertShifts(
  tx: TrustWriter,
  trustId: string,
  shifts: readonly BankShiftRow[],
): Promise<void> {
  for (let from = 0; from < shifts.length; from += rowsACall) {
    const rows = shifts.slice(from, from + rowsACall).map((shift) => ({
      trust_id: trustId,
      id: newId(),
      reference: shift.reference,
      unit: shift.unit,
      worked_on: shift.date,
      band: shift.band,
      minutes: shift.minutes,
      asked_minutes: shift.askedMinutes,
      cost_pence: shift.costPence,
      reason: shift.reason,
    }));
    await tx.insertInto('bank_shift').values(rows).execute();
  }
}

export async function insertLedgerLines(
  tx: TrustWriter,
  trustId: string,
  lines: readonly LedgerRow[],
): Promise<void> {
  for (let from = 0; from < lines.length; from += rowsACall) {
    const rows = lines.slice(from, from + rowsACall).map((line) => ({
      trust_id: trustId,
      id: newId(),
      period: line.period,
      cost_centre: line.costCentre,
      subjective_code: line.subjectiveCode,
      analysis_code: line.analysisCode,
      description: line.description,
      pence: line.pence,
      journal_reference: line.journalReference,
      line: line.line,
    }));
    await tx.insertInto('ledger_line').values(rows).execute();
  }
}
