import { sql, type RawBuilder } from 'kysely';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { TrustWriter } from '../db/with-trust.ts';
import { newId } from '../db/new-id.ts';

/** Rows that one insert takes: their new ids, made here, travel beside them as an array. */
const rowsACall = 25_000;

/** A current assignment with its person in the shape of a checked row, so that `jsonb` equality finds what changed. */
const heldRow = sql`jsonb_build_object(
  'employeeNumber', p.employee_number, 'assignmentNumber', a.assignment_number,
  'lastName', p.last_name, 'firstName', p.first_name, 'staffGroup', a.staff_group, 'jobRole', a.job_role,
  'payScale', a.pay_scale, 'gradeStep', a.grade_step, 'fteE5', a.fte_e5,
  'contractedHoursX100', a.contracted_hours_x100,
  'orgL4', a.org_l4, 'orgL5', a.org_l5, 'orgL6', a.org_l6, 'orgL7', a.org_l7, 'costCentre', a.cost_centre,
  'startDate', to_char(a.start_date, 'YYYY-MM-DD'), 'leavingDate', to_char(a.leaving_date, 'YYYY-MM-DD'),
  'status', a.status, 'category', a.category, 'registrationBody', p.registration_body,
  'registrationNumber', p.registration_number, 'ageBand', p.age_band,
  'fixedTermEnd', to_char(a.fixed_term_end, 'YYYY-MM-DD'),
  'incrementDate', to_char(a.increment_date, 'YYYY-MM-DD'))`;

function held(trustId: string): RawBuilder<unknown> {
  return sql`assignment a join person p on p.trust_id = a.trust_id and p.id = a.person_id
    where a.trust_id = ${trustId} and a.superseded_at is null`;
}

/**
 * Stages a chunk of a staff file, each row beside the assignment it would change. The `limit` keeps PostgreSQL from
 * joining every assignment of the trust to each chunk: one look into the index a row is enough.
 */
export async function stageStaffRows(
  tx: TrustWriter,
  trustId: string,
  batchId: string,
  rows: string,
): Promise<void> {
  await sql`
    insert into import_row (trust_id, batch_id, position, line, outcome, entity_key, after, before, issues)
    select ${trustId}, ${batchId}, x.position, x.line,
      case when x.outcome = 'rejected' then 'rejected' when h.held is null then 'new'
        when h.held = x.after then 'unchanged' else 'changed' end,
      x.entity_key, x.after, case when h.held = x.after then null else h.held end, x.issues
    from jsonb_to_recordset(${rows}::jsonb)
      as x(position int, line int, outcome text, entity_key text, after jsonb, issues jsonb)
    left join lateral (
      select ${heldRow} as held from ${held(trustId)} and a.assignment_number = x.entity_key
      and x.outcome <> 'rejected' limit 1
    ) h on true`.execute(tx);
}

/**
 * Stages a proposed leaver for each assignment in post that the file does not name. A row that was refused still names
 * its assignment, or at least its person. The last day in post is the day before the file's date: on that date they
 * were gone.
 */
export async function stageStaffLeavers(
  tx: TrustWriter,
  trustId: string,
  batchId: string,
  day: PlainDate,
  after: number,
): Promise<void> {
  await sql`
    insert into import_row (trust_id, batch_id, position, outcome, entity_key, before, after)
    select ${trustId}, ${batchId}, ${after}::int + row_number() over (order by h.assignment_number), 'leaver',
      h.assignment_number, h.held,
      h.held || jsonb_build_object('leavingDate', to_char(greatest(h.start_date, ${day}::date - 1), 'YYYY-MM-DD'))
    from (
      select a.assignment_number, p.employee_number, a.start_date, ${heldRow} as held
      from ${held(trustId)} and (a.leaving_date is null or a.leaving_date >= ${day}::date)
    ) h
    left join import_row named on named.trust_id = ${trustId} and named.batch_id = ${batchId}
      and named.outcome <> 'rejected' and named.entity_key = h.assignment_number
    left join (select distinct entity_key from import_row
      where trust_id = ${trustId} and batch_id = ${batchId} and outcome = 'rejected') post
      on post.entity_key = h.assignment_number
    left join (select distinct entity_key from import_row
      where trust_id = ${trustId} and batch_id = ${batchId} and outcome = 'rejected') person
      on person.entity_key = h.employee_number
    where named.position is null and post.entity_key is null and person.entity_key is null`.execute(tx);
}

/** Assignments in post on a day, now and as the staged rows would leave them. */
export async function countStaffHeld(
  tx: TrustWriter,
  trustId: string,
  batchId: string,
  day: PlainDate,
): Promise<{ readonly before: number; readonly after: number }> {
  const { rows } = await sql<{ held: number; lost: number; gained: number }>`
    select
      (select count(*) from ${held(trustId)} and (a.leaving_date is null or a.leaving_date >= ${day}::date)) as held,
      count(*) filter (where before is not null and coalesce(before ->> 'leavingDate', '9999-12-31') >= ${day}
        and coalesce(after ->> 'leavingDate', '9999-12-31') < ${day}) as lost,
      count(*) filter (where coalesce(after ->> 'leavingDate', '9999-12-31') >= ${day}
        and (before is null or coalesce(before ->> 'leavingDate', '9999-12-31') < ${day})) as gained
    from import_row
    where trust_id = ${trustId} and batch_id = ${batchId} and outcome in ('new', 'changed', 'leaver')`.execute(
    tx,
  );
  const { held: before = 0, lost = 0, gained = 0 } = rows[0] ?? {};
  return { before, after: before - lost + gained };
}

/** Adds the people a batch names for the first time. */
export async function insertNewPeople(tx: TrustWriter, trustId: string, batchId: string): Promise<void> {
  const { rows } = await sql<{ number: string }>`
    select distinct r.after ->> 'employeeNumber' as number from import_row r
    left join person p on p.trust_id = ${trustId} and p.employee_number = r.after ->> 'employeeNumber'
    where r.trust_id = ${trustId} and r.batch_id = ${batchId} and r.outcome in ('new', 'changed') and p.id is null
    order by 1`.execute(tx);
  const numbers = rows.map((row) => row.number);
  for (let from = 0; from < numbers.length; from += rowsACall) {
    const some = numbers.slice(from, from + rowsACall);
    await sql`
      with made as (insert into person (trust_id, id, employee_number, last_name, first_name, age_band,
        registration_body, registration_number)
      select distinct on (i.number) ${trustId}::uuid, i.id, i.number, r.after ->> 'lastName', r.after ->> 'firstName',
        r.after ->> 'ageBand', r.after ->> 'registrationBody', r.after ->> 'registrationNumber'
      from unnest(${some}::text[], ${some.map(newId)}::uuid[]) as i(number, id)
      join import_row r on r.trust_id = ${trustId} and r.batch_id = ${batchId}
        and r.outcome in ('new', 'changed') and r.after ->> 'employeeNumber' = i.number
      order by i.number, r.position
      returning id, version)
      insert into import_applied (trust_id, batch_id, entity, entity_id, version)
      select ${trustId}::uuid, ${batchId}::uuid, 'person', made.id, made.version from made`.execute(tx);
  }
}

/** People whose details differ from those a batch has of them, as `p` beside `r`. */
function peopleToUpdate(trustId: string, batchId: string): RawBuilder<unknown> {
  return sql`(
      select distinct on (after ->> 'employeeNumber') after ->> 'employeeNumber' as number,
        after ->> 'lastName' as last_name, after ->> 'firstName' as first_name, after ->> 'ageBand' as age_band,
        after ->> 'registrationBody' as registration_body, after ->> 'registrationNumber' as registration_number
      from import_row where trust_id = ${trustId} and batch_id = ${batchId} and outcome in ('new', 'changed')
      order by after ->> 'employeeNumber', position
    ) r
    where p.trust_id = ${trustId} and p.employee_number = r.number
      and (p.last_name, p.first_name, p.age_band, p.registration_body, p.registration_number) is distinct from
        (r.last_name, r.first_name, r.age_band, r.registration_body, r.registration_number)`;
}

/** Brings the people a batch names up to date, and notes how they stood before. */
export async function updatePeople(tx: TrustWriter, trustId: string, batchId: string): Promise<void> {
  await sql`
    insert into import_applied (trust_id, batch_id, entity, entity_id, version, earlier)
    select ${trustId}::uuid, ${batchId}::uuid, 'person', p.id, p.version + 1, to_jsonb(p)
    from person p, ${peopleToUpdate(trustId, batchId)}`.execute(tx);
  await sql`
    update person p set last_name = r.last_name, first_name = r.first_name, age_band = r.age_band,
      registration_body = r.registration_body, registration_number = r.registration_number, version = p.version + 1
    from ${peopleToUpdate(trustId, batchId)}`.execute(tx);
}

/** A version of an assignment that was closed. */
export type ClosedVersion = { readonly id: string; readonly number: string };

/** Closes the versions that a batch replaces; nothing is overwritten. @returns them. */
export async function closeAssignments(
  tx: TrustWriter,
  trustId: string,
  batchId: string,
  day: PlainDate,
  now: Date,
): Promise<readonly ClosedVersion[]> {
  const { rows } = await sql<ClosedVersion>`
    update assignment a set superseded_at = ${now}, valid_to = greatest(a.valid_from, ${day}::date)
    from import_row r
    where r.trust_id = ${trustId} and r.batch_id = ${batchId} and r.outcome in ('changed', 'leaver')
      and a.trust_id = ${trustId} and a.assignment_number = r.entity_key and a.superseded_at is null
    returning a.id, a.assignment_number as number`.execute(tx);
  return rows;
}

/**
 * Adds a version, valid from the file's date, of every assignment that is new, changed or over, and notes it beside the
 * one it replaces, which is among `closed`.
 *
 * @returns how many.
 */
export async function insertAssignments(
  tx: TrustWriter,
  trustId: string,
  batchId: string,
  day: PlainDate,
  now: Date,
  closed: readonly ClosedVersion[],
): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select position from import_row
    where trust_id = ${trustId} and batch_id = ${batchId} and outcome in ('new', 'changed', 'leaver')
    order by position`.execute(tx);
  let inserted = 0;
  for (let from = 0; from < rows.length; from += rowsACall) {
    const positions = rows.slice(from, from + rowsACall).map((row) => row.position);
    const { numAffectedRows } = await sql`
      with made as (insert into assignment (trust_id, id, person_id, assignment_number, staff_group, job_role, pay_scale, grade_step,
        fte_e5, contracted_hours_x100, org_l4, org_l5, org_l6, org_l7, cost_centre, status, category, start_date,
        leaving_date, fixed_term_end, increment_date, valid_from, recorded_at)
      select ${trustId}::uuid, i.id, p.id, x."assignmentNumber", x."staffGroup", x."jobRole", x."payScale",
        x."gradeStep", x."fteE5", x."contractedHoursX100", x."orgL4", x."orgL5", x."orgL6", x."orgL7", x."costCentre",
        x.status, x.category, x."startDate", x."leavingDate", x."fixedTermEnd",
        x."incrementDate", ${day}::date, ${now}
      from unnest(${positions}::int[], ${positions.map(newId)}::uuid[]) as i(position, id)
      join import_row r on r.trust_id = ${trustId} and r.batch_id = ${batchId} and r.position = i.position
      cross join jsonb_to_record(r.after) as x("employeeNumber" text, "assignmentNumber" text, "staffGroup" text,
        "jobRole" text, "payScale" text, "gradeStep" text, "fteE5" int, "contractedHoursX100" int, "orgL4" text,
        "orgL5" text, "orgL6" text, "orgL7" text, "costCentre" text, status text, category text, "startDate" date,
        "leavingDate" date, "fixedTermEnd" date, "incrementDate" date)
      join person p on p.trust_id = ${trustId} and p.employee_number = x."employeeNumber"
      returning id, assignment_number)
      insert into import_applied (trust_id, batch_id, entity, entity_id, earlier_id)
      select ${trustId}::uuid, ${batchId}::uuid, 'assignment', made.id, before.id
      from made left join unnest(${closed.map(({ id }) => id)}::uuid[],
        ${closed.map(({ number }) => number)}::text[]) as before(id, number)
        on before.number = made.assignment_number`.execute(tx);
    inserted += Number(numAffectedRows ?? 0n);
  }
  return inserted;
}
