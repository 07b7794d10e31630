import type { CountForecast } from '../../shared/pipeline/forecast/count-forecast.ts';
import type { Driver, Drivers, FirstOrderShare } from '../../shared/pipeline/forecast/drivers.ts';
import type { WorthFindingOut } from '../../shared/pipeline/forecast/worth-finding-out.ts';
import { mostStarts, type WorthAsk } from '../../shared/scenario/ask-forecast.ts';
import type { BeliefWorking } from '../../shared/pipeline/calibration/belief-working.ts';
import { barsModel, type BarsModel } from '../charts/bars.ts';
import { tornadoModel, type TornadoModel } from '../charts/tornado.ts';
import { formatNumber, plural } from '../format/numbers.ts';
import { beliefFacts, beliefValue } from './belief-words.ts';

/** How many rates the tornado shows. */
const mostShown = 6;

function swing({ atLow, atHigh }: Driver): number {
  return Math.abs(atHigh - atLow);
}

function lowerFirst(text: string): string {
  return /^(PI|Co-I|PGC)/.test(text) ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** What moves the count most: the headline, the chart and what is left out of it. */
export function driversChart(
  { atMedians, drivers }: Drivers,
  what: string,
): { readonly headline: string; readonly model: TornadoModel; readonly note: string } | null {
  const shown = drivers.filter((driver) => swing(driver) > 0.005).slice(0, mostShown);
  const [first] = shown;
  if (first === undefined) return null;
  const { label } = beliefFacts(first.id);
  const rest = drivers.length - shown.length;
  return {
    headline: `“${label}” moves the answer most`,
    model: tornadoModel({
      what,
      base: atMedians,
      rows: shown.map(({ id, low, high, atLow, atHigh }) => {
        const facts = beliefFacts(id);
        return {
          label: facts.label,
          ends: [beliefValue(low, facts).replace(/ a (month|year)$/, ''), beliefValue(high, facts)] as const,
          atLow,
          atHigh,
        };
      }),
    }),
    note: `Each rate alone at the 10% and 90% of what is believed of it, the others in the middle. The other ${formatNumber(rest)} move it less.`,
  };
}

/** How much of the doubt is chance, and how much is not knowing the rates. */
export function varianceParts({ chanceVariance, ratesVariance }: CountForecast): {
  readonly chance: number;
  readonly rates: number;
} {
  const whole = chanceVariance + ratesVariance;
  return whole > 0
    ? { chance: chanceVariance / whole, rates: ratesVariance / whole }
    : { chance: 0, rates: 0 };
}

function percentOf(share: number): string {
  return `${formatNumber(Math.round(share * 100))}%`;
}

const shareWords: readonly (readonly [number, string])[] = [
  [0.9, 'Nearly all'],
  [0.8, 'Most'],
  [0.7, 'About three quarters'],
  [0.6, 'About two thirds'],
  [0.45, 'About half'],
  [0.28, 'About a third'],
  [0, 'Less than a third'],
];

/** The bar of the doubt, with its finding. */
export function varianceChart(
  count: CountForecast,
  what: string,
): { readonly headline: string; readonly bars: BarsModel } | null {
  const { chance, rates } = varianceParts(count);
  if (chance + rates === 0) return null;
  const words = shareWords.find(([from]) => chance >= from)?.[1] ?? 'Less than a third';
  const row = (label: string, value: number, emphasised: boolean) => ({
    label,
    value,
    text: percentOf(value),
    emphasised,
  });
  return {
    headline: `${words} of the doubt is chance`,
    bars: barsModel({
      what: 'share of the variance',
      caption: `Share of the variance of ${what}`,
      rowLabel: 'Part',
      full: 1,
      rows: [
        row('Chance: few people', chance, chance >= rates),
        row('Not knowing the rates', rates, rates > chance),
      ],
    }),
  };
}

/** No record of one trust tells what will happen to the nation. */
function canBeRecorded(id: string): boolean {
  return id !== 'national';
}

/**
 * What would be worth finding out, in one sentence: the rate that accounts for most of what not knowing the rates adds,
 * and what to record. Says so where chance is nearly all of the doubt and no record can narrow it much.
 */
export function worthFindingOut(
  count: CountForecast,
  shares: readonly FirstOrderShare[],
  workings: readonly BeliefWorking[],
): string | null {
  const first = shares.find(({ id }) => canBeRecorded(id));
  const { rates } = varianceParts(count);
  if (first === undefined || first.share <= 0 || rates === 0) return null;
  const facts = beliefFacts(first.id);
  const { yours = 0, unit } = workings.find(({ id }) => id === first.id) ?? {};
  const basis =
    yours > 0
      ? `rests on an assumption and your ${formatNumber(yours, yours < 10 ? 1 : 0)} ${unit ?? ''}`
      : 'rests on an assumption alone';
  const part = `it is about ${percentOf(first.share)} of what not knowing the rates adds`;
  const limit =
    rates < 0.15
      ? `But only ${percentOf(rates)} of the doubt is about rates: with so few people most of it is chance, which no record can remove.`
      : `Not knowing the rates is ${percentOf(rates)} of the doubt; the rest is chance.`;
  return `Worth finding out first: ${lowerFirst(facts.label)}, which ${basis}; ${part}. Record ${facts.record}. ${limit}`;
}

/** Below this a rate changes the decision for a handful of its values alone, and by next to nothing. */
const leastStarts = 0.05;

function startsInWords(starts: number): string {
  const whole = Math.round(starts);
  return whole === 0 ? 'less than one start' : `about ${plural(whole, 'start')}`;
}

/**
 * Whether finding a rate out could change how many people to start, in one sentence, and what the decision is. The
 * cost of a missing PI is what the person typed; no figure stands in for it.
 *
 * @param day the day on which the PIs are wanted, in words.
 */
export function decisionWorth(
  { bestStarts, rates }: WorthFindingOut,
  { target, startsPerMissingPi }: WorthAsk,
  day: string,
): string {
  const best = `Of up to ${mostStarts} extra PGCert starts next September, ${formatNumber(bestStarts)} ${bestStarts === 1 ? 'is' : 'are'} best to have ${plural(target, 'named PI')} on ${day}, when each one missing costs as much as ${plural(startsPerMissingPi, 'start')}.`;
  const first = rates.find(
    ({ id, couldChange, starts }) => canBeRecorded(id) && couldChange && starts >= leastStarts,
  );
  if (first === undefined) {
    return `Finding any one rate out could change your decision: no. ${best}`;
  }
  const { label, record } = beliefFacts(first.id);
  return `Finding out “${label}” could change your decision: yes, worth ${startsInWords(first.starts)}. ${best} Record ${record}.`;
}
