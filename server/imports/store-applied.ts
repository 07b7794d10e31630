import { sql, type RawBuilder } from 'kysely';
import type { TrustReader, TrustWriter } from '../db/with-trust.ts';

/** A record as it stands before an import is applied: its version, and the whole row as JSON text. */
type Standing = { readonly version: number; readonly image: string };

export type SheetTable = 'team' | 'learner';

const images: Readonly<Record<SheetTable, RawBuilder<unknown>>> = {
  // A team is put back with its sources.
  team: sql`to_jsonb(t) || jsonb_build_object('sources', (
    select coalesce(jsonb_agg(to_jsonb(s) order by s.kind, s.code), '[]'::jsonb) from team_source s
    where s.trust_id = t.trust_id and s.team_id = t.id))`,
  learner: sql`to_jsonb(t)`,
};

/** Every team or learner of a trust by id, ended ones included: what `noteSheet` compares with afterwards. */
export async function readStanding(
  tx: TrustReader,
  trustId: string,
  table: SheetTable,
): Promise<ReadonlyMap<string, Standing>> {
  const { rows } = await sql<Standing & { id: string }>`
    select t.id, t.version, (${images[table]})::text as image from ${sql.table(table)} t
    where t.trust_id = ${trustId}`.execute(tx);
  return new Map(rows.map(({ id, version, image }) => [id, { version, image }]));
}

/** Notes every team or learner that applying a batch wrote: its version now, and how it stood before. */
export async function noteSheet(
  tx: TrustWriter,
  trustId: string,
  batchId: string,
  table: SheetTable,
  before: ReadonlyMap<string, Standing>,
): Promise<void> {
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from ${sql.table(table)} where trust_id = ${trustId}`.execute(tx);
  const written = rows.filter(({ id, version }) => before.get(id)?.version !== version);
  const ids = written.map(({ id }) => id);
  const versions = written.map(({ version }) => version);
  const earlier = ids.map((id) => before.get(id)?.image ?? null);
  await sql`
    insert into import_applied (trust_id, batch_id, entity, entity_id, version, earlier)
    select ${trustId}, ${batchId}, ${table}, w.id, w.version, w.earlier::jsonb
    from unnest(${ids}::uuid[], ${versions}::int[], ${earlier}::text[]) as w(id, version, earlier)`.execute(
    tx,
  );
}
