import { asMonth } from '../../shared/calendar/month.ts';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import type { WardInputs, WardLearner } from '../../shared/backfill/ward-inputs.ts';

const day = asPlainDate;

/** 7.5 hours a week from 27 September 2027 for 43 weeks, away at Christmas and Easter. */
export const stressLearner: WardLearner = {
  count: 14,
  weeklyMinutes: 450,
  start: day('2027-09-27'),
  weeks: 43,
  breakWeeks: ['2027-12-20', '2027-12-27', '2028-04-10', '2028-04-17'].map(day),
};

/** The product's worked ward: 14 nurses of 42 WTE. */
export const stressWard: WardInputs = {
  learners: [stressLearner],
  headroomMinutes: 630,
  backfillBp: 10_000,
  fillBp: 8500,
  rates: { '2027/28': 2640, '2028/29': 2706 },
  contractedMinutes: 42 * 2250,
  temporaryCoverMinutes: 0,
  unavailabilityBp: {
    1: 2000,
    2: 2050,
    3: 2000,
    4: 2250,
    5: 2000,
    6: 2000,
    7: 2350,
    8: 2500,
    9: 1950,
    10: 1900,
    11: 1900,
    12: 2350,
  },
  unavailabilitySdBp: 100,
  plannedMinimumMinutes: 1195 * 60,
  fees: [
    {
      feePence: 400_000,
      count: 14,
      bursaryPence: 400_000,
      bursaryCount: 11,
      courseMonths: 10,
      firstMonth: asMonth('2027-10'),
    },
  ],
};
