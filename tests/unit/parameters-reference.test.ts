import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters, publishedTables } from '../../shared/parameters/default-set.ts';
import { textOf } from '../support/sources.ts';

type ReferenceRow = { table: string; effective_from: string; code: string; value: string };

/** The reference tables as they were collected, copied: table, date, code and value of every row. */
const reference: ReferenceRow[] = parse(textOf('tests/examples/reference/rates.csv'), { columns: true });

/** Two sets of resident points were published for 2026/27; the accepted deal is the one that stands. */
const notChosen = /^RESIDENT_DDRB35_/;

const renamed: Readonly<Record<string, readonly string[]>> = {
  RESIDENT_FY1_NP1: ['RESIDENT_FY1'],
  RESIDENT_FY2_NP2: ['RESIDENT_FY2'],
  RESIDENT_CT1_2_NP3: ['RESIDENT_CT1_2'],
  RESIDENT_ST3_5_NP4: ['RESIDENT_ST3', 'RESIDENT_ST4_5'],
  RESIDENT_ST6_8_NP5: ['RESIDENT_ST6_8'],
  PA_PREMIUM_TIME_WINDOW: ['PA_PREMIUM_TIME_FROM', 'PA_PREMIUM_TIME_TO'],
  UNSOCIAL_NIGHT_WINDOW: ['UNSOCIAL_NIGHT_FROM', 'UNSOCIAL_NIGHT_TO'],
};

function codesOf(code: string): readonly string[] {
  return renamed[code] ?? [code.replace('RESIDENT_DEAL_', 'RESIDENT_').replace(/_PCT(?=_|$)/, '')];
}

/** "20:00-06:00" as minutes after midnight; a number as it stands. */
function valuesOf({ value }: ReferenceRow): readonly number[] {
  const times = [...value.matchAll(/(\d\d):(\d\d)/g)];
  if (times.length === 2) return times.map(([, hour, minute]) => Number(hour) * 60 + Number(minute));
  return [Number(value)];
}

const perUnit: Readonly<Record<string, number>> = {
  pence: 100,
  'pence-per-year': 100,
  'basis-points': 100,
  minutes: 60,
  'minutes-per-week': 60,
  'weeks-x1000': 1000,
};

const found = (code: string, from: string) =>
  publishedParameters.rows[code]?.find(({ effectiveFrom }) => effectiveFrom === from);

const carried = reference.filter(
  ({ code }) => !notChosen.test(code) && code !== 'EMPLOYER_NI_THRESHOLD_FROZEN_UNTIL',
);

describe('the reference tables', () => {
  it('have the rows that were collected: 105, 56, 28, 13, 18 and 20', () => {
    const counts = new Map<string, number>();
    for (const { table } of reference) counts.set(table, (counts.get(table) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      pay_afc: 105,
      pay_medical: 56,
      hcas: 28,
      oncosts: 13,
      terms_afc: 18,
      backfill: 20,
    });
  });

  it('are carried row by row, each value as published in its unit', () => {
    for (const row of carried) {
      const values = valuesOf(row);
      for (const [index, code] of codesOf(row.code).entries()) {
        const own = found(code, row.effective_from);
        expect(own, `${row.code} ${row.effective_from}`).toBeDefined();
        const times = row.code.startsWith('OVERTIME_MULTIPLIER') ? 10_000 : (perUnit[own!.unit] ?? 1);
        const value = values[index] ?? values[0] ?? NaN;
        expect(own!.value, `${row.code} ${row.effective_from}`).toBe(Math.round(value * times));
      }
    }
    expect(carried).toHaveLength(234);
  });

  it('every pay point of the three years is there, and nothing is in the pay tables that nobody published', () => {
    const known = new Set(
      carried.flatMap((row) => codesOf(row.code).map((code) => `${code} ${row.effective_from}`)),
    );
    const ours = Object.values([...publishedTables.pay_afc, ...publishedTables.pay_medical]);
    const extra = ours.filter((row) => !known.has(`${row.code} ${row.effectiveFrom}`));
    expect(extra.filter(({ value }) => value !== null).map(({ code }) => code)).toEqual([
      'MEDICAL_WEEKLY_HOURS',
    ]);
    // Agenda for Change 29; consultants 5, residents 6, specialty doctors 2, specialists 2 (one of them from 2025).
    for (const [date, points] of [
      ['2024-04-01', 43],
      ['2025-04-01', 44],
      ['2026-04-01', 44],
    ] as const) {
      const paid = ours.filter(
        (row) => row.unit === 'pence-per-year' && row.effectiveFrom === date && row.value !== null,
      );
      expect(paid.length, date).toBe(points);
    }
  });

  it('the freeze of the National Insurance threshold is carried as a note, not as an amount', () => {
    const row = found('EMPLOYER_NI_SECONDARY_THRESHOLD', asPlainDate('2026-04-06'));
    expect(row?.note).toContain('frozen until April 2031');
  });
});
