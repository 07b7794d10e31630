import { describe, expect, it } from 'vitest';
import { generateTrust } from '../../server/sample/generate-trust.ts';
import { sampleDataCut, sampleTrusts, trustPlans } from '../../server/sample/trust-plans.ts';
import type { LearnerRow } from '../../shared/imports/learner-rules.ts';
import { learnerStatuses } from '../../shared/learners/status.ts';
import { routes } from '../../shared/programmes/routes.ts';
import { stageNumber, stages } from '../../shared/programmes/stages.ts';
import { universities } from '../../shared/programmes/universities.ts';
import { isRegisteredGroup } from '../../shared/staff/staff.ts';

const trusts = { large: generateTrust(trustPlans.large), small: generateTrust(trustPlans.small) };

function byPerson(rows: readonly LearnerRow[]): LearnerRow[][] {
  const people = new Map<string, LearnerRow[]>();
  for (const row of rows) people.set(row.employeeNumber, [...(people.get(row.employeeNumber) ?? []), row]);
  return [...people.values()];
}

function onFramework(rows: readonly LearnerRow[]): LearnerRow[] {
  return rows.filter((row) => row.route === 'framework');
}

/** Day on which a stage was over, or is not yet. */
function endOf(row: LearnerRow): string {
  return row.withdrawnOn ?? row.qualifiedOn ?? '9999-12-31';
}

describe('learners of the large trust', () => {
  const { learners, staff } = trusts.large;
  const framework = byPerson(onFramework(learners));

  it('are 75 people of the intakes 2022 to 2026 and 18 stages planned for September 2027', () => {
    const first = framework.map(([row]) => row!.intakeMonth.slice(0, 4));
    const intakes = ['2022', '2023', '2024', '2025', '2026'].map(
      (year) => first.filter((one) => one === year).length,
    );
    expect(intakes).toEqual([9, 13, 16, 18, 19]);
    const planned = learners.filter((row) => row.intakeMonth === '2027-09');
    expect(planned).toHaveLength(18);
    expect(new Set(planned.map((row) => row.status))).toEqual(
      new Set(['interested', 'applied', 'offered', 'funded']),
    );
  });

  it('stand in every status, at every stage, at every university and on every route', () => {
    const seen = <K extends keyof LearnerRow>(key: K) => new Set(learners.map((row) => row[key]));
    expect(seen('status')).toEqual(new Set(learnerStatuses));
    expect(seen('stage')).toEqual(new Set([...stages, 'none']));
    expect(seen('university')).toEqual(new Set([...universities, 'none']));
    expect(seen('route')).toEqual(new Set(routes));
  });

  it('come one or two from a team, and three from two wards', () => {
    const teamOf = new Map(staff.map((row) => [row.employeeNumber, row.team]));
    const counts = new Map<string, number>();
    const now = byPerson(onFramework(learners)).filter((rows) =>
      rows.some((row) => !['qualified', 'withdrawn'].includes(row.status)),
    );
    for (const [row] of now) {
      const team = teamOf.get(row!.employeeNumber)!;
      counts.set(team, (counts.get(team) ?? 0) + 1);
    }
    const wards = new Set(
      trusts.large.teams.flatMap((team) => (team.type === 'rostered-round-the-clock' ? [team.name] : [])),
    );
    const three = [...counts].filter(([team, count]) => wards.has(team) && count > 2);
    expect(three.sort()).toEqual([
      ['General Critical Care', 3],
      ['Ward 15, stroke', 3],
    ]);
    expect(counts.has('Ward 7, acute medicine')).toBe(false);
  });

  it('agree on one day a week to two days, with the weekdays named for many and nothing known for some', () => {
    const weekly = onFramework(learners).flatMap((row) => row.weeklyReleaseMinutes ?? []);
    expect(new Set(weekly)).toEqual(new Set([450, 675, 690, 900]));
    const named = learners.filter((row) => row.releaseDays !== null);
    expect(named.length).toBeGreaterThan(60);
    for (const { releaseDays, weeklyReleaseMinutes } of named) {
      expect(releaseDays!.reduce((sum, day) => sum + day.minutes, 0)).toBe(weeklyReleaseMinutes);
    }
    const unknown = onFramework(learners).filter(
      (row) => row.weeklyReleaseMinutes === null && row.statedReleaseMinutes === null,
    );
    expect(unknown.length).toBeGreaterThan(5);
  });

  it('pay between £3,000 and £5,500 a stage where the fee is known, and for some it is not', () => {
    const fees = onFramework(learners).flatMap((row) => row.feePence ?? []);
    expect(Math.min(...fees)).toBeGreaterThanOrEqual(300_000);
    expect(Math.max(...fees)).toBeLessThanOrEqual(550_000);
    expect(onFramework(learners).length - fees.length).toBeGreaterThan(5);
  });

  it('have bursaries that pay the whole fee, never a doctor’s, and none before the course has started', () => {
    const doctors = new Set(
      staff.flatMap((row) => (row.staffGroup === 'Medical and Dental' ? [row.employeeNumber] : [])),
    );
    const bursaries = learners.filter((row) => row.fundingSource === 'nihr-bursary');
    expect(bursaries.length).toBeGreaterThan(40);
    for (const row of bursaries) {
      expect(row.fundingPence).toBe(row.feePence);
      expect(doctors.has(row.employeeNumber)).toBe(false);
      expect(row.startedOn).not.toBeNull();
    }
  });

  it('are named before the course, after it, or never', () => {
    const kinds = framework.map((rows) => {
      const [first] = rows;
      if (first!.roleSince === null) return 'never';
      return first!.startedOn !== null && first!.roleSince < first!.startedOn ? 'before' : 'after';
    });
    const count = (kind: string): number => kinds.filter((one) => one === kind).length;
    expect([count('before'), count('after'), count('never')]).toEqual([5, 13, 72]);
  });
});

describe.each(sampleTrusts)('learners of the %s trust', (name) => {
  const { learners, staff } = trusts[name];

  it('are registered staff who were in post before they started, and stayed while they studied', () => {
    const posts = new Map(staff.map((row) => [row.employeeNumber, row]));
    for (const row of learners) {
      const post = posts.get(row.employeeNumber)!;
      expect(isRegisteredGroup(post.staffGroup)).toBe(true);
      if (row.startedOn !== null) expect(post.startDate <= row.startedOn).toBe(true);
      if (post.leavingDate !== null) expect(row.statusDate <= post.leavingDate).toBe(true);
    }
  });

  it('have no date before the one it follows from, and nothing has happened after the data cut', () => {
    for (const row of learners) {
      const { startedOn, interruptedOn, returnsOn, withdrawnOn, qualifiedOn } = row;
      for (const day of [interruptedOn, withdrawnOn, qualifiedOn]) {
        if (day === null) continue;
        expect(startedOn !== null && startedOn <= day).toBe(true);
        expect(day <= sampleDataCut).toBe(true);
      }
      if (interruptedOn !== null && returnsOn !== null) expect(interruptedOn < returnsOn).toBe(true);
      if (returnsOn !== null && qualifiedOn !== null) expect(returnsOn < qualifiedOn).toBe(true);
      if (startedOn !== null) expect(startedOn <= sampleDataCut).toBe(true);
      if (row.roleSince !== null) expect(row.roleSince <= sampleDataCut).toBe(true);
    }
  });

  it('never study two stages at once, and start a stage only with the award of the one before', () => {
    for (const rows of byPerson(onFramework(learners))) {
      rows.forEach((row, index) => {
        const next = rows[index + 1];
        if (next === undefined) return;
        expect(row.status).toBe('qualified');
        expect(stageNumber(next.stage as 'pgcert')).toBe(stageNumber(row.stage as 'pgcert') + 1);
        expect(endOf(row) < (next.startedOn ?? `${next.intakeMonth}-01`)).toBe(true);
      });
    }
  });

  it('are away from the trust only after they stopped studying', () => {
    const left = staff.filter((row) => row.leavingDate !== null);
    const studying = new Set(
      learners.flatMap((row) =>
        ['enrolled', 'interrupted'].includes(row.status) ? [row.employeeNumber] : [],
      ),
    );
    expect(left.filter((row) => studying.has(row.employeeNumber))).toEqual([]);
    expect(left.length).toBe(name === 'large' ? 5 : 0);
  });
});

describe('learners of the small trust', () => {
  it('are three now and two past', () => {
    const people = byPerson(trusts.small.learners);
    const now = people.filter((rows) => rows.at(-1)!.status === 'enrolled');
    expect([now.length, people.length - now.length]).toEqual([3, 2]);
  });
});
