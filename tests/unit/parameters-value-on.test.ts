import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { ModelError } from '../../shared/core/errors.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { parameterSetOf } from '../../shared/parameters/parameter-set.ts';
import { piecesOver } from '../../shared/parameters/pieces-over.ts';
import { planningDefaultsOn } from '../../shared/parameters/planning-defaults.ts';
import { weakestStatus, type Parameter } from '../../shared/parameters/types.ts';
import { knownOn, rowOn, valueOn } from '../../shared/parameters/value-on.ts';

const day = asPlainDate;

function row(effectiveFrom: string, value: number | null, code = 'A_RATE'): Parameter {
  const status = value === null ? 'not-found' : 'published';
  return { code, effectiveFrom: day(effectiveFrom), value, unit: 'basis-points', source: 'a test', status };
}

const set = parameterSetOf([row('2026-04-01', 300), row('2025-04-01', 200), row('2027-04-01', null)]);

describe('value on a date', () => {
  it('a value holds from its legal date to the day before the next', () => {
    expect(valueOn(set, 'A_RATE', day('2025-04-01')).value).toBe(200);
    expect(valueOn(set, 'A_RATE', day('2026-03-31')).value).toBe(200);
    expect(valueOn(set, 'A_RATE', day('2026-04-01')).value).toBe(300);
  });

  it('employer National Insurance rises to 15% on 6 April 2025 and not on 1 April', () => {
    expect(valueOn(publishedParameters, 'EMPLOYER_NI_RATE', day('2025-04-05')).value).toBe(1380);
    expect(valueOn(publishedParameters, 'EMPLOYER_NI_RATE', day('2025-04-06')).value).toBe(1500);
  });

  it.each([
    ['before its first date', 'A_RATE', '2025-03-31'],
    ['once it is not known', 'A_RATE', '2027-04-01'],
    ['of a code nobody has', 'B_RATE', '2026-04-01'],
    ['of a name every object has', 'constructor', '2026-04-01'],
  ])('a value %s is an error that names code and date, never zero', (_when, code, date) => {
    const read = (): unknown => valueOn(set, code, day(date));
    expect(read).toThrow(ModelError);
    expect(read).toThrow(new RegExp(`${code}.*${date}`));
    expect(read).toThrow(expect.objectContaining({ code: 'parameter-missing' }) as Error);
  });

  it('where "not known" is an answer it is null, and the row still says why', () => {
    expect(knownOn(set, 'A_RATE', day('2027-05-01'))).toBeNull();
    expect(rowOn(set, 'A_RATE', day('2027-05-01'))?.status).toBe('not-found');
    expect(rowOn(set, 'A_RATE', day('2020-01-01'))).toBeNull();
  });

  it('two values from one date are refused', () => {
    expect(() => parameterSetOf([row('2026-04-01', 1), row('2026-04-01', 2)])).toThrow(RangeError);
  });
});

describe('pieces over a range', () => {
  it('a range is cut on the day the value changes', () => {
    const pieces = piecesOver(set, 'A_RATE', day('2026-03-30'), day('2026-04-02'));
    expect(pieces.map(({ from, to, parameter }) => [from, to, parameter.value])).toEqual([
      ['2026-03-30', '2026-03-31', 200],
      ['2026-04-01', '2026-04-02', 300],
    ]);
  });

  it('a range that starts on the day of a change is one piece, and so is a single day', () => {
    expect(piecesOver(set, 'A_RATE', day('2026-04-01'), day('2026-04-30'))).toMatchObject([
      { from: '2026-04-01', to: '2026-04-30', parameter: { value: 300 } },
    ]);
    expect(piecesOver(set, 'A_RATE', day('2026-03-31'), day('2026-03-31'))).toHaveLength(1);
  });

  it('a range with a day that has no value is an error', () => {
    expect(() => piecesOver(set, 'A_RATE', day('2027-03-31'), day('2027-04-01'))).toThrow(ModelError);
    expect(() => piecesOver(set, 'A_RATE', day('2025-03-31'), day('2025-04-01'))).toThrow(ModelError);
  });

  it('a range that ends before it starts is refused', () => {
    expect(() => piecesOver(set, 'A_RATE', day('2026-04-02'), day('2026-04-01'))).toThrow(RangeError);
  });
});

describe('standing', () => {
  it('an amount stands only as well as its weakest row', () => {
    expect(weakestStatus([{ status: 'published' }, { status: 'assumption' }, { status: 'derived' }])).toBe(
      'assumption',
    );
    expect(weakestStatus([{ status: 'derived' }, { status: 'unverified' }])).toBe('unverified');
    expect(weakestStatus([])).toBe('published');
  });

  it('what stands in for a team’s own figures is there for every month and never called published', () => {
    const defaults = planningDefaultsOn(publishedParameters, day('2026-11-20'));
    expect(defaults).toMatchObject({
      fillBp: 8500,
      backfillBp: 10000,
      unavailabilitySdBp: 100,
      shiftMinutes: 690,
    });
    expect(defaults.unavailabilityBp).toEqual(Array.from({ length: 12 }, () => 2200));
    expect(defaults.uses).toHaveLength(16);
    expect(defaults.uses.filter((use) => use.status === 'published')).toEqual([]);
  });
});
