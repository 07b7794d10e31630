import { sql, type Kysely } from 'kysely';

/** Studies at the trust and who is named on their delegation logs; "named" is read from here alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table study (
      trust_id uuid not null references trust (trust_id),
      id uuid not null,
      reference text not null,
      title text not null,
      specialty text,
      study_type text,
      status text not null,
      planned_close date,
      closed_on date,
      delegation_log_held boolean not null,
      version int not null default 1,
      primary key (trust_id, id),
      unique (trust_id, reference)
    );
    create table delegation_entry (
      trust_id uuid not null,
      id uuid not null,
      study_id uuid not null,
      person_id uuid not null,
      role text not null check (role in ('pi', 'coi', 'associate-pi', 'other')),
      started_on date not null,
      ended_on date,
      source text not null,
      version int not null default 1,
      primary key (trust_id, id),
      foreign key (trust_id, study_id) references study (trust_id, id),
      foreign key (trust_id, person_id) references person (trust_id, id)
    );
    create index delegation_entry_study on delegation_entry (trust_id, study_id);
    create index delegation_entry_person on delegation_entry (trust_id, person_id);
    alter table study enable row level security;
    alter table study force row level security;
    create policy tenant on study
      using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
      with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
    alter table delegation_entry enable row level security;
    alter table delegation_entry force row level security;
    create policy tenant on delegation_entry
      using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
      with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
    grant select, insert, update, delete on study, delegation_entry to wf_app;
  `.execute(db);
}
