import { asMonth } from '../../shared/calendar/month.ts';
import { addDays, asPlainDate } from '../../shared/calendar/plain-date.ts';
import { asAcademicYear } from '../../shared/calendar/years.ts';
import type { ProgrammeFee, ProgrammeModule, ProgrammeTerms } from '../../shared/programmes/own-course.ts';
import type { OwnAward } from '../../shared/programmes/own-award.ts';
import type { PersonCredentialFields } from '../../shared/programmes/person-credential.ts';

const firstWeek = asPlainDate('2026-09-21');

/** Thirty weeks from September that cross Christmas: two weeks of break, two taught in a block of three days. */
export const exampleTerms: ProgrammeTerms = {
  university: 'exeter',
  stage: 'pgcert',
  intakeMonth: asMonth('2026-09'),
  firstWeek,
  weeks: 30,
  breakWeeks: [asPlainDate('2026-12-21'), asPlainDate('2026-12-28')],
  blockWeeks: [addDays(firstWeek, 7), asPlainDate('2027-01-11')],
  blockMinutes: 1_350,
  source: 'Course handbook',
};

export const exampleFee: ProgrammeFee = {
  university: 'exeter',
  stage: 'pgcert',
  academicYear: asAcademicYear('2026/27'),
  feePence: 412_500,
  invoicedOn: asPlainDate('2026-11-02'),
  liableFrom: asPlainDate('2026-10-12'),
  refundUntil: asPlainDate('2026-10-26'),
  source: 'Invoice of the university',
};

export const exampleModule: ProgrammeModule = {
  university: 'exeter',
  stage: 'pgcert',
  kind: 'online',
  name: 'Leading a study',
  credits: 15,
  minutes: 9_000,
  firstWeek: 1,
  lastWeek: 12,
  handInWeeks: [6, 12],
  source: 'Course handbook',
};

export function exampleHeld(personId: string): PersonCredentialFields {
  return {
    personId,
    kind: 'credential',
    credential: 'centre:acute-medicine',
    name: 'Acute medicine',
    issuer: 'An example university',
    state: 'holds',
    startedOn: asPlainDate('2023-09-01'),
    awardedOn: asPlainDate('2024-07-31'),
    expiresOn: asPlainDate('2027-07-31'),
    evidence: 'Certificate 12',
  };
}

/** The trust's own words for a route that is shipped. */
export const exampleAward: OwnAward = {
  award: 'doctoral',
  name: 'NIHR Doctoral Award',
  route: 'doctoral',
  historicNames: ['Doctoral Fellowship', 'Old local doctorate'],
  open: 'yes',
  length: '3 years full time',
  share: 'Four days a week',
  who: 'Registered staff after a year in post',
  funds: 'NIHR salary; cover by the trust',
  source: 'Award letter of 2026',
};
