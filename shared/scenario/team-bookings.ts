import { bookingsOf, type Booking } from '../backfill/booking.ts';
import { nowOrLate } from '../backfill/now-or-late.ts';
import { lastMondayDue, rosterDatesOn, type RosterPeriod } from '../backfill/roster-period.ts';
import { fillAtNotice } from '../backfill/ward-ladder.ts';
import { daysBetween, mondayOf, type PlainDate } from '../calendar/plain-date.ts';
import { financialYearOf } from '../calendar/years.ts';
import { productHalfUp } from '../core/exact.ts';
import type { Costed } from './cover-by-team.ts';

/** When rosters are made: the trust's own way, and teams that have another. */
export type Rosters = {
  readonly trust: RosterPeriod | null;
  readonly teams: Readonly<Record<string, RosterPeriod>>;
};

/** What booking now spares against waiting, beside the hours it fills; pence and minutes. */
export type Waiting = {
  /** What waiting adds to the hours needed, at its dearer price an hour; 0 where late costs no more. */
  readonly extraPence: number;
  /** Hours that stay open because they were left. */
  readonly extraUnfilledMinutes: number;
};

export type TeamBooking = Booking & {
  readonly teamId: string;
  readonly team: string;
  readonly shiftMinutes: number;
  /** Band that cover is asked for at; `null` is not known. */
  readonly coverBand: string | null;
  /** When the roster of the week is approved; `null` while no roster period is entered. */
  readonly approveBy: PlainDate | null;
  /** The roster is approved already: what is still open there is late. */
  readonly isLate: boolean;
  /** `null` while the team's policy does not say how likely a late hour is. */
  readonly waiting: Waiting | null;
};

type Asked = { readonly dataCut: PlainDate; readonly until: PlainDate; readonly shiftMinutes: number };

function waitingOf(
  { plan, answer }: Costed,
  need: number,
  monday: PlainDate,
  dataCut: PlainDate,
): Waiting | null {
  const { policy } = plan;
  const year = financialYearOf(monday);
  const rateOf = (rung: string): number | undefined =>
    answer.rates.find((rate) => rate.financialYear === year && rate.rung === rung)?.pence;
  const bankPence = rateOf('planned-bank');
  if (!policy || policy.lateChanceBp === null || bankPence === undefined || answer.wardInputs === null)
    return null;
  const { fillBp: otherwise } = answer.wardInputs;
  const weeks = Math.max(0, daysBetween(mondayOf(dataCut), monday) / 7);
  const { extraPence, unfilledNowMinutes, unfilledLateMinutes } = nowOrLate({
    lateBp: policy.lateChanceBp,
    bankPence,
    latePence: rateOf('late-bank') ?? bankPence,
    fillBp: fillAtNotice(policy, weeks, otherwise),
    lateFillBp: fillAtNotice(policy, 0, otherwise),
    needMinutes: need,
  });
  return {
    extraPence: productHalfUp([need, Math.max(0, extraPence)], 60),
    extraUnfilledMinutes: Math.max(0, unfilledLateMinutes - unfilledNowMinutes),
  };
}

function bookingsOfTeam(costed: Costed, roster: RosterPeriod | null, asked: Asked): TeamBooking[] {
  const { plan, answer } = costed;
  const { dataCut } = asked;
  const until = roster === null ? asked.until : lastMondayDue(roster, dataCut);
  const shiftMinutes = plan.policy?.shiftMinutes ?? plan.team.shiftMinutes ?? asked.shiftMinutes;
  const coverBand = plan.policy?.coverBand ?? plan.team.coverBand;
  const needs = (answer.ward?.weeks ?? [])
    .filter(({ monday }) => monday <= until)
    .map(({ monday, need }) => ({ from: monday, need }));
  return bookingsOf(needs, shiftMinutes).map((booking) => {
    const approveBy = roster === null ? null : rosterDatesOn(roster, booking.from).approveBy;
    return {
      ...booking,
      ...{ teamId: plan.team.id, team: plan.team.name, shiftMinutes, coverBand, approveBy },
      isLate: approveBy !== null && approveBy < dataCut,
      waiting: waitingOf(costed, booking.neededMinutes, booking.from, dataCut),
    };
  });
}

/**
 * Shifts to send to the bank now, by week and then by team: for a team with roster periods, up to the end of the last
 * one approved within 31 days; for the others up to and including the week of `until`.
 */
export function teamBookings(teams: readonly Costed[], rosters: Rosters, asked: Asked): TeamBooking[] {
  return teams
    .flatMap((costed) => bookingsOfTeam(costed, rosters.teams[costed.plan.team.id] ?? rosters.trust, asked))
    .sort((a, b) => (a.from === b.from ? (a.team < b.team ? -1 : 1) : a.from < b.from ? -1 : 1));
}
