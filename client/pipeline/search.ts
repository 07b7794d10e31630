import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import type { SearchOf } from '../app/search.ts';
import { targets } from './targets.ts';

/**
 * `by`: the year end the page is about; `null` is the end of the third whole year. `n`: the target typed; `null` is
 * the middle forecast. `rates`: the list of rates is open.
 */
export const pipelineSearch = {
  fields: {
    years: z.enum(['financial', 'academic']),
    by: z.custom<PlainDate>(isPlainDate).nullable(),
    of: z.enum(targets),
    n: z.int().min(1).max(10_000).nullable(),
    rates: z.boolean(),
  },
  defaults: { years: 'financial', by: null, of: 'pi', n: null, rates: false },
} as const;

export type PipelineSearch = SearchOf<typeof pipelineSearch.fields>;
