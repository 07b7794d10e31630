import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import type { RecordedRegister } from '../../shared/pipeline/calibration/register-as-at.ts';
import { namedOn } from '../../shared/research/named.ts';
import { pastYears } from '../../shared/scenario/past-counts.ts';
import { learner } from '../support/learners.ts';
import { recordedSample } from '../support/recorded-sample.ts';

const day = asPlainDate('2026-11-20');

describe('what happened before the forecast', () => {
  const register = recordedSample('large');

  it('is counted at up to five past year ends of the basis, oldest first, none after the day', () => {
    expect(pastYears(register, day, 'financial').map(({ on }) => on)).toEqual(
      ['2022', '2023', '2024', '2025', '2026'].map((year) => `${year}-03-31`),
    );
    expect(pastYears(register, day, 'academic').at(-1)!.on).toBe('2026-07-31');
  });

  it('counts no more Principal Investigators than the logs name, and every gain of the register once', () => {
    for (const { on, piInPost } of pastYears(register, day, 'financial')) {
      const named = [...namedOn(register.studies, register.entries, on).values()];
      expect(piInPost).toBeLessThanOrEqual(named.filter((role) => role === 'pi').length);
    }
  });

  it('a first role counts in its own year alone; somebody straight to PI is no gain of a Co-I', () => {
    const entry = (role: 'coi' | 'pi', from: string) => ({
      id: from,
      studyId: 's',
      personId: 'ann',
      role,
      startedOn: asPlainDate(from),
      endedOn: null,
      source: 'log',
      version: 1,
    });
    const own: RecordedRegister = {
      learners: [{ learner: learner({ personId: 'ann' }), recordedOn: day }],
      moves: [],
      studies: [{ ...register.studies[0]!, id: 's', closedOn: null }],
      entries: [entry('coi', '2024-05-01'), entry('pi', '2025-06-01')],
      posts: [
        { personId: 'ann', staffGroup: 'Students', ageBand: null, from: asPlainDate('2020-01-01'), to: null },
      ],
      staffSeenFrom: null,
    };
    const gains = (facts: RecordedRegister) =>
      pastYears(facts, day, 'financial').map(({ coiGained, piGained, piInPost }) => [
        coiGained,
        piGained,
        piInPost,
      ]);
    expect(gains(own)).toEqual([
      [1, 0, 0],
      [0, 1, 1],
    ]);
    expect(gains({ ...own, entries: [entry('pi', '2025-06-01')] })).toEqual([[0, 1, 1]]);
    const gone = { ...own, posts: [{ ...own.posts[0]!, to: asPlainDate('2025-12-31') }] };
    expect(gains(gone).at(-1)).toEqual([0, 1, 0]);
  });
});
