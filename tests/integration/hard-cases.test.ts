import { beforeAll, describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { addDays, asPlainDate } from '../../shared/calendar/plain-date.ts';
import type { Person } from '../../shared/pipeline/projection-inputs.ts';
import type { Result } from '../../shared/core/result.ts';
import { teachingCalendar } from '../../shared/programmes/teaching-calendar.ts';
import { summariseCover } from '../../server/backfill/summarise-cover.ts';
import { showOverview } from '../../server/overview/show-overview.ts';
import { showPipeline } from '../../server/pipeline/show-pipeline.ts';
import { showGrid } from '../../server/release/show-grid.ts';
import { showTeam } from '../../server/release/show-team.ts';
import { showSupervisors } from '../../server/supervisors/show-supervisors.ts';
import { newId } from '../../server/db/new-id.ts';
import { useDatabase } from '../support/database.ts';
import { fillHardTrust, type HardTrust } from '../support/hard-cases.ts';
import { openTestTrusts, type TestTrust } from '../support/trusts.ts';

const db = useDatabase();
let a: TestTrust;
let trust: HardTrust;

beforeAll(async () => {
  ({ a } = await openTestTrusts(db.database));
  trust = await fillHardTrust(db, a);
});

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

/** Mondays with teaching from the week of the data cut on, of the one intake that everybody belongs to. */
const teaching = (() => {
  const { firstWeek, weeks, breakWeeks } = teachingCalendar('exeter', 'pgcert', asMonth('2026-09'));
  const mondays = Array.from({ length: weeks }, (_, index) => addDays(firstWeek, index * 7));
  return mondays.filter((monday) => !breakWeeks.includes(monday) && monday >= '2026-11-16');
})();

const until = (monday: string): number => teaching.filter((week) => week < monday).length;
const from = (monday: string): number => teaching.length - until(monday);

/**
 * Three posts 5 hours a week, the two beside each other and the mover until February 7.5 each, who is away 7.5 from
 * the week of the return, and the leaver 7.5 until the Thursday that is the last day in post.
 */
const wardMinutes = () =>
  teaching.length * (300 + 450 + 450) + until('2027-02-01') * 450 + from('2027-05-03') * 450;
const clinicMinutes = () => from('2027-02-01') * 450;

async function releasedIn(monday: string): Promise<readonly number[]> {
  const grid = await shownGrid();
  const index = grid.weeks.indexOf(asPlainDate(monday));
  return [trust.ward, trust.clinic].map(
    (id) => grid.teams.find((team) => team.id === id)?.released[index] ?? -1,
  );
}

async function shownGrid() {
  return valueOf(await showGrid(a.as('finance'), { basis: 'trust' })).grid;
}

describe('people whose lives are not simple, on the release pages', () => {
  it.each([
    ['everybody but who is away', '2026-11-23', 300 + 4 * 450, 0],
    ['the leaver is gone', '2027-01-11', 300 + 3 * 450, 0],
    ['the mover is with the clinic from that day', '2027-02-01', 300 + 2 * 450, 450],
    ['who was away is back on the expected day, not after twelve months', '2027-05-03', 300 + 3 * 450, 450],
  ])('%s', async (_what, monday, ward, clinic) => {
    expect(await releasedIn(monday)).toEqual([ward, clinic]);
  });

  it('a person with three posts is in one team, and their hours in each', async () => {
    const team = async (teamId: string) => valueOf(await showTeam(a.as('finance'), { teamId }));
    const [ward, clinic] = [await team(trust.ward), await team(trust.clinic)];
    const { learnerId } = trust.people.threePosts;
    expect(
      [ward, clinic].map(({ people }) => people.filter((one) => one.learnerId === learnerId).length),
    ).toEqual([1, 0]);
    // 18 and 5 hours beside five full posts; 10 hours in the clinic, and the mover is not in it yet.
    expect(ward.plan.contractedMinutes).toBe((18 + 5 + 5 * 37.5) * 60);
    expect(clinic.plan.contractedMinutes).toBe(600);
    expect(ward.staffInPost).toBe(6);
  });
});

describe('the same people, on the cost page', () => {
  it('cost what is released, each hour once, in the team of the day', async () => {
    const { summary } = valueOf(await summariseCover(a.as('finance'), { basis: 'trust' }));
    const leaver = teaching.filter((monday) => monday <= '2026-12-28').length * 450;
    const costs = new Map(
      summary.byTeam.map(({ teamId, byYear }) => [
        teamId,
        byYear.reduce((sum, { costPence }) => sum + costPence, 0),
      ]),
    );
    expect(costs.get(trust.ward)).toBe(((wardMinutes() + leaver) / 60) * 2000);
    expect(costs.get(trust.clinic)).toBe((clinicMinutes() / 60) * 2000);
  });

  it('owe six fees: five whole, and the mover’s in two parts that come to one', async () => {
    const { summary } = valueOf(await summariseCover(a.as('finance'), { basis: 'trust' }));
    const fees = summary.feeLines.flatMap(({ line, times }) => Array<number>(times).fill(line.feePence));
    const parts = fees.filter((pence) => pence !== 400_000);
    expect([fees.length, parts.length]).toEqual([7, 2]);
    expect(parts.reduce((sum, pence) => sum + pence, 0)).toBe(400_000);
  });
});

describe('the same people, on the overview and the pipeline page', () => {
  it('are six learners, and one of them waits for a new manager', async () => {
    const { summary, movesToDecide, learnersWithoutTeam } = valueOf(await showOverview(a.as('finance')));
    expect([summary.learners, movesToDecide, learnersWithoutTeam]).toEqual([6, 1, 0]);
  });

  it('are projected once each, without who leaves before the award', async () => {
    const { people } = valueOf(await showPipeline(a.as('research'))).plan.inputs;
    expect(people.filter(({ kind }) => kind === 'studying')).toHaveLength(4);
    // From September to October one month is done; from December to May it is five.
    expect(people.filter(({ kind }) => kind === 'interrupted')).toMatchObject([
      { elapsed: 1, returnIn: 5, interruptionsUsed: 1 },
    ]);
    expect(people).toHaveLength(5);
  });

  it('who will be named at another trust is no gain of this one', async () => {
    const { learnerId } = trust.people.first;
    await db.asApp(
      { trustId: a.id },
      `insert into learner_agreement (trust_id, learner_id, named_trust) values ($1, $2, 'RYJ')`,
      [a.id, learnerId],
    );
    const { people } = valueOf(await showPipeline(a.as('research'))).plan.inputs;
    expect(people).toHaveLength(4);
  });
});

describe('a supervisor of two with one slot', () => {
  it('is shown over the slots', async () => {
    const { supervisors } = valueOf(await showSupervisors(a.as('research')));
    expect(supervisors).toMatchObject([{ name: 'Dr One Slot', used: 2, counted: 1 }]);
  });

  it('holds planned starts to the slots of their intake, and the page may count as if it did not', async () => {
    for (const number of ['80101', '80102', '80103']) {
      const personId = newId();
      await db.asApp(
        { trustId: a.id },
        `insert into person (trust_id, id, employee_number, last_name, first_name) values ($1, $2, $3, 'Plan', 'Sam')`,
        [a.id, personId, number],
      );
      await db.asApp(
        { trustId: a.id },
        `insert into assignment (trust_id, id, person_id, assignment_number, staff_group, job_role, pay_scale, fte_e5,
           contracted_hours_x100, org_l4, cost_centre, start_date, valid_from)
         values ($1, $2, $3, $4, 'Nursing and Midwifery Registered', 'Nurse', 'XR05', 100000, 3750, 'Ward', 'C1',
           '2020-01-06', '2026-11-20')`,
        [a.id, newId(), personId, `${number}-1`],
      );
      await db.asApp(
        { trustId: a.id },
        `insert into learner (trust_id, id, person_id, route, university, stage, intake_month, study_day_rule, status,
           status_date) values ($1, $2, $3, 'framework', 'kings', 'pgcert', '2028-09', 'lapses', 'offered', '2026-11-01')`,
        [a.id, newId(), personId],
      );
    }
    const { plan, unheld } = valueOf(await showPipeline(a.as('research')));
    if (plan.slots.kind !== 'capped') throw new Error('there is a supervisor');
    expect(plan.slots.cuts).toEqual([{ month: '2028-09', planned: 3, free: 1, cut: 2 }]);
    const starting = (people: readonly Person[] | null): number[] =>
      (people ?? []).flatMap((one) => (one.kind === 'planned' ? [one.uptake] : [])).sort();
    const [low, , high] = starting(plan.inputs.people);
    expect([low, starting(plan.inputs.people)[1]]).toEqual([0, 0]);
    expect(starting(unheld)).toEqual([high, high, high]);
    expect(unheld).toHaveLength(plan.inputs.people.length);
  });
});
