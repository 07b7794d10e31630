import { describe, expect, it } from 'vitest';
import { generateTrust } from '../../server/sample/generate-trust.ts';
import { sampleDataCut, trustPlans } from '../../server/sample/trust-plans.ts';
import { readinessOn } from '../../shared/learners/readiness.ts';

const large = generateTrust(trustPlans.large);

/** How many of the checklists make somebody who holds an award ready on the day of the data cut. */
function ready(): number {
  return large.readiness.filter(({ employeeNumber, ...row }) => {
    const readiness = { ...row, personId: employeeNumber, version: 1 };
    return readinessOn({ awardOn: sampleDataCut, readiness, validityMonths: 36, date: sampleDataCut }).ready;
  }).length;
}

describe('readiness in the sample trusts', () => {
  it('is recorded of people in post who hold an award, once each, and of most of them', () => {
    const left = new Set(
      large.staff.flatMap(({ employeeNumber, leavingDate }) =>
        leavingDate === null ? [] : [employeeNumber],
      ),
    );
    const qualified = new Set(
      large.learners.flatMap(({ employeeNumber, status }) =>
        status === 'qualified' && !left.has(employeeNumber) ? [employeeNumber] : [],
      ),
    );
    const recorded = large.readiness.map(({ employeeNumber }) => employeeNumber);
    expect(new Set(recorded).size).toBe(recorded.length);
    expect(recorded.filter((number) => !qualified.has(number))).toEqual([]);
    expect(recorded.length).toBeGreaterThan(qualified.size * 0.7);
    expect(recorded.length).toBeLessThan(qualified.size);
  });

  it('makes most of them ready, and nobody was signed off or agreed time after the day of the data', () => {
    expect(ready()).toBe(29);
    const days = large.readiness.flatMap(({ trainingOn, signedOffOn, timeAgreedOn }) => [
      trainingOn,
      signedOffOn,
      timeAgreedOn,
    ]);
    expect(days.filter((day) => day !== null && day > sampleDataCut)).toEqual([]);
  });

  it('is not recorded in the small trust, whose pages say that it is not known', () => {
    expect(generateTrust(trustPlans.small).readiness).toEqual([]);
  });
});
