import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { noAgreement } from '../../shared/learners/agreement.ts';
import { newId } from '../../server/db/new-id.ts';
import { addLearner } from '../../server/learners/add-learner.ts';
import type { MoveInput } from '../../server/learners/move-learner.ts';
import type { AgreementInput } from '../../server/learners/update-agreement.ts';
import type { TestDatabase } from './database.ts';
import type { TestTrust } from './trusts.ts';

/** The day every step of these tests is recorded. */
export const registerDay = asPlainDate('2026-11-16');

export const interest = {
  university: 'exeter',
  stage: 'pgcert',
  intakeMonth: asMonth('2026-09'),
  on: asPlainDate('2026-06-01'),
} as const;

export const ready = {
  assessedRoute: 'associate-pi',
  trainingOn: asPlainDate('2025-11-20'),
  trainingVersion: 'E6(R3)',
  signedOffOn: asPlainDate('2026-11-02'),
  timeAgreedOn: asPlainDate('2026-11-03'),
  weeklyMinutes: 240,
  version: 0,
} as const;

type Asking = Pick<TestDatabase, 'asApp'>;

let numbers = 70_000;

/** Somebody new in the staff of a trust. @returns the employee number. */
export async function staffMember(trust: TestTrust, db: Asking): Promise<string> {
  numbers += 1;
  await db.asApp(
    { trustId: trust.id },
    `insert into person (trust_id, id, employee_number, last_name, first_name, registration_body)
     values ($1, $2, $3, 'Example', 'Alex', 'NMC')`,
    [trust.id, newId(), String(numbers)],
  );
  return String(numbers);
}

export type Interested = { readonly learnerId: string; readonly version: number; readonly personId: string };

/** Somebody new on the register of interest. */
export async function interested(trust: TestTrust, db: Asking): Promise<Interested> {
  const employeeNumber = await staffMember(trust, db);
  const added = await addLearner(trust.as('workforce'), { ...interest, employeeNumber });
  if (!added.ok) throw new Error(added.error.message);
  const [row] = await db.asApp<{ person_id: string }>(
    { trustId: trust.id },
    'select person_id from learner where id = $1',
    [added.value.learnerId],
  );
  return { ...added.value, personId: row?.person_id ?? '' };
}

type At = { readonly learnerId: string; readonly version: number };

/** A step with nothing typed but its day. */
export function step({ learnerId, version }: At, change: Partial<MoveInput> = {}): MoveInput {
  const nothing = { reason: null, evidence: null, expectedReturn: null, fundingSource: null } as const;
  return { learnerId, version, move: 'apply', on: registerDay, ...nothing, ...change };
}

export const applied = (at: At): MoveInput => step(at);

/** One day a week, a supervisor, a fee and the manager's signature. */
export function agreed({ learnerId, version }: At, change: Partial<AgreementInput> = {}): AgreementInput {
  return {
    learnerId,
    version,
    terms: {
      weeklyReleaseMinutes: null,
      statedReleaseMinutes: null,
      releaseDays: [{ weekday: 2, minutes: 450 }],
      studyDayRule: 'lapses',
      supervisor: 'A supervisor',
      fundingSource: null,
      feePence: 400_000,
      fundingPence: null,
    },
    agreement: {
      ...noAgreement,
      coverPlan: 'Bank shifts on Tuesdays',
      returnOfServiceMonths: 12,
      managerSignedOn: registerDay,
      priorLearning: 'degree',
    },
    ...change,
  };
}

/** A funded learner who moves from one new team to another on 1 February 2027. @returns the move, undecided. */
export async function mover(trust: TestTrust, db: Asking) {
  const { learnerId, personId } = await interested(trust, db);
  const [fromTeam, toTeam] = [newId(), newId()];
  const [oldWard, newWard] = [`Old ward ${numbers}`, `New ward ${numbers}`];
  const ask = (sql: string, values: readonly unknown[]) => db.asApp({ trustId: trust.id }, sql, values);
  for (const [id, code] of [
    [fromTeam, oldWard],
    [toTeam, newWard],
  ] as const) {
    await ask(`insert into team (trust_id, id, name, type) values ($1, $2, $3, 'not-rostered')`, [
      trust.id,
      id,
      code,
    ]);
    await ask(`insert into team_source values ($1, $2, 'org', $3, 1)`, [trust.id, id, code]);
  }
  for (const [number, org, start, leaving] of [
    ['-1', oldWard, '2020-01-06', '2027-01-31'],
    ['-2', newWard, '2027-02-01', null],
  ] as const) {
    await ask(
      `insert into assignment (trust_id, id, person_id, assignment_number, staff_group, job_role, pay_scale, fte_e5,
         contracted_hours_x100, org_l4, cost_centre, start_date, leaving_date, valid_from)
       values ($1, $2, $3, $4, 'Nursing and Midwifery Registered', 'Nurse', 'XR05', 100000, 3750, $5, 'C1', $6, $7,
         '2026-11-20')`,
      [trust.id, newId(), personId, `${personId}${number}`, org, start, leaving],
    );
  }
  await ask(
    `update learner set status = 'enrolled', status_date = '2026-09-28', started_on = '2026-09-28',
       weekly_release_minutes = 450 where id = $1`,
    [learnerId],
  );
  return { learnerId, fromTeam, toTeam, on: asPlainDate('2027-02-01'), version: 0 };
}
