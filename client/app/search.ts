import { stripSearchParams, type SearchMiddleware, type SearchSchemaInput } from '@tanstack/react-router';
import type { z } from 'zod';

type Fields = Readonly<Record<string, z.ZodType>>;

/** What a page reads from its address. */
export type SearchOf<F extends Fields> = { readonly [K in keyof F]: z.output<F[K]> };

/**
 * The state a page keeps in its address, for `createRoute({ …, ...searchOf(fields, defaults) })`.
 *
 * A value that is missing or does not fit becomes its default, one by one, so that an old link still opens; only values
 * that differ from the default are written. Names of people and staff numbers are never among them.
 */
export function searchOf<F extends Fields>(fields: F, defaults: SearchOf<F>) {
  const validateSearch = (raw: Partial<SearchOf<F>> & SearchSchemaInput): SearchOf<F> => {
    const given = raw as Readonly<Record<string, unknown>>;
    const entries = Object.entries(fields).map(([key, schema]) => {
      const read = schema.safeParse(given[key]);
      return [key, read.success && given[key] !== undefined ? read.data : defaults[key]] as const;
    });
    return Object.fromEntries(entries) as SearchOf<F>;
  };
  const withoutDefaults: SearchMiddleware<SearchOf<F>> = stripSearchParams(defaults as never);
  return { validateSearch, search: { middlewares: [withoutDefaults] } };
}
