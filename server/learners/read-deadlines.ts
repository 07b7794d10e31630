import type { Deadline } from '../../shared/learners/deadline.ts';
import { deadlinesOf } from '../../shared/learners/deadlines.ts';
import { trainingValidityOn } from '../../shared/learners/readiness.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { TrustReader } from '../db/with-trust.ts';
import { readRounds } from '../funding/read.ts';
import { readPlan } from '../scenario/read.ts';
import { readSupervisors } from '../supervisors/read.ts';
import { readLearnerDates } from './read-dates.ts';
import { isOpen } from './shown-movers.ts';
import { readAgreements, readReadiness } from './read-history.ts';

/** Every day by which somebody has to act, by ids alone; `null` when there is no such trust. */
export async function readDeadlines(
  tx: TrustReader,
  trustId: string,
  today: PlainDate,
): Promise<readonly Deadline[] | null> {
  const plan = await readPlan(tx, trustId, 'trust');
  if (plan === null) return null;
  return deadlinesOf({
    learners: plan.learners,
    agreements: await readAgreements(tx, trustId),
    readiness: await readReadiness(tx, trustId),
    trainingMonths: trainingValidityOn(today, plan.parameters).months,
    supervisors: await readSupervisors(tx, trustId),
    dates: await readLearnerDates(tx, trustId),
    openMoves: plan.movers.filter(({ decision }) => isOpen(decision)),
    bursaryCloses: new Map(
      (await readRounds(tx, trustId)).flatMap(({ academicYear, closesOn }) =>
        closesOn === null ? [] : [[academicYear, closesOn]],
      ),
    ),
    today,
  });
}
