import { sql, type Kysely } from 'kysely';

/**
 * What part of a trust a member sees: all of it, the teams of some divisions, or one person.
 *
 * The rows in question are found once in a transaction (server/db/scope.ts) and named by settings; a second policy on
 * each table, which every row must pass besides that of its trust, lets only those through. `app.scope` empty is the
 * whole trust. A scope whose settings name nothing sees nothing.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table membership
      add column divisions text[] not null default '{}',
      add column person_id uuid,
      add column version int not null default 1,
      add foreign key (trust_id, person_id) references person (trust_id, id) on delete set null (person_id),
      add check (role = 'learner' or person_id is null),
      add check (role not in ('learner', 'administrator') or divisions = '{}');
    create function whole_trust() returns boolean language sql stable
      as $$ select coalesce(current_setting('app.scope', true), '') = '' $$;
    create function in_scope(setting text) returns setof uuid language sql stable
      as $$ select unnest(string_to_array(current_setting(setting, true), ','))::uuid $$;

    create policy scope on team as restrictive
      using ((select whole_trust()) or id in (select in_scope('app.team_ids')));
    create policy scope on team_source as restrictive
      using ((select whole_trust()) or team_id in (select in_scope('app.team_ids')));
    create policy scope on assignment as restrictive
      using ((select whole_trust()) or id in (select in_scope('app.assignment_ids')));
    create policy scope on person as restrictive
      using ((select whole_trust()) or id in (select in_scope('app.person_ids')));
    create policy scope on readiness as restrictive
      using ((select whole_trust()) or person_id in (select in_scope('app.person_ids')));
    create policy scope on delegation_entry as restrictive
      using ((select whole_trust()) or person_id in (select in_scope('app.person_ids')));
    create policy scope on learner as restrictive
      using ((select whole_trust()) or person_id in (select in_scope('app.learner_person_ids')));
    create policy scope on supervisor as restrictive
      using ((select whole_trust()) or id in (select supervisor_id from learner where supervisor_id is not null));
    create policy scope on study as restrictive using ((select current_setting('app.scope', true)) is distinct from 'person'
      or id in (select study_id from delegation_entry));
    create policy scope on register_change as restrictive using ((select whole_trust())
      or ((select current_setting('app.scope', true)) = 'divisions' and entity not in ('study', 'delegation-entry', 'supervisor')));
    create policy scope on membership as restrictive using ((select whole_trust())
      or user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));
    create policy scope on audit_entry as restrictive for select using ((select whole_trust())
      or actor_id = (select nullif(current_setting('app.user_id', true), '')::uuid));
  `.execute(db);
  for (const table of ['learner_event', 'learner_agreement', 'hours_taken', 'learner_date', 'mover_task']) {
    await sql`create policy scope on ${sql.table(table)} as restrictive
      using ((select whole_trust()) or learner_id in (select id from learner))`.execute(db);
  }
  for (const table of [
    'import_batch',
    'import_row',
    'import_applied',
    'import_file',
    'import_profile',
    'job',
  ]) {
    await sql`create policy scope on ${sql.table(table)} as restrictive using ((select whole_trust()))`.execute(
      db,
    );
  }
}
