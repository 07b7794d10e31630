import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suppressCounts } from '../../shared/core/suppress.ts';

/** Every list of `length` counts from 0 to `most`. */
function allCounts(length: number, most: number): number[][] {
  if (length === 0) return [[]];
  return allCounts(length - 1, most).flatMap((rest) =>
    Array.from({ length: most + 1 }, (_, count) => [...rest, count]),
  );
}

const counts = fc.array(fc.nat({ max: 40 }), { maxLength: 8 });

describe('small numbers', () => {
  test.each([
    [2, 12],
    [3, 10],
    [4, 7],
  ])(
    'no small count of %i groups can be worked out: another truth that looks the same has another number there',
    (length, most) => {
      const byLook = new Map<string, number[][]>();
      for (const truth of allCounts(length, most)) {
        const look = JSON.stringify(suppressCounts(truth, 3));
        byLook.set(look, [...(byLook.get(look) ?? []), truth]);
      }
      for (const [look, truths] of byLook) {
        const shown = JSON.parse(look) as { counts: (number | null)[]; total: number | null };
        // Beyond `most` the list of truths is cut off.
        if ((shown.total ?? 0) > most) continue;
        shown.counts.forEach((count, index) => {
          if (count !== null) return;
          const values = new Set(truths.map((truth) => truth[index]));
          const small = truths.some((truth) => truth[index]! > 0 && truth[index]! < 3);
          if (small) expect(values.size, look).toBeGreaterThan(1);
        });
      }
    },
  );

  test('a small count is never shown, and 0 always is', () => {
    fc.assert(
      fc.property(counts, (truth) => {
        const { counts: shown } = suppressCounts(truth);
        truth.forEach((count, index) => {
          if (count > 0 && count < 5) expect(shown[index]).toBeNull();
          if (count === 0) expect(shown[index]).toBe(0);
          if (shown[index] !== null) expect(shown[index]).toBe(count);
        });
      }),
    );
  });

  test('asking again shows no more', () => {
    fc.assert(
      fc.property(counts, (truth) => {
        expect(suppressCounts([...truth])).toEqual(suppressCounts(truth));
      }),
    );
  });

  test('one small group takes the first other with it, since the total would give it away', () => {
    expect(suppressCounts([9, 20, 3])).toEqual({ counts: [null, 20, null], total: 32 });
  });

  test('two groups of 1 take a third, since 2 is 1 and 1', () => {
    expect(suppressCounts([1, 1, 30])).toEqual({ counts: [null, null, null], total: 32 });
  });

  test('a trust of 3 shows neither its group nor its total', () => {
    expect(suppressCounts([3, 0])).toEqual({ counts: [null, 0], total: null });
  });

  test('groups of 5 and more are shown as they are', () => {
    expect(suppressCounts([5, 12, 0])).toEqual({ counts: [5, 12, 0], total: 17 });
  });

  test('half a person is refused', () => {
    expect(() => suppressCounts([1.5])).toThrow(RangeError);
  });
});
