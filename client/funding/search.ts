import { z } from 'zod';
import {
  isAcademicYear,
  isFinancialYear,
  type AcademicYear,
  type FinancialYear,
} from '../../shared/calendar/years.ts';
import type { SearchOf } from '../app/search.ts';
import { isWorkingKey, type WorkingKey } from './working-key.ts';

export const views = ['uptake', 'people', 'money', 'exposure', 'rounds'] as const;

export type View = (typeof views)[number];

export const groupings = ['profession', 'band', 'site'] as const;

/**
 * `round`: the round the page is about; `null` is the latest with an award. `outcome`: who is listed. `against`: another
 * way to come by an investigator, in whole pounds each, with where the figure is from. `year`: whose terms of sources are
 * listed; `null` is this financial year. `months` ahead somebody is named within. `working`: the pound whose working is
 * shown.
 */
export const fundingSearch = {
  fields: {
    view: z.enum(views),
    round: z.custom<AcademicYear>(isAcademicYear).nullable(),
    by: z.enum(groupings),
    outcome: z.enum(['all', 'accepted', 'open', 'lost', 'not-recorded']),
    against: z.string().max(80),
    pounds: z.int().min(0).max(10_000_000).nullable(),
    from: z.string().max(160),
    year: z.custom<FinancialYear>(isFinancialYear).nullable(),
    months: z.literal([12, 24, 36, 48, 60]),
    working: z.custom<WorkingKey>(isWorkingKey).nullable(),
  },
  defaults: {
    view: 'uptake',
    round: null,
    by: 'profession',
    outcome: 'all',
    against: '',
    pounds: null,
    from: '',
    year: null,
    months: 36,
    working: null,
  },
} as const;

export type FundingSearch = SearchOf<typeof fundingSearch.fields>;
