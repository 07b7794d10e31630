import metrics from './data/metrics.json' with { type: 'json' };
import type { Metric, MetricId } from './metrics.ts';

/** Every metric of the pack as data: a metric without a row here does not compile. */
export const metricList: Readonly<Record<MetricId, Metric>> = metrics as Readonly<Record<MetricId, Metric>>;

export function metricOf(id: MetricId): Metric {
  return metricList[id];
}
