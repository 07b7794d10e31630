import { z } from 'zod';
import { isPlainDate, weekdayOf, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { costBases } from '../../shared/pay/employer-cost.ts';
import { stages } from '../../shared/programmes/stages.ts';
import { universities } from '../../shared/programmes/universities.ts';
import type { SearchOf } from '../app/search.ts';

/** Whole minutes behind a typed number of hours: 7.5 is 450; a number that is no whole minute is not read. */
function isWholeMinutes(hours: number): boolean {
  return Math.abs(hours * 60 - Math.round(hours * 60)) < 1e-6;
}

const hours = (most: number) => z.number().min(0).max(most).refine(isWholeMinutes);
const pounds = z.number().min(0).max(1_000_000);
const day = z.custom<PlainDate>(isPlainDate);
const monday = day.refine((date) => weekdayOf(date) === 1);
const share = z.number().min(0).max(100);

/**
 * The ward question as the address of a team's page holds it: hours, pounds and percent as a person types them. `null`
 * is "not typed": the team's own figure, or the default of the field. Never a name or staff number.
 */
export const teamSearch = {
  fields: {
    learners: z.int().min(0).max(500),
    university: z.enum(universities),
    stage: z.enum(stages),
    hours: hours(60).nullable(),
    mon: hours(24),
    tue: hours(24),
    wed: hours(24),
    thu: hours(24),
    fri: hours(24),
    sat: hours(24),
    sun: hours(24),
    start: monday.nullable(),
    fee: pounds.nullable(),
    bursaries: z.int().min(0).max(500),
    bursary: pounds.nullable(),
    staff: z.number().min(0).max(2000).nullable(),
    minimum: hours(50_000).nullable(),
    temporary: hours(50_000).nullable(),
    headroom: hours(50_000).nullable(),
    backfill: share.nullable(),
    fill: share.nullable(),
    /** First year and pounds an hour: "2027-26.4_2028-27.06". */
    rates: z.string().regex(/^(20\d{2}-\d{1,3}(\.\d{1,2})?(_|$))*$/),
    basis: z.enum(costBases),
    /** The short weeks' study is moved to the others. */
    fixed: z.boolean(),
    /** A week of the grid to say more about. */
    week: monday.nullable(),
  },
  defaults: {
    learners: 0,
    university: 'kings',
    stage: 'pgcert',
    hours: null,
    mon: 0,
    tue: 0,
    wed: 0,
    thu: 0,
    fri: 0,
    sat: 0,
    sun: 0,
    start: null,
    fee: null,
    bursaries: 0,
    bursary: null,
    staff: null,
    minimum: null,
    temporary: null,
    headroom: null,
    backfill: null,
    fill: null,
    rates: '',
    basis: 'trust',
    fixed: false,
    week: null,
  },
} as const;

export type TeamSearch = SearchOf<typeof teamSearch.fields>;

/** Which teams the grid shows: all, those with learners, those with a week short. */
export const gridShows = ['all', 'learners', 'short'] as const;

/** The filters of the grid. `find` holds a part of a team's name: text that matches no team could be a person's name and is not kept. */
export const gridSearch = {
  fields: {
    show: z.enum(gridShows),
    division: z.string().max(120),
    find: z.string().max(60),
    table: z.boolean(),
  },
  defaults: { show: 'all', division: '', find: '', table: false },
} as const;

export type GridSearch = SearchOf<typeof gridSearch.fields>;
