import { bookingsOf, type Booking } from '../backfill/booking.ts';
import { nowOrLate } from '../backfill/now-or-late.ts';
import { lastMondayDue, rosterDatesOn, type RosterPeriod } from '../backfill/roster-period.ts';
import { bookedOf, fillAtNotice } from '../backfill/ward-ladder.ts';
import type { BookedMinutes } from '../budget/booked.ts';
import { daysBetween, mondayOf, type PlainDate } from '../calendar/plain-date.ts';
import { financialYearOf } from '../calendar/years.ts';
import { productHalfUp } from '../core/exact.ts';
import type { BoughtRung } from '../pay/rungs.ts';
import type { Costed } from './cover-by-team.ts';
import { rateUsedOn } from './rate-used.ts';

/** When rosters are made: the trust's own way, and teams that have another; and what the bank has taken already. */
export type Rosters = {
  readonly trust: RosterPeriod | null;
  readonly teams: Readonly<Record<string, RosterPeriod>>;
  /** Left out, nothing is taken off the need. */
  readonly booked?: BookedMinutes | undefined;
};

/** What booking now spares against waiting, beside the hours it fills; pence and minutes. */
export type Waiting = {
  /** What waiting adds to the hours needed, at its dearer price an hour; 0 where late costs no more. */
  readonly extraPence: number;
  /** Hours that stay open because they were left. */
  readonly extraUnfilledMinutes: number;
};

/** Shifts still to book; `neededMinutes` is the need of the week less what is booked. */
export type TeamBooking = Booking & {
  readonly teamId: string;
  readonly team: string;
  readonly shiftMinutes: number;
  /** Of the week's need, booked already. */
  readonly bookedMinutes: number;
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
  const rateOf = (rung: BoughtRung): number | undefined => {
    const own = answer.rates.filter((rate) => rate.rung === rung);
    return rateUsedOn(own, year, monday)?.pence;
  };
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

/** A week that is booked now: what is to be covered, and what of it the bank has taken. */
type WeekNow = { readonly from: PlainDate; readonly need: number; readonly booked: number };

function rosterOf({ plan }: Costed, { teams, trust }: Rosters): RosterPeriod | null {
  return teams[plan.team.id] ?? trust;
}

function weeksNow(costed: Costed, rosters: Rosters, { dataCut, until }: Asked): WeekNow[] {
  const { plan, answer } = costed;
  const roster = rosterOf(costed, rosters);
  const last = roster === null ? until : lastMondayDue(roster, dataCut);
  const bookedMinutes = rosters.booked?.get(plan.team.id);
  return (answer.ward?.weeks ?? [])
    .filter(({ monday }) => monday <= last)
    .map(({ monday, need }) => ({ from: monday, need, booked: bookedOf({ bookedMinutes }, monday, need) }));
}

/** Minutes of the weeks that are booked now which the bank has taken already, as far as they are needed. */
export function bookedNow(teams: readonly Costed[], rosters: Rosters, asked: Asked): number {
  const weeks = teams.flatMap((costed) => weeksNow(costed, rosters, asked));
  return weeks.reduce((sum, { booked }) => sum + booked, 0);
}

function bookingsOfTeam(costed: Costed, rosters: Rosters, asked: Asked): TeamBooking[] {
  const { plan } = costed;
  const { dataCut } = asked;
  const roster = rosterOf(costed, rosters);
  const shiftMinutes = plan.policy?.shiftMinutes ?? plan.team.shiftMinutes ?? asked.shiftMinutes;
  const coverBand = plan.policy?.coverBand ?? plan.team.coverBand;
  const weeks = weeksNow(costed, rosters, asked);
  const bookedOn = new Map(weeks.map(({ from, booked }) => [from, booked]));
  const needs = weeks.map(({ from, need, booked }) => ({ from, need: need - booked }));
  return bookingsOf(needs, shiftMinutes).map((booking) => {
    const approveBy = roster === null ? null : rosterDatesOn(roster, booking.from).approveBy;
    return {
      ...booking,
      bookedMinutes: bookedOn.get(booking.from) ?? 0,
      ...{ teamId: plan.team.id, team: plan.team.name, shiftMinutes, coverBand, approveBy },
      isLate: approveBy !== null && approveBy < dataCut,
      waiting: waitingOf(costed, booking.neededMinutes, booking.from, dataCut),
    };
  });
}

/**
 * Shifts still to send to the bank now, by week and then by team: for a team with roster periods, up to the end of the last
 * one approved within 31 days; for the others up to and including the week of `until`.
 */
export function teamBookings(teams: readonly Costed[], rosters: Rosters, asked: Asked): TeamBooking[] {
  return teams
    .flatMap((costed) => bookingsOfTeam(costed, rosters, asked))
    .sort((a, b) => (a.from === b.from ? (a.team < b.team ? -1 : 1) : a.from < b.from ? -1 : 1));
}
