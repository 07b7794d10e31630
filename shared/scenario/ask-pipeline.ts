import type { Month } from '../calendar/month.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { ParameterSet } from '../parameters/types.ts';
import { yearsOf, yearWindows, type ProjectionYears, type YearBasis } from '../pipeline/project-years.ts';
import type { ProjectionInputs } from '../pipeline/projection-inputs.ts';
import { evaluateScenario } from './evaluate-scenario.ts';

/** The pipeline of a trust, and the years somebody wants it by. */
export type PipelineAsk = {
  readonly inputs: ProjectionInputs;
  readonly basis: YearBasis;
  readonly dataCut: PlainDate;
};

/** Months up to the end of the last whole year within a horizon; all of them where no year is whole. */
export function wholeYearMonths(startMonth: Month, horizonMonths: number, basis: YearBasis): number {
  const [from, to] = yearWindows(startMonth, horizonMonths, basis).at(-1) ?? [0, 0];
  return from > 0 && to - from < 12 ? from : to;
}

/**
 * Qualified and named by year, up to the end of a whole year: the page's answer, by the one façade.
 *
 * @throws ModelError as `evaluateScenario`.
 */
export function askPipeline({ inputs, basis, dataCut }: PipelineAsk, set: ParameterSet): ProjectionYears {
  const horizonMonths = wholeYearMonths(inputs.startMonth, inputs.horizonMonths, basis);
  const pipeline = { ...inputs, horizonMonths };
  const scenario = { schema: 1, dataCut, basis: 'trust', horizon: null, teams: [], pipeline } as const;
  const { projection } = evaluateScenario(scenario, set);
  if (projection === null) throw new RangeError('askPipeline: a pipeline gives a projection');
  return yearsOf(projection, basis, dataCut);
}
