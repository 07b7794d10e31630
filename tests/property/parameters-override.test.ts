import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, asPlainDate } from '../../shared/calendar/plain-date.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { ownSource, withOverrides, type Override } from '../../shared/parameters/override.ts';
import { rowsOf } from '../../shared/parameters/parameter-set.ts';
import { setHash } from '../../shared/parameters/set-hash.ts';
import { knownOn, rowOn, valueOn } from '../../shared/parameters/value-on.ts';
import { salaryOn } from '../../shared/pay/salary.ts';
import { topOfBand } from '../../shared/pay/pay-point.ts';

const start = asPlainDate('2003-01-01');
const codes = Object.keys(publishedParameters.rows);
const date = fc.nat(11_000).map((days) => addDays(start, days));
const code = fc.constantFrom(...codes);

function own(over: Partial<Override> & Pick<Override, 'code' | 'effectiveFrom' | 'value'>): Override {
  return { low: null, high: null, source: 'our ledger', status: 'derived', ...over };
}

const overrides = fc
  .array(fc.record({ code, effectiveFrom: date, value: fc.nat(9_000) }), { maxLength: 12 })
  .map((rows) => {
    const once = new Map(rows.map((row) => [`${row.code} ${row.effectiveFrom}`, own(row)]));
    return [...once.values()];
  });

const few = { numRuns: 60 };

describe('a trust’s own values in the place of the published ones', () => {
  it('on any day the value is the trust’s latest on or before it, and the published one where there is none', () => {
    fc.assert(
      fc.property(overrides, code, date, (ours, asked, day) => {
        const set = withOverrides(publishedParameters, ours);
        for (const wanted of new Set([asked, ...ours.map((row) => row.code)])) {
          const latest = ours
            .filter((row) => row.code === wanted && row.effectiveFrom <= day)
            .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0];
          const expected =
            latest === undefined ? (rowOn(publishedParameters, wanted, day)?.value ?? null) : latest.value;
          expect(knownOn(set, wanted, day)?.value ?? null).toBe(expected);
        }
      }),
      few,
    );
  });

  it('rows stay in date order, one a date, with the unit of the code; no published date is lost', () => {
    fc.assert(
      fc.property(overrides, (ours) => {
        const set = withOverrides(publishedParameters, ours);
        for (const { code: changed } of ours) {
          const dates = rowsOf(set, changed).map((row) => row.effectiveFrom);
          expect(dates).toEqual([...new Set(dates)].sort());
          for (const row of rowsOf(publishedParameters, changed)) expect(dates).toContain(row.effectiveFrom);
          expect(new Set(rowsOf(set, changed).map(({ unit }) => unit)).size).toBe(1);
        }
      }),
      few,
    );
  });

  it('the order of the overrides does not matter, codes without one keep their very rows, and nothing published changes', () => {
    const before = setHash(publishedParameters);
    fc.assert(
      fc.property(overrides, (ours) => {
        const set = withOverrides(publishedParameters, ours);
        expect(setHash(withOverrides(publishedParameters, [...ours].reverse()))).toBe(setHash(set));
        const changed = new Set(ours.map((row) => row.code));
        for (const untouched of codes.filter((one) => !changed.has(one))) {
          expect(set.rows[untouched]).toBe(publishedParameters.rows[untouched]);
        }
      }),
      few,
    );
    expect(setHash(publishedParameters)).toBe(before);
    expect(withOverrides(publishedParameters, [])).toBe(publishedParameters);
  });
});

describe('an override', () => {
  const april = asPlainDate('2027-04-01');

  it('of a pay award holds for each year’s award after it, so that no year is left without one', () => {
    const set = withOverrides(publishedParameters, [
      own({ code: 'PAY_AWARD_AFC', effectiveFrom: april, value: 300 }),
    ]);
    // 39,043 × 1.03 × 1.03 = 41,420.72, to whole pounds
    expect(salaryOn(topOfBand('5'), asPlainDate('2028-04-01'), set).pence).toBe(41_421_00);
    expect(salaryOn(topOfBand('5'), asPlainDate('2027-03-31'), set).pence).toBe(39_043_00);
  });

  it('is not undone by a published row that starts later', () => {
    const set = withOverrides(publishedParameters, [
      own({ code: 'EMPLOYER_PENSION_LOCAL', effectiveFrom: asPlainDate('2026-11-01'), value: 2_000 }),
    ]);
    expect(valueOn(set, 'EMPLOYER_PENSION_LOCAL', asPlainDate('2026-10-31')).value).toBe(1_438);
    expect(valueOn(set, 'EMPLOYER_PENSION_LOCAL', asPlainDate('2026-11-01')).value).toBe(2_000);
    expect(valueOn(set, 'EMPLOYER_PENSION_LOCAL', asPlainDate('2027-04-01'))).toMatchObject({
      value: 2_000,
      source: `${ownSource}our ledger`,
      status: 'derived',
    });
  });

  it('of a value that was not found makes it known; of a code nobody has, does nothing', () => {
    const fee = own({ code: 'KINGS_HOME_FEE_PER_60_CREDITS', effectiveFrom: april, value: 400_000 });
    const set = withOverrides(publishedParameters, [fee, own({ ...fee, code: 'NOBODY' })]);
    expect(knownOn(set, fee.code, april)?.value).toBe(400_000);
    expect(knownOn(set, fee.code, asPlainDate('2027-03-31'))).toBeNull();
    expect(rowsOf(set, 'NOBODY')).toEqual([]);
  });

  it('given twice from one date is refused: which counts would be chance', () => {
    const one = own({ code: 'DEFAULT_FILL', effectiveFrom: april, value: 8_000 });
    expect(() => withOverrides(publishedParameters, [one, { ...one, value: 1 }])).toThrow(RangeError);
  });
});
