import { studyFilterFields } from '../../shared/research/study-question.ts';
import type { SearchOf } from '../app/search.ts';

const { status, type, specialty, funding, log } = studyFilterFields;

/** Which studies the list shows. What is searched for is not here: it may be a name, and no address holds one. */
export const researchSearch = {
  fields: { status, type, specialty, funding, log },
  defaults: { status: 'any', type: 'any', specialty: '', funding: 'any', log: 'any' },
} as const;

export type ResearchSearch = SearchOf<typeof researchSearch.fields>;
