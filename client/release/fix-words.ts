import type { WardFix } from '../../shared/backfill/ward-answer.ts';
import { fineHours } from '../format/hours.ts';
import { pounds, poundsChange } from '../format/money.ts';
import { weeksInWords } from './answer-words.ts';
import type { TeamView } from './team-view.ts';

/** What moving the short weeks' study does, and its price over both years: the sum alone would hide a budget breach. */
export type FixWords = {
  readonly what: string;
  /** "£1,114 more". */
  readonly price: string;
  /** "£3,728 more in 2027/28, £2,614 less in 2028/29". */
  readonly byYear: string;
  /** "leaves 560.7 hours that nobody fills". */
  readonly unfilled: string;
  readonly button: string;
};

function moreOrLess(pence: number): string {
  const change = poundsChange(pence);
  if (change === 'same') return 'no more';
  return pence < 0 ? `${pounds(-pence)} less` : `${pounds(pence)} more`;
}

function outcome({ shortAfterFix }: WardFix): string {
  if (shortAfterFix.length === 0) return 'No week is then short because of release.';
  return `${weeksInWords(shortAfterFix.length)} ${shortAfterFix.length === 1 ? 'is' : 'are'} then still short.`;
}

/** `null` when no week is short after cover, or there is no other week to move to. */
export function fixWords({ ward, releaseWeeks }: Pick<TeamView, 'ward' | 'releaseWeeks'>): FixWords | null {
  const { fix } = ward;
  if (fix === null) return null;
  const others = releaseWeeks - fix.movedFrom.length;
  const hours = fix.movedFrom.length === 1 ? 'its study hours' : 'their study hours';
  const years = fix.extraPenceByYear.filter(({ extraPence }) => extraPence !== 0);
  return {
    what: `move ${hours} evenly into the other ${others === 1 ? 'week' : `${others} weeks`} with release. ${outcome(fix)}`,
    price: moreOrLess(fix.extraPence),
    byYear: years
      .map(({ financialYear, extraPence }) => `${moreOrLess(extraPence)} in ${financialYear}`)
      .join(', '),
    unfilled: `${fineHours(fix.unfilled)} hours that the bank does not fill`,
    button: fix.extraPence > 0 ? `Fix these weeks for ${pounds(fix.extraPence)}` : 'Fix these weeks',
  };
}
