import { sql, type Kysely } from 'kysely';

/** What the trust knows of courses, networks and credentials over the shipped catalogue; what each person holds. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table programme_terms (
      trust_id uuid not null references trust (trust_id), id uuid not null,
      university text not null, stage text not null, intake_month text not null,
      first_week date not null, weeks int not null check (weeks > 0),
      break_weeks jsonb not null, block_weeks jsonb not null, block_minutes int check (block_minutes > 0),
      source text not null, version int not null default 1,
      primary key (trust_id, id), unique (trust_id, university, stage, intake_month));
    create table programme_module (
      trust_id uuid not null references trust (trust_id), id uuid not null,
      university text not null, stage text not null, kind text not null check (kind in ('online', 'rpe', 'dissertation')),
      name text not null, credits int, minutes int, first_week int, last_week int, hand_in_weeks jsonb not null,
      source text not null, version int not null default 1,
      primary key (trust_id, id), unique (trust_id, university, stage, name));
    create table programme_fee (
      trust_id uuid not null references trust (trust_id), id uuid not null,
      university text not null, stage text not null, academic_year text not null,
      fee_pence bigint not null check (fee_pence >= 0), invoiced_on date, liable_from date, refund_until date,
      source text not null, version int not null default 1,
      primary key (trust_id, id), unique (trust_id, university, stage, academic_year));
    create table network_contact (
      trust_id uuid not null references trust (trust_id), id uuid not null,
      name text not null, university text, region text, specialty text, email text, phone text, note text,
      version int not null default 1, primary key (trust_id, id));
    create table own_credential (
      trust_id uuid not null references trust (trust_id), id uuid not null,
      name text not null, owner text not null, area text not null,
      type text not null check (type in ('with-medicine', 'without-medicine', 'medical')),
      now text not null, now_on date not null, source text not null, version int not null default 1,
      primary key (trust_id, id), unique (trust_id, name));
    create table person_credential (
      trust_id uuid not null, id uuid not null, person_id uuid not null,
      kind text not null check (kind in ('credential', 'role')), credential text, name text not null, issuer text,
      state text not null check (state in ('holds', 'studies', 'ended')),
      started_on date, awarded_on date, expires_on date, evidence text, version int not null default 1,
      primary key (trust_id, id), foreign key (trust_id, person_id) references person (trust_id, id));
    create index person_credential_person on person_credential (trust_id, person_id);
    alter table register_change drop constraint register_change_entity_check;
    alter table register_change add constraint register_change_entity_check check (entity in
      ('study', 'delegation-entry', 'supervisor', 'hours-taken', 'learner-date', 'mover-task', 'funding-source',
       'funding-award', 'bursary-round', 'research-setting', 'ledger-code', 'centre-budget', 'programme-terms', 'programme-module', 'programme-fee',
       'network-contact', 'own-credential', 'person-credential'));`.execute(db);
  for (const name of [
    'programme_terms',
    'programme_module',
    'programme_fee',
    'network_contact',
    'own_credential',
    'person_credential',
  ]) {
    const table = sql.table(name);
    await sql`alter table ${table} enable row level security; alter table ${table} force row level security;
      create policy tenant on ${table} using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
        with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
      grant select, insert, update, delete on ${table} to wf_app`.execute(db);
  }
  await sql`create policy scope on person_credential as restrictive
    using ((select whole_trust()) or person_id in (select in_scope('app.person_ids')))`.execute(db);
}
