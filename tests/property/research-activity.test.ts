import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, asPlainDate } from '../../shared/calendar/plain-date.ts';
import { delegationRoles } from '../../shared/research/delegation.ts';
import { mostFilled } from '../../shared/research/fill-openings.ts';
import { researchHeadcount } from '../../shared/research/headcount.ts';
import { namedOn } from '../../shared/research/named.ts';
import { leadLosses } from '../../shared/research/study-lead.ts';
import { studyStatuses } from '../../shared/research/study.ts';
import { mayBePi } from '../../shared/research/who-may-be-pi.ts';
import { staffGroups, type StaffGroup } from '../../shared/staff/staff.ts';

const origin = asPlainDate('2024-01-01');
const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(origin, days));
const ids = ['a', 'b', 'c'] as const;
const people = ['ann', 'bea', 'cem', 'dot'] as const;
const studies = fc.tuple(
  ...ids.map((id) =>
    fc.record({
      id: fc.constant(id),
      status: fc.constantFrom(...studyStatuses),
      closedOn: fc.option(day),
      plannedClose: fc.option(day),
      delegationLogHeld: fc.boolean(),
    }),
  ),
);
const entry = fc
  .record({
    studyId: fc.constantFrom(...ids),
    personId: fc.constantFrom(...people),
    role: fc.constantFrom(...delegationRoles),
    startedOn: day,
    days: fc.option(fc.nat(800)),
  })
  .map(({ days, ...rest }) => ({ ...rest, endedOn: days === null ? null : addDays(rest.startedOn, days) }));
const entries = fc.array(entry, { maxLength: 20 });
const groupEntry = (id: string, group: StaffGroup | null | undefined): [string, StaffGroup][] =>
  group === null || group === undefined ? [] : [[id, group]];
const groups = fc
  .array(fc.option(fc.constantFrom(...staffGroups)), { minLength: 4, maxLength: 4 })
  .map((list) => new Map(people.flatMap((id, index) => groupEntry(id, list[index]))));
const leaving = fc.option(day).map((date) => new Map(date === null ? [] : [['ann', date] as const]));

describe('laws of the headcount', () => {
  it('groups add up to all, roles add up to people, and nobody is counted twice', () => {
    fc.assert(
      fc.property(studies, entries, groups, day, (all, log, groupOf, date) => {
        const head = researchHeadcount(all, log, groupOf, date);
        expect(head.groups.reduce((sum, { total }) => sum + total, 0)).toBe(head.all.total);
        expect(Object.values(head.all.byRole).reduce((sum, n) => sum + n, 0)).toBe(head.all.total);
        expect(head.all.total + head.notInPost).toBeLessThanOrEqual(people.length);
      }),
    );
  });

  it('Principal and Co-Investigators are those the projection starts from', () => {
    fc.assert(
      fc.property(studies, entries, groups, day, (all, log, groupOf, date) => {
        const { byRole } = researchHeadcount(all, log, groupOf, date).all;
        const named = [...namedOn(all, log, date)].filter(([id]) => groupOf.has(id)).map(([, role]) => role);
        expect([byRole.pi, byRole.coi]).toEqual([
          named.filter((role) => role === 'pi').length,
          named.filter((role) => role === 'coi').length,
        ]);
      }),
    );
  });
});

describe('laws of studies that lose their Principal Investigator', () => {
  it('does not depend on the order of the log, and lists a study once at most and within the year', () => {
    fc.assert(
      fc.property(studies, entries, leaving, day, (all, log, leaves, date) => {
        const losses = leadLosses(all, log, leaves, date);
        const turned = leadLosses(all, [...log].reverse(), leaves, date);
        expect(turned.map(({ studyId, on }) => [studyId, on])).toEqual(
          losses.map(({ studyId, on }) => [studyId, on]),
        );
        expect(new Set(losses.map(({ studyId }) => studyId)).size).toBe(losses.length);
        for (const { on } of losses) if (on !== null) expect(on <= addMonths(date, 12)).toBe(true);
      }),
    );
  });

  it('a further lead without end never makes a loss come sooner', () => {
    fc.assert(
      fc.property(studies, entries, day, (all, log, date) => {
        const lastOf = (list: ReturnType<typeof leadLosses>, id: string): string =>
          list.find(({ studyId }) => studyId === id)?.on ??
          (list.some(({ studyId }) => studyId === id) ? '' : '9999');
        const none = new Map<string, never>();
        const before = leadLosses(all, log, none, date);
        const more = { studyId: 'a', personId: 'dot', role: 'pi', startedOn: date, endedOn: null } as const;
        const after = leadLosses(all, [...log, more], none, date);
        expect(lastOf(after, 'a') >= lastOf(before, 'a')).toBe(true);
      }),
    );
  });
});

describe('laws of openings that people could take', () => {
  const types = fc.constantFrom('ctimp' as const, 'interventional' as const, null);
  const wanted = fc.array(fc.record({ studyType: types }), { maxLength: 5 });
  const readyPeople = fc.array(fc.record({ registration: fc.constantFrom('GMC', 'HCPC', null) }), {
    maxLength: 4,
  });
  const before = asPlainDate('2026-01-15');

  /** Every way to give people one opening each, the best of them. */
  function bestOf(
    open: readonly { studyType: 'ctimp' | 'interventional' | null }[],
    left: readonly { registration: string | null }[],
  ): number {
    const [person, ...others] = left;
    if (person === undefined) return 0;
    const taken = open.flatMap(({ studyType }, index) =>
      mayBePi(studyType, person.registration, before).kind === 'allowed'
        ? [
            1 +
              bestOf(
                open.filter((_, at) => at !== index),
                others,
              ),
          ]
        : [],
    );
    return Math.max(bestOf(open, others), ...taken);
  }

  it('are as many as the best of all ways to share them out, in whatever order people come', () => {
    fc.assert(
      fc.property(wanted, readyPeople, (open, ready) => {
        expect(mostFilled(open, ready, before)).toBe(bestOf(open, ready));
        expect(mostFilled(open, ready.toReversed(), before)).toBe(mostFilled(open, ready, before));
      }),
      { numRuns: 100 },
    );
  });
});
