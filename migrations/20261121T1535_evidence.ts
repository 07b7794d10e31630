import { sql, type Kysely } from 'kysely';

/**
 * Evidence for an inspection: the trust's own versions of frameworks, their questions with facts, decisions and gaps,
 * values typed by hand, and frozen packs. `fields` is one value checked by its schema; `before` is what it was before
 * the last change, so that the change can be undone. A pack is never changed: its bytes are what its hash is of.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table evidence_framework (
      trust_id uuid not null references trust (trust_id),
      id uuid not null,
      fields jsonb not null,
      before jsonb,
      version int not null default 1,
      created_at timestamptz not null default now(),
      primary key (trust_id, id)
    );
    create table evidence_statement (
      trust_id uuid not null,
      id uuid not null,
      framework_id uuid not null,
      fields jsonb not null,
      before jsonb,
      version int not null default 1,
      primary key (trust_id, id),
      foreign key (trust_id, framework_id) references evidence_framework (trust_id, id)
    );
    create index evidence_statement_framework on evidence_statement (trust_id, framework_id);
    create table evidence_measure (
      trust_id uuid not null references trust (trust_id),
      id uuid not null,
      fields jsonb not null,
      before jsonb,
      version int not null default 1,
      primary key (trust_id, id)
    );
    create table evidence_pack (
      trust_id uuid not null,
      id uuid not null,
      framework_id uuid not null,
      title text not null,
      made_at timestamptz not null,
      made_by uuid not null,
      snapshot text not null,
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      primary key (trust_id, id),
      foreign key (trust_id, framework_id) references evidence_framework (trust_id, id)
    );
  `.execute(db);
  for (const table of ['evidence_framework', 'evidence_statement', 'evidence_measure', 'evidence_pack']) {
    await sql`
      alter table ${sql.table(table)} enable row level security;
      alter table ${sql.table(table)} force row level security;
      create policy tenant on ${sql.table(table)}
        using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
        with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
      create policy scope on ${sql.table(table)} as restrictive using ((select whole_trust()));
      grant select, insert, update, delete on ${sql.table(table)} to wf_app`.execute(db);
  }
}
