import { sql, type RawBuilder } from 'kysely';
import { newId } from '../db/new-id.ts';
import type { TrustReader, TrustWriter } from '../db/with-trust.ts';
import { columnsOf, heldRows, valuesOf, type Asked, type Register } from './store-register-shape.ts';

/** Rows that one insert takes: their new ids, made here, travel beside them as an array. */
const rowsACall = 25_000;

/** Stages a chunk of a file as it was read. The texts of a row wait in `before` until its outcome is known. */
export async function stageReadRows(
  tx: TrustWriter,
  trustId: string,
  batchId: string,
  rows: string,
): Promise<void> {
  await sql`
    insert into import_row (trust_id, batch_id, position, line, outcome, entity_key, after, before, issues)
    select ${trustId}, ${batchId}, x.position, x.line, x.outcome, x.entity_key, x.after, x.texts, x.issues
    from jsonb_to_recordset(${rows}::jsonb) as x(position int, line int, outcome text, entity_key text,
      after jsonb, texts jsonb, issues jsonb)`.execute(tx);
}

/** A staged row over the one it would change. A column that the file has not says nothing of what is held. */
function merged({ fallbacks }: Register, absent: readonly string[]): RawBuilder<unknown> {
  const base = sql`case when h.row is null then r.after else h.row || (r.after - ${[...absent]}::text[]) end`;
  const filled = Object.entries(fallbacks).map(([key, value]) => {
    const ours = JSON.stringify(value);
    return sql` || jsonb_build_object(${sql.lit(key)},
      coalesce(nullif(r.after -> ${sql.lit(key)}, 'null'), h.row -> ${sql.lit(key)}, ${ours}::jsonb))`;
  });
  return sql`(${base})${sql.join(filled, sql``)}`;
}

/**
 * Compares every accepted row of a batch with what is held: refused, new, changed or unchanged. Rows that say the same
 * of one record (the days of a week) count as the first of them.
 */
export async function placeRows(
  tx: TrustWriter,
  register: Register,
  { trustId, batchId }: Asked,
  absent: readonly string[],
): Promise<void> {
  const messages = Object.entries(register.faults).map(([code, fault]) => [code, { code, ...fault }]);
  await sql`
    update import_row r set
      outcome = case when f.fault is not null then 'rejected' when f.nth > 1 or f.held = f.merged then 'unchanged'
        when f.held is null then 'new' else 'changed' end,
      after = case when f.fault is null then f.merged else jsonb_build_object('texts', f.texts) end,
      before = case when f.fault is null and f.nth = 1 and f.held <> f.merged then f.held end,
      issues = case when f.fault is null then r.issues else jsonb_build_array(
        jsonb_build_object('record', r.position, 'line', r.line, 'refuses', true) ||
        (${JSON.stringify(Object.fromEntries(messages))}::jsonb -> f.fault)) || coalesce(r.issues, '[]') end
    from (
      select r.position, r.before as texts, h.row as held, m.row as merged,
        case when h.row is distinct from m.row then ${register.fault(trustId, batchId)} end as fault,
        row_number() over (partition by r.entity_key order by r.position) as nth
      from import_row r
      left join ${heldRows(register, trustId)} h on h.key = r.entity_key
      cross join lateral (select ${merged(register, absent)} as row) m
      cross join lateral ${valuesOf(register, sql`m.row`)}
      ${register.lookups(trustId)}
      where r.trust_id = ${trustId} and r.batch_id = ${batchId} and r.outcome = 'new'
    ) f
    where r.trust_id = ${trustId} and r.batch_id = ${batchId} and r.position = f.position`.execute(tx);
  await sql`update import_row set before = null
    where trust_id = ${trustId} and batch_id = ${batchId} and outcome = 'rejected'`.execute(tx);
}

/** In force on a day. */
function inForce(day: string): RawBuilder<unknown> {
  return sql`h.held_from <= ${day}::date and (h.held_to is null or h.held_to >= ${day}::date)`;
}

/**
 * Stages a proposed end for whatever is in force and not named in the file. A refused row still names its own, or at
 * least its person. The last day is the day before the file's date, or the first day where that is later.
 */
export async function stageEnding(
  tx: TrustWriter,
  register: Register,
  { trustId, batchId, day }: Asked,
  after: number,
): Promise<void> {
  if (register.span === null) return;
  await sql`
    insert into import_row (trust_id, batch_id, position, outcome, entity_key, before, after)
    select ${trustId}, ${batchId}, ${after}::int + row_number() over (order by h.key), 'leaver', h.key, h.row,
      h.row || jsonb_build_object(${sql.lit(register.span.toKey)}, greatest(h.held_from, ${day}::date - 1))
    from ${heldRows(register, trustId)} h
    left join (select distinct entity_key from import_row
      where trust_id = ${trustId} and batch_id = ${batchId}) named on named.entity_key = h.key
    left join (select distinct entity_key from import_row
      where trust_id = ${trustId} and batch_id = ${batchId} and outcome = 'rejected') person
      on person.entity_key = h.person
    where ${inForce(day)} and named.entity_key is null and person.entity_key is null`.execute(tx);
}

/** How many are held now (in force on the day, where they end at all), and how many would be. */
export async function countHeldRows(
  tx: TrustReader,
  register: Register,
  { trustId, batchId, day }: Asked,
): Promise<{ readonly before: number; readonly after: number }> {
  const { span } = register;
  const counts = span === null ? sql`true` : inForce(day);
  const lasts = (json: string): RawBuilder<unknown> =>
    span === null ? sql`true` : sql`coalesce(${sql.ref(json)} ->> ${sql.lit(span.toKey)}, '9999') >= ${day}`;
  const { rows } = await sql<{ before: number; gained: number; lost: number }>`
    select (select count(*) from ${heldRows(register, trustId)} h where ${counts}) as before,
      count(*) filter (where ${lasts('after')} and (before is null or not (${lasts('before')}))) as gained,
      count(*) filter (where before is not null and ${lasts('before')} and not (${lasts('after')})) as lost
    from import_row where trust_id = ${trustId} and batch_id = ${batchId}
      and outcome in ('new', 'changed', 'leaver')`.execute(tx);
  const { before = 0, gained = 0, lost = 0 } = rows[0] ?? {};
  return { before, after: before + gained - lost };
}

/** The rows of a batch that change something held, as `r` beside it as `h`. */
function replaced(register: Register, { trustId, batchId }: Asked): RawBuilder<unknown> {
  return sql`import_row r join ${heldRows(register, trustId)} h on h.key = r.entity_key
    and r.trust_id = ${trustId} and r.batch_id = ${batchId} and r.outcome in ('changed', 'leaver')`;
}

/** Whether everything a batch would change is held as its preview shows it. */
export async function isAsPreviewed(tx: TrustReader, register: Register, asked: Asked): Promise<boolean> {
  const { trustId, batchId } = asked;
  const { rows } = await sql<{ moved: number }>`
    select count(*) filter (where h.row is distinct from r.before) as moved
    from import_row r left join ${heldRows(register, trustId)} h on h.key = r.entity_key
    where r.trust_id = ${trustId} and r.batch_id = ${batchId}
      and r.outcome in ('new', 'changed', 'leaver')`.execute(tx);
  return rows[0]?.moved === 0;
}

/** Changes what a batch changes or ends, and notes how it stood before. @returns how many. */
export async function updateRows(tx: TrustWriter, register: Register, asked: Asked): Promise<number> {
  const { trustId, batchId } = asked;
  const table = sql.table(register.table);
  const columns = columnsOf(register);
  await sql`
    insert into import_applied (trust_id, batch_id, entity, entity_id, version, earlier)
    select ${trustId}::uuid, ${batchId}::uuid, ${register.table}, t.id, t.version + 1, to_jsonb(t)
    from ${replaced(register, asked)} join ${table} t on t.trust_id = ${trustId} and t.id = h.id`.execute(tx);
  const { numAffectedRows } = await sql`
    update ${table} t set ${sql.join(columns.map(([name]) => sql`${sql.ref(name)} = w.${sql.ref(name)}`))},
      version = t.version + 1
    from (select h.id, ${sql.join(columns.map(([name, from]) => sql`${from} as ${sql.ref(name)}`))}
      from ${replaced(register, asked)}
      cross join lateral ${valuesOf(register, sql`r.after`)} ${register.lookups(trustId)}) w
    where t.trust_id = ${trustId} and t.id = w.id`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** Adds what a batch adds, and notes it. @returns how many. */
export async function insertRows(tx: TrustWriter, register: Register, asked: Asked): Promise<number> {
  const { trustId, batchId } = asked;
  const columns = columnsOf(register);
  const { rows } = await sql<{ position: number }>`
    select position from import_row
    where trust_id = ${trustId} and batch_id = ${batchId} and outcome = 'new' order by position`.execute(tx);
  let inserted = 0;
  for (let from = 0; from < rows.length; from += rowsACall) {
    const positions = rows.slice(from, from + rowsACall).map((row) => row.position);
    const { numAffectedRows } = await sql`
      with made as (insert into ${sql.table(register.table)}
        (trust_id, id, ${sql.join(columns.map(([name]) => sql.ref(name)))})
      select ${trustId}::uuid, i.id, ${sql.join(columns.map(([, value]) => value))}
      from unnest(${positions}::int[], ${positions.map(newId)}::uuid[]) as i(position, id)
      join import_row r on r.trust_id = ${trustId} and r.batch_id = ${batchId} and r.position = i.position
      cross join lateral ${valuesOf(register, sql`r.after`)} ${register.lookups(trustId)}
      returning id, version)
      insert into import_applied (trust_id, batch_id, entity, entity_id, version)
      select ${trustId}::uuid, ${batchId}::uuid, ${register.table}, made.id, made.version from made`.execute(
      tx,
    );
    inserted += Number(numAffectedRows ?? 0n);
  }
  return inserted;
}
