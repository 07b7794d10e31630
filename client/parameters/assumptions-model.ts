import { addDays, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { nameOfParameter } from '../../shared/parameters/parameter-names.ts';
import { rowsOf } from '../../shared/parameters/parameter-set.ts';
import { subjectNames, subjectOf, subjects, type Subject } from '../../shared/parameters/subjects.ts';
import type { Parameter, ParameterSet, ParameterStatus } from '../../shared/parameters/types.ts';
import { valueInWords } from '../../shared/parameters/value-words.ts';
import { shortDate } from '../format/dates.ts';
import { formatNumber, listInWords, plural } from '../format/numbers.ts';
import { assumptionsSearch, type AssumptionsSearch } from './search.ts';
import type { OwnValues } from './use-own-value.ts';

export type HeldValue = OwnValues['inForce'][number];

/** A parameter as the register shows it: what counts today, what did before, and what will. */
export type AssumptionRow = {
  readonly kind: 'parameter';
  readonly code: string;
  readonly name: string;
  readonly subject: Subject;
  /** The row in force today, or the first one to come. */
  readonly row: Parameter;
  readonly value: string;
  /** "£46,580 a year from 1 Apr 2025"; null where there is none. */
  readonly was: string | null;
  readonly willBe: string | null;
  readonly status: ParameterStatus;
  /** The trust's own value that counts today, or the next to. */
  readonly own: HeldValue | null;
};

export type AssumptionsRow =
  AssumptionRow | { readonly kind: 'group'; readonly code: string; readonly name: string };

function dated(row: Parameter | undefined): string | null {
  return row === undefined ? null : `${valueInWords(row, row.value)} from ${shortDate(row.effectiveFrom)}`;
}

/** Where the same value simply goes on, nothing was or will be different. */
function otherThan(current: Parameter, rows: readonly Parameter[]): Parameter | undefined {
  return rows.find((row) => row.value !== current.value || row.status !== current.status);
}

function rowOf(code: string, rows: readonly Parameter[], own: OwnValues, today: PlainDate): AssumptionRow[] {
  const index = Math.max(
    0,
    rows.findLastIndex(({ effectiveFrom }) => effectiveFrom <= today),
  );
  const row = rows[index];
  if (row === undefined) return [];
  const held = own.inForce
    .filter((one) => one.code === code)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  return [
    {
      kind: 'parameter',
      code,
      name: nameOfParameter(code) ?? code,
      subject: subjectOf(code),
      row,
      value: valueInWords(row, row.value),
      was: dated(otherThan(row, rows.slice(0, index).reverse())),
      willBe: dated(otherThan(row, rows.slice(index + 1))),
      status: row.status,
      own: held.findLast(({ effectiveFrom }) => effectiveFrom <= today) ?? held[0] ?? null,
    },
  ];
}

/** Every parameter the trust's answers rest on, by subject and name. */
export function assumptionRows(
  set: ParameterSet,
  own: OwnValues,
  today: PlainDate,
): readonly AssumptionRow[] {
  const rows = Object.keys(set.rows).flatMap((code) => rowOf(code, rowsOf(set, code), own, today));
  const collator = new Intl.Collator('en-GB', { numeric: true });
  return rows.sort(
    (a, b) => subjects.indexOf(a.subject) - subjects.indexOf(b.subject) || collator.compare(a.name, b.name),
  );
}

/** Days ahead of its review date from which a value is due. */
const reviewDays = 30;

export function isReviewDue({ own }: Pick<AssumptionRow, 'own'>, today: PlainDate): boolean {
  return own !== null && own.reviewOn <= addDays(today, reviewDays);
}

function isFound({ name, code, row }: AssumptionRow, find: string): boolean {
  const text = `${name} ${code} ${row.source}`.toLowerCase();
  return find
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The parameters the address asks for. */
export function rowsShown(
  rows: readonly AssumptionRow[],
  search: Omit<AssumptionsSearch, 'code'>,
  today: PlainDate,
): readonly AssumptionRow[] {
  return rows.filter(
    (row) =>
      (search.subject === 'all' || row.subject === search.subject) &&
      (search.status === 'all' || row.status === search.status) &&
      (search.held === 'all' || (search.held === 'own' ? row.own !== null : isReviewDue(row, today))) &&
      isFound(row, search.find),
  );
}

/** The rows under a heading for each subject. */
export function grouped(rows: readonly AssumptionRow[]): readonly AssumptionsRow[] {
  return subjects.flatMap((subject): readonly AssumptionsRow[] => {
    const own = rows.filter((row) => row.subject === subject);
    return own.length === 0
      ? []
      : [{ kind: 'group', code: subject, name: `${subjectNames[subject]} (${own.length})` }, ...own];
  });
}

const statusWords: Readonly<Record<ParameterStatus, string>> = {
  published: 'published',
  derived: 'derived',
  unverified: 'not verified',
  assumption: 'assumptions',
  'not-found': 'not found',
};

/** The sentence of the page: how many there are, how they stand, and how many are the trust's own. */
export function assumptionsInWords(rows: readonly AssumptionRow[], today: PlainDate): string {
  const counts = (Object.keys(statusWords) as ParameterStatus[])
    .map((status) => [rows.filter((row) => row.status === status).length, statusWords[status]] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${formatNumber(count)} ${word}`);
  const own = rows.filter((row) => row.own !== null).length;
  const due = rows.filter((row) => isReviewDue(row, today)).length;
  const ours =
    own === 0
      ? 'The trust has entered none of its own.'
      : `${plural(own, 'has a value', 'have a value')} of the trust’s own; ${due === 0 ? 'none is' : plural(due, 'is', 'are')} due for review.`;
  return `${plural(rows.length, 'parameter')}: ${listInWords(counts)}. ${ours}`;
}

/** How many filters are set. */
export function filtersSet(search: AssumptionsSearch): number {
  const { defaults } = assumptionsSearch;
  return (['find', 'subject', 'status', 'held'] as const).filter((key) => search[key] !== defaults[key])
    .length;
}
