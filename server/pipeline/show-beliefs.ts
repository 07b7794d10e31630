import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { engineVersion } from '../../shared/core/engine-version.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { ParameterUse } from '../../shared/parameters/types.ts';
import { historyFadeOn, priorBeliefsOn } from '../../shared/pipeline/calibration/prior-beliefs.ts';
import { registerToday } from '../../shared/pipeline/calibration/register-as-at.ts';
import type { UpdatedBeliefs } from '../../shared/pipeline/calibration/update-beliefs.ts';
import type { YearBasis } from '../../shared/pipeline/project-years.ts';
import { pastYears, type PastYear } from '../../shared/scenario/past-counts.ts';
import { beliefsAsAt, routesOnRecord } from '../../shared/scenario/remake-forecast.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readParameterSet } from '../parameters/read.ts';
import { readTrust } from '../trust/read.ts';
import { readRecordedRegister } from './read-register.ts';

/** What is believed of every rate at the data cut, how each came about, and the rows it rests on. */
export type ShownBeliefs = UpdatedBeliefs & {
  readonly dataCut: PlainDate;
  /** What history a year older counts for. */
  readonly fade: number;
  readonly uses: readonly ParameterUse[];
  readonly engine: string;
  /** What happened by year before the data cut. */
  readonly history: Readonly<Record<YearBasis, readonly PastYear[]>>;
};

/** The priors updated by what the trust has recorded of how people fared. */
export async function showBeliefs(ctx: TrustContext): Promise<Result<ShownBeliefs>> {
  const read = await withTrust(ctx, async (tx) => {
    const trust = await readTrust(tx, ctx.trustId);
    if (trust === null) return null;
    const [register, set] = [
      await readRecordedRegister(tx, ctx.trustId),
      await readParameterSet(tx, ctx.trustId),
    ];
    return { dataCut: trust.dataCut, register, set };
  });
  if (read === null) return err('not-found', 'There is no such trust.');
  const { dataCut, register, set } = read;
  const fade = historyFadeOn(set, dataCut);
  const facts = registerToday(register, dataCut);
  return ok({
    ...beliefsAsAt(facts, set),
    dataCut,
    fade: fade.value,
    uses: [...priorBeliefsOn(set, dataCut, routesOnRecord(facts)).uses, ...fade.uses],
    engine: engineVersion,
    history: {
      financial: pastYears(register, dataCut, 'financial'),
      academic: pastYears(register, dataCut, 'academic'),
    },
  });
}
