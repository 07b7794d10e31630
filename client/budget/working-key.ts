import { isMonth } from '../../shared/calendar/month.ts';
import { isFinancialYear } from '../../shared/calendar/years.ts';
import type { WorkingOf } from '../../shared/budget/working-of.ts';

/** Which pound is asked about, as text for the address: "centre_410100_2026-27". A team's id, never its name. */
export type WorkingKey = string & { readonly __brand: 'WorkingKey' };

/** Stands for the pounds that have no code, source or team. */
const nothing = '~';

function middleOf(of: WorkingOf): string | null {
  switch (of.kind) {
    case 'year':
    case 'month':
      return null;
    case 'centre':
    case 'reconcile':
      return of.code ?? nothing;
    case 'source':
      return of.source ?? nothing;
    case 'team':
    case 'team-month':
      return of.teamId ?? nothing;
  }
}

export function workingKey(of: WorkingOf): WorkingKey {
  const middle = middleOf(of);
  const end = 'year' in of ? of.year.replace('/', '-') : of.month;
  return [of.kind, ...(middle === null ? [] : [encodeURIComponent(middle)]), end].join('_') as WorkingKey;
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
  const [, kind, middle, end = ''] = /^([a-z-]+)_(?:(.+)_)?([^_]+)$/.exec(text) ?? [];
  const year = end.replace('-', '/');
  if (middle === undefined) {
    if (kind === 'year' && isFinancialYear(year)) return { kind, year };
    return kind === 'month' && isMonth(end) ? { kind, month: end } : null;
  }
  const name = decoded(middle);
  if (name === null) return null;
  const known = name === nothing ? null : name;
  if (isFinancialYear(year)) {
    if (kind === 'centre') return { kind, code: known, year };
    if (kind === 'source') return { kind, source: known, year };
    return kind === 'team' ? { kind, teamId: known, year } : null;
  }
  if (!isMonth(end)) return null;
  if (kind === 'team-month') return { kind, teamId: known, month: end };
  return kind === 'reconcile' ? { kind, code: known, month: end } : null;
}

export function isWorkingKey(text: unknown): text is WorkingKey {
  return typeof text === 'string' && text.length <= 300 && readWorkingKey(text) !== null;
}
