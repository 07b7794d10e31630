import { describe, expect, it } from 'vitest';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import {
  fundingEligibilities,
  programmeEligibility,
  type Applicant,
} from '../../shared/learners/eligibility.ts';
import { fundingSources } from '../../shared/programmes/funding-sources.ts';

function applicant(change: Partial<Applicant> = {}): Applicant {
  return {
    stage: 'pgcert',
    intakeMonth: asMonth('2024-09'),
    status: 'offered',
    staffGroup: 'Nursing and Midwifery Registered',
    registrationBody: 'NMC',
    priorLearning: 'degree',
    supervisor: 'Supervisor',
    employerSignedOn: asPlainDate('2024-06-03'),
    exceptionOn: null,
    otherStages: [],
    ...change,
  };
}

const bursary = (change: Partial<Applicant>) =>
  fundingEligibilities(applicant(change)).find(({ of }) => of === 'nihr-bursary')!;

describe('the programme', () => {
  it('is open to a registered, supported employee with a degree and a supervisor', () => {
    expect(programmeEligibility(applicant()).answer).toBe('eligible');
  });

  it.each([
    ['not-by-default', 'degree', { priorLearning: 'none' }],
    [
      'not-by-default',
      'registration and no degree',
      { registrationBody: null, staffGroup: 'Administrative and Clerical', priorLearning: 'none' },
    ],
    ['not-by-default', 'in post', { staffGroup: null }],
    ['not-known', 'degree', { priorLearning: null }],
    ['not-known', 'registration', { registrationBody: null }],
    ['not-known', 'research role', { registrationBody: null, staffGroup: 'Administrative and Clerical' }],
    ['not-known', 'supervisor', { supervisor: null }],
    ['not-known', 'signed', { employerSignedOn: null }],
  ] as const)('answers %s with a sentence about: %s', (answer, about, change) => {
    const found = programmeEligibility(applicant(change));
    expect(found.answer).toBe(answer);
    expect(found.why.split(' ').length).toBeGreaterThan(3);
    const words = about.split(' and no ');
    for (const word of words) expect(found.why.toLowerCase()).toContain(word);
  });

  it('a university’s exception opens what its usual rules close, and nothing else', () => {
    const exceptionOn = asPlainDate('2024-05-01');
    const closed = {
      registrationBody: null,
      staffGroup: 'Administrative and Clerical',
      priorLearning: 'none',
    } as const;
    expect(programmeEligibility(applicant({ ...closed, exceptionOn }))).toMatchObject({
      answer: 'eligible',
      why: 'The university made an exception on 2024-05-01.',
    });
    expect(programmeEligibility(applicant({ ...closed, exceptionOn, staffGroup: null })).answer).toBe(
      'not-by-default',
    );
    expect(programmeEligibility(applicant({ ...closed, exceptionOn, supervisor: null })).answer).toBe(
      'not-known',
    );
  });
});

describe('the NIHR bursary', () => {
  it('pays a nurse with an offer for a first stage', () => {
    expect(bursary({})).toMatchObject({ answer: 'eligible', status: 'published' });
  });

  it.each([
    ['not-by-default', /Doctors and dentists/, { staffGroup: 'Medical and Dental', registrationBody: 'GMC' }],
    ['not-by-default', /regulated/, { staffGroup: 'Administrative and Clerical', registrationBody: null }],
    ['not-known', /not in the staff file/, { registrationBody: null }],
    ['not-known', /No course offer/, { status: 'interested' }],
    ['not-known', /No course offer/, { status: 'applied' }],
    ['not-by-default', /deferred/, { status: 'interrupted' }],
    ['not-known', /not on the register/, { stage: 'pgdip' }],
    [
      'not-by-default',
      /must be passed/,
      { stage: 'pgdip', otherStages: [{ stage: 'pgcert', status: 'enrolled' }] },
    ],
    ['eligible', /every rule/, { stage: 'pgdip', otherStages: [{ stage: 'pgcert', status: 'qualified' }] }],
    [
      'not-known',
      /Postgraduate Diploma/,
      { stage: 'masters', otherStages: [{ stage: 'pgcert', status: 'qualified' }] },
    ],
  ] as const)('answers %s, saying %s', (answer, why, change) => {
    const found = bursary(change);
    expect(found.answer).toBe(answer);
    expect(found.why).toMatch(why);
  });

  it('says whose year the rules are where the intake is of another', () => {
    expect(bursary({}).why).not.toContain('2024/25');
    expect(bursary({ intakeMonth: asMonth('2027-09') }).why).toMatch(/rules of 2024\/25.*those of 2027\/28/);
  });
});

describe('the other sources', () => {
  it('each of the catalogue answers, with a reason and where it is from', () => {
    const found = fundingEligibilities(applicant());
    expect(found.map(({ of }) => of)).toEqual(fundingSources.map(({ id }) => id));
    expect(found.every(({ why, source }) => why !== '' && source !== '')).toBe(true);
  });

  it('a source that pays no fees is not one for fees, and nobody is promised a source by usual practice', () => {
    const answers = new Map(fundingEligibilities(applicant()).map(({ of, answer }) => [of, answer]));
    expect(answers.get('apprenticeship-levy')).toBe('not-by-default');
    expect(answers.get('research-capability-funding')).toBe('not-by-default');
    expect(answers.get('cpd')).toBe('not-known');
    expect(answers.get('charity')).toBe('not-known');
  });
});
