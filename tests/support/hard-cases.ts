import { newId } from '../../server/db/new-id.ts';
import type { TestDatabase } from './database.ts';
import type { TestTrust } from './trusts.ts';

/** A post of somebody: where, for how many hours a week, from and until when. */
type Post = {
  readonly org: 'Ward' | 'Clinic';
  readonly hours: number;
  readonly from?: string;
  readonly to?: string;
};

type Case = {
  readonly posts: readonly Post[];
  readonly weeklyMinutes: number;
  readonly supervised?: boolean;
  readonly interrupted?: { readonly on: string; readonly returns: string };
};

/** People of one intake (Exeter, Certificate, September 2026) whose lives are not simple. */
export const hardCases = {
  threePosts: {
    posts: [
      { org: 'Clinic', hours: 10 },
      { org: 'Ward', hours: 18 },
      { org: 'Ward', hours: 5 },
    ],
    weeklyMinutes: 300,
  },
  first: { posts: [{ org: 'Ward', hours: 37.5 }], weeklyMinutes: 450, supervised: true },
  second: { posts: [{ org: 'Ward', hours: 37.5 }], weeklyMinutes: 450, supervised: true },
  interrupted: {
    posts: [{ org: 'Ward', hours: 37.5 }],
    weeklyMinutes: 450,
    interrupted: { on: '2026-10-12', returns: '2027-05-03' },
  },
  mover: {
    posts: [
      { org: 'Ward', hours: 37.5, to: '2027-01-31' },
      { org: 'Clinic', hours: 37.5, from: '2027-02-01' },
    ],
    weeklyMinutes: 450,
  },
  leaver: { posts: [{ org: 'Ward', hours: 37.5, to: '2026-12-31' }], weeklyMinutes: 450 },
} as const satisfies Readonly<Record<string, Case>>;

export type HardCase = keyof typeof hardCases;

type Ids = Readonly<Record<HardCase, { readonly learnerId: string; readonly personId: string }>>;

export type HardTrust = { readonly ward: string; readonly clinic: string; readonly people: Ids };

/** Writes the trust: a ward and a clinic, cover at £20 an hour for all of it, a supervisor with one slot for two. */
export async function fillHardTrust(db: TestDatabase, trust: TestTrust): Promise<HardTrust> {
  const run = (sql: string, values: readonly unknown[]) => db.asApp({ trustId: trust.id }, sql, values);
  const [ward, clinic, supervisor] = [newId(), newId(), newId()];
  for (const [id, name] of [
    [ward, 'Ward'],
    [clinic, 'Clinic'],
  ] as const) {
    await run(
      `insert into team (trust_id, id, name, type, planned_minimum_minutes, cover_rates, backfill_bp, fill_bp)
       values ($1, $2, $3, 'not-rostered', 6000, '{"2026/27": 2000, "2027/28": 2000, "2028/29": 2000}', 10000, 10000)`,
      [trust.id, id, name],
    );
    await run(`insert into team_source values ($1, $2, 'org', $3, 1)`, [trust.id, id, name]);
  }
  await run(
    `insert into supervisor (trust_id, id, name, kind, slots, active_from)
     values ($1, $2, 'Dr One Slot', 'internal', 1, '2020-01-01')`,
    [trust.id, supervisor],
  );
  const people: [string, Ids[HardCase]][] = [];
  for (const [name, person] of Object.entries(hardCases) as [HardCase, Case][])
    people.push([name, await addCase(run, trust.id, people.length, person)]);
  return { ward, clinic, people: Object.fromEntries(people) as Ids };
}

type Run = (sql: string, values: readonly unknown[]) => Promise<unknown>;

async function addCase(run: Run, trustId: string, index: number, person: Case): Promise<Ids[HardCase]> {
  const [personId, learnerId, number] = [newId(), newId(), String(80_001 + index)];
  await run(
    `insert into person (trust_id, id, employee_number, last_name, first_name) values ($1, $2, $3, 'Case', 'Alex')`,
    [trustId, personId, number],
  );
  for (const [at, { org, hours, from = '2020-01-06', to = null }] of person.posts.entries())
    await run(
      `insert into assignment (trust_id, id, person_id, assignment_number, staff_group, job_role, pay_scale, fte_e5,
         contracted_hours_x100, org_l4, cost_centre, start_date, leaving_date, valid_from)
       values ($1, $2, $3, $4, 'Nursing and Midwifery Registered', 'Nurse', 'XR05', 100000, $5, $6, 'C1', $7, $8,
         '2026-11-20')`,
      [trustId, newId(), personId, `${number}-${at}`, hours * 100, org, from, to],
    );
  const away = person.interrupted;
  await run(
    `insert into learner (trust_id, id, person_id, route, university, stage, intake_month, weekly_release_minutes,
       study_day_rule, supervisor, fee_pence, status, status_date, started_on, interrupted_on, returns_on, interruptions)
     values ($1, $2, $3, 'framework', 'exeter', 'pgcert', '2026-09', $4, 'made-up', $5, 400000, $6, $7, '2026-09-28',
       $8, $9, $10)`,
    [
      trustId,
      learnerId,
      personId,
      person.weeklyMinutes,
      person.supervised === true ? 'Dr One Slot' : null,
      away === undefined ? 'enrolled' : 'interrupted',
      away?.on ?? '2026-09-28',
      away?.on ?? null,
      away?.returns ?? null,
      away === undefined ? 0 : 1,
    ],
  );
  return { personId, learnerId };
}
