import { describe, expect, it } from 'vitest';
import { asPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { outlookByRule, outlookBySpecialty } from '../../shared/research/growth.ts';
import { openingsOn } from '../../shared/research/openings.ts';
import type { StudyStatus, StudyType } from '../../shared/research/study.ts';

const today = asPlainDate('2026-11-20');

function study(
  id: string,
  status: StudyStatus,
  more: Partial<{ held: boolean; close: string; type: StudyType }> = {},
) {
  return {
    ...{ id, status, specialty: 'Stroke', studyType: more.type ?? 'interventional', closedOn: null },
    plannedClose: more.close === undefined ? null : asPlainDate(more.close),
    delegationLogHeld: more.held ?? true,
  };
}

const pi = (studyId: string, personId: string, endedOn: string | null = null) => ({
  ...{ id: `${studyId} ${personId}`, studyId, personId, role: 'pi' as const },
  startedOn: asPlainDate('2025-01-06'),
  endedOn: endedOn === null ? null : asPlainDate(endedOn),
});

const studies = [
  study('set-up', 'in-set-up', { type: 'ctimp' }),
  study('led set-up', 'in-set-up'),
  study('nobody', 'open'),
  study('leaves', 'open'),
  study('ends', 'open'),
  study('ends late', 'open'),
  study('hands over', 'open'),
  study('handed over', 'open'),
  study('asked long ago', 'open'),
  study('closes', 'open', { close: '2027-02-28' }),
  study('not held', 'open', { held: false }),
  study('suspended', 'suspended'),
];

const entries = [
  pi('led set-up', 'ann'),
  pi('leaves', 'ben'),
  pi('ends', 'ann', '2027-05-31'),
  pi('ends late', 'ann', '2027-11-21'),
  pi('hands over', 'ann'),
  pi('handed over', 'ann'),
  { ...pi('handed over', 'cat'), startedOn: asPlainDate('2027-04-01') },
  pi('asked long ago', 'ann'),
  pi('closes', 'ben'),
];

const handOverBy = new Map<string, PlainDate>([
  ['hands over ann', asPlainDate('2027-03-31')],
  ['handed over ann', asPlainDate('2027-03-31')],
  ['asked long ago ann', asPlainDate('2026-06-30')],
]);
const leaving = new Map([['ben', asPlainDate('2027-06-30')]]);

describe('openings, by hand', () => {
  const openings = openingsOn(studies, entries, handOverBy, leaving, today);

  it('are studies in set-up without a PI, and open ones whose PI leaves, ends or asks to hand over within a year', () => {
    // A close is no opening, nor a hand-over with somebody named from the next day, nor an end after 20 November 2027;
    // a log that is not held and a suspended study are not judged.
    expect(openings.map(({ studyId, reason, from }) => [studyId, reason, from])).toEqual([
      ['set-up', 'set-up', null],
      ['nobody', 'nobody-named', null],
      ['asked long ago', 'hands-over', '2026-11-20'],
      ['hands over', 'hands-over', '2027-03-31'],
      ['ends', 'role-ends', '2027-05-31'],
      ['leaves', 'leaves-post', '2027-06-30'],
    ]);
  });

  it('against people ready: 6 openings, 2 people who may lead one, 4 to grow', () => {
    const ready = (personId: string, registration: string | null, specialties: readonly string[]) => ({
      ...{ personId, registration, specialties },
    });
    const people = [
      ready('dee', 'NMC', ['Stroke']),
      ready('eve', null, ['Stroke']),
      ready('fay', 'HCPC', ['Cancer']),
      ready('gus', 'NMC', []),
    ];
    const [stroke, cancer] = outlookBySpecialty(studies, openings, people, today);
    expect(stroke).toEqual({
      ...{ specialty: 'Stroke', inSetUp: 2, openings: 6, restricted: 1, ready: 2, mayLead: 2, gap: 4 },
    });
    expect(cancer).toMatchObject({ specialty: 'Cancer', openings: 0, ready: 1, mayLead: 0, gap: 0 });
    // Of the medicines trial alone, nobody can say whether somebody without a known registration may lead it.
    const trial = openings.filter(({ studyId }) => studyId === 'set-up');
    expect(outlookBySpecialty(studies, trial, people, today)[0]).toMatchObject({ mayLead: 1, ready: 2 });
  });

  it('two people who may both lead the one trial that is free to all leave the trial of a medicine to grow', () => {
    // A medicine trial and another; both people have no registration, which only the other does not ask for.
    const two = openings.filter(({ studyId }) => studyId === 'set-up' || studyId === 'nobody');
    const unknown = ['dee', 'eve'].map((personId) => ({
      personId,
      registration: null,
      specialties: ['Stroke'],
    }));
    expect(outlookBySpecialty(studies, two, unknown, today)[0]).toMatchObject({ mayLead: 2, gap: 1 });
  });

  it('by who may be PI: five free to any profession and one for the registers of its rule', () => {
    const people = [
      { personId: 'dee', registration: 'NMC', specialties: [] },
      { personId: 'eve', registration: null, specialties: [] },
    ];
    expect(outlookByRule(openings, people, today)).toMatchObject([
      { who: 'any', bodies: [], openings: 5, mayLead: 2, gap: 3 },
      { who: 'listed', openings: 1, mayLead: 1, gap: 0 },
    ]);
    const [unknown] = outlookByRule([{ ...openings[0]!, studyType: null }], null, today);
    expect(unknown).toMatchObject({ who: 'not-known', openings: 1, mayLead: null, gap: null });
  });
});
