import type { Beliefs } from '../../shared/pipeline/beliefs.ts';
import { registerToday } from '../../shared/pipeline/calibration/register-as-at.ts';
import { beliefsAsAt } from '../../shared/scenario/remake-forecast.ts';
import type { TrustReader } from '../db/with-trust.ts';
import type { Plan } from '../scenario/read.ts';
import { readRecordedRegister } from './read-register.ts';

/** What is believed of every rate at the data cut of a plan: the same as the projection page forecasts with. */
export async function readBeliefs(
  tx: TrustReader,
  trustId: string,
  { trust, parameters }: Plan,
): Promise<Beliefs> {
  const register = await readRecordedRegister(tx, trustId);
  return beliefsAsAt(registerToday(register, trust.dataCut), parameters).beliefs;
}
