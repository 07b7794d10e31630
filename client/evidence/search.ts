import { z } from 'zod';
import type { SearchOf } from '../app/search.ts';

/** Which framework is open, which part of the page, and the version it is compared with: a copied link opens the same. */
export const evidenceSearch = {
  fields: {
    framework: z.union([z.uuid(), z.literal('')]),
    view: z.enum(['questions', 'gaps', 'figures', 'packs', 'compare']),
    against: z.string().max(40),
  },
  defaults: { framework: '', view: 'questions', against: '' },
} as const;

export type EvidenceSearch = SearchOf<typeof evidenceSearch.fields>;
