import { z } from 'zod';

/** `to`: the address wanted before sign-in. */
export const signInSearch = { fields: { to: z.string().max(2000) }, defaults: { to: '/' } } as const;
