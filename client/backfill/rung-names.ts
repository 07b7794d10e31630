import type { BoughtRung } from '../../shared/pay/rungs.ts';

/** What a reader calls each rung. */
export const rungNames: Readonly<Record<BoughtRung, string>> = {
  'extra-hours': 'Extra hours at plain time',
  'planned-bank': 'Planned bank',
  'late-bank': 'Late bank',
  overtime: 'Overtime',
  'fixed-term': 'Fixed-term or seconded post',
  'acting-up': 'Acting up',
  'programmed-activities': 'Programmed activities',
  agency: 'Agency',
};
