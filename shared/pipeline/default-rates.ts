import type { PlainDate } from '../calendar/plain-date.ts';
import { useOf, type ParameterSet, type ParameterUse } from '../parameters/types.ts';
import { valueOn } from '../parameters/value-on.ts';
import { staffGroups, type StaffGroup } from '../staff/staff.ts';
import { chanceOfRate, monthlyOfYearly } from './monthly-chance.ts';
import type { AttemptChances, GroupRates, Pathway, RoleChances } from './projection-inputs.ts';

/** A value with the rows it was made from. */
export type Sourced<T> = { readonly value: T; readonly uses: readonly ParameterUse[] };

/** Looks values up and notes each row it used. Shares and rates come as basis points: 10000 = 1. */
export type RateReader = {
  readonly whole: (code: string) => number;
  readonly share: (code: string) => number;
  readonly uses: () => readonly ParameterUse[];
};

/** Codes are those of the table, without the prefix `PIPELINE_`. */
export function rateReader(set: ParameterSet, date: PlainDate): RateReader {
  const used = new Map<string, ParameterUse>();
  const whole = (code: string): number => {
    const parameter = valueOn(set, `PIPELINE_${code}`, date);
    used.set(parameter.code, useOf(parameter));
    return parameter.value;
  };
  return { whole, share: (code) => whole(code) / 10_000, uses: () => [...used.values()] };
}

export const qualifications = ['PGCERT', 'PGDIP', 'MASTERS'] as const;

/** Months since the award from which each multiplier applies. */
export const bands = [
  { from: 0, code: 'BAND_0_5' },
  { from: 6, code: 'BAND_6_11' },
  { from: 12, code: 'BAND_12_23' },
  { from: 24, code: 'BAND_24_ON' },
] as const;

export const leavingCodes: Record<StaffGroup, string> = {
  'Add Prof Scientific and Technic': 'LEAVE_ADD_PROF_SCIENTIFIC',
  'Additional Clinical Services': 'LEAVE_ADDITIONAL_CLINICAL',
  'Administrative and Clerical': 'LEAVE_ADMINISTRATIVE',
  'Allied Health Professionals': 'LEAVE_ALLIED_HEALTH',
  'Estates and Ancillary': 'LEAVE_ESTATES',
  'Healthcare Scientists': 'LEAVE_HEALTHCARE_SCIENTISTS',
  'Medical and Dental': 'LEAVE_MEDICAL_AND_DENTAL',
  'Nursing and Midwifery Registered': 'LEAVE_NURSING_AND_MIDWIFERY',
  Students: 'LEAVE_STUDENTS',
};

/** Interruptions are stated as a share of those who do not withdraw. */
function attemptAt(qualification: string, { share }: RateReader): AttemptChances {
  const withdraw = share(`WITHDRAW_${qualification}`);
  const interrupt = (1 - withdraw) * share(`INTERRUPT_${qualification}`);
  return { complete: 1 - withdraw - interrupt, interrupt, withdraw };
}

/** Hazards multiply on the rate scale: h = 1 − exp(−rate × band × profession). One chance a band. */
export function roleRow(code: string, { share }: RateReader): readonly number[] {
  const rate = share(code) * share('PROFESSION_RATIO');
  return bands.map((band) => chanceOfRate(rate * share(band.code)));
}

function roleChances(prefix: string, reader: RateReader): RoleChances {
  return qualifications.map((qualification) => roleRow(`${prefix}_${qualification}`, reader));
}

function ratesOf(group: StaffGroup, reader: RateReader): GroupRates {
  const { share } = reader;
  const leaveYearly = share(leavingCodes[group]);
  return {
    attempt: qualifications.map((qualification) => attemptAt(qualification, reader)),
    returnAfterInterruption: share('RETURN'),
    goOn: [share('GO_ON_PGCERT'), share('GO_ON_PGDIP')],
    bands: bands.map((band) => band.from),
    coi: roleChances('COI_RATE', reader),
    piFromNone: roleChances('PI_FROM_NONE_RATE', reader),
    piFromCoi: roleChances('PI_FROM_COI_RATE', reader),
    leaveMonthly: monthlyOfYearly(leaveYearly),
    piLeaveMonthly: monthlyOfYearly(leaveYearly * share('PI_LEAVE_RATIO')),
    piRoleLossMonthly: monthlyOfYearly(share('PI_ROLE_LOSS')),
    piReturnMonthly: monthlyOfYearly(share('PI_RETURN')),
  };
}

/**
 * The fixed rates of a staff group on a day: prior means, and leaving as published for England. To be shown as
 * assumptions with the rows they came from, and replaced by the trust's own history as it accrues.
 *
 * @throws ModelError 'parameter-missing' when one has no value on the day.
 */
export function groupRatesOn(set: ParameterSet, group: StaffGroup, date: PlainDate): Sourced<GroupRates> {
  const reader = rateReader(set, date);
  return { value: ratesOf(group, reader), uses: reader.uses() };
}

/** All nine staff groups by their ESR name, as `groups` of a projection. */
export function defaultGroupsOn(
  set: ParameterSet,
  date: PlainDate,
): Sourced<Readonly<Record<StaffGroup, GroupRates>>> {
  const reader = rateReader(set, date);
  const value = Object.fromEntries(staffGroups.map((group) => [group, ratesOf(group, reader)]));
  return { value: value as Record<StaffGroup, GroupRates>, uses: reader.uses() };
}

/** The clock of the framework's three stages. */
export function pathwayOn(set: ParameterSet, date: PlainDate): Sourced<Pathway> {
  const reader = rateReader(set, date);
  const value = {
    studyMonths: qualifications.map((stage) => reader.whole(`STUDY_MONTHS_${stage}`)),
    awardLagMonths: qualifications.map((stage) => reader.whole(`AWARD_LAG_MONTHS_${stage}`)),
    stageIntervalMonths: reader.whole('STAGE_INTERVAL_MONTHS'),
    maxInterruptions: reader.whole('MAX_INTERRUPTIONS'),
  };
  return { value, uses: reader.uses() };
}
