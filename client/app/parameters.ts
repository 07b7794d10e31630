import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { withOverrides, type Override } from '../../shared/parameters/override.ts';
import type { ParameterSet } from '../../shared/parameters/types.ts';
import { trpc } from './trpc.ts';

/** The trust's own values in force, on every page behind sign-in: the route above has loaded them. */
export function useOverrides(): readonly Override[] {
  return useSuspenseQuery(trpc.parameters.inUse.queryOptions()).data;
}

/** The parameters the trust's answers rest on: the published set with the trust's own values in place. */
export function parametersInUse(overrides: readonly Override[]): ParameterSet {
  return withOverrides(publishedParameters, overrides);
}

/** The same on a page, made once. */
export function useParameters(): ParameterSet {
  const overrides = useOverrides();
  return useMemo(() => parametersInUse(overrides), [overrides]);
}
