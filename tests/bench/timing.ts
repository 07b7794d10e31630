/** One line of the bench: the ratio is how many times faster than the baseline, in the same run. */
export type BenchRow = {
  readonly name: string;
  readonly median_ms: number;
  readonly baseline: string | null;
  readonly baseline_ms: number | null;
  readonly ratio: number | null;
};

export function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}

export function medianMs(run: () => unknown, times: number): number {
  const taken = Array.from({ length: times }, () => {
    const from = performance.now();
    run();
    return performance.now() - from;
  });
  return median(taken);
}

export async function medianMsOf(run: () => Promise<unknown>, times: number): Promise<number> {
  const taken: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const from = performance.now();
    await run();
    taken.push(performance.now() - from);
  }
  return median(taken);
}

export function row(
  name: string,
  ms: number,
  baseline: string | null = null,
  baselineMs: number | null = null,
): BenchRow {
  return {
    name,
    median_ms: rounded(ms),
    baseline,
    baseline_ms: baselineMs === null ? null : rounded(baselineMs),
    ratio: baselineMs === null ? null : Math.round((100 * baselineMs) / ms) / 100,
  };
}
