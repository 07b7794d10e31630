import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { engineVersion } from '../../shared/core/engine-version.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { BackTest } from '../../shared/pipeline/calibration/back-test.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readParameterSet } from '../parameters/read.ts';
import { readTrust } from '../trust/read.ts';
import { backTestInWorker } from './back-test-in-worker.ts';
import { readRecordedRegister } from './read-register.ts';

export type ShownBackTest = {
  readonly backTest: BackTest;
  readonly dataCut: PlainDate;
  readonly engine: string;
};

/** Forecasts made again as at each past September, against what happened by the data cut. */
export async function showBackTest(ctx: TrustContext): Promise<Result<ShownBackTest>> {
  const read = await withTrust(ctx, async (tx) => {
    const trust = await readTrust(tx, ctx.trustId);
    if (trust === null) return null;
    const [register, set] = [
      await readRecordedRegister(tx, ctx.trustId),
      await readParameterSet(tx, ctx.trustId),
    ];
    return { register, set, today: trust.dataCut };
  });
  if (read === null) return err('not-found', 'There is no such trust.');
  // The snapshot is over before the thread starts: no connection waits for the arithmetic.
  return ok({ backTest: await backTestInWorker(read), dataCut: read.today, engine: engineVersion });
}
