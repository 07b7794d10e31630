import { z } from 'zod';
import { rowOutcomes } from '../../shared/imports/batch.ts';
import { importKinds } from '../../shared/imports/kind.ts';

/** `kind` of file to bring in; `batch` whose preview is open; `rows` shown of it, and after which record. */
export const importsSearch = {
  fields: {
    kind: z.enum(importKinds),
    batch: z.string().max(36),
    rows: z.enum([...rowOutcomes, 'all']),
    after: z.int().min(0),
  },
  defaults: { kind: 'staff', batch: '', rows: 'all', after: 0 },
} as const;
