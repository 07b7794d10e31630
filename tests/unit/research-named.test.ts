import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { coverageWords, delegationCoverageOn } from '../../shared/research/coverage.ts';
import type { DelegationEntry } from '../../shared/research/delegation.ts';
import { entriesOn, firstNamedBy, namedOn, piRoleEnds } from '../../shared/research/named.ts';
import type { Study } from '../../shared/research/study.ts';

const day = asPlainDate('2026-11-20');

function study(id: string, over: Partial<Study> = {}): Study {
  return {
    id,
    reference: id,
    title: id,
    specialty: null,
    studyType: null,
    status: 'open',
    plannedClose: null,
    closedOn: null,
    delegationLogHeld: true,
    cpmsId: null,
    irasId: null,
    edgeId: null,
    commercial: null,
    sites: null,
    plannedOpen: null,
    openedOn: null,
    version: 1,
    ...over,
  };
}

function entry(personId: string, studyId: string, over: Partial<DelegationEntry> = {}): DelegationEntry {
  return {
    id: `${personId} ${studyId}`,
    studyId,
    personId,
    role: 'coi',
    startedOn: asPlainDate('2025-01-06'),
    endedOn: null,
    source: 'log',
    version: 1,
    ...over,
  };
}

describe('who is named on a day', () => {
  const studies = [study('a'), study('b', { status: 'closed', closedOn: asPlainDate('2026-06-30') })];

  it('is named on the first and on the last day of the entry, and on no day outside', () => {
    const entries = [
      entry('ann', 'a', { startedOn: asPlainDate('2026-11-20'), endedOn: asPlainDate('2026-11-21') }),
    ];
    const held = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'].map(
      (date) => namedOn(studies, entries, asPlainDate(date)).size,
    );
    expect(held).toEqual([0, 1, 1, 0]);
  });

  it('stops being named when the study closes, whatever the entry says', () => {
    const entries = [entry('ann', 'b')];
    expect(namedOn(studies, entries, asPlainDate('2026-06-29')).get('ann')).toBe('coi');
    expect(namedOn(studies, entries, asPlainDate('2026-06-30')).has('ann')).toBe(false);
  });

  it('is Principal Investigator when both roles are held, in either order of entries', () => {
    const entries = [entry('ann', 'a'), entry('ann', 'b', { role: 'pi' })];
    const before = asPlainDate('2026-01-01');
    expect(namedOn(studies, entries, before).get('ann')).toBe('pi');
    expect(namedOn(studies, [...entries].reverse(), before).get('ann')).toBe('pi');
  });

  it('leaves out Associate Principal Investigators and other roles', () => {
    const entries = [entry('ann', 'a', { role: 'associate-pi' }), entry('bea', 'a', { role: 'other' })];
    expect(namedOn(studies, entries, day).size).toBe(0);
    expect(entriesOn(studies, entries, day)).toHaveLength(2);
  });

  it('refuses an entry whose study is missing: silence would read as nobody', () => {
    expect(() => namedOn(studies, [entry('ann', 'nowhere')], day)).toThrow(RangeError);
  });
});

describe('when somebody was first named', () => {
  it('is the earliest start in each role, however often the role was held', () => {
    const entries = [
      entry('ann', 'a', { startedOn: asPlainDate('2026-03-01') }),
      entry('ann', 'b', { startedOn: asPlainDate('2024-02-01'), endedOn: asPlainDate('2024-08-01') }),
      entry('ann', 'a', { startedOn: asPlainDate('2026-09-01'), role: 'pi' }),
    ];
    expect(firstNamedBy(entries, day).get('ann')).toEqual({ coi: '2024-02-01', pi: '2026-09-01' });
  });

  it('knows nothing of entries after the day', () => {
    const entries = [entry('ann', 'a', { startedOn: asPlainDate('2026-11-21') })];
    expect(firstNamedBy(entries, day).size).toBe(0);
  });
});

describe('when the role of Principal Investigator ends', () => {
  const closing = (id: string, date: string | null): Study =>
    study(id, { plannedClose: date === null ? null : asPlainDate(date) });
  const pi = (studyId: string, over: Partial<DelegationEntry> = {}): DelegationEntry =>
    entry('ann', studyId, { role: 'pi', ...over });

  it('is the last planned close of the studies led', () => {
    const studies = [closing('a', '2027-03-31'), closing('b', '2028-06-30')];
    expect(piRoleEnds(studies, [pi('a'), pi('b')], day).get('ann')).toEqual({
      kind: 'ends',
      on: '2028-06-30',
    });
  });

  it('is not known as soon as one study has no planned close, in either order', () => {
    const studies = [closing('a', null), closing('b', '2028-06-30')];
    for (const entries of [
      [pi('a'), pi('b')],
      [pi('b'), pi('a')],
    ]) {
      expect(piRoleEnds(studies, entries, day).get('ann')).toEqual({ kind: 'not-known' });
    }
  });

  it('is the entry’s own last day where that comes before the close', () => {
    const entries = [pi('a', { endedOn: asPlainDate('2027-01-31') })];
    expect(piRoleEnds([closing('a', '2027-03-31')], entries, day).get('ann')).toEqual({
      kind: 'ends',
      on: '2027-01-31',
    });
  });

  it('is asked only of those who hold the role on the day', () => {
    const entries = [entry('bea', 'a'), pi('a', { endedOn: asPlainDate('2026-01-31') })];
    expect(piRoleEnds([closing('a', '2027-03-31')], entries, day).size).toBe(0);
  });
});

describe('coverage of the delegation record', () => {
  it('counts open studies alone: not those in set-up, suspended or closed', () => {
    const studies = [
      study('a'),
      study('b', { delegationLogHeld: false }),
      study('c', { status: 'in-set-up' }),
      study('d', { status: 'suspended' }),
      study('e', { status: 'closed', closedOn: asPlainDate('2026-11-01') }),
    ];
    expect(delegationCoverageOn(studies, day)).toEqual({ held: 1, open: 2 });
  });

  it('says so in the words of the product', () => {
    expect(coverageWords({ held: 33, open: 38 })).toBe('delegation record held for 33 of 38 open studies');
    expect(coverageWords({ held: 0, open: 1 })).toBe('delegation record held for 0 of 1 open study');
  });
});
