import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countLaws, type People } from '../../shared/pipeline/kernels/count-laws.ts';
import { fastKernels, plainKernels, type Kernels } from '../../shared/pipeline/kernels/kernels.ts';
import { programBuilder, type ProgramBuilder } from '../../shared/pipeline/kernels/program-builder.ts';
import {
  constants,
  firstInput,
  noMonth,
  ones,
  responseSize,
  strideOf,
  zeros,
  type FinishedProgram,
  type Row,
} from '../../shared/pipeline/kernels/program.ts';
import { wasmKernels } from '../../shared/pipeline/kernels/wasm-kernels.ts';

const wasm = wasmKernels();
const plain = plainKernels();
const fast = fastKernels(wasm!);

test('this Node has WebAssembly, so that what follows compares two things', () => {
  expect(wasm).not.toBeNull();
});

/** A step of a random program: what is done, and to which of the rows made so far (as a share of them). */
type Step = { readonly kind: 'product' | 'plus' | 'sum' | 'response'; readonly picks: readonly number[] };

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('product' as const, 'plus' as const, 'sum' as const, 'response' as const),
  picks: fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 14 }),
});
const inputsAsked = 12;
const chance = fc.double({ min: 0, max: 1, noNaN: true });

/** A row as an exact list of numbers, worked out at once: what the program must give. */
type Known = { readonly row: Row; readonly values: readonly number[] };

const timesOf = (a: Known, b: Known): number[] => a.values.map((value, k) => value * b.values[k]!);
const plusOf = (base: readonly number[], more: readonly number[]): number[] =>
  base.map((value, k) => value + more[k]!);

/** The rows of a response, and what a response after another gives, by hand. */
function inTurnByHand(first: readonly Known[], second: readonly Known[]): number[][] {
  const [none, gained, moved, still, byCoi] = first as [Known, Known, Known, Known, Known];
  const [after, gainedLater, movedLater, stillLater, byCoiLater] = second as typeof first &
    [Known, Known, Known, Known, Known];
  const gainedWithout = plusOf(gained.values, timesOf(none, gainedLater));
  return [
    timesOf(none, after),
    plusOf(gainedWithout, timesOf(moved, byCoiLater)),
    plusOf(timesOf(none, movedLater), timesOf(moved, stillLater)),
    timesOf(still, stillLater),
    plusOf(byCoi.values, timesOf(still, byCoiLater)),
  ];
}

function blockFrom(row: Row, values: readonly (readonly number[])[]): Known[] {
  return values.map((list, on) => ({ row: row + on, values: list }));
}

/** Writes a random program and works it out by hand beside. */
function writeRandom(
  program: ProgramBuilder,
  steps: readonly Step[],
  inputs: readonly (readonly number[])[],
): Known[] {
  const points = inputs[0]!.length;
  const first = program.inputs(inputsAsked);
  const constant = (value: number): number[] => Array.from({ length: points }, () => value);
  const rows: Known[] = [
    { row: zeros, values: constant(0) },
    { row: ones, values: constant(1) },
    ...blockFrom(first, inputs),
  ];
  const blocks: Known[][] = [blockFrom(noMonth, constants.slice(0, responseSize).map(constant))];
  for (const { kind, picks } of steps) {
    const pick = (index: number): Known => rows[picks[index % picks.length]! % rows.length]!;
    const block = (index: number): Known[] => blocks[picks[index % picks.length]! % blocks.length]!;
    const [a, b, c] = [pick(0), pick(1), pick(2)];
    if (kind === 'product') rows.push({ row: program.product(a.row, b.row), values: timesOf(a, b) });
    else if (kind === 'plus') {
      rows.push({ row: program.plus(a.row, b.row, c.row), values: plusOf(a.values, timesOf(b, c)) });
    } else if (kind === 'sum') {
      const terms = picks.slice(0, 2 * Math.floor(picks.length / 2)).map((_, index) => pick(index + 1));
      let values = [...a.values];
      for (let term = 0; term < terms.length; term += 2) {
        values = plusOf(values, timesOf(terms[term]!, terms[term + 1]!));
      }
      rows.push({
        row: program.sum(
          a.row,
          terms.map(({ row }) => row),
        ),
        values,
      });
    } else {
      const inputBlock = rows.slice(2, 2 + responseSize);
      const weighted = program.weighted(a.row, first);
      const month = blockFrom(
        weighted,
        inputBlock.map((one) => timesOf(a, one)),
      );
      const before = block(0);
      const made = blockFrom(program.inTurn(before[0]!.row, weighted), inTurnByHand(before, month));
      blocks.push(month, made);
      rows.push(...made);
    }
  }
  return rows;
}

function worked(kernels: Kernels, program: FinishedProgram, inputs: readonly (readonly number[])[]) {
  const points = inputs[0]!.length;
  const { values, stride } = kernels.rowsFor(program, points);
  inputs.forEach((list, index) => {
    values.fill(0, (firstInput + index) * stride, (firstInput + index + 1) * stride);
    values.set(list, (firstInput + index) * stride);
  });
  kernels.run(program, stride);
  return Array.from(program.kept, (row) => [...values.slice(row * stride, row * stride + points)]);
}

const randomProgram = fc.record({
  steps: fc.array(step, { maxLength: 60 }),
  points: fc.constantFrom(1, 2, 5, 31),
  kept: fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
  seeds: fc.array(chance, { minLength: inputsAsked, maxLength: inputsAsked }),
});

describe('a program of sums of products', () => {
  test('gives what the sums are by hand, whatever of it is kept; both kernels give the same bytes', () => {
    fc.assert(
      fc.property(randomProgram, ({ steps, points, kept, seeds }) => {
        const inputs = seeds.map((seed) =>
          Array.from({ length: points }, (_, k) => (seed * (k + 1)) / points),
        );
        const builder = programBuilder();
        const rows = writeRandom(builder, steps, inputs);
        const wanted = kept.map((pick) => rows[pick % rows.length]!);
        const program = builder.finish(wanted.map(({ row }) => row));
        const answer = worked(plain, program, inputs);
        expect(worked(fast, program, inputs)).toEqual(answer);
        answer.forEach((list, index) => {
          const { values } = wanted[index]!;
          list.forEach((value, k) => {
            expect(Math.abs(value - values[k]!)).toBeLessThanOrEqual(
              1e-13 * Math.max(1, Math.abs(values[k]!)),
            );
          });
        });
      }),
      { numRuns: 300 },
    );
  });

  test('rows that nobody keeps are not worked out, and their places are used again', () => {
    const builder = programBuilder();
    const a = builder.inputs(1);
    let row = a;
    for (let n = 0; n < 100; n += 1) {
      builder.product(row, row);
      row = builder.plus(row, row, a);
    }
    const { code, rows } = builder.finish([row]);
    // A hundred sums of five numbers each; two rows take turns beside the constants and the input.
    expect(code).toHaveLength(500);
    expect(rows).toBeLessThanOrEqual(firstInput + 1 + 2);
  });

  test('rows of any number of points begin at whole fours of values', () => {
    expect([1, 4, 31, 64, 127].map(strideOf)).toEqual([4, 4, 32, 64, 128]);
  });
});

const people: fc.Arbitrary<People> = fc
  .tuple(
    fc.constantFrom(1, 2, 31, 64),
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 14 }),
  )
  .chain(([points, counts]) =>
    fc.record({
      points: fc.constant(points),
      counts: fc.constant(Int32Array.from(counts)),
      lanes: fc
        .array(fc.oneof(chance, fc.constantFrom(0, 1, 1e-9)), {
          minLength: points * counts.length,
          maxLength: points * counts.length,
        })
        .map((list) => Float64Array.from(list)),
    }),
  );

/** One person a pass, at one point. */
function lawByHand({ counts, lanes, points }: People, point: number): number[] {
  let pmf = [1];
  counts.forEach((count, kind) => {
    const p = lanes[kind * points + point]!;
    for (let person = 0; person < count; person += 1) {
      pmf = [...pmf, 0].map((mass, n) => mass * (1 - p) + (pmf[n - 1] ?? 0) * p);
    }
  });
  return pmf;
}

describe('laws of counts', () => {
  test('both kernels give the same bytes', () => {
    fc.assert(
      fc.property(people, (some) => {
        const [slow, quick] = [countLaws(some), fast.countLaws(some)];
        expect([...quick.means]).toEqual([...slow.means]);
        expect([...quick.variances]).toEqual([...slow.variances]);
        expect([...quick.mass]).toEqual([...slow.mass]);
      }),
      { numRuns: 200 },
    );
  });

  test('they are the laws by hand, one person after another, added over the points', () => {
    fc.assert(
      fc.property(people, (some) => {
        const { mass, means } = fast.countLaws(some);
        const byHand = Array.from({ length: mass.length }, () => 0);
        for (let point = 0; point < some.points; point += 1) {
          lawByHand(some, point).forEach((one, n) => (byHand[n]! += one));
          const mean = lawByHand(some, point).reduce((sum, one, n) => sum + n * one, 0);
          expect(means[point]).toBeCloseTo(mean, 9);
        }
        byHand.forEach((one, n) => expect(Math.abs(mass[n]! - one)).toBeLessThan(1e-12 * some.points));
      }),
      { numRuns: 100 },
    );
  });

  test('a point whose variance is above 25 is left to the expansion', () => {
    // 104 people at one half: 104 ÷ 4 = 26 at the first point; at one tenth 9.36 at the second and third.
    const some = { counts: Int32Array.of(104), points: 3, lanes: Float64Array.of(0.5, 0.1, 0.1) };
    for (const kernels of [plain, fast]) {
      const { mass, variances } = kernels.countLaws(some);
      expect([...variances].map((one) => Math.round(one * 100) / 100)).toEqual([26, 9.36, 9.36]);
      expect(mass.reduce((sum, one) => sum + one, 0)).toBeCloseTo(2, 12);
    }
  });
});
