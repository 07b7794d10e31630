import type { UseLabel } from './use-label.ts';

/** Worked out from the register by a function of `figures.ts`, the same numbers as on the page it names. */
export const calculatedMetrics = [
  'research-active-headcount',
  'research-active-trend',
  'qualified-ready-named',
  'projection',
  'learners-by-stage',
  'release-kept',
  'backfill-and-fees',
  'bursary-uptake',
  'supervisors',
  'studies-by-specialty',
  'recruitment-to-target',
  'delegation-coverage',
  'training-currency',
] as const;

/** Typed by hand, with source and date. */
export const typedMetrics = [
  'participants-offered',
  'participants-recruited',
  'set-up-days',
  'time-and-target',
  'patient-experience',
  'serious-breaches',
] as const;

export const metricIds = [...calculatedMetrics, ...typedMetrics] as const;

export type CalculatedMetric = (typeof calculatedMetrics)[number];
export type TypedMetric = (typeof typedMetrics)[number];
export type MetricId = (typeof metricIds)[number];

/** What a metric is. `denominator` is "none" for a plain count. */
export type Metric = {
  readonly name: string;
  readonly definition: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly source: string;
  /** Of a typed metric the label that its source usually has; each entry says its own. */
  readonly useLabel: UseLabel;
  readonly caveat: string;
  /** Who answers for it, by post. */
  readonly owner: string;
  /** The page that shows the same number; `null` for what is typed here. */
  readonly page: string | null;
};

export function isMetricId(text: unknown): text is MetricId {
  return metricIds.some((id) => id === text);
}

export function isTypedMetric(id: MetricId): id is TypedMetric {
  return typedMetrics.some((typed) => typed === id);
}
