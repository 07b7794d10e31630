import { z } from 'zod';
import { isMonth, type Month } from '../../shared/calendar/month.ts';
import { lifecycleStates } from '../../shared/learners/lifecycle.ts';
import { universities } from '../../shared/programmes/universities.ts';
import type { SearchOf } from '../app/search.ts';

/** Which lines of the register are shown; `team` is a team's id, never a name of a person. */
export const registerSearch = {
  fields: {
    view: z.enum(['register', 'deadlines']),
    state: z.enum(['all', 'missing', ...lifecycleStates]),
    university: z.enum(['all', 'none', ...universities]),
    intake: z.custom<Month>(isMonth).nullable(),
    team: z.union([z.uuid(), z.literal('all'), z.literal('none')]),
  },
  defaults: { view: 'register', state: 'all', university: 'all', intake: null, team: 'all' },
} as const;

export type RegisterSearch = SearchOf<typeof registerSearch.fields>;
