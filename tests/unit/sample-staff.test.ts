import { describe, expect, it } from 'vitest';
import { registeredMinutes } from '../../server/sample/capacity.ts';
import { generateTrust } from '../../server/sample/generate-trust.ts';
import { factsOf, type JobFamily } from '../../server/sample/job-families.ts';
import type { StaffRow } from '../../server/sample/staff-row.ts';
import { sampleDataCut, trustPlans } from '../../server/sample/trust-plans.ts';
import { isCapacity } from '../../shared/staff/assignment-status.ts';
import { staffGroups } from '../../shared/staff/staff.ts';

const large = generateTrust(trustPlans.large);
const small = generateTrust(trustPlans.small);

function people(rows: readonly StaffRow[]): number {
  return new Set(rows.map((row) => row.employeeNumber)).size;
}

/** Share of the posts that are not bank posts, in per cent. */
function shareOf(group: string): number {
  const posts = large.staff.filter((row) => row.category !== 'Bank');
  return (100 * posts.filter((row) => row.staffGroup === group).length) / posts.length;
}

function fte(rows: readonly StaffRow[]): number {
  return rows.reduce((sum, row) => sum + row.hours / row.fullTimeHours, 0);
}

describe('the large trust', () => {
  it('has about 6,000 people in 120 teams and six divisions', () => {
    expect(people(large.staff)).toBe(6114);
    expect(large.teams).toHaveLength(120);
    expect(new Set(large.teams.map((team) => team.division)).size).toBe(6);
  });

  it('has all nine staff groups in the shares such trusts have', () => {
    expect(new Set(large.staff.map((row) => row.staffGroup))).toEqual(new Set(staffGroups));
    const shares = {
      'Nursing and Midwifery Registered': [29, 33],
      'Additional Clinical Services': [18, 22],
      'Administrative and Clerical': [18, 22],
      'Medical and Dental': [10, 12],
      'Allied Health Professionals': [6, 8],
    } as const;
    for (const [group, [low, high]] of Object.entries(shares)) {
      expect(shareOf(group), group).toBeGreaterThan(low);
      expect(shareOf(group), group).toBeLessThan(high);
    }
  });

  it('has fewer whole-time equivalents than people, by part-time work', () => {
    const perPerson = fte(large.staff) / people(large.staff);
    expect(perPerson).toBeGreaterThan(0.85);
    expect(perPerson).toBeLessThan(0.92);
  });

  it('counts about three people in a hundred twice or more', () => {
    const second = large.staff.filter((row) => row.assignmentNumber.endsWith('-2'));
    const share = people(second) / people(large.staff);
    expect(share).toBeGreaterThan(0.02);
    expect(share).toBeLessThan(0.04);
  });

  it('has bank posts without contracted hours, and 40 people who hold nothing else', () => {
    const bank = large.staff.filter((row) => row.category === 'Bank');
    expect(bank.every((row) => row.hours === 0 && !isCapacity(row))).toBe(true);
    expect(people(large.staff) - people(large.staff.filter((row) => row.category !== 'Bank'))).toBe(40);
  });

  it('has people on maternity leave and career breaks, who are in post and not capacity', () => {
    for (const status of ['Maternity & Adoption', 'Career Break']) {
      const away = large.staff.filter((row) => row.status === status);
      expect(away.length, status).toBeGreaterThan(10);
      expect(away.some(isCapacity), status).toBe(false);
    }
  });

  it('gives Ward 7 exactly 1,575.00 contracted registered hours on active assignments: 42 WTE, 94,500 minutes', () => {
    expect(registeredMinutes(large.staff, sampleDataCut).get('Ward 7, acute medicine')).toBe(94_500);
    const nurses = large.staff.filter(
      (row) => row.team === 'Ward 7, acute medicine' && row.registrationBody !== null && isCapacity(row),
    );
    expect(fte(nurses)).toBeCloseTo(42, 9);
    expect(nurses).toHaveLength(44);
  });

  it('fills every post of every outline', () => {
    for (const { name, heads } of trustPlans.large.organisation) {
      for (const [family, count] of Object.entries(heads) as [JobFamily, number][]) {
        const roles = factsOf(family).posts.map(([role]) => role);
        const own = large.staff.filter(
          (row) => row.team === name && roles.includes(row.jobRole) && /^[0-9]+$/.test(row.assignmentNumber),
        );
        expect(own.length, `${name}, ${family}`).toBeGreaterThanOrEqual(count);
      }
    }
  });
});

describe('both trusts', () => {
  const staff = [...large.staff, ...small.staff];

  it('share no employee number and repeat no assignment number', () => {
    expect(people(staff)).toBe(people(large.staff) + people(small.staff));
    expect(new Set(staff.map((row) => row.assignmentNumber)).size).toBe(staff.length);
  });

  it('have nobody who starts after the data cut or leaves before the start', () => {
    for (const row of staff) {
      expect(row.startDate <= sampleDataCut).toBe(true);
      expect(row.leavingDate === null || row.leavingDate > row.startDate).toBe(true);
    }
  });

  it('have registration numbers that say they are made up', () => {
    const registered = staff.filter((row) => row.registrationBody !== null);
    expect(registered.every((row) => row.registrationNumber?.startsWith('SYN'))).toBe(true);
  });

  it('have nobody whose post is older than their working life', () => {
    for (const { ageBand, startDate } of staff.filter((row) => row.category !== 'Bank')) {
      const oldest = Number(ageBand.slice(3, 5));
      expect(2026 - Number(startDate.slice(0, 4))).toBeLessThanOrEqual(oldest - 17);
    }
  });
});

describe('the small trust', () => {
  it('has 900 people in post and 12 of the bank alone, in 25 teams', () => {
    expect(people(small.staff.filter((row) => row.category !== 'Bank'))).toBe(900);
    expect(people(small.staff)).toBe(912);
    expect(small.teams).toHaveLength(25);
  });
});
