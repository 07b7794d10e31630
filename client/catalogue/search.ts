import { z } from 'zod';
import { isMonth, type Month } from '../../shared/calendar/month.ts';
import { stages } from '../../shared/programmes/stages.ts';
import { universities } from '../../shared/programmes/universities.ts';
import type { SearchOf } from '../app/search.ts';

/** Which catalogue is open, which course of it, and what is searched for. */
export const catalogueSearch = {
  fields: {
    tab: z.enum(['programmes', 'routes', 'credentials', 'networks']),
    university: z.enum(universities),
    stage: z.enum(stages),
    find: z.string().max(60),
    /** The intake of the course whose weeks are shown; empty is the latest that is entered, or the next. */
    intake: z.custom<Month | ''>((value) => value === '' || isMonth(value)),
    /** The credential whose holders are shown. */
    credential: z.string().max(100),
  },
  defaults: { tab: 'programmes', university: 'kings', stage: 'pgcert', find: '', intake: '', credential: '' },
} as const;

export type CatalogueSearch = SearchOf<typeof catalogueSearch.fields>;
