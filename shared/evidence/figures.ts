import { evaluateScenario } from '../scenario/evaluate-scenario.ts';
import { forecastPlan } from '../scenario/forecast-plan.ts';
import { overviewSummary, type OverviewSummary } from '../scenario/overview-summary.ts';
import { peopleOutlook } from '../scenario/people-outlook.ts';
import type { EvidenceCase } from './evidence-inputs.ts';
import type { Figure, FigureBody } from './figure.ts';
import { promiseFigure, stagesFigure, statesFigure } from './figures/learners.ts';
import { bursaryFigure, moneyFigure } from './figures/money.ts';
import { projectionFigure } from './figures/projection.ts';
import { headcountFigure, trainingFigure, trendFigure } from './figures/research.ts';
import { coverageFigure, recruitmentFigure, specialtyFigure } from './figures/studies.ts';
import { supervisorsFigure } from './figures/supervisors.ts';
import { typedFigure } from './figures/typed.ts';
import { metricOf } from './metric-list.ts';
import type { WorkingStep } from './working.ts';
import { isTypedMetric, metricIds, type CalculatedMetric, type MetricId } from './metrics.ts';

type Work = (asked: EvidenceCase, summary: OverviewSummary) => FigureBody;

/** What works each metric out: a calculated metric without a function does not compile. */
const works: Readonly<Record<CalculatedMetric, Work>> = {
  'research-active-headcount': ({ inputs }) => headcountFigure(inputs),
  'research-active-trend': ({ inputs }) => trendFigure(inputs),
  'qualified-ready-named': statesFigure,
  projection: (_asked, summary) => projectionFigure(summary),
  'learners-by-stage': ({ inputs }) => stagesFigure(inputs),
  'release-kept': promiseFigure,
  'backfill-and-fees': (_asked, summary) => moneyFigure(summary),
  supervisors: ({ inputs }) => supervisorsFigure(inputs),
  'studies-by-specialty': ({ inputs }) => specialtyFigure(inputs),
  'bursary-uptake': ({ inputs }) => bursaryFigure(inputs),
  'recruitment-to-target': ({ inputs }) => recruitmentFigure(inputs),
  'delegation-coverage': ({ inputs }) => coverageFigure(inputs),
  'training-currency': ({ inputs }) => trainingFigure(inputs),
};

function bodyOf(metric: MetricId, asked: EvidenceCase, summary: OverviewSummary): FigureBody {
  if (isTypedMetric(metric)) return typedFigure(metric, asked.inputs.measures, metricOf(metric).name);
  return works[metric](asked, summary);
}

/** Changes whenever a figure is worked out or said in another way: kept in a pack beside the version of the model. */
export const figureRules = 2;

/** Figures, and how each was worked out, with every count as it is: for a pack alone. */
export type WorkedFigures = {
  readonly figures: readonly Figure[];
  readonly workings: Readonly<Partial<Record<MetricId, readonly WorkingStep[]>>>;
};

/**
 * Every metric on the day of the data, in the order of the list, as it may leave the trust: small counts of people are
 * hidden in all of them together.
 *
 * @throws ModelError as `evaluateScenario`.
 */
export function workedFigures(asked: EvidenceCase): WorkedFigures {
  const { scenario, dataCut, pipeline, beliefs } = asked.inputs;
  const people = peopleOutlook(forecastPlan(pipeline, beliefs), dataCut);
  const summary = overviewSummary(scenario, evaluateScenario(scenario, asked.parameters), people);
  const worked = metricIds.map((metric) => {
    const { source, useLabel } = metricOf(metric);
    const { working = [], ...body } = bodyOf(metric, asked, summary);
    const fixed = { metric, known: true, on: dataCut, source, useLabel, table: null, chart: null };
    return { metric, figure: { ...fixed, ...body }, working };
  });
  return {
    figures: worked.map(({ figure }) => figure),
    workings: Object.fromEntries(worked.map(({ metric, working }) => [metric, working])),
  };
}

/** The figures alone. @throws ModelError as `workedFigures`. */
export function evidenceFigures(asked: EvidenceCase): readonly Figure[] {
  return workedFigures(asked).figures;
}
