import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { faultsOfEntry } from '../../shared/research/check-entry.ts';
import { delegationRoles } from '../../shared/research/delegation.ts';
import { mayBePi } from '../../shared/research/who-may-be-pi.ts';
import { newId } from '../db/new-id.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { readPeople, readPersonIds } from '../staff/read.ts';
import { keepChange, type Saved } from '../db/register-changes.ts';
import { readDelegationEntries, readStudies } from './read.ts';
import { lockStudy } from './store-study.ts';
import { insertDelegationEntries } from './store.ts';

const day = z.custom<PlainDate>(isPlainDate, 'not a day of the calendar');

export const addEntryInput = z.strictObject({
  studyId: z.uuid(),
  employeeNumber: z
    .string()
    .trim()
    .regex(/^[0-9]{6,10}$/),
  role: z.enum(delegationRoles),
  startedOn: day,
  endedOn: day.nullable(),
  source: z.string().trim().min(1).max(200),
});

type AddEntry = z.output<typeof addEntryInput>;

/** `warning` where the person may not be Principal Investigator by the rule of the day, or nobody can say. */
export type AddedEntry = Saved & { readonly warning: string | null };

/**
 * Adds somebody to the delegation log of a study.
 *
 * Refused with `not-found` for a study or an employee number that is not there, `bad-input` when the days do not fit
 * the study or the role is held already.
 */
export async function addEntry(ctx: TrustContext, input: AddEntry): Promise<Result<AddedEntry>> {
  return withTrustWrite(ctx, 'research.addEntry', async (tx, audit) => {
    await lockStudy(tx, ctx.trustId, input.studyId);
    const added = await store(tx, ctx.trustId, input);
    if (added.ok) {
      const { studyId, role, startedOn, endedOn } = input;
      const warned = added.value.warning !== null;
      audit({
        entity: 'delegation-entry',
        entityId: added.value.id,
        versionAfter: 1,
        after: { studyId, role, startedOn, endedOn, warned },
      });
    }
    return added;
  });
}

async function store(tx: TrustWriter, trustId: string, input: AddEntry): Promise<Result<AddedEntry>> {
  const { studyId, employeeNumber, ...span } = input;
  const study = (await readStudies(tx, trustId)).find(({ id }) => id === studyId);
  if (study === undefined)
    return err('not-found', 'This study is not in the register. It may have been removed.');
  const personId = (await readPersonIds(tx, trustId, [employeeNumber])).get(employeeNumber);
  if (personId === undefined) {
    return err('not-found', 'Nobody in the staff of this trust has this employee number. Check the number.');
  }
  const log = (await readDelegationEntries(tx, trustId)).filter((entry) => entry.studyId === studyId);
  const [fault] = faultsOfEntry({ ...span, personId }, study, log);
  if (fault !== undefined) return err('bad-input', fault);
  const id = newId();
  await insertDelegationEntries(tx, trustId, [{ ...span, id, studyId, personId }]);
  const change = { entity: 'delegation-entry', entityId: id, versionAfter: 1, before: null } as const;
  const changeId = await keepChange(tx, trustId, change);
  const registration = (await readPeople(tx, trustId, [personId])).get(personId)?.registrationBody ?? null;
  const answer = mayBePi(study.studyType, registration, span.startedOn);
  const warning = span.role === 'pi' && answer.kind !== 'allowed' ? answer.why : null;
  return ok({ id, version: 1, changeId, warning });
}
