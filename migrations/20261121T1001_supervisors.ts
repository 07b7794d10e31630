import { sql, type Kysely } from 'kysely';

/**
 * Who may supervise learners, within the trust and from outside, with the slots they offer; a learner's supervisor is
 * linked where the name on the register is exactly that of a supervisor.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table supervisor (
      trust_id uuid not null references trust (trust_id),
      id uuid not null,
      name text not null,
      person_id uuid,
      kind text not null check (kind in ('internal', 'external')),
      employer text,
      letter text check (letter in ('honorary-contract', 'letter-of-access')),
      letter_expires date,
      slots int not null check (slots between 0 and 50),
      active_from date not null,
      active_to date,
      version int not null default 1,
      primary key (trust_id, id),
      unique (trust_id, name),
      foreign key (trust_id, person_id) references person (trust_id, id),
      check (active_to >= active_from),
      check (kind = 'external' or (employer is null and letter is null and letter_expires is null))
    );
    alter table supervisor enable row level security;
    alter table supervisor force row level security;
    create policy tenant on supervisor
      using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
      with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
    grant select, insert, update, delete on supervisor to wf_app;
    alter table learner add column supervisor_id uuid;
    alter table learner add foreign key (trust_id, supervisor_id) references supervisor (trust_id, id);
    create index learner_supervisor on learner (trust_id, supervisor_id);
  `.execute(db);
}
