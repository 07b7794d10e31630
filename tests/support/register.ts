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
