import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, asPlainDate, datesBetween } from '../../shared/calendar/plain-date.ts';
import { parameterSetOf } from '../../shared/parameters/parameter-set.ts';
import { piecesOver } from '../../shared/parameters/pieces-over.ts';
import type { Parameter } from '../../shared/parameters/types.ts';
import { valueOn } from '../../shared/parameters/value-on.ts';

const origin = asPlainDate('2024-01-01');

function parameter(dayNumber: number, value: number): Parameter {
  const effectiveFrom = addDays(origin, dayNumber);
  return { code: 'RATE', effectiveFrom, value, unit: 'pence', source: 'a test', status: 'published' };
}

/** Rows on different days of four years, in any order, and a day on or after the first. */
const dated = fc
  .uniqueArray(fc.tuple(fc.nat(1460), fc.integer()), { minLength: 1, maxLength: 8, selector: ([day]) => day })
  .map((pairs) => pairs.map(([day, value]) => parameter(day, value)));

function firstOf(rows: readonly Parameter[]) {
  return rows.map((row) => row.effectiveFrom).reduce((least, date) => (date < least ? date : least));
}

describe('dated values', () => {
  it('the row in force is the latest that starts on or before the day', () => {
    fc.assert(
      fc.property(dated, fc.nat(2000), (rows, later) => {
        const date = addDays(firstOf(rows), later);
        const used = valueOn(parameterSetOf(rows), 'RATE', date);
        expect(used.effectiveFrom <= date).toBe(true);
        expect(rows.some((row) => row.effectiveFrom > used.effectiveFrom && row.effectiveFrom <= date)).toBe(
          false,
        );
      }),
    );
  });

  it('a later day never takes an earlier row', () => {
    fc.assert(
      fc.property(dated, fc.nat(1500), fc.nat(500), (rows, start, more) => {
        const set = parameterSetOf(rows);
        const date = addDays(firstOf(rows), start);
        const later = valueOn(set, 'RATE', addDays(date, more));
        expect(later.effectiveFrom >= valueOn(set, 'RATE', date).effectiveFrom).toBe(true);
      }),
    );
  });

  it('the pieces of a range cover each of its days exactly once, with the value of that day', () => {
    fc.assert(
      fc.property(dated, fc.nat(1500), fc.nat(500), (rows, start, length) => {
        const set = parameterSetOf(rows);
        const from = addDays(firstOf(rows), start);
        const to = addDays(from, length);
        const pieces = piecesOver(set, 'RATE', from, to);
        const days = pieces.flatMap((piece) => datesBetween(piece.from, piece.to));
        expect(days).toEqual(datesBetween(from, to));
        for (const piece of pieces) {
          for (const end of [piece.from, piece.to]) {
            expect(valueOn(set, 'RATE', end).value).toBe(piece.parameter.value);
          }
        }
      }),
    );
  });
});
