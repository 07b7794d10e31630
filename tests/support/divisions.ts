import { newId } from '../../server/db/new-id.ts';
import type { TestDatabase } from './database.ts';
import type { TestTrust } from './trusts.ts';

/** Somebody of a division, with one row in every table that hangs on a team or a person. */
export type Placed = { readonly personId: string; readonly teamId: string; readonly learnerId: string };

type Asking = Pick<TestDatabase, 'asApp'>;

/** A team of a division, one person in it, and everything that can hang on either. */
export async function fillDivision(
  db: Asking,
  trust: TestTrust,
  division: string,
  employeeNumber: string,
): Promise<Placed> {
  const [person, team, study, supervisor, learner] = [newId(), newId(), newId(), newId(), newId()];
  const { userId } = trust.as('administrator');
  const insert = (table: string, columns: string, row: string): Promise<unknown> =>
    db.asApp(
      { trustId: trust.id },
      `insert into ${table} (trust_id, ${columns}) values ('${trust.id}', ${row})`,
    );
  await insert(
    'person',
    'id, employee_number, last_name, first_name',
    `'${person}', '${employeeNumber}', 'Example', '${division}'`,
  );
  await insertPost(db, trust, person, { number: `${employeeNumber}-1`, orgL7: `${division} ward` });
  await insert(
    'team',
    'id, name, division, type',
    `'${team}', '${division} ward', '${division}', 'not-rostered'`,
  );
  // Written otherwise than in the staff file: a code is found whatever its case and spaces.
  await insert(
    'team_source',
    'team_id, kind, code, rank',
    `'${team}', 'org', ' ${division.toUpperCase()}  Ward', 1`,
  );
  await insert('cover_policy', 'team_id, version, recorded_by', `'${team}', 1, '${userId}'`);
  await insert(
    'supervisor',
    'id, name, kind, slots, active_from',
    `'${supervisor}', 'Dr ${division}', 'internal', 3, '2026-01-01'`,
  );
  await insert(
    'learner',
    'id, person_id, route, university, stage, intake_month, study_day_rule, status, status_date, supervisor_id',
    `'${learner}', '${person}', 'framework', 'kings', 'pgcert', '2026-09', 'lapses', 'offered', '2026-09-01', '${supervisor}'`,
  );
  const ofLearner: Readonly<Record<string, readonly [string, string]>> = {
    learner_event: [
      'id, learner_id, move, status, happened_on, before, after, recorded_at, recorded_by',
      `'${newId()}', '${learner}', 'offer', 'offered', '2026-09-01', '{}', '{}', now(), '${userId}'`,
    ],
    learner_agreement: ['learner_id', `'${learner}'`],
    hours_taken: [
      'id, learner_id, week, minutes, source',
      `'${newId()}', '${learner}', '2026-11-16', 450, 'typed'`,
    ],
    learner_date: ['id, learner_id, kind, due_on', `'${newId()}', '${learner}', 'hand-in', '2026-12-11'`],
    mover_task: [
      'id, learner_id, from_team, to_team, moved_on, state',
      `'${newId()}', '${learner}', '${team}', '${team}', '2026-11-16', 'open'`,
    ],
    funding_award: [
      'id, learner_id, source_key, round, applied_on',
      `'${newId()}', '${learner}', 'nihr-bursary', '2026/27', '2026-05-01'`,
    ],
    readiness: ['person_id', `'${person}'`],
    person_credential: [
      'id, person_id, kind, name, state',
      `'${newId()}', '${person}', 'credential', 'Prescriber', 'holds'`,
    ],
    study: [
      'id, reference, title, status, delegation_log_held',
      `'${study}', '${division}', 'Study', 'open', true`,
    ],
    study_recruitment: ['study_id, month, recruited', `'${study}', '2026-10', 4`],
    delegation_entry: [
      'id, study_id, person_id, role, started_on, source',
      `'${newId()}', '${study}', '${person}', 'pi', '2026-01-01', 'log'`,
    ],
    register_change: ['id, entity, entity_id, version_after', `'${newId()}', 'hours-taken', '${learner}', 2`],
  };
  for (const [table, [columns, row]] of Object.entries(ofLearner)) await insert(table, columns, row);
  return { personId: person, teamId: team, learnerId: learner };
}

export type Post = {
  readonly number: string;
  readonly orgL7: string | null;
  readonly orgL4?: string;
  readonly costCentre?: string;
  /** Hundredths of an hour a week. */
  readonly hours?: number;
};

/** A post of somebody who is in the staff already. @returns its id. */
export async function insertPost(
  db: Asking,
  trust: TestTrust,
  personId: string,
  { number, orgL7, orgL4 = 'Trust', costCentre = 'CC', hours = 3_750 }: Post,
): Promise<string> {
  const id = newId();
  await db.asApp(
    { trustId: trust.id },
    `insert into assignment (trust_id, id, person_id, assignment_number, staff_group, job_role, pay_scale, fte_e5,
       contracted_hours_x100, org_l4, org_l7, cost_centre, start_date, valid_from)
     values ($1, $2, $3, $4, 'Nursing and Midwifery Registered', 'Staff Nurse', 'XR05', 100000, $5, $6, $7, $8,
       '2020-01-01', '2020-01-01')`,
    [trust.id, id, personId, number, hours, orgL4, orgL7, costCentre],
  );
  return id;
}
