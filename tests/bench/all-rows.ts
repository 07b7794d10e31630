import { forecastRows } from './forecast-rows.ts';
import { otherRows } from './other-rows.ts';
import type { BenchRow } from './timing.ts';

/** Every line of `npm run bench`. Machines drift: ratios within a run are what counts. */
export async function allRows(coldWorker: URL, modelProgram: string): Promise<BenchRow[]> {
  // What the forecasts leave in memory would be swept up in the others' time.
  const others = await otherRows(modelProgram);
  return [...(await forecastRows(coldWorker)), ...others];
}
