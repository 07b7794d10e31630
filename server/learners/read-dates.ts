import type { LearnerDate } from '../../shared/learners/learner-date.ts';
import type { TrustReader } from '../db/with-trust.ts';

/** Every day a learner has to keep, or kept, in order. */
export async function readLearnerDates(tx: TrustReader, trustId: string): Promise<readonly LearnerDate[]> {
  return tx
    .selectFrom('learner_date')
    .select([
      'id',
      'learner_id as learnerId',
      'kind',
      'due_on as dueOn',
      'done_on as doneOn',
      'note',
      'version',
    ])
    .where('trust_id', '=', trustId)
    .orderBy('due_on')
    .orderBy('id')
    .execute();
}
