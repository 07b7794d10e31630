import { sql, type Kysely } from 'kysely';

/**
 * Where money for courses comes from, by financial year; each learner's way to an award; the bursary's rounds. Undo
 * within divisions is named by what hangs on a learner, so that an entity added later is shut until it is listed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table funding_source (
      trust_id uuid not null references trust (trust_id), id uuid not null,
      key text not null, financial_year text not null check (financial_year ~ '^[0-9]{4}/[0-9]{2}$'),
      name text not null,
      fees text not null check (fees in ('pays', 'does-not-pay', 'by-its-terms')),
      cover text not null check (cover in ('pays', 'does-not-pay', 'by-its-terms')),
      amount_pence bigint check (amount_pence >= 0), spend_by date, carries_forward boolean, claim_dates jsonb not null,
      payee text check (payee in ('trust', 'university')), funding_code text, source text not null,
      version int not null default 1,
      primary key (trust_id, id), unique (trust_id, key, financial_year)
    );
    create table funding_award (
      trust_id uuid not null, id uuid not null, learner_id uuid not null,
      source_key text not null, round text not null check (round ~ '^[0-9]{4}/[0-9]{2}$'),
      applied_on date, offered_on date, accepted_on date, paid_on date,
      amount_pence bigint check (amount_pence >= 0), payee text check (payee in ('trust', 'university')),
      lost text check (lost in ('late', 'not-applied', 'declined', 'refused', 'no-offer', 'not-eligible')),
      lost_on date, version int not null default 1,
      primary key (trust_id, id), unique (trust_id, learner_id, source_key, round),
      foreign key (trust_id, learner_id) references learner (trust_id, id),
      check ((lost is null) = (lost_on is null)), check (lost is null or paid_on is null)
    );
    create table bursary_round (
      trust_id uuid not null references trust (trust_id), id uuid not null,
      academic_year text not null check (academic_year ~ '^[0-9]{4}/[0-9]{2}$'),
      rules jsonb, copied_from text, opens_on date, closes_on date, offers_on date, accept_by date,
      source text not null, version int not null default 1,
      primary key (trust_id, id), unique (trust_id, academic_year)
    );
    grant select, insert, update, delete on funding_source, funding_award, bursary_round to wf_app;
    alter table register_change drop constraint register_change_entity_check;
    alter table register_change add constraint register_change_entity_check check (entity in
      ('study', 'delegation-entry', 'supervisor', 'hours-taken', 'learner-date', 'mover-task',
       'funding-source', 'funding-award', 'bursary-round'));
    alter policy scope on register_change using ((select whole_trust()) or
      ((select current_setting('app.scope', true)) = 'divisions' and entity in ('hours-taken', 'learner-date', 'mover-task')));
  `.execute(db);
  for (const table of ['funding_source', 'funding_award', 'bursary_round']) {
    await sql`
      alter table ${sql.table(table)} enable row level security;
      alter table ${sql.table(table)} force row level security;
      create policy tenant on ${sql.table(table)}
        using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
        with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))`.execute(db);
  }
  await sql`
    create policy scope on funding_source as restrictive using ((select whole_trust()));
    create policy scope on funding_award as restrictive
      using ((select whole_trust()) or learner_id in (select id from learner))`.execute(db);
}
