import { describe, expect, it } from 'vitest';
import { deMinimisOn } from '../../shared/budget/de-minimis.ts';
import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { learnerStatuses, phaseOf } from '../../shared/learners/status.ts';
import { trainingValidityOn } from '../../shared/learners/readiness.ts';
import { uptakeOn } from '../../shared/learners/uptake.ts';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { planningDefaultsOn } from '../../shared/parameters/planning-defaults.ts';
import type { ParameterSet } from '../../shared/parameters/types.ts';
import { bands } from '../../shared/pay/bands.ts';
import { coverRateOn } from '../../shared/pay/cover-rate.ts';
import { costBases } from '../../shared/pay/employer-cost.ts';
import { hourKinds, minutesByKind, overtimeHourOn, unsocialHourOn } from '../../shared/pay/enhanced-hours.ts';
import { highCostAreas, highCostAreaSupplementOn } from '../../shared/pay/high-cost-area.ts';
import { payPointOf, type PayPoint } from '../../shared/pay/pay-point.ts';
import { programmedActivityOn, residentNightHourOn } from '../../shared/pay/programmed-activity.ts';
import { yearsToNext } from '../../shared/pay/progression.ts';
import { postCostOn } from '../../shared/pay/post-cost.ts';
import {
  historyFadeOn,
  priorBeliefsOn,
  sharedSpreadsOn,
} from '../../shared/pipeline/calibration/prior-beliefs.ts';
import { defaultGroupsOn, pathwayOn } from '../../shared/pipeline/default-rates.ts';
import { isOtherRoute, routeRatesOn } from '../../shared/pipeline/route-rates.ts';
import { routes } from '../../shared/programmes/routes.ts';
import { retirementByMonth } from '../../shared/pipeline/retirement.ts';
import { courseMonthsOf } from '../../shared/programmes/course-months.ts';
import { foundModulesOn, stageFactsOn } from '../../shared/programmes/stage-facts.ts';
import { stages } from '../../shared/programmes/stages.ts';
import { teachingCalendar } from '../../shared/programmes/teaching-calendar.ts';
import { statedFeeOn, statedReleaseOn, universities } from '../../shared/programmes/universities.ts';

const day = asPlainDate('2027-05-01');

/** The published set, and the codes that were asked for. */
function recording(): { readonly set: ParameterSet; readonly asked: Set<string> } {
  const asked = new Set<string>();
  const note = (code: string | symbol): void => void asked.add(String(code));
  const rows = new Proxy(publishedParameters.rows, {
    get: (target, code) => (note(code), Reflect.get(target, code) as unknown),
    getOwnPropertyDescriptor: (target, code) => (note(code), Reflect.getOwnPropertyDescriptor(target, code)),
  });
  return { set: { rows }, asked };
}

function quietly(work: () => unknown): void {
  try {
    work();
  } catch {
    // A value that was not found is an error of the model, and it was asked for.
  }
}

function everyPoint(): PayPoint[] {
  const scales = [
    ...Array.from({ length: 12 }, (_, index) => `XR${String(index + 1).padStart(2, '0')}`),
    ...medical,
  ];
  const steps = [null, ...Array.from({ length: 10 }, (_, step) => String(step + 1))];
  return scales.flatMap((scale) => steps.map((step) => payPointOf(scale, step)));
}

const medical = ['YC72', 'MC75', 'MC70', 'MN37', 'MN35', 'MN39'];

/** Facts of the sources that later pages need (leave, agency, bursary rules): carried and dated, not yet read. */
const notYetRead =
  /^(ANNUAL_LEAVE|UNSOCIAL_B1|PART_TIME_EXTRA|PA_PREMIUM|AGENCY|BANK_SPEND|VAT_|ROSTER_|HEADROOM_|BURSARY_|MEDICAL_STUDY|HCAS_PENSIONABLE|EMPLOYMENT_ALLOWANCE|EMPLOYER_NI_THRESHOLD_FROZEN|WEEKS_PER_YEAR|EMPLOYER_PENSION_CENTRAL|PIPELINE_PI_ROLE_LOSS_FIRST)/;

describe('every parameter', () => {
  it('is read by the model, or carried for a page to come and named so', () => {
    const { set, asked } = recording();
    for (const point of everyPoint())
      for (const basis of costBases) quietly(() => postCostOn(point, day, basis, set));
    for (const band of bands) for (const basis of costBases) coverRateOn(band, day, basis, set);
    for (const band of bands) {
      for (const kind of hourKinds) unsocialHourOn(band, kind, day, set);
      for (const onBankHoliday of [true, false]) overtimeHourOn(band, onBankHoliday, day, set);
    }
    minutesByKind(asPlainDate('2027-05-04'), 0, 1440, set);
    for (const point of everyPoint()) yearsToNext(point, day, set);
    programmedActivityOn(payPointOf('YC72', '1'), day, set);
    residentNightHourOn(payPointOf('MN37', '1'), day, set);
    for (const area of highCostAreas) {
      highCostAreaSupplementOn(area, { fullTimeSalaryPence: 3_000_000, fteE5: 100_000 }, day, set);
    }
    planningDefaultsOn(set, day);
    for (const stage of stages) stageFactsOn(stage, day, set);
    foundModulesOn(day, set);
    for (const stage of stages) courseMonthsOf(teachingCalendar('kings', stage, asMonth('2027-09')), set);
    for (const university of universities) {
      statedFeeOn(university, day, set);
      statedReleaseOn(university, day, set);
    }
    for (const status of learnerStatuses) if (phaseOf(status) !== 'past') uptakeOn(status, day, set);
    trainingValidityOn(day, set);
    deMinimisOn(day, set);
    defaultGroupsOn(set, day);
    pathwayOn(set, day);
    routeRatesOn(set, day, routes.filter(isOtherRoute));
    priorBeliefsOn(set, day, routes.filter(isOtherRoute));
    sharedSpreadsOn(set, day);
    historyFadeOn(set, day);
    retirementByMonth(set, day, '51-55', 300);
    const codes = Object.keys(publishedParameters.rows);
    expect(codes.length).toBeGreaterThan(200);
    expect(codes.filter((code) => !asked.has(code) && !notYetRead.test(code)).sort()).toEqual([]);
    expect(codes.filter((code) => asked.has(code) && notYetRead.test(code)).sort()).toEqual([]);
  });
});
