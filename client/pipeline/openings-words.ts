import { cappedLaw, expectedAbove, type Openings } from '../../shared/pipeline/capped-gains.ts';
import { wholeQuantile } from '../../shared/pipeline/count-distribution.ts';
import type { ForecastYear } from '../../shared/pipeline/forecast/forecast-years.ts';
import { longDate } from '../format/dates.ts';
import { formatNumber, plural } from '../format/numbers.ts';
import { eightyRange } from '../format/ranges.ts';

/** First PI roles held to the studies that want one, by the last year end for which these are known. */
export function openingsInWords(openings: Openings, years: readonly ForecastYear[]): string {
  if (openings === null) {
    return 'How many studies will want a Principal Investigator is not known, so that no first PI role is held back for one.';
  }
  const known = years.filter(({ window }) => window[1] <= openings.knownTo).at(-1);
  if (known === undefined) {
    return `Studies that want a Principal Investigator are known for ${plural(openings.knownTo, 'month')} ahead: before the first year end, so that no first PI role is held back for one.`;
  }
  const { piGained } = known.byThen;
  const free = openings.from.filter((month) => month < known.window[1]).length;
  const law = cappedLaw(piGained, free);
  const cut = expectedAbove(piGained, free);
  const range = eightyRange({ low: wholeQuantile(law, 0.1), high: wholeQuantile(law, 0.9) });
  const held =
    cut < 0.05
      ? 'that holds back nobody'
      : `held to those, first-time PIs are about ${formatNumber(wholeQuantile(law, 0.5))}, ${range}, and about ${formatNumber(cut, 1)} would wait`;
  return `By ${longDate(known.lastDay)} ${plural(free, 'study wants', 'studies want')} a Principal Investigator: ${held}. Further ahead openings are not known.`;
}
