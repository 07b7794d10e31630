import { sql, type Kysely } from 'kysely';

/**
 * Days a learner has to keep; what a new team's manager said of a learner who moves there; the trusts a learner
 * belongs to, studies at and is named at (empty: this one).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table learner_date (
      trust_id uuid not null,
      id uuid not null,
      learner_id uuid not null,
      kind text not null check (kind in ('hand-in', 'resit', 'extension', 'other')),
      due_on date not null,
      done_on date,
      note text,
      version int not null default 1,
      primary key (trust_id, id),
      foreign key (trust_id, learner_id) references learner (trust_id, id)
    );
    create index learner_date_learner on learner_date (trust_id, learner_id);
    create table mover_task (
      trust_id uuid not null,
      id uuid not null,
      learner_id uuid not null,
      from_team uuid not null,
      to_team uuid not null,
      moved_on date not null,
      state text not null check (state in ('open', 'accepted', 'declined')),
      decided_on date,
      decided_by uuid references user_account (user_id),
      note text,
      version int not null default 1,
      primary key (trust_id, id),
      unique (trust_id, learner_id, from_team, to_team, moved_on),
      foreign key (trust_id, learner_id) references learner (trust_id, id),
      check ((state = 'open') = (decided_on is null)),
      check (state <> 'declined' or note is not null)
    );
    alter table learner_agreement
      add column home_trust text, add column host_trust text, add column named_trust text;
    alter table register_change drop constraint register_change_entity_check;
    alter table register_change add constraint register_change_entity_check check (entity in
      ('study', 'delegation-entry', 'supervisor', 'hours-taken', 'learner-date', 'mover-task'));
    grant select, insert, update, delete on learner_date, mover_task to wf_app;
  `.execute(db);
  for (const table of ['learner_date', 'mover_task']) {
    await sql`
      alter table ${sql.table(table)} enable row level security;
      alter table ${sql.table(table)} force row level security;
      create policy tenant on ${sql.table(table)}
        using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
        with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
    `.execute(db);
  }
}
