import { newId } from '../../server/db/new-id.ts';
import type { TestDatabase } from './database.ts';
import type { TestTrust } from './trusts.ts';

/** One row in every table that holds a trust's data, written as the role that serves requests. */
export async function fillEveryTable(db: TestDatabase, trust: TestTrust): Promise<void> {
  const [person, team, study, batch, learner] = [newId(), newId(), newId(), newId(), newId()];
  const [framework, pack] = [newId(), newId()];
  const { userId } = trust.as('administrator');
  const values: Readonly<Record<string, string>> = {
    person: `'${person}', '30001', 'Surname', 'Given', 'Band', null, null, now(), null, 1`,
    assignment: `'${newId()}', '${person}', '30001-1', 'Students', 'Learner', 'XR05', null, 100000, 3750,
      'Trust', null, null, null, 'CC1', null, null, '2020-01-01', null, null, '2020-01-01', null, now(), null`,
    team: `'${team}', 'Ward', null, 'not-rostered'`,
    team_source: `'${team}', 'org', 'Ward', 1`,
    study: `'${study}', 'S1', 'Study', null, null, 'open', null, null, true, 1`,
    delegation_entry: `'${newId()}', '${study}', '${person}', 'pi', '2026-01-01', null, 'log', 1`,
    study_recruitment: `'${study}', '2026-10', 4`,
    research_setting: `'${newId()}', 'role-time', '2026-04-01', '{}', 'R&D lead', 1`,
    supervisor: `'${newId()}', 'Dr Example', null, 'internal', null, null, null, 3, '2026-01-01', null, 1`,
    register_change: `'${newId()}', 'study', '${study}', 2, null`,
    import_batch: `'${batch}', 'staff', 'whole-trust', 'previewed', 'hash', 1, 0, null, null, null, null, '${userId}'`,
    import_row: `'${batch}', 1, 2, 'new'`,
    import_profile: `'${newId()}', 'staff', 'Our layout', '{}', '{}', 1, null, null`,
    funding_source: `'${newId()}', 'cpd', '2026/27', 'CPD money', 'pays', 'does-not-pay', 100000, '2027-03-31', false, '[]',
      'trust', 'F1', 'Letter', 1`,
    bursary_round: `'${newId()}', '2026/27', null, null, null, null, null, null, 'Page', 1`,
    parameter_override: `'${newId()}', 'DEFAULT_FILL', '2026-04-01', 9000, null, null, 'Roster', 'derived',
      'Deputy director', '2027-04-01', 'Our own fill', 1, now(), '${userId}', null, null, null`,
    cover_policy: `'${team}', 1, null, now(), '${userId}'`,
    roster_period: `'${newId()}', '${team}', 1, null, now(), '${userId}'`,
    bank_supply: `'Students', 1, null, now(), '${userId}'`,
    bank_shift: `'${newId()}', 'B1', 'Ward', '2026-10-05', '5', 690, 690, 30000, 'Study leave', 1`,
    ledger_line: `'${newId()}', '2026-10', 'CC1', '5200', null, 'Bank staff', 30000, 'J1', 1, 1`,
    centre_budget: `'${newId()}', 'CC1', '2026/27', 5000000, 1`,
    ledger_code: `'${newId()}', '${team}', null, '2026-04-01', 'CC1', 'R500', null, null, 1`,
    programme_terms: `'${newId()}', 'kings', 'pgcert', '2026-09', '2026-09-28', 43, '[]', '[]', null, 'Letter', 1`,
    programme_module: `'${newId()}', 'kings', 'pgcert', 'online', 'Module', 15, 9000, 1, 10, '[10]', 'Handbook', 1`,
    programme_fee: `'${newId()}', 'kings', 'pgcert', '2026/27', 400000, null, null, null, 'Letter', 1`,
    network_contact: `'${newId()}', 'Our network', null, 'South London', null, null, null, null, 1`,
    own_credential: `'${newId()}', 'Our credential', 'The trust', 'Medicine', 'without-medicine', 'In use', '2026-01-01', 'Us', 1`,
    route_award: `'${newId()}', null, 'Our scheme', 'internship', '[]', 'yes', 'A year', 'A day', 'All', 'Us', 'Us', 1`,
    evidence_framework: `'${framework}', '{"base":null,"name":"Ours","status":"own","source":"Board","note":""}', null, 1, now()`,
    evidence_statement: `'${newId()}', '${framework}', '{"code":"1","theme":"other","standing":"typed","text":"Why?","facts":[],"decisions":[],"gaps":[]}', null, 1`,
    evidence_measure: `'${newId()}', '{"metric":"set-up-days","value":61,"period":"2025/26","on":"2026-03-31","source":"Log","useLabel":"with-care"}', null, 1`,
    evidence_pack: `'${pack}', '${framework}', 'Pack', now(), '${userId}', '{}', repeat('0', 64)`,
    evidence_confirmation: `'${pack}', repeat('0', 64), now(), '${userId}'`,
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
    hours_taken: `'${newId()}', '${learner}', '2026-11-16', 450, 'typed', 1`,
    learner_date: `'${newId()}', '${learner}', 'hand-in', '2026-12-11', null, null, 1`,
    mover_task: `'${newId()}', '${learner}', '${team}', '${team}', '2026-11-16', 'open', null, null, null, 1`,
    funding_award: `'${newId()}', '${learner}', 'nihr-bursary', '2026/27', '2026-05-01', null, null, null, null, null, null,
      null, 1`,
    person_credential: `'${newId()}', '${person}', 'credential', null, 'Prescriber', null, 'holds', null, null, null, null, 1`,
    readiness: `'${person}', null, null, null, null, null, null, 1`,
  };
  for (const [table, row] of Object.entries(ofLearner)) {
    await db.asApp({ trustId: trust.id }, `insert into ${table} values ('${trust.id}', ${row})`);
  }
}
