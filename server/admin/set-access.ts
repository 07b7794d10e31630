import { z } from 'zod';
import { roles } from '../../shared/access/roles.ts';
import { faultOfMembership, type Membership } from '../../shared/access/scope.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import { changedElsewhere } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext, type TrustReader } from '../db/with-trust.ts';
import { readPersonIds } from '../staff/read.ts';
import { readDivisions, readMembership } from './read.ts';
import { endSessions, lockAdministrators, updateMembership } from './store.ts';

/** What a member may do and see; a learner by the employee number, `null` for the person who is linked already. */
export const setAccessInput = z.strictObject({
  userId: z.uuid(),
  version: z.int().positive(),
  role: z.enum(roles),
  divisions: z.array(z.string().min(1).max(200)).max(100).readonly(),
  employeeNumber: z.string().trim().min(1).max(30).nullable(),
});

type SetAccess = z.output<typeof setAccessInput>;

/**
 * Gives a member of the trust another role, other divisions or another person to be.
 *
 * Nobody changes their own access, so that no administrator loses the own right and the last one stays. Sessions of the
 * person end: what was allowed a moment ago is asked for anew. Refused with `not-found`, `not-allowed`, `bad-input` for
 * an access that cannot be, `changed-elsewhere` when somebody else changed it after the page was drawn.
 */
export async function setAccess(
  ctx: TrustContext,
  input: SetAccess,
): Promise<Result<{ readonly version: number }>> {
  if (input.userId === ctx.userId)
    return err('not-allowed', 'Nobody changes their own access. Ask another administrator of the trust.');
  return withTrustWrite(ctx, 'admin.setAccess', async (tx, audit) => {
    // Two administrators who take the right from each other at one moment: the second finds it gone.
    if (!(await lockAdministrators(tx, ctx.trustId)).includes(ctx.userId))
      return err('not-allowed', 'You are not an administrator of this trust any more.');
    const held = await readMembership(tx, ctx.trustId, input.userId);
    if (held === null) return err('not-found', 'This person does not belong to the trust.');
    const wanted = await wantedOf(tx, ctx.trustId, input, held);
    if (!wanted.ok) return wanted;
    if (!(await updateMembership(tx, ctx.trustId, input, wanted.value))) return changedElsewhere;
    await endSessions(tx, ctx.trustId, input.userId);
    const version = input.version + 1;
    audit({
      entity: 'membership',
      entityId: input.userId,
      versionBefore: input.version,
      versionAfter: version,
      before: { role: held.role, divisions: held.divisions, personId: held.personId },
      after: wanted.value,
    });
    return ok({ version });
  });
}

async function wantedOf(
  tx: TrustReader,
  trustId: string,
  { role, divisions, employeeNumber }: SetAccess,
  held: Membership,
): Promise<Result<Membership>> {
  const known = await readDivisions(tx, trustId);
  const unknown = divisions.find((name) => !known.includes(name));
  if (unknown !== undefined)
    return err('bad-input', 'No team of the trust belongs to this division any more.');
  const personId = await personOf(tx, trustId, role === 'learner' ? employeeNumber : null);
  if (employeeNumber !== null && role === 'learner' && personId === null)
    return err('not-found', 'Nobody in the staff file has this employee number.');
  const kept = role === 'learner' && employeeNumber === null ? held.personId : personId;
  const wanted = { role, divisions: [...new Set(divisions)].sort(), personId: kept };
  const fault = faultOfMembership(wanted);
  return fault === null ? ok(wanted) : err('bad-input', fault);
}

async function personOf(
  tx: TrustReader,
  trustId: string,
  employeeNumber: string | null,
): Promise<string | null> {
  if (employeeNumber === null) return null;
  return (await readPersonIds(tx, trustId, [employeeNumber])).get(employeeNumber) ?? null;
}
