import { z } from 'zod';
import { costBases } from '../../shared/pay/employer-cost.ts';
import type { SearchOf } from '../app/search.ts';
import { isWorkingKey, type WorkingKey } from './working-key.ts';

/** How cover cost is cut. */
export const cuts = ['year', 'month', 'week', 'centre', 'team'] as const;

export type Cut = (typeof cuts)[number];

/** `by`: the open tab. `working`: the pound whose working is shown, as `working-key.ts` writes it; `null` is none. `team`: whose ladder is shown; `null` is the first. */
export const backfillSearch = {
  fields: {
    basis: z.enum(costBases),
    by: z.enum(cuts),
    working: z.custom<WorkingKey>(isWorkingKey).nullable(),
    team: z.uuid().nullable(),
  },
  defaults: { basis: 'trust', by: 'year', working: null, team: null },
} as const;

export type BackfillSearch = SearchOf<typeof backfillSearch.fields>;
