import { sql, type Kysely } from 'kysely';

/**
 * What else is known of a study, and what a row of a register was before a change, so that the last change can be
 * undone. `before` is null where the change added the row.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table study
      add column cpms_id text, add column iras_id text, add column edge_id text,
      add column commercial boolean, add column sites text,
      add column planned_open date, add column opened_on date,
      add constraint study_opens_before_it_closes check (opened_on <= closed_on);
    alter table delegation_entry drop constraint delegation_entry_role_check;
    alter table delegation_entry add constraint delegation_entry_role_check
      check (role in ('pi', 'coi', 'associate-pi', 'pi-oversight-site-lead', 'other'));
    create table register_change (
      trust_id uuid not null references trust (trust_id),
      id uuid not null,
      entity text not null check (entity in ('study', 'delegation-entry', 'supervisor')),
      entity_id uuid not null,
      version_after int not null,
      before jsonb,
      undone boolean not null default false,
      created_at timestamptz not null default now(),
      primary key (trust_id, id)
    );
    create index register_change_entity on register_change (trust_id, entity_id);
    alter table register_change enable row level security;
    alter table register_change force row level security;
    create policy tenant on register_change
      using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
      with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
    grant select, insert, update, delete on register_change to wf_app;
  `.execute(db);
}
