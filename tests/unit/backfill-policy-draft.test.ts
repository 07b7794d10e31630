import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftOfPolicy, earlier, readPolicy } from '../../client/backfill/policy-draft.ts';
import { bankInWords, rosterInWords, termsInWords } from '../../client/backfill/setting-words.ts';
import { dueInWords } from '../../client/backfill/booking-model.ts';
import { heatOf } from '../../client/backfill/study-heat.ts';
import { bankOnlyPolicy } from '../../shared/backfill/cover-policy.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { anyPolicy } from '../support/policy-arbitrary.ts';

describe('a policy as it is typed', () => {
  it('reads back as it was, whatever it says', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const read = readPolicy(draftOfPolicy(policy));
        const rungs = policy.rungs.filter(({ shareBp }) => shareBp > 0);
        const fillByNotice = policy.fillByNotice.toSorted((a, b) => a.weeks - b.weeks);
        expect(read).toEqual({ ok: true, policy: { ...policy, rungs, fillByNotice } });
      }),
      { numRuns: 100 },
    );
  });

  it('starts from the bank alone, with agency at 0', () => {
    const draft = draftOfPolicy();
    expect(draft.rungs[0]).toEqual({ rung: 'planned-bank', share: '100', pounds: '' });
    expect(draft.rungs.find(({ rung }) => rung === 'agency')!.share).toBe('0');
    expect(readPolicy(draft)).toEqual({ ok: true, policy: bankOnlyPolicy });
  });

  it('says what to do about each thing that cannot be', () => {
    const draft = draftOfPolicy();
    const problems = (patch: Partial<typeof draft>): unknown => readPolicy({ ...draft, ...patch });
    expect(problems({ ownTime: '101' })).toEqual({
      ok: false,
      problems: ['Own time: type a number from 0 to 100.'],
    });
    expect(problems({ fillByNotice: '8 85' })).toMatchObject({ ok: false });
    expect(problems({ fillByNotice: '8: 85, 8: 90' })).toEqual({
      ok: false,
      problems: ['Each notice can have one fill.'],
    });
    expect(problems({ actingUp: '5, 6' })).toEqual({
      ok: false,
      problems: ['Acting up goes from the highest band down.'],
    });
    expect(problems({ actingUp: 'senior' })).toMatchObject({ ok: false });
    expect(problems({ nights: '70', sundays: '40' })).toEqual({
      ok: false,
      problems: ['Nights, Saturdays, Sundays and bank holidays: together at most 100% of the hours.'],
    });
    expect(problems({ nights: 'many' })).toEqual({
      ok: false,
      problems: ['Nights and Saturdays: type a number from 0 to 100.'],
    });
    expect(problems({ shiftHours: '0.1' })).toEqual({
      ok: false,
      problems: ['Type a shift of half an hour to 24 hours.'],
    });
  });

  it('leaves by day what nights and Sundays do not take, and says where and when in words', () => {
    const draft = { ...draftOfPolicy(), highCostArea: 'outer', nights: '30', sundays: '12.5' };
    const read = readPolicy(draft);
    const hoursByKind = { plain: 5_750, 'saturday-or-night': 3_000, 'sunday-or-bank-holiday': 1_250 };
    const policy = { ...bankOnlyPolicy, highCostArea: 'outer' as const, hoursByKind };
    expect(read).toEqual({ ok: true, policy });
    expect(termsInWords(policy)).toBe(
      'with the supplement of outer London, 30% of the hours at night or on Saturdays, 12.5% on Sundays or bank holidays',
    );
    expect(termsInWords(null)).toBe('outside the high cost areas, all hours on weekdays by day');
  });

  it('moves a rung one place earlier, and the first not at all', () => {
    const draft = draftOfPolicy();
    const moved = earlier(draft, draft.rungs[1]!.rung);
    expect(moved.rungs.slice(0, 2)).toEqual([draft.rungs[1], draft.rungs[0]]);
    expect(earlier(draft, draft.rungs[0]!.rung)).toEqual(draft);
  });
});

describe('what is known of rosters, the bank and late shifts is said', () => {
  it('and what is not known too', () => {
    expect(rosterInWords({ roster: { version: 0, value: null }, teamsWithRoster: 0 })).toBe(
      'No roster period of the trust is entered: what to book now is the next eight weeks.',
    );
    const value = { startsOn: asPlainDate('2026-11-02'), weeks: 4, approvalDays: 42 };
    expect(rosterInWords({ roster: { version: 1, value }, teamsWithRoster: 1 })).toBe(
      'Rosters run for 4 weeks, counted from 2 November 2026, and are approved 42 days before. 1 team has periods of their own.',
    );
    const summary = { bankShortages: [{}, {}] } as never;
    expect(bankInWords({ supplies: [], summary })).toMatch(/^What the bank has is not known/);
    expect(bankInWords({ supplies: null, summary })).toMatch(/you see some of them/);
    const steps = [{ from: asPlainDate('2026-11-16'), minutesPerWeek: 30_000 }];
    const supply = { staffGroup: 'Students' as const, steps };
    expect(bankInWords({ supplies: [{ version: 1, value: supply }], summary })).toBe(
      'The bank has, Students: 500 hours a week. Other staff groups are not known and not limited. In 2 weeks all teams together ask for more, and every team’s fill falls in proportion; later rungs of a team’s policy take their share of the rest.',
    );
  });

  it('shifts by approval date, shifts that are late, and what booking now spares', () => {
    const booking = { shifts: 2, approveBy: asPlainDate('2026-12-14'), isLate: false, waiting: null };
    const waiting = { extraPence: 12_000, extraUnfilledMinutes: 90 };
    expect(dueInWords({ toBook: [{ ...booking, approveBy: null }] as never })).toEqual([]);
    expect(
      dueInWords({
        toBook: [
          booking,
          { ...booking, waiting },
          { ...booking, approveBy: asPlainDate('2026-11-16'), isLate: true },
        ] as never,
      }),
    ).toEqual([
      'To send before the roster is approved: 4 shifts by 14 December 2026.',
      '2 shifts of rosters approved already: what is open there is late.',
      'Booking now instead of late spares £120 and fills 1.5 hours more.',
    ]);
  });

  it('a day is drawn darker the nearer it is to the busiest', () => {
    expect([0, 1, 25, 26, 51, 76, 100].map((minutes) => heatOf(minutes, 100))).toEqual([0, 1, 1, 2, 3, 4, 4]);
  });
});
