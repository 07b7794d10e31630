import type { Month } from '../../shared/calendar/month.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { Stage } from '../../shared/programmes/stages.ts';
import type { University } from '../../shared/programmes/universities.ts';
import { newId } from '../db/new-id.ts';
import { withTrustWrite, type TrustContext } from '../db/with-trust.ts';
import { readPersonIds } from '../staff/read.ts';
import type { Moved } from './move-learner.ts';
import { readLearners } from './read.ts';
import { insertInterested } from './store.ts';

export type AddInput = {
  readonly employeeNumber: string;
  readonly university: University;
  readonly stage: Stage;
  readonly intakeMonth: Month;
  readonly on: PlainDate;
};

/**
 * Puts somebody of the staff file on the register of interest for a stage and intake.
 *
 * Refused with `not-found` for a number that is not in the staff file, `already-applied` when the person is on the
 * register for this stage and did not withdraw, `bad-input` for a day to come.
 */
export async function addLearner(ctx: TrustContext, input: AddInput): Promise<Result<Moved>> {
  if (input.on > ctx.today()) return err('bad-input', 'The day of interest has not come yet.');
  return withTrustWrite(ctx, 'learners.add', async (tx, audit): Promise<Result<Moved>> => {
    const personId = (await readPersonIds(tx, ctx.trustId, [input.employeeNumber])).get(input.employeeNumber);
    if (personId === undefined)
      return err(
        'not-found',
        'Nobody in the staff file has this employee number. Import the staff file first.',
      );
    const held = (await readLearners(tx, ctx.trustId)).some(
      (row) => row.personId === personId && row.stage === input.stage && row.status !== 'withdrawn',
    );
    const { university, stage, intakeMonth } = input;
    const added = { id: newId(), personId, university, stage, intakeMonth, interestedOn: input.on };
    if (held || !(await insertInterested(tx, ctx.trustId, added)))
      return err('already-applied', 'This person is on the register for this stage already.');
    audit({
      entity: 'learner',
      entityId: added.id,
      versionAfter: 1,
      after: { status: 'interested', university, stage, intakeMonth, on: input.on },
    });
    return ok({ learnerId: added.id, version: 1 });
  });
}
