import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { candidatesFrom, whoCouldFollow, type Candidate } from '../../shared/research/who-could-follow.ts';

const day = asPlainDate('2026-11-20');
const study = { id: 's', specialty: 'Stroke', studyType: 'ctimp' as const };

const someone = (personId: string, change: Partial<Candidate> = {}): Candidate => ({
  personId,
  ready: false,
  isPi: false,
  registration: 'Nursing and Midwifery Council',
  coiOn: new Set(),
  specialties: new Set(),
  ...change,
});

const whoFits = (candidates: readonly Candidate[], on = day) =>
  whoCouldFollow(study, candidates, on).followers.map(({ personId, fit }) => [personId, fit]);

describe('who could lead a study', () => {
  it('its own Co-Investigators come first, then its specialty, then ready people whose specialty nobody knows', () => {
    const stroke = new Set(['Stroke']);
    expect(
      whoFits([
        someone('d', { ready: true }),
        someone('c', { isPi: true, specialties: stroke }),
        someone('b', { ready: true, specialties: stroke }),
        someone('a', { coiOn: new Set(['s']), specialties: stroke }),
      ]),
    ).toEqual([
      ['a', 'on-the-study'],
      ['b', 'same-specialty'],
      ['c', 'same-specialty'],
      ['d', 'specialty-not-known'],
    ]);
  });

  it('somebody of another specialty, or neither ready nor leading, is not listed', () => {
    expect(
      whoFits([
        someone('a', { ready: true, specialties: new Set(['Cancer']) }),
        someone('b', { specialties: new Set(['Stroke']) }),
      ]),
    ).toEqual([]);
  });

  it('the rule of the day the study wants somebody decides: from 28 April 2026 the register of health professions may', () => {
    const physio = someone('p', { ready: true, registration: 'HCPC' });
    expect(whoFits([physio], asPlainDate('2026-04-28'))).toEqual([['p', 'specialty-not-known']]);
    const before = whoCouldFollow(study, [physio], asPlainDate('2026-04-27'));
    expect(before).toEqual({ followers: [], notAllowed: 1 });
  });

  it('without a registration it is not known, which is not forbidden', () => {
    const { followers } = whoCouldFollow(study, [someone('x', { ready: true, registration: null })], day);
    expect(followers).toMatchObject([{ personId: 'x', rule: 'not-known' }]);
  });
});

describe('what the logs say of people', () => {
  const studies = [
    { id: 's', specialty: 'Stroke', closedOn: null },
    { id: 'old', specialty: 'Cancer', closedOn: asPlainDate('2026-01-01') },
  ];
  const entry = (studyId: string, role: 'pi' | 'coi', from: string) => ({
    studyId,
    personId: 'ann',
    role,
    startedOn: asPlainDate(from),
    endedOn: null,
  });
  const person = { personId: 'ann', ready: true, registration: null };

  it('a closed study leaves its specialty and no role; what lies ahead counts for nothing', () => {
    const entries = [entry('s', 'coi', '2026-02-01'), entry('old', 'pi', '2024-01-01')];
    expect(candidatesFrom([person], studies, entries, day)).toEqual([
      { ...person, isPi: false, coiOn: new Set(['s']), specialties: new Set(['Stroke', 'Cancer']) },
    ]);
    const [ahead] = candidatesFrom([person], studies, [entry('s', 'coi', '2027-01-01')], day);
    expect([ahead!.coiOn.size, ahead!.specialties.size]).toEqual([0, 0]);
  });
});
