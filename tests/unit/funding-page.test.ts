import { describe, expect, it } from 'vitest';
import { draftOfAward, readAward } from '../../client/funding/award-draft.ts';
import {
  casesShown,
  outcomeInWords,
  percentWhole,
  poundsText,
  readPounds,
  roundShown,
  uptakeInWords,
  type ShownCase,
  type ShownFunding,
} from '../../client/funding/funding-model.ts';
import { draftOfSource, newSource, readSource } from '../../client/funding/source-draft.ts';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { asAcademicYear, asFinancialYear } from '../../shared/calendar/years.ts';
import { funnelByRound } from '../../shared/funding/funnel.ts';
import { sourcesInYear } from '../../shared/funding/source.ts';
import { bursaryAward, cpdTerms } from '../support/funding.ts';

const today = asPlainDate('2026-11-20');
const round = asAcademicYear('2026/27');

const nobody: ShownCase = {
  learnerId: '00000000-0000-7000-8000-000000000001',
  name: 'Alex Example',
  round,
  eligible: 'eligible',
  placeOffered: true,
  award: null,
  feePence: 425_050,
  stage: 'pgcert',
  intakeMonth: asMonth('2026-09'),
  why: '',
};
const accepted: ShownCase = { ...nobody, award: { id: 'a', version: 3, ...bursaryAward(nobody.learnerId) } };
const later: ShownCase = { ...nobody, round: asAcademicYear('2027/28') };

function shownOf(cases: readonly ShownCase[]): ShownFunding {
  return { cases: [...cases], funnel: [...funnelByRound(cases)] } as unknown as ShownFunding;
}

describe('the round of the page', () => {
  it('is the one asked for, else the latest with an award, else the latest', () => {
    const shown = shownOf([accepted, later]);
    expect(roundShown(shown, null)).toBe('2026/27');
    expect(roundShown(shown, asAcademicYear('2027/28'))).toBe('2027/28');
    expect(roundShown(shown, asAcademicYear('2019/20'))).toBe('2026/27');
    expect(roundShown(shownOf([later]), null)).toBe('2027/28');
    expect(roundShown(shownOf([]), null)).toBeNull();
  });

  it('is answered in one sentence, and "cannot be said" where nobody is known to be eligible', () => {
    const [funnel] = funnelByRound([accepted]);
    expect(uptakeInWords(funnel!)).toBe(
      '1 of 1 eligible people with a place took up the 2026/27 bursary: 100%. Nothing was left on the table.',
    );
    const [unknown] = funnelByRound([{ ...nobody, eligible: 'not-known' }]);
    expect(uptakeInWords(unknown!)).toContain('cannot be said yet');
    expect(percentWhole(7857)).toBe('79%');
  });
});

describe('the people listed', () => {
  it('are those of the round whose award fits', () => {
    const lost = {
      ...accepted,
      award: { ...accepted.award!, acceptedOn: null, lost: 'late', lostOn: today },
    } as ShownCase;
    const shown = shownOf([accepted, nobody, lost, later]);
    const of = (outcome: Parameters<typeof casesShown>[2]) =>
      casesShown(shown, round, outcome).map(outcomeInWords);
    expect(of('all')).toEqual(['Accepted 24 Jul 2026', 'Nothing recorded', 'Applied too late']);
    expect(of('lost')).toEqual(['Applied too late']);
    expect(of('not-recorded')).toEqual(['Nothing recorded']);
    expect(of('accepted')).toEqual(['Accepted 24 Jul 2026']);
  });
});

describe('pounds as typed', () => {
  it('are pence, empty is not known, and anything else is refused', () => {
    expect(['4000', '£4,250.50', ' 0 ', '', 'about 4000', '1.234'].map(readPounds)).toEqual([
      400_000,
      425_050,
      0,
      null,
      undefined,
      undefined,
    ]);
    expect([425_050, 400_000, null].map(poundsText)).toEqual(['4250.50', '4000', '']);
  });
});

describe('the form of an award', () => {
  it('starts with the fee as amount, and reads back what is on record', () => {
    expect(draftOfAward(nobody).amount).toBe('4250.50');
    const read = readAward(draftOfAward(accepted), accepted, today);
    expect(read).toEqual({ ok: true, award: bursaryAward(nobody.learnerId) });
  });

  it('says what stops it before anything is sent', () => {
    const draft = { ...draftOfAward(accepted), amount: 'much', lost: 'refused' } as const;
    expect(readAward(draft, accepted, today)).toMatchObject({ ok: false });
    expect(readAward({ ...draft, amount: '' }, accepted, today)).toMatchObject({ ok: false });
  });
});

describe('the form of a source', () => {
  const [cpd] = sourcesInYear([{ id: 's', version: 1, ...cpdTerms }], cpdTerms.financialYear).filter(
    ({ key }) => key === 'cpd',
  );

  it('reads back the terms it was given', () => {
    expect(readSource(draftOfSource(cpd!), cpd!)).toEqual({ ok: true, terms: cpdTerms });
  });

  it('asks where terms nobody confirmed are from, and for days that are days', () => {
    const [usual] = sourcesInYear([], cpdTerms.financialYear);
    expect(readSource(draftOfSource(usual!), usual!)).toMatchObject({ ok: false });
    const draft = { ...draftOfSource(cpd!), claimDates: 'end of February' };
    expect(readSource(draft, cpd!)).toMatchObject({ ok: false });
  });

  it('gives another source a key from its name', () => {
    const of = newSource(asFinancialYear('2026/27'));
    const draft = { ...draftOfSource(of), name: 'League of Friends (2026)', source: 'Letter' };
    expect(readSource(draft, of)).toMatchObject({ ok: true, terms: { key: 'league-of-friends-2026' } });
    expect(readSource({ ...draft, name: '–' }, of)).toMatchObject({ ok: false });
  });
});
