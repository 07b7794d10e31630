import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, asPlainDate } from '../../shared/calendar/plain-date.ts';
import { stackFunding } from '../../shared/funding/stack.ts';
import { allows, useOrder, type StackLine, type StackSource } from '../../shared/funding/stack-types.ts';

const start = asPlainDate('2026-04-01');
const anyDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays(start, days));
const anyLines = fc
  .array(
    fc.record({
      kind: fc.constantFrom('fees' as const, 'cover' as const),
      on: anyDay,
      pence: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 10_000_000 })),
    }),
    { maxLength: 8 },
  )
  .map((lines) => lines.map((line, index): StackLine => ({ ...line, id: `line-${index}` })));
const anySources = fc
  .array(
    fc.record({
      pays: fc.constantFrom(['fees'] as const, ['cover'] as const, ['fees', 'cover'] as const, [] as const),
      pence: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 20_000_000 })),
      from: fc.option(anyDay),
      to: fc.option(anyDay),
      onlyLines: fc.option(fc.subarray(['line-0', 'line-1', 'line-2']), { freq: 3 }),
    }),
    { maxLength: 6 },
  )
  .map((sources) => sources.map((source, index): StackSource => ({ ...source, id: `source-${index}` })));

/** The most that can be funded, by the cut: over every set of lines, what is in it plus what the others could get. */
function mostFundable(lines: readonly StackLine[], sources: readonly StackSource[]): number {
  let least = Infinity;
  for (let mask = 0; mask < 2 ** lines.length; mask += 1) {
    const others = lines.filter((_, index) => (mask & (1 << index)) === 0);
    const inside = lines.filter((_, index) => (mask & (1 << index)) !== 0);
    const asked = sources.filter((source) => others.some((line) => allows(source, line)));
    const cut = [...inside, ...asked].reduce((sum, { pence }) => sum + pence, 0);
    least = Math.min(least, cut);
  }
  return least;
}

const check = (law: (lines: readonly StackLine[], sources: readonly StackSource[]) => void): void =>
  fc.assert(fc.property(anyLines, anySources, law), { numRuns: 150 });

describe('laws of the funding stacker', () => {
  it('never spends more than a source holds, nor pays a line twice, nor a line a source does not allow', () => {
    check((lines, sources) => {
      const { parts, bySource, byLine } = stackFunding(lines, sources);
      for (const { lineId, sourceId, pence } of parts) {
        const line = lines.find(({ id }) => id === lineId)!;
        const source = sources.find(({ id }) => id === sourceId)!;
        expect(allows(source, line)).toBe(true);
        expect(Number.isSafeInteger(pence) && pence > 0).toBe(true);
      }
      for (const { id, pence } of sources) {
        const { funded, unspent } = bySource.get(id)!;
        expect(Math.min(funded, unspent)).toBeGreaterThanOrEqual(0);
        expect(funded + unspent).toBe(pence);
      }
      for (const { id, pence } of lines) {
        const { funded, unfunded } = byLine.get(id)!;
        expect(Math.min(funded, unfunded)).toBeGreaterThanOrEqual(0);
        expect(funded + unfunded).toBe(pence);
      }
    });
  });

  it('funded and unfunded add up to the total, by line, by source and by part', () => {
    check((lines, sources) => {
      const { parts, bySource, totalPence, fundedPence, unfundedPence } = stackFunding(lines, sources);
      expect(fundedPence + unfundedPence).toBe(totalPence);
      expect(totalPence).toBe(lines.reduce((sum, { pence }) => sum + pence, 0));
      expect([...bySource.values()].reduce((sum, { funded }) => sum + funded, 0)).toBe(fundedPence);
      expect(parts.reduce((sum, { pence }) => sum + pence, 0)).toBe(fundedPence);
    });
  });

  it('funds as much as can be funded at all', () => {
    check((lines, sources) => {
      expect(stackFunding(lines, sources).fundedPence).toBe(mostFundable(lines, sources));
    });
  });

  it('uses money that lapses sooner as far as it can be used, whatever lapses later holds', () => {
    check((lines, sources) => {
      const { bySource } = stackFunding(lines, sources);
      const inOrder = [...sources].sort(useOrder);
      inOrder.forEach((_, index) => {
        const sooner = inOrder.slice(0, index + 1);
        const funded = sooner.reduce((sum, { id }) => sum + bySource.get(id)!.funded, 0);
        expect(funded).toBe(mostFundable(lines, sooner));
      });
    });
  });

  it('no line could move to money that lapses sooner and has room', () => {
    check((lines, sources) => {
      const { parts, bySource } = stackFunding(lines, sources);
      for (const { lineId, sourceId } of parts) {
        const line = lines.find(({ id }) => id === lineId)!;
        const own = sources.find(({ id }) => id === sourceId)!;
        const better = sources.filter(
          (other) =>
            other.to !== null &&
            (own.to === null || other.to < own.to) &&
            allows(other, line) &&
            bySource.get(other.id)!.unspent > 0,
        );
        expect(better).toEqual([]);
      }
    });
  });

  it('the order of lines and sources does not matter', () => {
    fc.assert(
      fc.property(anyLines, anySources, fc.infiniteStream(fc.nat()), (lines, sources, seeds) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((one) => ({ one, at: seeds.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ one }) => one);
        expect(stackFunding(shuffled(lines), shuffled(sources))).toEqual(stackFunding(lines, sources));
      }),
      { numRuns: 80 },
    );
  });
});
