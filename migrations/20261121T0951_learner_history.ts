import { sql, type Kysely } from 'kysely';

/** What happened to each learner, never overwritten; what employer and learner agreed; who is ready to act and why. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table learner_event (
      trust_id uuid not null,
      id uuid not null,
      learner_id uuid not null,
      move text not null,
      status text not null,
      happened_on date not null,
      reason text, evidence text,
      before jsonb not null, after jsonb not null,
      recorded_at timestamptz not null,
      recorded_by uuid not null references user_account (user_id),
      undone_at timestamptz,
      primary key (trust_id, id),
      foreign key (trust_id, learner_id) references learner (trust_id, id)
    );
    create index learner_event_learner on learner_event (trust_id, learner_id);
    create table learner_agreement (
      trust_id uuid not null,
      learner_id uuid not null,
      cover_plan text,
      return_of_service_months int check (return_of_service_months between 0 and 60),
      learner_signed_on date, manager_signed_on date, research_signed_on date,
      prior_learning text check (prior_learning in ('degree', 'equivalent', 'none')),
      exception_on date, exception_source text,
      primary key (trust_id, learner_id),
      foreign key (trust_id, learner_id) references learner (trust_id, id)
    );
    create table readiness (
      trust_id uuid not null,
      person_id uuid not null,
      assessed_route text,
      training_on date, training_version text,
      signed_off_on date,
      time_agreed_on date, weekly_minutes int check (weekly_minutes between 0 and 10080),
      version int not null default 1,
      primary key (trust_id, person_id),
      foreign key (trust_id, person_id) references person (trust_id, id)
    );
    grant select, insert, update, delete on learner_event, learner_agreement, readiness to wf_app;
  `.execute(db);
  for (const table of ['learner_event', 'learner_agreement', 'readiness']) {
    await sql`
      alter table ${sql.table(table)} enable row level security;
      alter table ${sql.table(table)} force row level security;
      create policy tenant on ${sql.table(table)}
        using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
        with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
    `.execute(db);
  }
}
