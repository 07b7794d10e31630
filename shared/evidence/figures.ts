import { evaluateScenario } from '../scenario/evaluate-scenario.ts';
import { forecastPlan } from '../scenario/forecast-plan.ts';
import { overviewSummary, type OverviewSummary } from '../scenario/overview-summary.ts';
import { peopleOutlook } from '../scenario/people-outlook.ts';
import type { EvidenceCase } from './evidence-inputs.ts';
import type { Figure, FigureBody } from './figure.ts';
import {
  promiseFigure,
  projectionFigure,
  stagesFigure,
  statesFigure,
  supervisorsFigure,
} from './figures/learners.ts';
import { bursaryFigure, moneyFigure } from './figures/money.ts';
import {
  coverageFigure,
  headcountFigure,
  recruitmentFigure,
  specialtyFigure,
  trainingFigure,
  trendFigure,
} from './figures/research.ts';
import { typedFigure } from './figures/typed.ts';
import { metricOf } from './metric-list.ts';
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

/**
 * Every metric on the day of the data, in the order of the list, as it may leave the trust: small counts of people are
 * hidden in all of them together.
 *
 * @throws ModelError as `evaluateScenario`.
 */
export function evidenceFigures(asked: EvidenceCase): readonly Figure[] {
  const { scenario, dataCut, pipeline, beliefs } = asked.inputs;
  const people = peopleOutlook(forecastPlan(pipeline, beliefs), dataCut);
  const summary = overviewSummary(scenario, evaluateScenario(scenario, asked.parameters), people);
  return metricIds.map((metric) => {
    const { source, useLabel } = metricOf(metric);
    const fixed = { metric, known: true, on: dataCut, source, useLabel, table: null, chart: null };
    return { ...fixed, ...bodyOf(metric, asked, summary) };
  });
}
