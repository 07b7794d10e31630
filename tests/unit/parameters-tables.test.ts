import { describe, expect, it } from 'vitest';
import { publishedParameters, publishedTables } from '../../shared/parameters/default-set.ts';
import { parameterSchema, type Parameter } from '../../shared/parameters/types.ts';
import { bands, stepsOfBand } from '../../shared/pay/bands.ts';

const tables = Object.entries(publishedTables);
const rows: Parameter[] = tables.flatMap(([, table]) => table.map((row) => parameterSchema.parse(row)));

describe('the parameter tables', () => {
  it.each(tables)('%s: every row has a unit, a source, a status and a legal date', (_name, table) => {
    expect(table.length).toBeGreaterThan(0);
    for (const row of table)
      expect(parameterSchema.safeParse(row).error, JSON.stringify(row)).toBeUndefined();
  });

  it('a row without a value says that it was not found, and no other row does', () => {
    const wrong = [
      { value: 1, status: 'not-found' },
      { value: null, status: 'published' },
    ];
    const good = rows[0]!;
    for (const change of wrong) expect(parameterSchema.safeParse({ ...good, ...change }).success).toBe(false);
    expect(rows.filter((row) => row.value === null).length).toBeGreaterThan(0);
  });

  it('a value that is not a whole number of its unit, or a day that does not exist, is refused', () => {
    const good = rows[0]!;
    expect(parameterSchema.safeParse({ ...good, value: 1.5 }).success).toBe(false);
    expect(parameterSchema.safeParse({ ...good, effectiveFrom: '2026-02-30' }).success).toBe(false);
    expect(parameterSchema.safeParse({ ...good, source: '' }).success).toBe(false);
    expect(parameterSchema.safeParse({ ...good, status: 'found' }).success).toBe(false);
  });

  it('a value outside its own range is refused', () => {
    const good = rows.find((row) => row.value !== null)!;
    expect(parameterSchema.safeParse({ ...good, value: 5, low: 4, high: 6 }).success).toBe(true);
    expect(parameterSchema.safeParse({ ...good, value: 5, low: 6 }).success).toBe(false);
    expect(parameterSchema.safeParse({ ...good, value: 5, high: 4 }).success).toBe(false);
  });

  it('a code is in one table only', () => {
    const homes = new Map<string, Set<string>>();
    for (const [name, table] of tables) {
      for (const { code } of table) homes.set(code, (homes.get(code) ?? new Set<string>()).add(name));
    }
    expect([...homes].filter(([, names]) => names.size > 1)).toEqual([]);
  });

  it('an assumption says that it is one in its source', () => {
    const assumptions = rows.filter((row) => row.status === 'assumption');
    expect(assumptions.length).toBeGreaterThan(0);
    for (const row of assumptions) expect(row.source).toMatch(/^assumption: /);
  });

  it('no row names a place on a private machine', () => {
    for (const row of rows) {
      expect(`${row.source} ${row.note ?? ''}`).not.toMatch(/\/(work|tmp|home|root)\/|seed \d|file:/);
    }
  });

  it.each(['2024-04-01', '2025-04-01', '2026-04-01'])(
    'every Agenda for Change band has every step from %s',
    (date) => {
      for (const band of bands) {
        for (const step of stepsOfBand(band)) {
          const code = `AFC_B${band.toUpperCase()}_${step}`;
          const row = publishedParameters.rows[code]?.find((dated) => dated.effectiveFrom === date);
          expect(row?.value, `${code} ${date}`).toBeGreaterThan(2_000_000);
        }
      }
    },
  );

  it.each(['2024-04-01', '2025-04-01', '2026-04-01'])(
    'pay rises with the band and the step from %s',
    (date) => {
      const salaries = bands.flatMap((band) =>
        stepsOfBand(band).map((step) => {
          const dated = publishedParameters.rows[`AFC_B${band.toUpperCase()}_${step}`] ?? [];
          return dated.find((row) => row.effectiveFrom === date)?.value ?? 0;
        }),
      );
      expect(salaries).toEqual([...salaries].sort((a, b) => a - b));
      expect(new Set(salaries).size).toBe(salaries.length);
    },
  );

  it('one set of resident points stands for 2026/27, that of the accepted deal', () => {
    const codes = Object.keys(publishedParameters.rows);
    expect(codes.filter((code) => /DDRB|DEAL/.test(code))).toEqual([]);
    const fy1 = publishedParameters.rows['RESIDENT_FY1'] ?? [];
    expect(fy1.map((row) => [row.effectiveFrom, row.value])).toEqual([
      ['2024-04-01', 3_661_600],
      ['2025-04-01', 3_883_100],
      ['2026-04-01', 4_122_600],
    ]);
  });

  it('the two pension shares add up to the total on every day they change', () => {
    for (const date of ['2024-04-01', '2025-04-01', '2026-04-01', '2027-04-01']) {
      const on = (code: string): number =>
        publishedParameters.rows[code]?.findLast((row) => row.effectiveFrom <= date)?.value ?? NaN;
      expect(on('EMPLOYER_PENSION_LOCAL') + on('EMPLOYER_PENSION_CENTRAL')).toBe(
        on('EMPLOYER_PENSION_TOTAL'),
      );
    }
  });

  it('Scottish headroom is the sum of its five parts', () => {
    const part = (name: string): number =>
      publishedParameters.rows[`HEADROOM_SCOT_${name}`]?.[0]?.value ?? NaN;
    const parts = ['ANNUAL_LEAVE', 'SICKNESS', 'STUDY', 'MATERNITY', 'OTHER'].map(part);
    expect(parts.reduce((sum, value) => sum + value, 0)).toBe(part('TOTAL'));
  });
});
