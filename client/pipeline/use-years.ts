import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { YearBasis, ProjectionYears } from '../../shared/pipeline/project-years.ts';
import type { PipelineAsk } from '../../shared/scenario/ask-pipeline.ts';
import { HttpRefusal } from '../app/error-text.ts';
import { askModel } from '../workers/model.ts';

type Projected = {
  /** `undefined` until the first answer. */
  readonly years: ProjectionYears | undefined;
  /** A newer answer is being worked out; the last good one is still there. */
  readonly updating: boolean;
  readonly error: unknown;
};

async function project(ask: PipelineAsk): Promise<ProjectionYears> {
  const reply = await askModel('pipeline', ask);
  if (!reply.ok) throw new HttpRefusal(reply.error.code, reply.error.message);
  return reply.value;
}

/** The projection by year, worked out in the worker by the server's own function; `version` tells inputs apart. */
export function useYears(ask: Omit<PipelineAsk, 'basis'>, basis: YearBasis, version: number): Projected {
  const { data, isPlaceholderData, error } = useQuery({
    queryKey: ['pipeline-years', version, basis],
    queryFn: () => project({ ...ask, basis }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  return { years: data, updating: isPlaceholderData, error };
}
