import type { HoursTaken } from '../../shared/learners/hours-taken.ts';
import type { TrustReader } from '../db/with-trust.ts';

function hoursOf(tx: TrustReader, trustId: string) {
  return tx
    .selectFrom('hours_taken')
    .select(['id', 'learner_id as learnerId', 'week', 'minutes', 'source', 'version'])
    .where('trust_id', '=', trustId)
    .orderBy('week');
}

/** Every recorded week of every learner, by learner, in order. */
export async function readHoursTaken(
  tx: TrustReader,
  trustId: string,
): Promise<ReadonlyMap<string, readonly HoursTaken[]>> {
  const byLearner = new Map<string, HoursTaken[]>();
  for (const hours of await hoursOf(tx, trustId).execute()) {
    const own = byLearner.get(hours.learnerId);
    if (own === undefined) byLearner.set(hours.learnerId, [hours]);
    else own.push(hours);
  }
  return byLearner;
}

/** The recorded weeks of one learner, in order. */
export async function readHoursOfLearner(
  tx: TrustReader,
  trustId: string,
  learnerId: string,
): Promise<readonly HoursTaken[]> {
  return hoursOf(tx, trustId).where('learner_id', '=', learnerId).execute();
}
