import { staffGroups, type StaffGroup } from '../../shared/staff/staff.ts';

/** How a rate reads: a share, a chance a month or a year, a multiplier, or a plain count of months or times. */
export type RateReading = 'share' | 'a-month' | 'a-year' | 'times' | 'months' | 'count';

export const rateSections = [
  'The course',
  'A planned person starts',
  'How a stage ends',
  'First role after an award',
  'A PI role ends or returns',
  'Leaving the trust',
  'Retiring',
  'Other routes',
  'Shared by people, where switched on',
  'Other rates',
] as const;

export type RateSection = (typeof rateSections)[number];

export type RateName = {
  readonly section: RateSection;
  readonly label: string;
  readonly reading: RateReading;
  /** The one staff group it is for; left out, it is for all of them. */
  readonly group?: StaffGroup;
};

type Named = readonly [code: string, name: RateName];

/** The same rate for each stage. */
function eachStage(
  code: string,
  section: RateSection,
  words: string,
  reading: RateReading,
): readonly Named[] {
  const stages = [
    ['PGCERT', 'PGCert'],
    ['PGDIP', 'PGDip'],
    ['MASTERS', 'Master’s'],
  ] as const;
  return stages.map(([end, name]) => [
    `PIPELINE_${code}_${end}`,
    { section, label: `${words}, ${name}`, reading },
  ]);
}

/** What is known of each route other than the framework. */
const routeRates = (
  [
    ['INTERNSHIP', 'internship'],
    ['PREDOCTORAL', 'predoctoral award'],
    ['DOCTORAL', 'doctoral award'],
    ['POSTDOCTORAL', 'postdoctoral award'],
    ['ASSOCIATE_PI', 'Associate PI scheme'],
    ['APPOINTED', 'direct appointment'],
  ] as const
).flatMap(([code, name]): readonly Named[] => {
  const of = (what: string, words: string, reading: RateReading): Named => [
    `PIPELINE_ROUTE_${what}_${code}`,
    { section: 'Other routes', label: `${words}, ${name}`, reading },
  ];
  const studied = [of('MONTHS', 'Length', 'months'), of('WITHDRAW', 'Does not reach the end', 'share')];
  return [
    ...(code === 'APPOINTED' ? [] : studied),
    of('COI_RATE', 'First Co-I role', 'a-month'),
    of('PI_FROM_NONE_RATE', 'PI straight away', 'a-month'),
    of('PI_FROM_COI_RATE', 'Co-I to PI', 'a-month'),
  ];
});

function one(code: string, section: RateSection, label: string, reading: RateReading): Named {
  return [code, { section, label, reading }];
}

/** Codes of the leaving rates, in the order of `staffGroups`, which is that of the alphabet. */
const leavingCodes = [
  'ADD_PROF_SCIENTIFIC',
  'ADDITIONAL_CLINICAL',
  'ADMINISTRATIVE',
  'ALLIED_HEALTH',
  'ESTATES',
  'HEALTHCARE_SCIENTISTS',
  'MEDICAL_AND_DENTAL',
  'NURSING_AND_MIDWIFERY',
  'STUDENTS',
] as const;

const leaving = leavingCodes.flatMap((code, index): readonly Named[] => {
  const group = staffGroups[index];
  if (group === undefined) return [];
  return [
    [`PIPELINE_LEAVE_${code}`, { section: 'Leaving the trust', label: group, reading: 'a-year', group }],
  ];
});

/** Every rate of a projection, in the order of a person's way through it. */
const names: ReadonlyMap<string, RateName> = new Map<string, RateName>([
  ...eachStage('STUDY_MONTHS', 'The course', 'Study', 'months'),
  ...eachStage('AWARD_LAG_MONTHS', 'The course', 'From the end of study to the award', 'months'),
  one(
    'PIPELINE_STAGE_INTERVAL_MONTHS',
    'The course',
    'From one stage to the next; length of an interruption',
    'months',
  ),
  one('PIPELINE_MAX_INTERRUPTIONS', 'The course', 'Interruptions allowed on the whole pathway', 'count'),
  one('UPTAKE_INTERESTED', 'A planned person starts', 'Interested', 'share'),
  one('UPTAKE_APPLIED', 'A planned person starts', 'Applied', 'share'),
  one('UPTAKE_OFFERED', 'A planned person starts', 'Offered a place', 'share'),
  one('UPTAKE_FUNDED', 'A planned person starts', 'Funded', 'share'),
  ...eachStage('WITHDRAW', 'How a stage ends', 'Withdraws or fails', 'share'),
  ...eachStage('INTERRUPT', 'How a stage ends', 'Interrupts, of those who do not withdraw', 'share'),
  one('PIPELINE_RETURN', 'How a stage ends', 'Comes back after an interruption', 'share'),
  one('PIPELINE_GO_ON_PGCERT', 'How a stage ends', 'Goes on after the PGCert', 'share'),
  one('PIPELINE_GO_ON_PGDIP', 'How a stage ends', 'Goes on after the PGDip', 'share'),
  ...eachStage('COI_RATE', 'First role after an award', 'First Co-I role', 'a-month'),
  ...eachStage('PI_FROM_NONE_RATE', 'First role after an award', 'PI straight away', 'a-month'),
  ...eachStage('PI_FROM_COI_RATE', 'First role after an award', 'Co-I to PI', 'a-month'),
  one('PIPELINE_BAND_0_5', 'First role after an award', 'In months 0 to 5 after the award', 'times'),
  one('PIPELINE_BAND_6_11', 'First role after an award', 'In months 6 to 11', 'times'),
  one('PIPELINE_BAND_12_23', 'First role after an award', 'In months 12 to 23', 'times'),
  one('PIPELINE_BAND_24_ON', 'First role after an award', 'From month 24', 'times'),
  one(
    'PIPELINE_PROFESSION_RATIO',
    'First role after an award',
    'The profession, against the others',
    'times',
  ),
  one('PIPELINE_PI_ROLE_LOSS', 'A PI role ends or returns', 'A PI gives up the role and stays', 'a-year'),
  one('PIPELINE_PI_RETURN', 'A PI role ends or returns', 'A past PI takes up a role again', 'a-year'),
  ...leaving,
  one('PIPELINE_PI_LEAVE_RATIO', 'Leaving the trust', 'PIs, of the rate of their group', 'times'),
  one('PIPELINE_RETIRE_AGE_55_59', 'Retiring', 'Aged 55 to 59', 'a-year'),
  one('PIPELINE_RETIRE_AGE_60_64', 'Retiring', 'Aged 60 to 64', 'a-year'),
  one('PIPELINE_RETIRE_AGE_65_ON', 'Retiring', 'Aged 65 and over', 'a-year'),
  ...routeRates,
  one('PIPELINE_ROUTE_INTERRUPT', 'Other routes', 'Interrupts, of those who do not withdraw', 'share'),
  one(
    'PIPELINE_ROUTE_ENTER_PGCERT_INTERNSHIP',
    'Other routes',
    'Starts the PGCert after an internship',
    'share',
  ),
  one(
    'PIPELINE_COHORT_SPREAD',
    'Shared by people, where switched on',
    'People of one intake do well or badly together, correlation',
    'share',
  ),
  one(
    'PIPELINE_NATIONAL_SPREAD',
    'Shared by people, where switched on',
    'National effect on all role rates, spread',
    'share',
  ),
]);

/** Codes in the order they are listed in. */
export const namedRates: readonly string[] = [...names.keys()];

/** A rate of the tables in words. A code that has no words yet is shown as it is, so that no rate is left out. */
export function rateName(code: string): RateName {
  return names.get(code) ?? { section: 'Other rates', label: code, reading: 'share' };
}
