import { can } from '../../shared/access/rights.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import type { KeptRow } from '../../shared/programmes/catalogue-rows.ts';
import { isUniversity, type University } from '../../shared/programmes/universities.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readLearners } from '../learners/read.ts';
import { readPeople } from '../staff/read.ts';
import { readTrust } from '../trust/read.ts';
import { heldByRegisters, type HeldByRegister } from './held-by-registers.ts';
import { readRolesOf } from './read-roles.ts';
import { readRows } from './read.ts';

export type ShownPerson = {
  readonly personId: string;
  readonly name: string;
  readonly registrationBody: string | null;
  /** For the person's own eyes and for those who keep the record; `null` for others, and where it is not known. */
  readonly registrationNumber: string | null;
  readonly held: readonly KeptRow<'person-credential'>[];
  /** What the learner register and the delegation logs say besides: framework awards, and roles on studies. */
  readonly byRegisters: readonly HeldByRegister[];
  /** Specialties of the studies the person is or was on; empty is not known. */
  readonly specialties: readonly string[];
  /** Where the person studies or studied with the framework. */
  readonly universities: readonly University[];
  /** The trust's own contacts. */
  readonly contacts: readonly KeptRow<'network-contact'>[];
  /** The trust's own credentials, to choose from. */
  readonly credentials: readonly KeptRow<'own-credential'>[];
};

/** What one person holds, with expiry, and the networks and contacts of their courses. */
export async function showPerson(
  ctx: TrustContext,
  { personId }: { readonly personId: string },
): Promise<Result<ShownPerson>> {
  const { trustId } = ctx;
  return withTrust(ctx, async (tx) => {
    const person = (await readPeople(tx, trustId, [personId])).get(personId);
    if (person === undefined) return err('not-found', 'There is nobody with this id in the staff.');
    const learners = (await readLearners(tx, trustId)).filter((learner) => learner.personId === personId);
    const held = (await readRows(tx, trustId, 'person-credential')).filter(
      (row) => row.personId === personId,
    );
    const roles = await readRolesOf(tx, trustId, personId);
    const trust = (await readTrust(tx, trustId))?.name ?? '';
    const { name, registrationBody } = person;
    const mayExport = ctx.scope.kind === 'person' || can(ctx.role, 'catalogue.save');
    const registrationNumber = mayExport ? person.registrationNumber : null;
    return ok({
      ...{ personId, name, registrationBody, registrationNumber },
      held,
      byRegisters: heldByRegisters({ id: personId, learners, roles, held }, trust, ctx.today()),
      specialties: [...new Set(roles.flatMap(({ specialty }) => specialty ?? []))].sort(),
      universities: [...new Set(learners.map(({ university }) => university))].filter(isUniversity),
      contacts: await readRows(tx, trustId, 'network-contact'),
      credentials: await readRows(tx, trustId, 'own-credential'),
    });
  });
}
