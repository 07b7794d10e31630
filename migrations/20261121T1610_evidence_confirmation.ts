import { sql, type Kysely } from 'kysely';

/**
 * That somebody looked at the texts of a frozen pack that were typed by hand and hold a small number or a name, and lets
 * them leave: `holds_sha256` stands for the texts that were shown, so that no other ones are let through.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table evidence_confirmation (
      trust_id uuid not null,
      pack_id uuid not null,
      holds_sha256 text not null check (holds_sha256 ~ '^[0-9a-f]{64}$'),
      confirmed_at timestamptz not null,
      confirmed_by uuid not null,
      primary key (trust_id, pack_id),
      foreign key (trust_id, pack_id) references evidence_pack (trust_id, id)
    );
    alter table evidence_confirmation enable row level security;
    alter table evidence_confirmation force row level security;
    create policy tenant on evidence_confirmation
      using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
      with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
    create policy scope on evidence_confirmation as restrictive using ((select whole_trust()));
    grant select, insert, update, delete on evidence_confirmation to wf_app
  `.execute(db);
}
