import type { BankShift } from './bank-shift.ts';
import { groupLines, sumOf } from './line.ts';
import type { HoursAndPounds } from './variance.ts';

/** A band as people write it, as one text: "Band 5", "B5" and "5" are the same. */
export function bandOf(text: string | null): string {
  return (text ?? '')
    .trim()
    .toLowerCase()
    .replace(/^(?:band|b)\s*/, '');
}

/** Hours asked, worked and paid of shifts, by band. */
export function hoursOfShifts(shifts: readonly BankShift[]): HoursAndPounds {
  const groups = groupLines(shifts, ({ band }) => bandOf(band));
  return {
    askedMinutes: sumOf(shifts, ({ askedMinutes }) => askedMinutes),
    bands: [...groups].map(([band, own]) => ({
      band,
      minuteBp: sumOf(own, ({ minutes }) => minutes * 10_000),
      pence: sumOf(own, ({ costPence }) => costPence),
    })),
  };
}
