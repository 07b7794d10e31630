import { sql, type Kysely } from 'kysely';

/**
 * Trusts, the people who sign in, and what they may do where.
 * `user_account` and `session` belong to no trust: they are read before a trust is known. A person sees, besides the
 * trust they are in, their own memberships and those trusts by name, so that they can switch.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table trust (
      trust_id uuid primary key,
      ods_code text not null,
      name text not null,
      synthetic boolean not null,
      data_cut date not null,
      created_at timestamptz not null default now(),
      version int not null default 1
    );
    create table user_account (
      user_id uuid primary key,
      sign_in_key text not null unique,
      name text not null,
      created_at timestamptz not null default now(),
      disabled_at timestamptz
    );
    create table membership (
      trust_id uuid not null references trust (trust_id),
      user_id uuid not null references user_account (user_id),
      role text not null,
      ended_at timestamptz,
      primary key (trust_id, user_id)
    );
    create table session (
      token_hash text primary key,
      user_id uuid not null,
      trust_id uuid not null,
      created_at timestamptz not null default now(),
      last_seen_at timestamptz not null default now(),
      expires_at timestamptz not null,
      foreign key (trust_id, user_id) references membership (trust_id, user_id)
    );
    create index membership_user_id on membership (user_id);
    create index session_user_id on session (user_id);

    alter table trust enable row level security;
    alter table trust force row level security;
    alter table membership enable row level security;
    alter table membership force row level security;
    create policy own on membership for select
      using (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));
    create policy tenant on membership
      using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
      with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
    create policy member on trust for select using (trust_id in (
      select m.trust_id from membership m
      where m.user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and m.ended_at is null));
    create policy tenant on trust
      using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
      with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));

    grant select, insert, update on trust, membership, user_account to wf_app;
    grant select, insert, update, delete on session to wf_app;
  `.execute(db);
}
