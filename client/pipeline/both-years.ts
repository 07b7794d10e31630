import type { Gain } from '../../shared/pipeline/projection-chances.ts';
import type { BothMet, BothTargets } from '../../shared/scenario/ask-levers.ts';
import { plural } from '../format/numbers.ts';
import { chance, chanceInWords } from '../format/shares.ts';
import type { PipelineSearch } from './search.ts';
import type { Target } from './targets.ts';
import type { YearPlace } from './year-places.ts';

const gainOf: Readonly<Record<Target, Gain>> = {
  pi: 'pi',
  'pi-gained': 'pi',
  'coi-gained': 'coi',
  'any-gained': 'investigator',
  qualified: 'award',
};

const words: Readonly<Record<Target, readonly [one: string, many: string]>> = {
  pi: ['first-time PI', 'first-time PIs'],
  'pi-gained': ['first-time PI', 'first-time PIs'],
  'coi-gained': ['first-time Co-I', 'first-time Co-Is'],
  'any-gained': ['investigator', 'investigators'],
  qualified: ['newly qualified person', 'newly qualified people'],
};

/** Two years running: the page's own and the one before it, the first two at the start. */
export type TwoYears = { readonly first: YearPlace; readonly second: YearPlace };

export function twoYears(places: readonly YearPlace[], shown: YearPlace): TwoYears | null {
  const at = Math.max(
    1,
    places.findIndex(({ lastDay }) => lastDay === shown.lastDay),
  );
  const [first, second] = [places[at - 1], places[at]];
  return first === undefined || second === undefined ? null : { first, second };
}

export function bothTargets(
  { first, second }: TwoYears,
  search: Pick<PipelineSearch, 'of' | 'first' | 'second'>,
): BothTargets {
  return {
    gain: gainOf[search.of],
    first: { window: first.window, n: search.first },
    second: { window: second.window, n: search.second },
  };
}

/** "The chance of at least 2 first-time PIs in 2028/29 and at least 3 in 2029/30 is 41%, a little worse than even." */
export function bothInWords({ first, second }: TwoYears, met: BothMet, of: Target): string {
  const [one, many] = words[of];
  const said = `at least ${plural(met.first, one, many)} in ${first.year} and at least ${met.second} in ${second.year}`;
  return `The chance of ${said} is ${chance(met.probability)}, ${chanceInWords(met.probability)}.`;
}
