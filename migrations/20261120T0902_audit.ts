import { sql, type Kysely } from 'kysely';

/** One row for every write, chained per trust by hash. The application may add and read, never change. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_entry (
      trust_id uuid not null references trust (trust_id),
      seq bigint not null,
      at timestamptz not null,
      actor_id uuid,
      role text not null,
      session_hash text,
      request_id text not null,
      action text not null,
      entity text not null,
      entity_id text not null,
      version_before int,
      version_after int,
      before jsonb,
      after jsonb,
      previous_hash text not null,
      hash text not null,
      primary key (trust_id, seq)
    );
    create table audit_head (
      trust_id uuid primary key references trust (trust_id),
      seq bigint not null,
      hash text not null
    );
    alter table audit_entry enable row level security;
    alter table audit_entry force row level security;
    create policy tenant on audit_entry
      using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
      with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
    alter table audit_head enable row level security;
    alter table audit_head force row level security;
    create policy tenant on audit_head
      using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
      with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
    grant select, insert on audit_entry to wf_app;
    grant select, insert, update on audit_head to wf_app;
  `.execute(db);
}
