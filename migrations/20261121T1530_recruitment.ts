import { sql, type Kysely } from 'kysely';

/**
 * What a study is to recruit, what it recruited by month, and why it is behind; the day a Principal Investigator asks
 * to hand over; and, from a day on, how the trust counts research-active people and what time each role needs.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table study
      add column site_target int check (site_target >= 0),
      add column recruit_from date, add column recruit_to date,
      add column behind_reason text, add column behind_action text, add column behind_owner text,
      add column behind_due date,
      add constraint study_recruits_forward check (recruit_from <= recruit_to);
    alter table delegation_entry add column hand_over_by date;
    create table study_recruitment (
      trust_id uuid not null, study_id uuid not null,
      month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      recruited int not null check (recruited >= 0),
      primary key (trust_id, study_id, month),
      foreign key (trust_id, study_id) references study (trust_id, id)
    );
    create table research_setting (
      trust_id uuid not null references trust (trust_id), id uuid not null,
      kind text not null check (kind in ('headcount-definition', 'role-time')),
      effective_from date not null, value jsonb not null, owner text not null, version int not null default 1,
      primary key (trust_id, id), unique (trust_id, kind, effective_from)
    );
    alter table register_change drop constraint register_change_entity_check;
    alter table register_change add constraint register_change_entity_check check (entity in
      ('study', 'delegation-entry', 'supervisor', 'hours-taken', 'learner-date', 'mover-task',
       'funding-source', 'funding-award', 'bursary-round', 'research-setting'));
    grant select, insert, update, delete on study_recruitment, research_setting to wf_app;
    create policy scope on study_recruitment as restrictive
      using ((select whole_trust()) or study_id in (select id from study));
  `.execute(db);
  for (const table of ['study_recruitment', 'research_setting']) {
    await sql`
      alter table ${sql.table(table)} enable row level security;
      alter table ${sql.table(table)} force row level security;
      create policy tenant on ${sql.table(table)}
        using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
        with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))`.execute(db);
  }
}
