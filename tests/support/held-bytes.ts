import type { TrustContext } from '../../server/db/with-trust.ts';
import type { TestDatabase } from './database.ts';

/**
 * Every row a trust holds now, as text: people, current posts, teams with their sources, learners,
 * supervisors, studies, delegation entries, hours taken, bank shifts, ledger lines. Versions count on
 * and a post put back is a new version, so what only names or numbers a version is left out.
 */
export async function heldBytes(database: TestDatabase, { trustId }: TrustContext): Promise<string[]> {
  const rows = await database.asApp<{ line: string }>(
    { trustId },
    `select line from (
       select 'person' as entity, id::text as key, (to_jsonb(p) - 'version')::text as line from person p
       union all select 'assignment', assignment_number, (to_jsonb(a) - '{id,recorded_at}'::text[])::text
         from assignment a where superseded_at is null
       union all select 'team', id::text, (to_jsonb(t) - 'version')::text from team t
       union all select 'source', concat(team_id, kind, code), to_jsonb(s)::text from team_source s
       union all select 'learner', id::text, (to_jsonb(l) - 'version')::text from learner l
       union all select 'supervisor', id::text, (to_jsonb(v) - 'version')::text from supervisor v
       union all select 'study', id::text, (to_jsonb(y) - 'version')::text from study y
       union all select 'entry', id::text, (to_jsonb(d) - 'version')::text from delegation_entry d
       union all select 'hours', id::text, (to_jsonb(h) - 'version')::text from hours_taken h
       union all select 'shift', id::text, (to_jsonb(b) - 'version')::text from bank_shift b
       union all select 'ledger', id::text, (to_jsonb(g) - 'version')::text from ledger_line g) held
     order by entity, key`,
  );
  return rows.map(({ line }) => line);
}
