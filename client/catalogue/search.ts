import { z } from 'zod';
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
  },
  defaults: { tab: 'programmes', university: 'kings', stage: 'pgcert', find: '' },
} as const;

export type CatalogueSearch = SearchOf<typeof catalogueSearch.fields>;
