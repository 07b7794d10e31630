import { sql, type Kysely } from 'kysely';

/**
 * Codes of the trust's ledger from a day on, by team (where a cost is incurred) or by funding source (whose money
 * pays), and budgets by cost centre and financial year; all of them of the whole trust.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table ledger_code (
      trust_id uuid not null references trust (trust_id),
      id uuid not null,
      team_id uuid,
      source text,
      effective_from date not null,
      cost_centre text,
      funding_code text,
      project text,
      analysis text,
      version int not null default 1,
      primary key (trust_id, id),
      unique nulls not distinct (trust_id, team_id, source, effective_from),
      foreign key (trust_id, team_id) references team (trust_id, id),
      check ((team_id is null) <> (source is null)),
      check (coalesce(cost_centre, funding_code, project, analysis) is not null)
    );
    create table centre_budget (
      trust_id uuid not null references trust (trust_id),
      id uuid not null,
      cost_centre text not null,
      financial_year text not null check (financial_year ~ '^20[0-9]{2}/[0-9]{2}$'),
      pence bigint not null check (pence between 0 and 100000000000),
      version int not null default 1,
      primary key (trust_id, id),
      unique (trust_id, cost_centre, financial_year)
    );
    grant select, insert, update, delete on ledger_code, centre_budget to wf_app;
  `.execute(db);
  for (const table of ['ledger_code', 'centre_budget']) {
    await sql`
      alter table ${sql.table(table)} enable row level security;
      alter table ${sql.table(table)} force row level security;
      create policy tenant on ${sql.table(table)}
        using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
        with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
      create policy scope on ${sql.table(table)} as restrictive using ((select whole_trust()));
    `.execute(db);
  }
}
