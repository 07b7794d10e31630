import { err, ok, type Result } from '../../shared/core/result.ts';
import { faultsOfRow, type SaveRow } from '../../shared/programmes/catalogue-rows.ts';
import { newId } from '../db/new-id.ts';
import { changedElsewhere, keepChange, type Saved } from '../db/register-changes.ts';
import { withTrustWrite, type TrustContext, type TrustWriter } from '../db/with-trust.ts';
import { readPeople } from '../staff/read.ts';
import { noteOf } from './note-of.ts';
import { readRows } from './read.ts';
import { standsElsewhere } from './same-row.ts';
import { insertRow, updateRow } from './store.ts';

const taken = err('already-applied', 'The catalogue holds this already. Change that row.');

/**
 * Adds a row of the trust to the catalogue, or changes one: weeks, module, fee, contact, credential, or what somebody
 * holds.
 *
 * Refused with `bad-input` when it cannot be true, `already-applied` when another row says the same, `not-found`, and
 * `changed-elsewhere` when somebody changed it after the page was drawn.
 */
export async function saveRow(ctx: TrustContext, input: SaveRow): Promise<Result<Saved>> {
  const [fault] = faultsOfRow(input);
  if (fault !== undefined) return err('bad-input', fault);
  return withTrustWrite(ctx, 'catalogue.save', async (tx, audit) => {
    const saved = await store(tx, ctx.trustId, input);
    if (saved.ok) {
      const { id: entityId, version: versionAfter } = saved.value;
      const versions = {
        ...(input.known === null ? {} : { versionBefore: input.known.version }),
        versionAfter,
      };
      audit({ entity: input.kind, entityId, ...versions, after: noteOf(input.fields) });
    }
    return saved;
  });
}

async function store(tx: TrustWriter, trustId: string, input: SaveRow): Promise<Result<Saved>> {
  const { kind, known, fields } = input;
  if (
    kind === 'person-credential' &&
    !(await readPeople(tx, trustId, [fields.personId])).has(fields.personId)
  )
    return err('not-found', 'There is nobody with this id in the staff.');
  if (known === null) {
    const id = newId();
    if (!(await insertRow(tx, trustId, kind, { id, version: 1 }, fields))) return taken;
    const added = { entity: kind, entityId: id, versionAfter: 1, before: null } as const;
    return ok({ id, version: 1, changeId: await keepChange(tx, trustId, added) });
  }
  const found = (await readRows(tx, trustId, kind)).find(({ id }) => id === known.id);
  if (found === undefined) return err('not-found', 'This row is not in the catalogue any more.');
  const { id, version: versionBefore, ...before } = found;
  if ('personId' in before && 'personId' in fields && before.personId !== fields.personId)
    return err('bad-input', 'What somebody holds stays with the person. Add it to the other one.');
  if (await standsElsewhere(tx, trustId, kind, id, fields)) return taken;
  if (!(await updateRow(tx, trustId, kind, known, fields))) return changedElsewhere;
  const version = versionBefore + 1;
  const change = { entity: kind, entityId: id, versionAfter: version, before } as const;
  return ok({ id, version, changeId: await keepChange(tx, trustId, change) });
}
