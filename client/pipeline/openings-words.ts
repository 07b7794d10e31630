import { addMonthsTo, monthOf } from '../../shared/calendar/month.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { cappedLaw, expectedAbove, type Openings } from '../../shared/pipeline/capped-gains.ts';
import { wholeQuantile } from '../../shared/pipeline/count-distribution.ts';
import type { ForecastYear } from '../../shared/pipeline/forecast/forecast-years.ts';
import { openingsBy } from '../../shared/scenario/held-to-openings.ts';
import { longDate, longMonth } from '../format/dates.ts';
import { formatNumber, listInWords, plural } from '../format/numbers.ts';
import { eightyRange } from '../format/ranges.ts';

/**
 * First PI roles and the studies that want one, by the last year end for which these are known.
 *
 * @param years as forecast, not held to openings.
 * @param held whether the figures of the page are.
 */
export function openingsInWords(openings: Openings, years: readonly ForecastYear[], held: boolean): string {
  if (openings === null) {
    return 'How many studies will want a Principal Investigator is not known, so that no first PI role is held back for one.';
  }
  const known = years.filter(({ window }) => window[1] <= openings.knownTo).at(-1);
  if (known === undefined) {
    return `Studies that want a Principal Investigator are known for ${plural(openings.knownTo, 'month')} ahead: before the first year end, so that no first PI role is held back for one.`;
  }
  const { piGained } = known.byThen;
  const free = openingsBy(openings, known.window[1]) ?? 0;
  const law = cappedLaw(piGained, free);
  const cut = expectedAbove(piGained, free);
  const range = eightyRange({ low: wholeQuantile(law, 0.1), high: wholeQuantile(law, 0.9) });
  const middle = formatNumber(wholeQuantile(law, 0.5));
  const would = held
    ? `openings hold PI gains to about ${middle}, ${range}, and about ${formatNumber(cut, 1)} wait for one`
    : `held to those, PI gains would be about ${middle}, ${range}, and about ${formatNumber(cut, 1)} would wait`;
  const text = cut < 0.05 ? 'enough for all who could gain the role' : would;
  return `By ${longDate(known.lastDay)} ${plural(free, 'study wants', 'studies want')} a Principal Investigator: ${text}. Further ahead openings are not known, and nothing is held to them.`;
}

/** When each opening comes: "2 now and 1 in May 2027"; `null` where they are not known. */
export function openingsWorking(openings: Openings, dataCut: PlainDate): string | null {
  if (openings === null) return null;
  const start = addMonthsTo(monthOf(dataCut), 1);
  const months = [...new Set(openings.from)].map((from) => {
    const count = openings.from.filter((one) => one === from).length;
    return `${formatNumber(count)} ${from === 0 ? 'now' : `in ${longMonth(addMonthsTo(start, from))}`}`;
  });
  const list = months.length === 0 ? 'none' : listInWords(months);
  return `Openings to ${longMonth(addMonthsTo(start, Math.max(0, openings.knownTo - 1)))}: ${list}. A study in set-up without a PI is one, and an open study whose PI leaves, ends or hands over with nobody to follow; one that closes is none. An opening nobody takes stays open and who finds none waits, so first PI roles by a day are the smaller of both; PIs in post are not held to them.`;
}
