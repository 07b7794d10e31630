import { isMonth, type Month } from '../../shared/calendar/month.ts';
import { isPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { isFinancialYear, type FinancialYear } from '../../shared/calendar/years.ts';

/** Which pound is asked about. A cost centre of `null` is the cost that no centre can be charged with. */
export type WorkingOf =
  | { readonly kind: 'year'; readonly year: FinancialYear }
  | { readonly kind: 'month'; readonly month: Month }
  | { readonly kind: 'week'; readonly monday: PlainDate }
  | { readonly kind: 'centre'; readonly code: string | null; readonly year: FinancialYear }
  | { readonly kind: 'team'; readonly teamId: string; readonly year: FinancialYear }
  | { readonly kind: 'fees'; readonly year: FinancialYear };

/** The same as text for the address: "team_<id>_2027-28". A team's id, never its name. */
export type WorkingKey = string & { readonly __brand: 'WorkingKey' };

const noCentre = '-';

function yearText(year: FinancialYear): string {
  return year.replace('/', '-');
}

export function workingKey(of: WorkingOf): WorkingKey {
  switch (of.kind) {
    case 'month':
      return `month_${of.month}` as WorkingKey;
    case 'week':
      return `week_${of.monday}` as WorkingKey;
    case 'centre':
      return `centre_${encodeURIComponent(of.code ?? noCentre)}_${yearText(of.year)}` as WorkingKey;
    case 'team':
      return `team_${of.teamId}_${yearText(of.year)}` as WorkingKey;
    case 'year':
    case 'fees':
      return `${of.kind}_${yearText(of.year)}` as WorkingKey;
  }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Reads a key; `null` for a text that is none, such as a link cut short. */
export function readWorkingKey(text: string): WorkingOf | null {
  const [, kind, middle, end] = /^(year|month|week|centre|team|fees)_(?:(.+)_)?([^_]+)$/.exec(text) ?? [];
  if (kind === undefined || end === undefined) return null;
  const year = end.replace('-', '/');
  if (kind === 'month') return middle === undefined && isMonth(end) ? { kind, month: end } : null;
  if (kind === 'week') return middle === undefined && isPlainDate(end) ? { kind, monday: end } : null;
  if (!isFinancialYear(year)) return null;
  if (kind === 'year' || kind === 'fees') return middle === undefined ? { kind, year } : null;
  const id = middle === undefined ? null : decoded(middle);
  if (id === null) return null;
  if (kind === 'team') return { kind, teamId: id, year };
  return { kind: 'centre', code: id === noCentre ? null : id, year };
}

export function isWorkingKey(text: unknown): text is WorkingKey {
  return typeof text === 'string' && text.length <= 120 && readWorkingKey(text) !== null;
}
