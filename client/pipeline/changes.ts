import type { ForecastChange } from '../../shared/pipeline/forecast/forecast-change.ts';
import type { Measure } from '../../shared/pipeline/forecast/forecast-inputs.ts';
import { formatNumber } from '../format/numbers.ts';

type ChangedCount = { readonly label: string; readonly measure: (at: number) => Measure };

/** The counts whose change is shown, each of the year end the page is about. */
export const changedCounts: readonly ChangedCount[] = [
  { label: 'Qualified people in post', measure: (at) => ({ kind: 'qualified', at, held: 1 }) },
  { label: 'First-time Co-Is by then', measure: (at) => ({ kind: 'gain', gain: 'coi', window: [0, at] }) },
  { label: 'First-time PIs by then', measure: (at) => ({ kind: 'gain', gain: 'pi', window: [0, at] }) },
  { label: 'Named PIs in post', measure: (at) => ({ kind: 'pi', at }) },
];

/** "+2.3", "−1.1", "same". */
export function changeText(value: number): string {
  const text = formatNumber(Math.abs(value), 1);
  if (text === '0') return 'same';
  return `${value > 0 ? '+' : '−'}${text}`;
}

export function changeRange({ low, high }: ForecastChange): string {
  const [from, to] = [changeText(low), changeText(high)];
  return from === to ? from : `${from} to ${to}`;
}

/** "About 2.3 more named PIs by 31 March 2030 than in the plan, 80% range +1.1 to +3.6." */
export function changesInWords(changes: readonly ForecastChange[], day: string): string {
  const pis = changes.at(-1);
  if (pis === undefined || changeText(pis.mean) === 'same') {
    return `As many named PIs by ${day} as in the plan.`;
  }
  const more = pis.mean > 0 ? 'more' : 'fewer';
  return `About ${formatNumber(Math.abs(pis.mean), 1)} ${more} named PIs by ${day} than in the plan, 80% range ${changeRange(pis)}.`;
}
