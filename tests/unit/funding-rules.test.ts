import { describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { asAcademicYear, asFinancialYear } from '../../shared/calendar/years.ts';
import { faultsOfAward } from '../../shared/funding/award.ts';
import { bursaryEligibility } from '../../shared/funding/bursary-eligibility.ts';
import {
  faultsOfRound,
  lastKnownBefore,
  roundOf,
  rulesOf2024,
  type BursaryRules,
} from '../../shared/funding/bursary-rules.ts';
import { exposureTotal, recoverableShare } from '../../shared/funding/exposure.ts';
import { payeeFinder } from '../../shared/funding/payee.ts';
import { faultsOfSource, sourcesInYear } from '../../shared/funding/source.ts';
import { stackFunding } from '../../shared/funding/stack.ts';
import { uptakeByGroup, type GroupedCase } from '../../shared/funding/uptake-by-group.ts';
import { stackSourceOf, useOrLose } from '../../shared/funding/use-or-lose.ts';
import type { Applicant } from '../../shared/learners/eligibility.ts';
import { bursaryAward, copiedRound, cpdTerms } from '../support/funding.ts';

const day = asPlainDate;
const published = roundOf([], asAcademicYear('2024/25'));

const nurse: Applicant = {
  stage: 'pgdip',
  intakeMonth: asMonth('2024-09'),
  status: 'offered',
  staffGroup: 'Nursing and Midwifery Registered',
  registrationBody: 'NMC',
  priorLearning: 'degree',
  supervisor: 'A supervisor',
  employerSignedOn: null,
  exceptionOn: null,
  otherStages: [{ stage: 'pgcert', status: 'qualified' }],
};

describe('the bursary’s rules of a year', () => {
  const answer = (change: Partial<Applicant>, rules: Partial<BursaryRules> = {}) =>
    bursaryEligibility({ ...published, rules: { ...rulesOf2024, ...rules } }, { ...nurse, ...change });

  it('a registered nurse with an offer who passed the stage before is eligible', () => {
    expect(answer({}).answer).toBe('eligible');
  });

  it('each rule that is not met says so in its own words', () => {
    const why = (change: Partial<Applicant>): string => answer(change).why;
    expect(why({ staffGroup: 'Medical and Dental', registrationBody: 'GMC' })).toContain(
      'Doctors and dentists',
    );
    expect(why({ staffGroup: 'Administrative and Clerical', registrationBody: null })).toContain('regulated');
    expect(why({ status: 'interrupted' })).toContain('deferred');
    expect(why({ otherStages: [{ stage: 'pgcert', status: 'enrolled' }] })).toContain('must be passed');
    expect(why({ otherStages: [...nurse.otherStages, { stage: 'pgdip', status: 'withdrawn' }] })).toContain(
      'Re-takes',
    );
    expect(why({ stage: 'none' })).toContain('stages of the framework');
    expect(answer({ status: 'applied' }).answer).toBe('not-known');
  });

  it('a rule that a year does not have is not asked', () => {
    const doctor = { staffGroup: 'Medical and Dental', registrationBody: null } as const;
    expect(answer(doctor, { doctorsExcluded: false }).answer).toBe('eligible');
    expect(answer({ status: 'interrupted' }, { mayDefer: true }).answer).toBe('eligible');
    expect(answer({ otherStages: [] }, { passBeforeNext: false }).answer).toBe('eligible');
    expect(answer({ status: 'applied' }, { offerNeeded: false }).answer).toBe('eligible');
    expect(answer({}, { mostStages: 1 }).answer).toBe('not-by-default');
  });

  it('a year that was not published is not known for everybody, until its rules are copied on request', () => {
    const year = asAcademicYear('2026/27');
    const unknown = roundOf([], year);
    expect([unknown.rules, unknown.status]).toEqual([null, 'not-found']);
    expect(bursaryEligibility(unknown, nurse).answer).toBe('not-known');
    expect(lastKnownBefore([], year)?.academicYear).toBe('2024/25');
    const copied = roundOf([{ id: 'r', version: 1, ...copiedRound }], year);
    expect([copied.status, bursaryEligibility(copied, nurse).answer]).toEqual(['assumption', 'eligible']);
    expect(bursaryEligibility(copied, nurse).why).toContain('2024/25, taken as an assumption');
    // A copy is not known: the next year copies the original.
    const later = lastKnownBefore([{ id: 'r', version: 1, ...copiedRound }], asAcademicYear('2027/28'));
    expect(later?.academicYear).toBe('2024/25');
  });

  it('days of a round follow each other', () => {
    expect(faultsOfRound(copiedRound)).toEqual([]);
    expect(faultsOfRound({ ...copiedRound, offersOn: day('2026-05-01') })).toHaveLength(1);
    expect(faultsOfRound({ ...copiedRound, copiedFrom: asAcademicYear('2026/27') })).toHaveLength(1);
  });
});

describe('the steps of an award', () => {
  const today = day('2026-11-20');
  const faults = (change: Parameters<typeof bursaryAward>[1]) =>
    faultsOfAward(bursaryAward('x', change), today);

  it('come in order, none ahead of today, and an accepted award has an amount', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ appliedOn: null })).toHaveLength(1);
    expect(faults({ offeredOn: day('2026-05-01') })).toHaveLength(1);
    expect(faults({ paidOn: day('2026-11-21') })).toHaveLength(1);
    expect(faults({ amountPence: null })).toHaveLength(1);
  });

  it('a loss has its reason and day, and is not of an award that was paid or kept', () => {
    const lostOn = day('2026-08-01');
    expect(faults({ lost: 'declined', lostOn })).toEqual([]);
    expect(faults({ lost: 'declined' })).toHaveLength(1);
    expect(faults({ lost: 'refused', lostOn })).toHaveLength(1);
    expect(faults({ lost: 'declined', lostOn, paidOn: day('2026-09-01') })).toHaveLength(1);
    expect(faults({ lost: 'not-applied', lostOn, offeredOn: null, acceptedOn: null })).toHaveLength(1);
  });
});

describe('terms of a source', () => {
  it('of a year hold in that year; a later year takes them without the amount, an earlier one does not', () => {
    const held = [{ id: 's', version: 1, ...cpdTerms }];
    const cpd = (year: string) =>
      sourcesInYear(held, asFinancialYear(year)).find(({ key }) => key === 'cpd')!;
    expect([cpd('2026/27').origin, cpd('2026/27').amountPence]).toEqual(['entered', 1_000_000]);
    expect([cpd('2028/29').origin, cpd('2028/29').amountPence, cpd('2028/29').spendBy]).toEqual([
      'earlier-year',
      null,
      '2029-03-31',
    ]);
    expect([cpd('2025/26').origin, cpd('2025/26').carriesForward]).toEqual(['usual', null]);
  });

  it('a source of the trust’s own comes after the usual ones', () => {
    const own = { id: 's', version: 1, ...cpdTerms, key: 'league-of-friends', name: 'League of Friends' };
    expect(sourcesInYear([own], cpdTerms.financialYear).at(-1)?.name).toBe('League of Friends');
  });

  it('a claim after the spend-by day, or an amount that pays nothing, is refused', () => {
    expect(faultsOfSource(cpdTerms)).toEqual([]);
    expect(faultsOfSource({ ...cpdTerms, claimDates: [day('2027-04-01')] })).toHaveLength(1);
    expect(faultsOfSource({ ...cpdTerms, fees: 'does-not-pay' })).toHaveLength(1);
  });

  it('money that pays by its terms is put on nothing until the trust says what it pays', () => {
    const held = { id: 's', version: 1, ...cpdTerms, fees: 'by-its-terms', cover: 'by-its-terms' } as const;
    const [terms] = sourcesInYear([held], cpdTerms.financialYear).filter(({ key }) => key === 'cpd');
    expect(stackSourceOf(terms!, null)).toBeNull();
    expect(stackSourceOf({ ...terms!, cover: 'pays' }, null)?.pays).toEqual(['cover']);
  });

  it('carried forward it does not lapse; where that is not known it lapses with the year', () => {
    const terms = { ...sourcesInYear([], cpdTerms.financialYear)[0]!, ...cpdTerms, spendBy: null };
    expect(stackSourceOf({ ...terms, carriesForward: true }, null)?.to).toBeNull();
    expect(stackSourceOf({ ...terms, carriesForward: null }, null)?.to).toBe('2027-03-31');
  });
});

describe('whom the money behind a fee goes to', () => {
  const held = [{ ...cpdTerms, id: '1', version: 1 }];
  const award = (id: string, change: Parameters<typeof bursaryAward>[1] = {}) => ({
    ...bursaryAward('a', change),
    id,
    version: 1,
  });
  const year = asFinancialYear('2026/27');

  it('is what the accepted award says, before the terms of its source', () => {
    const ofCpd = { sourceKey: 'cpd', payee: 'university' as const };
    const find = payeeFinder([award('1'), award('2', ofCpd)], held);
    expect(find({ learnerId: 'a', source: 'nihr-bursary' }, year)).toBe('university');
    expect(find({ learnerId: 'a', source: 'cpd' }, year)).toBe('university');
    expect(find({ learnerId: 'b', source: 'cpd' }, year)).toBe('trust');
  });

  it('of an award given back, or one that does not say, is what the terms say, also those of an earlier year', () => {
    const lost = { lost: 'declined' as const, lostOn: asPlainDate('2026-08-01') };
    const find = payeeFinder([award('1', lost), award('2', { sourceKey: 'cpd', payee: null })], held);
    expect(find({ learnerId: 'a', source: 'nihr-bursary' }, year)).toBeNull();
    expect(find({ learnerId: 'a', source: 'cpd' }, asFinancialYear('2027/28'))).toBe('trust');
  });

  it('is not known where nobody recorded it', () => {
    const find = payeeFinder([], held);
    expect(find({ learnerId: 'a', source: null }, year)).toBeNull();
    expect(find({ learnerId: 'a', source: 'charity' }, year)).toBeNull();
    expect(find({ learnerId: 'a', source: 'cpd' }, asFinancialYear('2025/26'))).toBeNull();
  });
});

describe('use it or lose it by 31 March', () => {
  it('names what is unspent, and costs of the next 90 days that could be invoiced before', () => {
    const sources = sourcesInYear([{ id: 's', version: 1, ...cpdTerms }], cpdTerms.financialYear);
    const line = (id: string, on: string, kind: 'fees' | 'cover', pence: number) => ({
      id,
      on: day(on),
      kind,
      pence,
    });
    const lines = [
      line('now', '2026-10-01', 'fees', 300_000),
      line('soon', '2027-05-01', 'fees', 400_000),
      line('late', '2027-09-01', 'fees', 400_000),
      line('cover', '2027-05-01', 'cover', 900_000),
    ];
    const money = sources.flatMap((terms) => stackSourceOf(terms, day('2026-04-01')) ?? []);
    const stack = stackFunding(lines, money);
    const answer = useOrLose({ sources, stack, lines, today: day('2027-01-05') });
    expect([answer.near, answer.unspentPence]).toEqual([true, 700_000]);
    expect(answer.lapsing).toMatchObject([
      { key: 'cpd', plannedPence: 300_000, couldBringForwardPence: 400_000, couldBringForward: ['soon'] },
    ]);
    expect(useOrLose({ sources, stack, lines, today: day('2026-11-20') }).near).toBe(false);
  });
});

describe('exposure', () => {
  it('is the fees we paid and the cover, less what may be asked back of the fees alone', () => {
    const one = {
      learnerId: 'a',
      feesPaidPence: 400_000,
      coverPaidPence: 250_000,
      recoverableBp: 5_000,
      lossBp: 1_000,
    };
    const total = exposureTotal([one, { ...one, learnerId: 'b', feesPaidPence: null, recoverableBp: null }]);
    // 4,000 + 2,500 − 2,000 = 4,500, and 2,500; a tenth of each is expected
    expect(total).toMatchObject({
      ...{ people: 2, feesPence: 400_000, coverPence: 500_000, recoverablePence: 200_000 },
      ...{ mostPence: 700_000, expectedPence: 70_000, feesNotKnown: 1, notAgreed: 1 },
    });
  });

  it('what may be asked back falls month by month of service, and is not known without an agreement', () => {
    expect([0, 6, 12, 20].map((served) => recoverableShare(12, served))).toEqual([10_000, 5_000, 0, 0]);
    expect([recoverableShare(null, 0), recoverableShare(0, 0)]).toEqual([null, 0]);
  });
});

describe('uptake by group', () => {
  const cases = (group: string | null, accepted: number, not: number): GroupedCase[] =>
    Array.from({ length: accepted + not }, (_, index) => ({
      group,
      of: {
        learnerId: `${group}-${index}`,
        round: asAcademicYear('2026/27'),
        eligible: 'eligible',
        placeOffered: true,
        feePence: null,
        award:
          index < accepted
            ? { id: 'a', version: 1, ...bursaryAward('x') }
            : { id: 'a', version: 1, ...bursaryAward('x', { acceptedOn: null }) },
      },
    }));

  it('a group under five is hidden, and another so that it cannot be subtracted', () => {
    const groups = uptakeByGroup([...cases('A', 10, 8), ...cases('B', 3, 0), ...cases('C', 20, 10)]);
    expect(groups.map(({ group, people }) => [group, people])).toEqual([
      ['A', null],
      ['B', null],
      ['C', 30],
    ]);
    expect(groups[2]).toMatchObject({ accepted: 20, uptakeBp: 6667 });
    for (const { accepted, uptakeBp } of groups.slice(0, 2))
      expect([accepted, uptakeBp]).toEqual([null, null]);
  });

  it('a large group with few accepted shows its size and not its uptake', () => {
    const groups = uptakeByGroup([...cases('A', 2, 20), ...cases('B', 10, 10), ...cases(null, 9, 9)]);
    expect(groups.find(({ group }) => group === 'A')).toMatchObject({
      people: 22,
      accepted: null,
      uptakeBp: null,
    });
    expect(groups.filter(({ accepted }) => accepted === null)).toHaveLength(2);
  });
});
