import { z } from 'zod';
import { isMonth, type Month } from '../../shared/calendar/month.ts';
import { costBases } from '../../shared/pay/employer-cost.ts';
import type { SearchOf } from '../app/search.ts';
import { isWorkingKey, type WorkingKey } from './working-key.ts';

/** How two years of money are cut. */
export const cuts = ['month', 'centre', 'income', 'team'] as const;

/** `by`: the open tab. `end`: the month whose end is shown. `working`: the pound whose working is shown. */
export const budgetSearch = {
  fields: {
    basis: z.enum(costBases),
    by: z.enum(cuts),
    end: z.custom<Month>(isMonth).nullable(),
    working: z.custom<WorkingKey>(isWorkingKey).nullable(),
  },
  defaults: { basis: 'trust', by: 'month', end: null, working: null },
} as const;

export type BudgetSearch = SearchOf<typeof budgetSearch.fields>;
