import { payName } from './pay-names.ts';
import { pipelineName } from './pipeline-names.ts';

const universityNames: Readonly<Record<string, string>> = {
  EXETER: 'University of Exeter',
  KINGS: 'King’s College London',
  NEWCASTLE: 'Newcastle University',
  SHEFFIELD: 'University of Sheffield',
};

const stageNames: Readonly<Record<string, string>> = {
  PGCERT: 'PGCert',
  PGDIP: 'PGDip',
  MASTERS: 'Master’s',
};

const ofUniversity: Readonly<Record<string, string>> = {
  HOME_FEE_PER_60_CREDITS: 'fee for 60 credits, home students',
  RELEASE_HOURS_PER_YEAR: 'release asked of the employer, a year',
  MODULE_MCR8009_CREDITS: 'credits of module MCR8009',
};

const ofCourse: Readonly<Record<string, string>> = {
  CREDITS: 'credits',
  DURATION_MONTHS: 'length',
  LEARNING_HOURS: 'learning time',
  ONLINE_MODULES: 'online modules',
  ONLINE_MODULES_MIN: 'online modules, at least',
  ONLINE_MODULES_MAX: 'online modules, at most',
  RPE_WORKPLACE_HOURS_MIN: 'Research Practice Experience at work, at least',
  RPE_WORKPLACE_HOURS_MAX: 'Research Practice Experience at work, at most',
};

const bursary: Readonly<Record<string, string>> = {
  COURSE_OFFER_REQUIRED: 'a course offer is needed',
  DEFERRAL_ALLOWED: 'may be deferred',
  EXCLUDES_DOCTORS_DENTISTS: 'doctors and dentists are left out',
  RETAKE_FUNDED: 'pays for a retake',
  STAGES_MAX: 'stages paid for, at most',
};

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

const one: Readonly<Record<string, string>> = {
  PA_HOURS: 'A programmed activity, length',
  PA_PREMIUM_TIME_FROM: 'Premium time starts, Monday to Friday',
  PA_PREMIUM_TIME_TO: 'Premium time ends, Monday to Friday',
  MEDICAL_WEEKLY_HOURS: 'Doctors, full-time week',
  MEDICAL_STUDY_LEAVE_DAYS_PER_3Y: 'Doctors, study leave in three years',
  HCAS_PENSIONABLE: 'High cost area supplement counts for the pension',
  AFC_WEEKLY_HOURS: 'Agenda for Change, full-time week',
  WEEKS_PER_YEAR_DIVISOR: 'Weeks in a year, for hourly pay',
  ANNUAL_LEAVE_DAYS_0_4Y: 'Annual leave, under 5 years’ service, a year',
  ANNUAL_LEAVE_DAYS_5_9Y: 'Annual leave, 5 to 9 years’ service, a year',
  ANNUAL_LEAVE_DAYS_10Y_PLUS: 'Annual leave, 10 years’ service and over, a year',
  OVERTIME_B8_9_ELIGIBLE: 'Overtime is paid in Bands 8 and 9',
  OVERTIME_MULTIPLIER_B1_7: 'Overtime, Bands 1 to 7, of hourly pay',
  OVERTIME_MULTIPLIER_B1_7_PUBLIC_HOLIDAY: 'Overtime on a bank holiday, Bands 1 to 7, of hourly pay',
  PART_TIME_EXTRA_HOURS_PLAIN_UNTIL: 'Extra hours at plain time, up to',
  UNSOCIAL_NIGHT_FROM: 'Weekday night starts',
  UNSOCIAL_NIGHT_TO: 'Weekday night ends',
  PAY_AWARD_AFC: 'Pay award, Agenda for Change, on the year before',
  PAY_AWARD_MEDICAL: 'Pay award, doctors and dentists, on the year before',
  APPRENTICESHIP_LEVY: 'Apprenticeship levy, of pay',
  EMPLOYER_NI_RATE: 'Employer National Insurance, above the threshold',
  EMPLOYER_NI_SECONDARY_THRESHOLD: 'Employer National Insurance threshold, one employment',
  EMPLOYER_PENSION_CENTRAL: 'Employer pension, paid by NHS England',
  EMPLOYER_PENSION_LOCAL: 'Employer pension, paid by the trust',
  EMPLOYER_PENSION_TOTAL: 'Employer pension, in full',
  EMPLOYMENT_ALLOWANCE_NHS_TRUST: 'Employment Allowance an NHS trust may claim',
  AGENCY_PREMIUM_OVER_BANK: 'Agency hour, above a bank hour',
  AGENCY_PRICE_CAP_ABOVE_BASIC: 'Agency price cap, above basic hourly pay',
  AGENCY_SPEND_REDUCTION_TARGET: 'Agency spend to be cut by',
  BANK_HOLIDAY_PAY_WTD: 'Holiday pay of bank staff, on hourly pay',
  BANK_SPEND_REDUCTION_TARGET: 'Bank spend to be cut by',
  HEADROOM_ENGLAND_DEFAULT: 'Headroom, usual in England',
  HEADROOM_ENGLAND_STUDY_DEFAULT: 'Headroom for study, usual in England',
  HEADROOM_SCOT_ANNUAL_LEAVE: 'Headroom in Scotland, annual leave',
  HEADROOM_SCOT_MATERNITY: 'Headroom in Scotland, maternity leave',
  HEADROOM_SCOT_OTHER: 'Headroom in Scotland, other',
  HEADROOM_SCOT_SICKNESS: 'Headroom in Scotland, sickness',
  HEADROOM_SCOT_STUDY: 'Headroom in Scotland, study',
  HEADROOM_SCOT_TOTAL: 'Headroom in Scotland, in all',
  ROSTER_HEADROOM_POLICY_MIN: 'Headroom in roster policies, lowest',
  ROSTER_HEADROOM_POLICY_MAX: 'Headroom in roster policies, highest',
  ROSTER_UNAVAILABILITY_ACTUAL_MIN: 'Staff unavailable, lowest trust',
  ROSTER_UNAVAILABILITY_ACTUAL_MAX: 'Staff unavailable, highest trust',
  VAT_AGENCY_AHP_OTHER: 'VAT on agency, allied health and others',
  VAT_AGENCY_LOCUM_DOCTOR: 'VAT on agency, locum doctors',
  VAT_AGENCY_NURSE: 'VAT on agency, nurses',
  STUDY_HOURS_PER_WEEK_PER_15CR_MODULE_MIN: 'Study a week for a 15-credit module, at least',
  STUDY_HOURS_PER_WEEK_PER_15CR_MODULE_MAX: 'Study a week for a 15-credit module, at most',
  DEFAULT_BACKFILL_SHARE: 'Share of released hours that is covered',
  DEFAULT_FILL: 'Share of asked-for hours that the bank fills',
  DEFAULT_SHIFT_LENGTH: 'Length of a shift of cover',
  DEFAULT_UNAVAILABILITY_SD: 'Staff unavailable, how far a week strays (one standard deviation)',
  GCP_TRAINING_VALIDITY: 'Good Clinical Practice training holds for',
  JOURNAL_DE_MINIMIS: 'No month-end journal below',
  UPTAKE_INTERESTED: 'Starts, of those interested',
  UPTAKE_APPLIED: 'Starts, of those who applied',
  UPTAKE_OFFERED: 'Starts, of those offered a place',
  UPTAKE_FUNDED: 'Starts, of those funded',
};

function prefixed(
  code: string,
  owners: Readonly<Record<string, string>>,
  kinds: Readonly<Record<string, string>>,
) {
  const [owner = '', ...rest] = code.split('_');
  const [name, kind] = [owners[owner], kinds[rest.join('_')]];
  return name === undefined || kind === undefined ? null : `${name}, ${kind}`;
}

function bursaryName(code: string): string | null {
  const found = /^BURSARY_(\d{4})_(\d\d)_(\w+)$/.exec(code);
  const rule = bursary[found?.[3] ?? ''];
  return rule === undefined ? null : `NIHR bursary ${found?.[1]}/${found?.[2]}: ${rule}`;
}

function monthName(code: string): string | null {
  const month = months[Number(/^DEFAULT_UNAVAILABILITY_(\d\d)$/.exec(code)?.[1] ?? 0) - 1];
  return month === undefined ? null : `Staff unavailable in ${month}`;
}

/** What the field calls a parameter: "Band 6, top, a year"; `null` for a code nobody has named yet. */
export function nameOfParameter(code: string): string | null {
  return (
    (Object.hasOwn(one, code) ? one[code] : null) ??
    payName(code) ??
    pipelineName(code) ??
    bursaryName(code) ??
    monthName(code) ??
    prefixed(code, universityNames, ofUniversity) ??
    prefixed(code, stageNames, ofCourse)
  );
}
