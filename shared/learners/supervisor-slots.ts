import { addMonthsTo, firstDayOf, monthOf, type Month } from '../calendar/month.ts';
import { monthNumberOf, type PlainDate } from '../calendar/plain-date.ts';
import { termOfMonth, terms, usualSlots, type TermSlots } from './supervisor.ts';

/** Somebody who may supervise; `null` ends are open. */
export type SlotHolder = {
  readonly id: string;
  /** Learners at one time, usually, and in a term where that differs. */
  readonly slots: number;
  readonly termSlots?: TermSlots | undefined;
  readonly activeFrom: PlainDate;
  readonly activeTo: PlainDate | null;
  /** External: the last day of the honorary contract or letter of access. */
  readonly letterExpires: PlainDate | null;
};

/** A learner who needs a slot from the first month of the stage, for `months`. */
export type SlotNeed = {
  readonly supervisorId: string | null;
  readonly firstMonth: Month;
  readonly months: number;
  /** A place is offered or the learner studies; else interest or an application, counted apart. */
  readonly committed: boolean;
};

/** How many slots one month asks for and has. */
export type SlotsOfMonth = {
  readonly month: Month;
  readonly needed: number;
  /** More, if everybody interested or applied gets a place. */
  readonly ifAllCome: number;
  readonly exist: number;
  /** `needed − exist` where that is above nought. */
  readonly short: number;
  /** Needed by learners who have no supervisor. */
  readonly withoutSupervisor: number;
};

/** Slots of one supervisor on a day, those of its term: none before they start, after they end, or once their letter has run out. */
export function slotsOn(holder: SlotHolder, date: PlainDate): number {
  const { activeFrom, activeTo, letterExpires } = holder;
  const slots = holder.termSlots?.[termOfMonth(monthNumberOf(date))] ?? holder.slots;
  const active = activeFrom <= date && (activeTo === null || date <= activeTo);
  return active && (letterExpires === null || date <= letterExpires) ? slots : 0;
}

/** A learner holds a slot from the first month of the stage to its last. */
export function holdsSlotIn({ firstMonth, months }: SlotNeed, month: Month): boolean {
  return firstMonth <= month && month < addMonthsTo(firstMonth, months);
}

/** Slots needed in a month, and existing on a day of it: its first, unless another is given. */
export function slotsOfMonth(
  holders: readonly SlotHolder[],
  needs: readonly SlotNeed[],
  month: Month,
  day: PlainDate = firstDayOf(month),
): SlotsOfMonth {
  const inMonth = needs.filter((need) => holdsSlotIn(need, month));
  const committed = inMonth.filter((need) => need.committed);
  const exist = holders.reduce((sum, holder) => sum + slotsOn(holder, day), 0);
  return {
    month,
    needed: committed.length,
    ifAllCome: inMonth.length,
    exist,
    short: Math.max(0, committed.length - exist),
    withoutSupervisor: committed.filter(({ supervisorId }) => supervisorId === null).length,
  };
}

/** January and May within the months somebody needs a slot in: terms in which somebody may have fewer slots. */
function laterTerms(needs: readonly SlotNeed[], now: Month): Month[] {
  const months = needs.flatMap(({ firstMonth, months: count }) =>
    Array.from({ length: count }, (_, index) => addMonthsTo(firstMonth, index)),
  );
  return months.filter((month) => month > now && (month.endsWith('-01') || month.endsWith('-05')));
}

/**
 * Slots on a day, and after it by intake: every later month in which somebody's stage starts, in order; and where
 * slots differ by term, the first months of the other terms. Between those the need only falls, so that a shortage
 * shows at one of them, unless slots end in between.
 */
export function slotsByIntake(
  holders: readonly SlotHolder[],
  needs: readonly SlotNeed[],
  from: PlainDate,
): readonly SlotsOfMonth[] {
  const now = monthOf(from);
  const intakes = new Set(needs.map(({ firstMonth }) => firstMonth).filter((month) => month > now));
  const differs = holders.some(({ termSlots = usualSlots }) =>
    terms.some((term) => termSlots[term] !== null),
  );
  if (differs) laterTerms(needs, now).forEach((month) => intakes.add(month));
  const later = [...intakes].sort().map((month) => slotsOfMonth(holders, needs, month));
  return [slotsOfMonth(holders, needs, now, from), ...later];
}

/** How many learners of one supervisor hold a slot in a month; those with a place or studying. */
export function slotsUsed(needs: readonly SlotNeed[], supervisorId: string, month: Month): number {
  return needs.filter(
    (need) => need.committed && need.supervisorId === supervisorId && holdsSlotIn(need, month),
  ).length;
}

/** Letters that run out from the day on and within the months ahead, soonest first; run out already too. */
export function expiringLetters<H extends SlotHolder>(
  holders: readonly H[],
  date: PlainDate,
  until: PlainDate,
): readonly H[] {
  const due = holders.filter(
    ({ letterExpires, activeTo }) =>
      letterExpires !== null && letterExpires <= until && (activeTo === null || activeTo > date),
  );
  return due.toSorted((a, b) => ((a.letterExpires ?? '') < (b.letterExpires ?? '') ? -1 : 1));
}
