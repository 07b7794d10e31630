import { z } from 'zod';
import { studyFilterFields, studySortFields } from '../../shared/research/study-question.ts';
import type { SearchOf } from '../app/search.ts';

const { status, type, specialty, funding, log, fault } = studyFilterFields;

/**
 * Which studies the list shows, in which order and from where. What is searched for is not here: it may be a name, and
 * no address holds one.
 */
export const researchSearch = {
  fields: {
    ...{ status, type, specialty, funding, log, fault },
    sort: studySortFields.key,
    order: studySortFields.direction,
    /** Counted from 1. */
    page: z.int().min(1).max(10_000),
  },
  defaults: {
    status: 'any',
    type: 'any',
    specialty: '',
    funding: 'any',
    log: 'any',
    fault: 'any',
    sort: 'reference',
    order: 'ascending',
    page: 1,
  },
} as const;

export type ResearchSearch = SearchOf<typeof researchSearch.fields>;
