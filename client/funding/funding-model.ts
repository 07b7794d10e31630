import type { AcademicYear } from '../../shared/calendar/years.ts';
import { awardSteps, awardStepNames, dayOfStep, lossNames } from '../../shared/funding/award.ts';
import { outcomeOf, type CaseOutcome } from '../../shared/funding/uptake.ts';
import type { Outputs } from '../app/trpc.ts';
import { pounds } from '../format/money.ts';
import { plural } from '../format/numbers.ts';
import { percent } from '../format/shares.ts';
import { shortDate } from '../format/dates.ts';
import type { FundingSearch } from './search.ts';

export type ShownFunding = Outputs['funding']['show'];
export type ShownExposure = Outputs['funding']['exposure'];
export type ShownCase = ShownFunding['cases'][number];
export type ShownRound = ShownFunding['rounds'][number];
export type ShownSource = ShownFunding['sources'][number];
export type Funnel = ShownFunding['funnel'][number];

/** The round the page is about: the one asked for, else the latest in which somebody has an award on record. */
export function roundShown({ funnel, cases }: ShownFunding, asked: AcademicYear | null): AcademicYear | null {
  if (asked !== null && funnel.some(({ round }) => round === asked)) return asked;
  const recorded = funnel.find(({ round }) => cases.some((one) => one.round === round && one.award !== null));
  return (recorded ?? funnel[0])?.round ?? null;
}

export function funnelOf({ funnel }: ShownFunding, round: AcademicYear | null): Funnel | null {
  return funnel.find((one) => one.round === round) ?? null;
}

/** The sentence of the page. */
export function uptakeInWords({ round, uptake }: Funnel): string {
  const { accepted, of, uptakeBp, leftPence, leftPeople, eligibilityNotKnown } = uptake;
  if (uptakeBp === null) {
    const unknown =
      eligibilityNotKnown === 0
        ? ''
        : ` Of ${plural(eligibilityNotKnown, 'person', 'people')} with a place, whether they are eligible is not known.`;
    return `Uptake of ${round} cannot be said yet: nobody is known to be eligible with a place.${unknown}`;
  }
  const left =
    leftPeople === 0 ? 'Nothing was left on the table.' : `${pounds(leftPence)} was left on the table.`;
  return `${accepted} of ${of} eligible people with a place took up the ${round} bursary: ${percentWhole(uptakeBp)}. ${left}`;
}

/** A share in whole percent, for a handful of people: 7857 is "79%". */
export function percentWhole(basisPoints: number): string {
  return percent(Math.round(basisPoints / 100) * 100);
}

/** What has become of somebody's award, in words. */
export function outcomeInWords(one: ShownCase): string {
  const outcome: CaseOutcome = outcomeOf(one);
  if (outcome === 'not-recorded') return 'Nothing recorded';
  if (outcome !== 'open' && outcome !== 'accepted') return lossNames[outcome];
  const { award } = one;
  const step = awardSteps.findLast((name) => award !== null && dayOfStep(award, name) !== null);
  const on = award === null || step === undefined ? null : dayOfStep(award, step);
  return step === undefined || on === null ? 'No step yet' : `${awardStepNames[step]} ${shortDate(on)}`;
}

function fits(one: ShownCase, outcome: FundingSearch['outcome']): boolean {
  const held = outcomeOf(one);
  if (outcome === 'all' || held === outcome) return true;
  return outcome === 'lost' && !['accepted', 'open', 'not-recorded'].includes(held);
}

/** The people of a round who fit the filter. */
export function casesShown(
  { cases }: ShownFunding,
  round: AcademicYear | null,
  outcome: FundingSearch['outcome'],
): readonly ShownCase[] {
  return cases.filter((one) => one.round === round && fits(one, outcome));
}

/** Pounds typed, as pence; `null` for nothing typed, `undefined` for what is no amount. */
export function readPounds(text: string): number | null | undefined {
  const bare = text.trim().replaceAll(/[£,\s]/g, '');
  if (bare === '') return null;
  return /^\d{1,9}(\.\d{1,2})?$/.test(bare) ? Math.round(Number(bare) * 100) : undefined;
}

/** Pence as they are typed: "4000" or "4000.50". */
export function poundsText(pence: number | null): string {
  return pence === null ? '' : pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2);
}
