import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonthsTo, asMonth, firstDayOf } from '../../shared/calendar/month.ts';
import { addDays, asPlainDate } from '../../shared/calendar/plain-date.ts';
import {
  expiringLetters,
  slotsByIntake,
  slotsOfMonth,
  slotsOn,
  slotsUsed,
} from '../../shared/learners/supervisor-slots.ts';

const start = asMonth('2026-09');
const month = fc.nat(36).map((n) => addMonthsTo(start, n));
const day = fc.nat(1200).map((n) => addDays(asPlainDate('2026-01-01'), n));
const holder = fc.record({
  id: fc.constantFrom('ann', 'bea', 'cem'),
  slots: fc.nat(6),
  activeFrom: day,
  activeTo: fc.option(day),
  letterExpires: fc.option(day),
});
const holders = fc.uniqueArray(holder, { selector: ({ id }) => id });
const need = fc.record({
  supervisorId: fc.option(fc.constantFrom('ann', 'bea', 'cem')),
  firstMonth: month,
  months: fc.integer({ min: 1, max: 24 }),
  committed: fc.boolean(),
});
const needs = fc.array(need, { maxLength: 30 });

describe('laws of supervisor slots', () => {
  it('a further supervisor never makes a shortage larger, a further learner never smaller', () => {
    fc.assert(
      fc.property(holders, needs, holder, need, month, (all, some, extra, learner, when) => {
        const { short } = slotsOfMonth(all, some, when);
        expect(slotsOfMonth([...all, { ...extra, id: 'dot' }], some, when).short).toBeLessThanOrEqual(short);
        expect(slotsOfMonth(all, [...some, learner], when).short).toBeGreaterThanOrEqual(short);
      }),
    );
  });

  it('what supervisors use and what has no supervisor is what is needed', () => {
    fc.assert(
      fc.property(needs, month, (some, when) => {
        const { needed, withoutSupervisor, ifAllCome } = slotsOfMonth([], some, when);
        const used = ['ann', 'bea', 'cem'].reduce((sum, id) => sum + slotsUsed(some, id, when), 0);
        expect(used + withoutSupervisor).toBe(needed);
        expect(ifAllCome).toBeGreaterThanOrEqual(needed);
      }),
    );
  });

  it('in a term of its own number a supervisor has that, and the usual in the others', () => {
    const ann = {
      ...{ id: 'ann', slots: 3, activeFrom: asPlainDate('2020-01-01'), activeTo: null, letterExpires: null },
      termSlots: { autumn: null, spring: 1, summer: null },
    };
    const on = (date: string): number => slotsOn(ann, asPlainDate(date));
    expect(['2026-09-01', '2026-12-31', '2027-05-01', '2027-08-31'].map(on)).toEqual([3, 3, 3, 3]);
    expect(['2027-01-01', '2027-04-30'].map(on)).toEqual([1, 1]);
  });

  it('fewer slots in a term show as a shortage of that term, though every intake has enough', () => {
    const ann = {
      ...{ id: 'ann', slots: 2, activeFrom: asPlainDate('2020-01-01'), activeTo: null, letterExpires: null },
      termSlots: { autumn: null, spring: 1, summer: null },
    };
    const two = [1, 2].map(() => ({
      ...{ supervisorId: 'ann', firstMonth: asMonth('2026-10'), months: 10, committed: true },
    }));
    const short = slotsByIntake([ann], two, asPlainDate('2026-09-01')).map((one) => [one.month, one.short]);
    expect(short).toEqual([
      ['2026-09', 0],
      ['2026-10', 0],
      ['2027-01', 1],
      ['2027-05', 0],
    ]);
  });

  it('while slots stay as they are, no month is shorter than the worst intake', () => {
    fc.assert(
      fc.property(needs, fc.nat(9), month, (some, slots, when) => {
        const forEver = [
          { id: 'ann', slots, activeFrom: asPlainDate('2020-01-01'), activeTo: null, letterExpires: null },
        ];
        const worst = Math.max(...slotsByIntake(forEver, some, firstDayOf(start)).map(({ short }) => short));
        expect(slotsOfMonth(forEver, some, when).short).toBeLessThanOrEqual(worst);
      }),
    );
  });

  it('slots are there exactly from the first active day to the last of activity and letter', () => {
    fc.assert(
      fc.property(holder, day, (one, date) => {
        const last = [one.activeTo, one.letterExpires].filter((end) => end !== null).sort()[0];
        const there = one.activeFrom <= date && (last === undefined || date <= last);
        expect(slotsOn(one, date)).toBe(there ? one.slots : 0);
      }),
    );
  });

  it('a letter that is listed has lost its slots by the day after', () => {
    fc.assert(
      fc.property(holders, day, fc.nat(400), (all, date, ahead) => {
        for (const { letterExpires, ...rest } of expiringLetters(all, date, addDays(date, ahead))) {
          expect(slotsOn({ ...rest, letterExpires }, addDays(letterExpires!, 1))).toBe(0);
        }
      }),
    );
  });

  it('counts a learner in the last month of the stage and not in the next', () => {
    const one = { supervisorId: null, firstMonth: asMonth('2027-09'), months: 12, committed: true };
    const neededIn = (when: string): number => slotsOfMonth([], [one], asMonth(when)).needed;
    expect(['2027-08', '2027-09', '2028-08', '2028-09'].map(neededIn)).toEqual([0, 1, 1, 0]);
    expect(firstDayOf(asMonth('2027-09'))).toBe('2027-09-01');
  });
});
