import { lastDayOf, type Month } from '../calendar/month.ts';
import type { PlainDate } from '../calendar/plain-date.ts';

/** What codes are kept for: a team, whose cover and fees are spent, or a source, whose money pays for them. */
export type CodeSubject =
  { readonly kind: 'team'; readonly teamId: string } | { readonly kind: 'source'; readonly source: string };

/** Codes of the trust's ledger; `null` is not entered. */
export type Codes = {
  /** Where the cost is incurred. */
  readonly costCentre: string | null;
  /** Which budget pays in the end. */
  readonly fundingCode: string | null;
  readonly project: string | null;
  readonly analysis: string | null;
};

/** Codes of a subject from a day on, until the next row of the same subject. */
export type CodeRow = Codes & {
  readonly id: string;
  readonly version: number;
  readonly subject: CodeSubject;
  readonly from: PlainDate;
};

const noCodes: Codes = { costCentre: null, fundingCode: null, project: null, analysis: null };

export function subjectKey(subject: CodeSubject): string {
  return subject.kind === 'team' ? `team ${subject.teamId}` : `source ${subject.source.trim().toLowerCase()}`;
}

/** Finds the codes of a subject in a month. */
export type CodeFinder = (subject: CodeSubject, month: Month) => Codes;

/** The row in force on the last day of a month holds for the month: that is the day on which journals are made. */
export function codeFinder(rows: readonly CodeRow[]): CodeFinder {
  const bySubject = new Map<string, CodeRow[]>();
  for (const row of [...rows].sort((a, b) => (a.from < b.from ? 1 : -1))) {
    const key = subjectKey(row.subject);
    bySubject.set(key, [...(bySubject.get(key) ?? []), row]);
  }
  return (subject, month) =>
    bySubject.get(subjectKey(subject))?.find(({ from }) => from <= lastDayOf(month)) ?? noCodes;
}
