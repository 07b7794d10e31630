import type { IntakeCap } from '../../shared/scenario/intake-caps.ts';
import { longMonth } from '../format/dates.ts';
import { listInWords, plural } from '../format/numbers.ts';

/** What the supervisor slots cut from the planned starts, intake by intake; or that nothing is held to them, and why. */
export function slotsInWords(slots: IntakeCap): string {
  if (slots.kind === 'not-capped') return `${slots.why} No planned start is held back for a slot.`;
  const { cuts } = slots;
  if (cuts.length === 0) return 'Every planned start has a supervisor slot.';
  const intakes = cuts.map(({ month, planned, free, cut }) => {
    return `${cut} of ${planned} in ${longMonth(month)}, with ${plural(free, 'slot')} free`;
  });
  return `Held back for want of a supervisor slot: ${listInWords(intakes)}.`;
}
