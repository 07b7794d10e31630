import { sql, type Kysely } from 'kysely';

/**
 * People and their assignments. An assignment is never overwritten: a change closes the row (superseded_at) and adds
 * another, so that any past state can be read again as it was then known.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table person (
      trust_id uuid not null references trust (trust_id),
      id uuid not null,
      employee_number text not null,
      last_name text not null,
      first_name text not null,
      age_band text,
      registration_body text,
      registration_number text,
      created_at timestamptz not null default now(),
      ended_at timestamptz,
      version int not null default 1,
      primary key (trust_id, id),
      unique (trust_id, employee_number)
    );
    create table assignment (
      trust_id uuid not null,
      id uuid not null,
      person_id uuid not null,
      assignment_number text not null,
      staff_group text not null,
      job_role text not null,
      pay_scale text not null,
      grade_step text,
      fte_e5 int not null check (fte_e5 between 0 and 150000),
      contracted_hours_x100 int not null check (contracted_hours_x100 between 0 and 6000),
      org_l4 text not null, org_l5 text, org_l6 text, org_l7 text,
      cost_centre text not null,
      status text, category text,
      start_date date not null, leaving_date date, fixed_term_end date,
      valid_from date not null, valid_to date,
      recorded_at timestamptz not null default now(), superseded_at timestamptz,
      primary key (trust_id, id),
      foreign key (trust_id, person_id) references person (trust_id, id)
    );
    create unique index assignment_current on assignment (trust_id, assignment_number) where superseded_at is null;
    create index assignment_person on assignment (trust_id, person_id);
    alter table person enable row level security;
    alter table person force row level security;
    create policy tenant on person
      using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
      with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
    alter table assignment enable row level security;
    alter table assignment force row level security;
    create policy tenant on assignment
      using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
      with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
    grant select, insert, update, delete on person, assignment to wf_app;
  `.execute(db);
}
