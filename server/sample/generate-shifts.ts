import { addDays, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { monthOf } from '../../shared/calendar/month.ts';
import { halfUp } from '../../shared/core/rounding.ts';
import type { BankShiftRow } from '../../shared/imports/bank-columns.ts';
import type { TeamAnswer } from '../../shared/scenario/scenario-answer.ts';
import type { TeamPlan } from '../../shared/scenario/scenario-inputs.ts';
import type { Random } from './random.ts';

export type PlannedTeam = { readonly plan: TeamPlan; readonly answer: TeamAnswer };

type Asked = {
  readonly date: PlainDate;
  readonly unit: string;
  readonly band: string;
  readonly minutes: number;
  readonly ratePence: number;
  readonly reason: string;
};

/** Weeks after the plan begins for which shifts are booked already. */
const weeksBooked = 5;

const otherReasons = ['Vacancy', 'Sickness', 'Annual leave', 'Extra care'] as const;

const dearerBand: Readonly<Record<string, string>> = { '3': '4', '5': '6', '6': '7' };

/** A shift of the bank: a little dearer or cheaper than planned, one in twelve a band higher. */
function worked(asked: Asked, reference: string, random: Random): BankShiftRow {
  const higher = random.chance(1 / 12) ? dearerBand[asked.band] : undefined;
  const price = halfUp(asked.ratePence * ((higher === undefined ? 100 : 117) + random.whole(-3, 5)), 100);
  return {
    reference,
    unit: asked.unit,
    date: asked.date,
    band: `Band ${higher ?? asked.band}`,
    minutes: asked.minutes,
    askedMinutes: null,
    costPence: halfUp(asked.minutes * price, 60),
    reason: asked.reason,
  };
}

/** Asked for and not filled: no hours and no pounds, and the hours asked for. */
function unfilled(shift: BankShiftRow): BankShiftRow {
  return { ...shift, minutes: 0, askedMinutes: shift.minutes, costPence: 0 };
}

function shiftsOfTeam({ plan, answer }: PlannedTeam, planFrom: PlainDate, random: Random): BankShiftRow[] {
  const shiftMinutes = plan.team.shiftMinutes ?? 690;
  const band = plan.team.coverBand ?? '5';
  const until = addDays(planFrom, 7 * weeksBooked);
  const refer = (): string => `BK${random.whole(10_000_000, 99_999_999)}`;
  const lines = (answer.ward?.costLines ?? []).filter(({ monday }) => monday < until);
  return lines.flatMap(({ monday, needMinutes, fillBp, ratePence }) => {
    const day = (): PlainDate => addDays(monday, random.whole(0, 4));
    const own = { unit: plan.team.name, band, minutes: shiftMinutes, ratePence };
    const study = Array.from({ length: Math.round(needMinutes / shiftMinutes) }, () => {
      const shift = worked({ ...own, date: day(), reason: 'Study leave' }, refer(), random);
      if (monday >= planFrom) return random.chance(0.4) ? [shift] : [];
      return [random.next() * 10_000 < fillBp ? shift : unfilled(shift)];
    }).flat();
    if (monday >= planFrom) return study;
    const other = worked({ ...own, date: day(), reason: random.pick(otherReasons) }, refer(), random);
    return [...study, other];
  });
}

/** Shifts since the year began, and those booked ahead; two of them on a unit that no team has. */
export function generateShifts(
  teams: readonly PlannedTeam[],
  planFrom: PlainDate,
  random: Random,
): readonly BankShiftRow[] {
  const shifts = teams.flatMap((team) => shiftsOfTeam(team, planFrom, random));
  const astray = new Set(shifts.filter(({ costPence, date }) => costPence > 0 && date < planFrom).slice(-2));
  const known = new Map<string, BankShiftRow>();
  for (const shift of shifts) {
    const unit = astray.has(shift) ? 'Outpatients pool' : shift.unit;
    known.set(shift.reference, { ...shift, unit });
  }
  return [...known.values()].sort((a, b) =>
    monthOf(a.date) === monthOf(b.date) ? (a.reference < b.reference ? -1 : 1) : a.date < b.date ? -1 : 1,
  );
}
