import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, asPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { faultsOfEntry, overlap } from '../../shared/research/check-entry.ts';
import { faultsAgainstLog, faultsOfStudy, type StudyDates } from '../../shared/research/check-study.ts';

const day = (text: string | null): PlainDate | null => (text === null ? null : asPlainDate(text));
const open: StudyDates = {
  status: 'open',
  plannedOpen: day('2025-01-01'),
  openedOn: day('2025-02-01'),
  plannedClose: day('2027-01-01'),
  closedOn: null,
};

describe('a study that can be true', () => {
  it('has no fault', () => {
    expect(faultsOfStudy(open)).toEqual([]);
    expect(faultsOfStudy({ ...open, status: 'closed', closedOn: day('2025-02-01') })).toEqual([]);
  });

  it.each([
    ['closed without its day', { status: 'closed' as const }, 'needs the day it closed'],
    ['open with a closing day', { closedOn: day('2026-01-01') }, 'Only a closed study'],
    ['opened in set-up', { status: 'in-set-up' as const }, 'not opened yet'],
    [
      'closed before it opened',
      { status: 'closed' as const, closedOn: day('2025-01-31') },
      'closed before it opened',
    ],
    ['planned backwards', { plannedClose: day('2024-12-31') }, 'before the planned opening'],
  ])('is refused when %s', (_what, over, words) => {
    expect(faultsOfStudy({ ...open, ...over })).toEqual([expect.stringContaining(words)]);
  });

  it('cannot be moved so that its own log no longer fits', () => {
    const entries = [{ startedOn: asPlainDate('2025-02-01'), endedOn: null }];
    const held = { openedOn: day('2025-02-01'), closedOn: null, delegationLogHeld: true };
    expect(faultsAgainstLog(held, entries)).toEqual([]);
    expect(faultsAgainstLog({ ...held, openedOn: day('2025-02-02') }, entries)).toHaveLength(1);
    expect(faultsAgainstLog({ ...held, closedOn: day('2025-01-31') }, entries)).toHaveLength(1);
    expect(faultsAgainstLog({ ...held, delegationLogHeld: false }, entries)).toHaveLength(1);
  });
});

describe('an entry on a log', () => {
  const study = { openedOn: day('2025-02-01'), closedOn: day('2026-02-01'), delegationLogHeld: true };
  const entry = (from: string, to: string | null, over: object = {}) => ({
    personId: 'ann',
    role: 'coi' as const,
    startedOn: asPlainDate(from),
    endedOn: day(to),
    ...over,
  });

  it.each([
    ['the day the study opened', '2025-02-01', '2025-03-01', 0],
    ['the day before it opened', '2025-01-31', '2025-03-01', 1],
    ['the day the study closed', '2026-02-01', null, 0],
    ['the day after it closed', '2026-02-02', null, 1],
    ['a day after its own end', '2025-03-02', '2025-03-01', 1],
  ])('may start on %s or not', (_what, from, to, faults) => {
    expect(faultsOfEntry(entry(from, to), study, [])).toHaveLength(faults);
  });

  it('does not overlap the same role of the same person, and may another role or another person', () => {
    const others = [entry('2025-03-01', '2025-06-30', { id: 'x' })].map((one) => ({ id: 'x', ...one }));
    expect(faultsOfEntry(entry('2025-06-30', null), study, others)).toHaveLength(1);
    expect(faultsOfEntry(entry('2025-07-01', null), study, others)).toEqual([]);
    expect(faultsOfEntry(entry('2025-06-30', null, { role: 'pi' }), study, others)).toEqual([]);
    expect(faultsOfEntry(entry('2025-06-30', null, { personId: 'bea' }), study, others)).toEqual([]);
    expect(faultsOfEntry(entry('2025-03-01', null, { id: 'x' }), study, others)).toEqual([]);
  });

  it('overlaps exactly when some day lies in both', () => {
    const origin = asPlainDate('2025-01-01');
    const span = fc.record({ from: fc.nat(20), days: fc.option(fc.nat(10)) }).map(({ from, days }) => ({
      startedOn: addDays(origin, from),
      endedOn: days === null ? null : addDays(origin, from + days),
    }));
    const holds = (one: { startedOn: PlainDate; endedOn: PlainDate | null }, date: PlainDate): boolean =>
      one.startedOn <= date && (one.endedOn === null || date <= one.endedOn);
    fc.assert(
      fc.property(span, span, (a, b) => {
        const days = Array.from({ length: 40 }, (_, n) => addDays(origin, n));
        expect(overlap(a, b)).toBe(days.some((date) => holds(a, date) && holds(b, date)));
        expect(overlap(a, b)).toBe(overlap(b, a));
      }),
    );
  });
});
