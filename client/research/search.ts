import { z } from 'zod';
import { studyStatuses, studyTypes } from '../../shared/research/study.ts';
import type { SearchOf } from '../app/search.ts';

/** Which studies the list shows: `any` for no limit, `not-known` for what nobody has told us. */
export const researchSearch = {
  fields: {
    status: z.enum(['any', ...studyStatuses]),
    type: z.enum(['any', 'not-known', ...studyTypes]),
    specialty: z.string().max(100),
    funding: z.enum(['any', 'not-known', 'commercial', 'non-commercial']),
    log: z.enum(['any', 'held', 'not-held']),
  },
  defaults: { status: 'any', type: 'any', specialty: '', funding: 'any', log: 'any' },
} as const;

export type ResearchSearch = SearchOf<typeof researchSearch.fields>;
