import { z } from 'zod';
import { qualityKinds } from './data-quality.ts';
import { studyStatuses, studyTypes } from './study.ts';

/** Which studies a list shows: `any` for no limit, `not-known` for what nobody has told us. */
export const studyFilterFields = {
  status: z.enum(['any', ...studyStatuses]),
  type: z.enum(['any', 'not-known', ...studyTypes]),
  specialty: z.string().max(100),
  funding: z.enum(['any', 'not-known', 'commercial', 'non-commercial']),
  log: z.enum(['any', 'held', 'not-held']),
  /** What is to be put right in them. */
  fault: z.enum(['any', ...qualityKinds]),
  /** Part of a reference, title, site or number in another system. */
  text: z.string().max(100),
};

/** What the list is sorted by, and which way. */
export const studySortFields = {
  key: z.enum(['reference', 'title', 'specialty', 'type', 'funding', 'status', 'planned', 'closed']),
  direction: z.enum(['ascending', 'descending']),
};

const sortSchema = z.strictObject(studySortFields);

export type StudySort = z.infer<typeof sortSchema>;

export const studyQuestionSchema = z.strictObject({ ...studyFilterFields, sort: sortSchema });

export type StudyQuestion = z.infer<typeof studyQuestionSchema>;

/** Every study, by reference. */
export const everyStudy: StudyQuestion = {
  ...{ status: 'any', type: 'any', specialty: '', funding: 'any', log: 'any', fault: 'any', text: '' },
  sort: { key: 'reference', direction: 'ascending' },
};
