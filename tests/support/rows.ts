import { newId } from '../../server/db/new-id.ts';
import type { TestDatabase } from './database.ts';
import type { TestTrust } from './trusts.ts';

/** One row in every table that holds a trust's data, written as the role that serves requests. */
export async function fillEveryTable(db: TestDatabase, trust: TestTrust): Promise<void> {
  const [person, team, study, batch, learner] = [newId(), newId(), newId(), newId(), newId()];
  const { userId } = trust.as('administrator');
  const values: Readonly<Record<string, string>> = {
    person: `'${person}', '30001', 'Surname', 'Given', 'Band', null, null, now(), null, 1`,
    assignment: `'${newId()}', '${person}', '30001-1', 'Students', 'Learner', 'XR05', null, 100000, 3750,
      'Trust', null, null, null, 'CC1', null, null, '2020-01-01', null, null, '2020-01-01', null, now(), null`,
    team: `'${team}', 'Ward', null, 'not-rostered'`,
    team_source: `'${team}', 'org', 'Ward', 1`,
    study: `'${study}', 'S1', 'Study', null, null, 'open', null, null, true, 1`,
    delegation_entry: `'${newId()}', '${study}', '${person}', 'pi', '2026-01-01', null, 'log', 1`,
    supervisor: `'${newId()}', 'Dr Example', null, 'internal', null, null, null, 3, '2026-01-01', null, 1`,
    register_change: `'${newId()}', 'study', '${study}', 2, null`,
    import_batch: `'${batch}', 'staff', 'whole-trust', 'previewed', 'hash', 1, 0, null, null, null, null, '${userId}'`,
    import_row: `'${batch}', 1, 2, 'new'`,
    import_file: `'${batch}', 1, 'x'`,
    job: `'${newId()}', 'imports.read', '{}', '${userId}', 'administrator', 'request', now()`,
    import_applied: `'${batch}', 'person', '${person}', 1, null, null, null`,
  };
  for (const [table, row] of Object.entries(values)) {
    await db.asApp({ trustId: trust.id }, `insert into ${table} values ('${trust.id}', ${row})`);
  }
  await db.asApp(
    { trustId: trust.id },
    `insert into learner (trust_id, id, person_id, route, university, stage, intake_month, study_day_rule, status, status_date)
     values ('${trust.id}', '${learner}', '${person}', 'framework', 'kings', 'pgcert', '2026-09', 'lapses', 'offered', '2026-09-01')`,
  );
  const ofLearner: Readonly<Record<string, string>> = {
    learner_event: `'${newId()}', '${learner}', 'offer', 'offered', '2026-09-01', null, null, '{}', '{}', now(), '${userId}', null`,
    learner_agreement: `'${learner}', null, null, null, null, null, null, null, null`,
    readiness: `'${person}', null, null, null, null, null, null, 1`,
  };
  for (const [table, row] of Object.entries(ofLearner)) {
    await db.asApp({ trustId: trust.id }, `insert into ${table} values ('${trust.id}', ${row})`);
  }
}
