import { sql, type Kysely } from 'kysely';

/** Routes and awards as the trust knows them: over the shipped one of a key, or an award that is not shipped. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table route_award (
      trust_id uuid not null references trust (trust_id), id uuid not null,
      award text, name text not null,
      route text not null check (route in
        ('framework', 'internship', 'predoctoral', 'doctoral', 'postdoctoral', 'associate-pi', 'appointed')),
      historic_names jsonb not null, open text not null check (open in ('yes', 'no')),
      length text not null, share text not null, who text not null, funds text not null,
      source text not null, version int not null default 1,
      primary key (trust_id, id), unique (trust_id, award), unique (trust_id, name));
    alter table route_award enable row level security; alter table route_award force row level security;
    create policy tenant on route_award
      using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
      with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
    grant select, insert, update, delete on route_award to wf_app;
    alter table register_change drop constraint register_change_entity_check;
    alter table register_change add constraint register_change_entity_check check (entity in
      ('study', 'delegation-entry', 'supervisor', 'hours-taken', 'learner-date', 'mover-task', 'funding-source',
       'funding-award', 'bursary-round', 'research-setting', 'ledger-code', 'centre-budget', 'programme-terms',
       'programme-module', 'programme-fee', 'network-contact', 'own-credential', 'person-credential',
       'route-award'));`.execute(db);
}
