import { sql, type Kysely } from 'kysely';

/** What the bank worked and what the ledger says, line by line, as imported; and the kinds of file they come in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table bank_shift (
      trust_id uuid not null references trust (trust_id), id uuid not null,
      reference text not null, unit text not null, worked_on date not null, band text not null,
      minutes int not null check (minutes between 0 and 10080),
      asked_minutes int check (asked_minutes between 0 and 10080),
      cost_pence int not null check (cost_pence >= 0), reason text not null, version int not null default 1,
      primary key (trust_id, id), unique (trust_id, reference)
    );
    create index bank_shift_day on bank_shift (trust_id, worked_on);
    create table ledger_line (
      trust_id uuid not null references trust (trust_id), id uuid not null,
      period text not null check (period ~ '^[0-9]{4}-[0-9]{2}$'),
      cost_centre text not null, subjective_code text not null, analysis_code text, description text not null,
      pence int not null, journal_reference text not null, line int not null, version int not null default 1,
      primary key (trust_id, id), unique (trust_id, journal_reference, line)
    );
    create index ledger_line_period on ledger_line (trust_id, period);
    grant select, insert, update, delete on bank_shift, ledger_line to wf_app;
  `.execute(db);
  for (const table of ['bank_shift', 'ledger_line']) {
    await sql`
      alter table ${sql.table(table)} enable row level security;
      alter table ${sql.table(table)} force row level security;
      create policy tenant on ${sql.table(table)}
        using (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid))
        with check (trust_id = (select nullif(current_setting('app.trust_id', true), '')::uuid));
      create policy scope on ${sql.table(table)} as restrictive using ((select whole_trust()));
    `.execute(db);
  }
  await addToList(db, 'import_batch', 'kind', ['bank-shifts', 'ledger']);
  await addToList(db, 'import_applied', 'entity', ['bank_shift', 'ledger_line']);
  await addToList(db, 'register_change', 'entity', ['ledger-code', 'centre-budget']);
}

/** Adds texts to those that the check of a column allows, whatever earlier migrations put there. */
async function addToList(db: Kysely<unknown>, table: string, column: string, texts: readonly string[]) {
  const name = `${table}_${column}_check`;
  const { rows } = await sql<{ definition: string }>`select pg_get_constraintdef(oid) as definition
    from pg_constraint where conname = ${name} and conrelid = ${table}::regclass`.execute(db);
  const before = [...(rows[0]?.definition ?? '').matchAll(/'([^']+)'/g)].map(([, text]) => text ?? '');
  const all = sql.join([...before, ...texts].map((text) => sql.lit(text)));
  await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(db);
  await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)}
    check (${sql.ref(column)} in (${all}))`.execute(db);
}
