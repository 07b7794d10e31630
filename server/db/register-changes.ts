import { err } from '../../shared/core/result.ts';
import type { ChangedEntity } from './changed-entity.ts';
import type { JsonValue } from './json.ts';
import { newId } from './new-id.ts';
import type { TrustReader, TrustWriter } from './with-trust.ts';

/** What was written, and the id by which it is undone. */
export type Saved = { readonly id: string; readonly version: number; readonly changeId: string };

export const changedElsewhere = err(
  'changed-elsewhere',
  'Somebody changed this after you opened it. Reload to see it as it is now, then make your change.',
);

/** A change that can be undone; `before` is null where the change added the row. */
export type RegisterChange = {
  readonly id: string;
  readonly entity: ChangedEntity;
  readonly entityId: string;
  readonly versionAfter: number;
  readonly before: JsonValue;
};

/** Keeps what a row was before a change. @returns the id by which the change is undone. */
export async function keepChange(
  tx: TrustWriter,
  trustId: string,
  change: Omit<RegisterChange, 'id'>,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('register_change')
    .values({
      trust_id: trustId,
      id,
      entity: change.entity,
      entity_id: change.entityId,
      version_after: change.versionAfter,
      before: change.before === null ? null : JSON.stringify(change.before),
    })
    .execute();
  return id;
}

/** A change that has not been undone; null when there is none with this id. */
export async function readChange(
  tx: TrustReader,
  trustId: string,
  id: string,
): Promise<RegisterChange | null> {
  const row = await tx
    .selectFrom('register_change')
    .selectAll()
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .where('undone', '=', false)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    entity: row.entity,
    entityId: row.entity_id,
    versionAfter: row.version_after,
    before: row.before,
  };
}

export async function markUndone(tx: TrustWriter, trustId: string, id: string): Promise<void> {
  await tx
    .updateTable('register_change')
    .set({ undone: true })
    .where('trust_id', '=', trustId)
    .where('id', '=', id)
    .execute();
}
