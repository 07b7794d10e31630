import type { IntakeCap } from '../../shared/scenario/intake-caps.ts';
import { longMonth } from '../format/dates.ts';
import { formatNumber, listInWords, plural } from '../format/numbers.ts';

/**
 * What the supervisor slots cut from the planned starts, intake by intake; or that nothing is held to them, and why.
 *
 * @param held whether those without a slot are left out of the forecast.
 */
export function slotsInWords(slots: IntakeCap, held: boolean): string {
  if (slots.kind === 'not-capped') return `${slots.why} No planned start is held back for a slot.`;
  const { cuts } = slots;
  if (cuts.length === 0) return 'Every planned start has a supervisor slot.';
  const sum = (of: (cut: (typeof cuts)[number]) => number): number =>
    cuts.reduce((total, cut) => total + of(cut), 0);
  const [cut, planned] = [sum((one) => one.cut), sum((one) => one.planned)];
  const intakes = cuts.map(
    (one) => `${one.cut} of ${one.planned} in ${longMonth(one.month)}, with ${plural(one.free, 'slot')} free`,
  );
  const have = cut === 1 ? 'has' : 'have';
  const then = held ? 'and counted as not starting' : 'and counted as starting all the same';
  return `${formatNumber(cut)} of ${plural(planned, 'start')} ${have} no supervisor slot (${listInWords(intakes)}), ${then}.`;
}

/** How slots are counted. */
export const slotsWorking =
  'Slots of a month: what the trust’s supervisors can take on, less those who are on the course. A learner holds one from the start of the stage to the end of its study, away or not. In each intake who is furthest on comes first; somebody enrolled has a place and is never cut.';
