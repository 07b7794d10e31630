import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { letterNames } from '../../shared/learners/supervisor.ts';
import type { SlotsOfMonth } from '../../shared/learners/supervisor-slots.ts';
import type { Outputs } from '../app/trpc.ts';
import { longDate, longMonth } from '../format/dates.ts';
import { plural } from '../format/numbers.ts';

export type ShownSupervisors = Outputs['supervisors']['list'];
export type ShownSupervisor = ShownSupervisors['supervisors'][number];

/** "September 2027 needs 18 slots; 14 exist". */
export function slotsInWords({ month, needed, exist }: SlotsOfMonth): string {
  return `${longMonth(month)} needs ${plural(needed, 'slot')}; ${exist} ${exist === 1 ? 'exists' : 'exist'}`;
}

/** The sentence of the page: every intake that is short, or that none is. */
export function slotsHeadline({ intakes }: ShownSupervisors): string {
  const short = intakes.filter((intake) => intake.short > 0);
  if (short.length > 0) return `${short.map(slotsInWords).join('. ')}.`;
  const [now] = intakes;
  if (now === undefined) return 'No slots are needed.';
  return `No intake on the register is short of slots. ${slotsInWords(now)}.`;
}

/** Where a supervisor comes from, in a phrase. */
export function originOf({ kind, employer }: ShownSupervisor): string {
  return kind === 'internal' ? 'This trust' : (employer ?? 'Outside, employer not known');
}

/** "Honorary contract to 3 March 2027"; null for somebody of the trust. */
export function letterInWords({ letter, letterExpires }: ShownSupervisor): string | null {
  if (letter === null) return null;
  return letterExpires === null
    ? `${letterNames[letter]}, end not known`
    : `${letterNames[letter]} to ${longDate(letterExpires)}`;
}

/** "Runs out on 3 March 2027" or that it has. */
export function expiryInWords({ letterExpires }: ShownSupervisor, dataCut: PlainDate): string {
  if (letterExpires === null) return '';
  return letterExpires < dataCut
    ? `ran out on ${longDate(letterExpires)}: no slots count`
    : `runs out on ${longDate(letterExpires)}: no slots count after it`;
}
