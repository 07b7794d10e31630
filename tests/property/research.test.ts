import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, asPlainDate } from '../../shared/calendar/plain-date.ts';
import { delegationCoverageOn } from '../../shared/research/coverage.ts';
import { delegationRoles } from '../../shared/research/delegation.ts';
import { firstNamedBy, namedOn, piRoleEnds } from '../../shared/research/named.ts';
import { studyStatuses } from '../../shared/research/study.ts';

const origin = asPlainDate('2020-01-01');
const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(origin, days));
const study = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  status: fc.constantFrom(...studyStatuses),
  closedOn: fc.option(day),
  plannedClose: fc.option(day),
  delegationLogHeld: fc.boolean(),
});
const studies = fc.uniqueArray(study, { selector: ({ id }) => id, minLength: 4, maxLength: 4 });
const entry = fc
  .record({
    studyId: fc.constantFrom('a', 'b', 'c', 'd'),
    personId: fc.constantFrom('ann', 'bea', 'cem', 'dot'),
    role: fc.constantFrom(...delegationRoles),
    startedOn: day,
    days: fc.option(fc.nat(800)),
  })
  .map(({ days, ...rest }) => ({ ...rest, endedOn: days === null ? null : addDays(rest.startedOn, days) }));
const entries = fc.array(entry, { maxLength: 25 });

describe('laws of who is named', () => {
  it('whoever is named on a day was first named in that role by that day', () => {
    fc.assert(
      fc.property(studies, entries, day, (all, log, date) => {
        const first = firstNamedBy(log, date);
        for (const [personId, role] of namedOn(all, log, date)) {
          expect(first.get(personId)?.[role]).not.toBeNull();
        }
      }),
    );
  });

  it('more entries never take a name away, and never a higher role', () => {
    fc.assert(
      fc.property(studies, entries, entries, day, (all, log, more, date) => {
        const fewer = namedOn(all, log, date);
        const both = namedOn(all, [...log, ...more], date);
        for (const [personId, role] of fewer) {
          expect(both.has(personId)).toBe(true);
          if (role === 'pi') expect(both.get(personId)).toBe('pi');
        }
      }),
    );
  });

  it('does not depend on the order of the entries', () => {
    fc.assert(
      fc.property(studies, entries, day, (all, log, date) => {
        const turned = [...log].reverse();
        expect(new Map([...namedOn(all, turned, date)].sort())).toEqual(
          new Map([...namedOn(all, log, date)].sort()),
        );
        expect(new Map([...piRoleEnds(all, turned, date)].sort())).toEqual(
          new Map([...piRoleEnds(all, log, date)].sort()),
        );
      }),
    );
  });

  it('the first day in a role never moves later as time goes on', () => {
    fc.assert(
      fc.property(entries, day, fc.nat(500), (log, date, later) => {
        const now = firstNamedBy(log, date);
        const then = firstNamedBy(log, addDays(date, later));
        for (const [personId, { coi, pi }] of now) {
          if (coi !== null) expect(then.get(personId)?.coi).toBe(coi);
          if (pi !== null) expect(then.get(personId)?.pi).toBe(pi);
        }
      }),
    );
  });

  it('an end of the role is given for exactly those who are Principal Investigator on the day', () => {
    fc.assert(
      fc.property(studies, entries, day, (all, log, date) => {
        const leads = [...namedOn(all, log, date)].flatMap(([id, role]) => (role === 'pi' ? [id] : []));
        expect([...piRoleEnds(all, log, date).keys()].sort()).toEqual(leads.sort());
      }),
    );
  });

  it('no more logs are held than studies are open', () => {
    fc.assert(
      fc.property(studies, day, (all, date) => {
        const { held, open } = delegationCoverageOn(all, date);
        expect(held).toBeLessThanOrEqual(open);
        expect(open).toBeLessThanOrEqual(all.length);
      }),
    );
  });
});
