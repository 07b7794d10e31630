import type { PlainDate } from '../calendar/plain-date.ts';

export const teamTypes = ['rostered-round-the-clock', 'clinic-or-list', 'not-rostered'] as const;

/** How a team works: it decides whether hours are covered shift by shift, as clinics or lists, or not at all. */
export type TeamType = (typeof teamTypes)[number];

/** A planning line, not a judgement of safety: the hours a team plans never to go below, and whose line it is. */
export type PlannedMinimum = {
  /** Registered minutes a week. */
  readonly minutes: number;
  /** Minutes by weekday, Monday first, where the team entered them. */
  readonly byWeekday: readonly number[] | null;
  readonly owner: string | null;
  readonly date: PlainDate | null;
  readonly source: string | null;
};

/** A team as its sheet describes it. `null` is "not known", never zero. */
export type Team = {
  readonly id: string;
  readonly name: string;
  readonly division: string | null;
  readonly type: TeamType;
  readonly plannedMinimum: PlannedMinimum | null;
  /** Usual temporary cover, minutes a week. */
  readonly temporaryCoverMinutes: number;
  /** Study minutes a week left after mandatory and other booked training. */
  readonly studyHeadroomMinutes: number;
  /**
   * Whether the unavailability shares include study leave. Headroom is what is left of that study time, so release
   * within it is not taken off a second time; it is netted as the team states it.
   */
  readonly unavailabilityIncludesStudy: boolean | null;
  /** Twelve shares in basis points, January first. */
  readonly unavailabilityBp: readonly number[] | null;
  readonly unavailabilitySdBp: number | null;
  readonly shiftMinutes: number | null;
  /** Pay band that cover is bought at: `5`, `6`, `8a`. */
  readonly coverBand: string | null;
  /** Rates the trust typed, pence an hour by financial year; they stand above rates worked out from the band. */
  readonly coverRates: Readonly<Record<string, number>> | null;
  /** Share of the gap that is backfilled. */
  readonly backfillBp: number | null;
  /** Share of the need that is filled. */
  readonly fillBp: number | null;
  readonly version: number;
};

/** What maps staff to a team: an organisation name, a cost centre or a roster unit. */
export type TeamSource = {
  readonly teamId: string;
  readonly kind: 'org' | 'cost-centre' | 'roster-unit';
  readonly code: string;
  readonly rank: number;
};
