import { sql, type RawBuilder } from 'kysely';
import { newId } from '../db/new-id.ts';
import type { TrustReader, TrustWriter } from '../db/with-trust.ts';

/** Tables whose rows an import changes in place, raising their version. */
export type VersionedTable =
  | 'person'
  | 'team'
  | 'learner'
  | 'supervisor'
  | 'study'
  | 'delegation_entry'
  | 'hours_taken'
  | 'bank_shift'
  | 'ledger_line';

const rowsACall = 25_000;

/** The notes of a batch, as `a`, that are not to be kept. */
function going(trustId: string, batchId: string, entity: string): RawBuilder<unknown> {
  return sql`a.trust_id = ${trustId} and a.batch_id = ${batchId} and a.entity = ${entity} and a.kept is null`;
}

type Reference = { readonly relname: string; readonly attname: string };

/**
 * "Some row of another table refers to `id`", for every foreign key that the database knows of, so that a table added
 * later is never forgotten.
 */
async function referredTo(
  tx: TrustReader,
  trustId: string,
  table: string,
  id: RawBuilder<unknown>,
  but: readonly string[],
): Promise<RawBuilder<unknown>> {
  const { rows } = await sql<Reference>`
    select c.relname, own.attname from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    cross join unnest(k.conkey, k.confkey) as pair(own, other)
    join pg_attribute own on own.attrelid = k.conrelid and own.attnum = pair.own
    join pg_attribute other on other.attrelid = k.confrelid and other.attnum = pair.other
    where k.contype = 'f' and k.confrelid = ${table}::regclass and other.attname = 'id' and c.relname <> all(${[...but]})
    order by 1, 2`.execute(tx);
  const one = ({ relname, attname }: Reference): RawBuilder<unknown> =>
    sql`exists (select from ${sql.table(relname)} x where x.trust_id = ${trustId} and x.${sql.ref(attname)} = ${id})`;
  return rows.length === 0 ? sql`false` : sql.join(rows.map(one), sql` or `);
}

/** Marks the rows of a versioned table that are not as the batch wrote them; they are kept. */
export async function keepEdited(
  tx: TrustWriter,
  trustId: string,
  batchId: string,
  table: VersionedTable,
): Promise<void> {
  await sql`
    update import_applied a set kept = 'edited' where ${going(trustId, batchId, table)} and not exists (
      select from ${sql.table(table)} t where t.trust_id = ${trustId} and t.id = a.entity_id
      and t.version = a.version)`.execute(tx);
}

/** Marks assignments of which a later version is held. */
export async function keepEditedAssignments(
  tx: TrustWriter,
  trustId: string,
  batchId: string,
): Promise<void> {
  await sql`
    update import_applied a set kept = 'edited' where ${going(trustId, batchId, 'assignment')} and not exists (
      select from assignment t where t.trust_id = ${trustId} and t.id = a.entity_id
      and t.superseded_at is null)`.execute(tx);
}

/** Marks rows the batch made to which something else refers by now. */
export async function keepReferredTo(
  tx: TrustWriter,
  trustId: string,
  batchId: string,
  table: VersionedTable | 'assignment',
  but: readonly string[],
): Promise<void> {
  const referred = await referredTo(tx, trustId, table, sql`a.entity_id`, but);
  await sql`
    update import_applied a set kept = 'in-use' where ${going(trustId, batchId, table)} and a.earlier is null
      and a.earlier_id is null and (${referred})`.execute(tx);
}

/**
 * A person the batch made stays when an assignment stays, and their assignments stay with them: nobody is left without
 * the post that a learner's team is found by. Versions that are closed and referred to by nothing go with their person.
 */
export async function keepTogether(tx: TrustWriter, trustId: string, batchId: string): Promise<void> {
  const referred = await referredTo(tx, trustId, 'assignment', sql`s.id`, []);
  await sql`
    update import_applied a set kept = 'in-use' where ${going(trustId, batchId, 'person')} and a.earlier is null
      and exists (select from assignment s
        left join import_applied own on own.trust_id = ${trustId} and own.batch_id = ${batchId}
          and own.entity = 'assignment' and own.entity_id = s.id and own.kept is null
        where s.trust_id = ${trustId} and s.person_id = a.entity_id
          and ((s.superseded_at is null and own.entity_id is null) or ${referred}))`.execute(tx);
  await sql`
    update import_applied a set kept = 'in-use' where ${going(trustId, batchId, 'assignment')}
      and a.earlier_id is null
      and exists (select from assignment s
        join import_applied p on p.trust_id = ${trustId} and p.batch_id = ${batchId} and p.entity = 'person'
          and p.earlier is null and p.kept is not null and p.entity_id = s.person_id
        where s.trust_id = ${trustId} and s.id = a.entity_id)`.execute(tx);
}

/** Marks ended teams whose name another team has by now. */
export async function keepRenamed(tx: TrustWriter, trustId: string, batchId: string): Promise<void> {
  await sql`
    update import_applied a set kept = 'in-use' where ${going(trustId, batchId, 'team')}
      and a.earlier ->> 'ended_at' is null and exists (
        select from team t where t.trust_id = ${trustId} and t.ended_at is null and t.id <> a.entity_id
        and lower(t.name) = lower(a.earlier ->> 'name'))`.execute(tx);
}

/** Deletes the rows of a table that the batch made. */
export async function deleteMade(
  tx: TrustWriter,
  trustId: string,
  batchId: string,
  table: VersionedTable,
): Promise<void> {
  await sql`
    delete from ${sql.table(table)} t using import_applied a
    where ${going(trustId, batchId, table)} and a.earlier is null
      and t.trust_id = ${trustId} and t.id = a.entity_id`.execute(tx);
}

/** Deletes the assignments of the people who go: they were never theirs. */
export async function deleteAssignmentsOfMade(
  tx: TrustWriter,
  trustId: string,
  batchId: string,
): Promise<void> {
  await sql`
    delete from assignment t using import_applied a
    where ${going(trustId, batchId, 'person')} and a.earlier is null
      and t.trust_id = ${trustId} and t.person_id = a.entity_id`.execute(tx);
}

/** Replaces the sources of the teams put back by those they had; those of teams that go are deleted. */
export async function putBackSources(tx: TrustWriter, trustId: string, batchId: string): Promise<void> {
  await sql`
    delete from team_source t using import_applied a
    where ${going(trustId, batchId, 'team')} and t.trust_id = ${trustId} and t.team_id = a.entity_id`.execute(
    tx,
  );
  await sql`
    insert into team_source select s.* from import_applied a
    cross join jsonb_populate_recordset(null::team_source, a.earlier -> 'sources') s
    where ${going(trustId, batchId, 'team')} and a.earlier is not null`.execute(tx);
}

/**
 * Puts rows back as they stood before the batch, every column but the version, which counts on. Notes of earlier
 * batches about the same state of the row then name the new version, so that they can be undone after this one.
 */
export async function putBackRows(
  tx: TrustWriter,
  trustId: string,
  batchId: string,
  table: VersionedTable,
): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
      and attgenerated = '' and attname not in ('trust_id', 'id', 'version') order by attnum`.execute(tx);
  const columns = rows.map(({ name }) => sql`${sql.ref(name)} = r.${sql.ref(name)}`);
  // A column that is newer than the note keeps what it holds: `t` fills what the note does not name.
  await sql`
    update ${sql.table(table)} u set ${sql.join(columns)}, version = u.version + 1
    from import_applied a join ${sql.table(table)} t on t.trust_id = ${trustId} and t.id = a.entity_id
    cross join lateral jsonb_populate_record(t, a.earlier) r
    where ${going(trustId, batchId, table)} and a.earlier is not null
      and u.trust_id = ${trustId} and u.id = a.entity_id`.execute(tx);
  await sql`
    update import_applied e set version = a.version + 1 from import_applied a
    where ${going(trustId, batchId, table)} and a.earlier is not null
      and e.trust_id = ${trustId} and e.entity = a.entity and e.entity_id = a.entity_id
      and e.batch_id <> a.batch_id and e.version = (a.earlier ->> 'version')::int`.execute(tx);
}

/**
 * Closes the versions that the batch added. They were valid on no day: each ends where it began. @returns nothing; what
 * was there before is added again by `addEarlierAssignments`.
 */
export async function closeWritten(
  tx: TrustWriter,
  trustId: string,
  batchId: string,
  now: Date,
): Promise<void> {
  await sql`
    update assignment t set superseded_at = ${now}, valid_to = t.valid_from from import_applied a
    where ${going(trustId, batchId, 'assignment')} and t.trust_id = ${trustId} and t.id = a.entity_id`.execute(
    tx,
  );
}

/** Adds the versions that the batch closed again, as new versions: current ones have no end. */
export async function addEarlierAssignments(
  tx: TrustWriter,
  trustId: string,
  batchId: string,
  now: Date,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select a.earlier_id as id from import_applied a
    where ${going(trustId, batchId, 'assignment')} and a.earlier_id is not null`.execute(tx);
  const columns = await assignmentColumns(tx);
  for (let from = 0; from < rows.length; from += rowsACall) {
    const earlier = rows.slice(from, from + rowsACall).map(({ id }) => id);
    const again = earlier.map(newId);
    await sql`
      insert into assignment (trust_id, id, recorded_at, ${sql.join(columns)})
      select t.trust_id, i.again, ${now}, ${sql.join(columns)}
      from unnest(${earlier}::uuid[], ${again}::uuid[]) as i(earlier, again)
      join assignment t on t.trust_id = ${trustId} and t.id = i.earlier`.execute(tx);
    await sql`
      update import_applied e set entity_id = i.again
      from unnest(${earlier}::uuid[], ${again}::uuid[]) as i(earlier, again)
      where e.trust_id = ${trustId} and e.entity = 'assignment' and e.entity_id = i.earlier`.execute(tx);
  }
}

/** What a version of an assignment says, without its id and its place in time. */
async function assignmentColumns(tx: TrustReader): Promise<readonly RawBuilder<unknown>[]> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute where attrelid = 'assignment'::regclass and attnum > 0
      and not attisdropped and attgenerated = ''
      and attname not in ('trust_id', 'id', 'recorded_at', 'superseded_at', 'valid_to') order by attnum`.execute(
    tx,
  );
  return rows.map(({ name }) => sql.ref(name));
}
