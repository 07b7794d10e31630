import { sql, type Kysely } from 'kysely';

/**
 * Work that goes on after the request: what it is (`job`, a row of the trust), and who has it until when
 * (`job_ticket`, which belongs to no trust and holds none of its data, so that a worker can find work of any trust).
 * A ticket is there as long as there is something to do. Uploaded bytes lie in `import_file` until they are read.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table job (
      trust_id uuid not null references trust (trust_id),
      id uuid not null,
      kind text not null,
      payload jsonb not null,
      created_by uuid not null,
      role text not null,
      request_id text not null,
      created_at timestamptz not null default now(),
      primary key (trust_id, id),
      foreign key (trust_id, created_by) references membership (trust_id, user_id)
    );
    create table job_ticket (
      job_id uuid primary key,
      trust_id uuid not null,
      due timestamptz not null default now(),
      holder uuid,
      attempts int not null default 0,
      done int not null default 0,
      total int
    );
    create index job_ticket_due on job_ticket (due);
    create table import_file (
      trust_id uuid not null,
      batch_id uuid not null,
      part int not null,
      bytes bytea not null,
      primary key (trust_id, batch_id, part),
      foreign key (trust_id, batch_id) references import_batch (trust_id, id)
    );
    alter table job enable row level security;
    alter table job force row level security;
    create policy tenant on job
      using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
      with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
    alter table import_file enable row level security;
    alter table import_file force row level security;
    create policy tenant on import_file
      using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
      with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
    grant select, insert, update, delete on job, job_ticket, import_file to wf_app;
  `.execute(db);
}
