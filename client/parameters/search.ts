import { z } from 'zod';
import { subjects } from '../../shared/parameters/subjects.ts';
import { parameterStatuses } from '../../shared/parameters/types.ts';
import type { SearchOf } from '../app/search.ts';

/** Which parameters are shown, and the one that is open. */
export const assumptionsSearch = {
  fields: {
    find: z.string().max(60),
    subject: z.enum(['all', ...subjects]),
    status: z.enum(['all', ...parameterStatuses]),
    held: z.enum(['all', 'own', 'review']),
    code: z
      .string()
      .regex(/^[A-Z][A-Z0-9_]{0,79}$/)
      .nullable(),
  },
  defaults: { find: '', subject: 'all', status: 'all', held: 'all', code: null },
} as const;

export type AssumptionsSearch = SearchOf<typeof assumptionsSearch.fields>;
