import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headcountBy, noGroup, severalGroups } from '../../shared/research/research-active.ts';

const people = fc.array(
  fc.record({
    groups: fc.uniqueArray(fc.constantFrom('Cancer', 'Stroke', 'Children', 'Surgery'), { maxLength: 3 }),
    wteE5: fc.integer({ min: 1, max: 100_000 }),
  }),
  { maxLength: 60 },
);

describe('research-active headcount by group', () => {
  it('never adds past the people, and its WTE adds up to theirs', () => {
    fc.assert(
      fc.property(people, (active) => {
        const { groups, people: total, wteE5 } = headcountBy(active, [], 1);
        expect(groups.reduce((sum, group) => sum + (group.people ?? 0), 0)).toBe(active.length);
        expect(total).toBe(active.length);
        const wte = active.reduce((sum, person) => sum + person.wteE5, 0);
        expect(groups.reduce((sum, group) => sum + (group.wteE5 ?? 0), 0)).toBe(wte);
        expect(wteE5).toBe(wte);
      }),
      { numRuns: 200 },
    );
  });

  it('counts somebody of several groups in a group of its own, and of none as not known', () => {
    const active = [{ groups: ['Cancer', 'Stroke'] }, { groups: ['Cancer'] }, { groups: [] }];
    const { groups } = headcountBy(
      active.map((one) => ({ ...one, wteE5: 50_000 })),
      [],
      1,
    );
    expect(groups.map(({ group, people: count }) => [group, count]).toSorted()).toEqual([
      ['Cancer', 1],
      [severalGroups, 1],
      [noGroup, 1],
    ]);
  });

  it('hides WTE and share with a group of few people, and never one hidden group alone beside a total', () => {
    fc.assert(
      fc.property(people, (active) => {
        const { groups, people: total } = headcountBy(active, active);
        const hidden = groups.filter((group) => group.people === null);
        for (const group of hidden) expect([group.wteE5, group.shareBp]).toEqual([null, null]);
        for (const { people: count } of groups) expect(count === null || count >= 5).toBe(true);
        expect(hidden.length === 1 && total !== null).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
