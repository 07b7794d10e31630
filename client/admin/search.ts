import { z } from 'zod';

/** `tab` open; `before`: the audit log from just below this entry, 0 for the newest. */
export const adminSearch = {
  fields: { tab: z.enum(['users', 'audit']), before: z.int().min(0) },
  defaults: { tab: 'users', before: 0 },
} as const;
