import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { asAcademicYear } from '../../shared/calendar/years.ts';
import type { Award, LossReason } from '../../shared/funding/award.ts';
import { funnelByRound } from '../../shared/funding/funnel.ts';
import { uptakeOf, type BursaryCase } from '../../shared/funding/uptake.ts';
import { bursaryAward } from '../support/funding.ts';

const round = asAcademicYear('2027/28');

function award(id: string, lost: LossReason | null): Award {
  const learnerId = `00000000-0000-7000-8000-${id.padStart(12, '0')}`;
  const none = { offeredOn: null, acceptedOn: null, amountPence: null, payee: null };
  const steps =
    lost === null
      ? {}
      : {
          ...none,
          lost,
          lostOn: asPlainDate('2027-08-01'),
          ...(lost === 'not-applied' ? { appliedOn: null } : {}),
        };
  return { id, version: 1, ...bursaryAward(learnerId, { round, ...steps }) };
}

function person(id: number, lost: LossReason | null, change: Partial<BursaryCase> = {}): BursaryCase {
  return {
    learnerId: `learner-${id}`,
    round,
    eligible: 'eligible',
    placeOffered: true,
    award: award(String(id), lost),
    feePence: 400_000,
    ...change,
  };
}

/** The worked ward: 14 nurses with a place, 11 bursaries; one was late, one did not apply, one declined. */
const ward = [
  ...Array.from({ length: 11 }, (_, index) => person(index, null)),
  person(11, 'late'),
  person(12, 'not-applied'),
  person(13, 'declined'),
];

describe('the worked ward: 11 of 14', () => {
  it('is an uptake of 79%, and three fees of £4,000 left on the table', () => {
    const uptake = uptakeOf(ward);
    // 11 ÷ 14 = 78.57%
    expect([uptake.accepted, uptake.of, uptake.uptakeBp]).toEqual([11, 14, 7857]);
    expect([uptake.leftPeople, uptake.leftPence]).toEqual([3, 3 * 400_000]);
  });

  it('a refusal by the funder lowers uptake and has no pounds; no offer and not eligible are not counted at all', () => {
    const more = [
      ...ward,
      person(14, 'refused'),
      person(15, 'no-offer', { placeOffered: false }),
      person(16, 'not-eligible'),
    ];
    const uptake = uptakeOf(more);
    // 11 ÷ 15 = 73.33%
    expect([uptake.of, uptake.uptakeBp, uptake.leftPence]).toEqual([15, 7333, 1_200_000]);
    const lines = Object.fromEntries(
      uptake.losses.map(({ reason, people, pence }) => [reason, [people, pence]]),
    );
    expect(lines).toEqual({
      late: [1, 400_000],
      'not-applied': [1, 400_000],
      declined: [1, 400_000],
      refused: [1, null],
      'no-offer': [1, null],
      'not-eligible': [1, null],
    });
  });

  it('a fee not known is counted and not priced; somebody the rules exclude, or without a place, left nothing', () => {
    const uptake = uptakeOf([
      person(1, 'late', { feePence: null }),
      person(2, 'late', { eligible: 'not-by-default' }),
      person(3, 'not-applied', { placeOffered: false }),
    ]);
    expect([uptake.leftPeople, uptake.leftPence, uptake.leftFeesNotKnown]).toEqual([1, 0, 1]);
    expect(uptake.lostNotCounted).toBe(2);
  });

  it('where the rules are not known, what happened decides, and nobody without a record is counted', () => {
    const unknown = { eligible: 'not-known' } as const;
    const uptake = uptakeOf([
      person(1, null, unknown),
      person(2, 'declined', unknown),
      person(3, null, { ...unknown, award: null }),
    ]);
    expect([uptake.accepted, uptake.of, uptake.eligibilityNotKnown]).toEqual([1, 2, 1]);
  });

  it('nobody counted has no uptake, which is not 0%', () => {
    expect(uptakeOf([]).uptakeBp).toBeNull();
  });

  it('the funnel counts every step somebody took, also who was lost later', () => {
    const [funnel] = funnelByRound([...ward, person(14, 'refused')]);
    expect(funnel).toMatchObject({ people: 15, applied: 14, offered: 11, accepted: 11, paid: 0 });
    expect(funnel?.lost).toMatchObject({ late: 1, 'not-applied': 1, declined: 1, refused: 1, 'no-offer': 0 });
    expect(funnel?.acceptedPence).toBe(11 * 400_000);
  });
});
