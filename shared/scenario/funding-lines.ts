import { netFees } from '../backfill/course-fees.ts';
import { costByMonth } from '../backfill/cost-by.ts';
import { firstDayOf } from '../calendar/month.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import {
  firstDayOfFinancialYear,
  financialYearOf,
  nextFinancialYear,
  type FinancialYear,
} from '../calendar/years.ts';
import { isAccepted, type Award } from '../funding/award.ts';
import type { TrustSource } from '../funding/source.ts';
import type { StackLine, StackSource } from '../funding/stack-types.ts';
import { stackSourceOf } from '../funding/use-or-lose.ts';
import type { Learner } from '../learners/learner.ts';
import type { ParameterSet } from '../parameters/types.ts';
import { learnerFees } from './learner-fees.ts';
import type { ScenarioAnswer } from './scenario-answer.ts';

/** The years money is put on lines for: that of the day and the two after it. */
export function fundedYears(today: PlainDate): readonly [FinancialYear, FinancialYear, FinancialYear] {
  const first = financialYearOf(today);
  const second = nextFinancialYear(first);
  return [first, second, nextFinancialYear(second)];
}

export function feesLineId(learnerId: string): string {
  return `fees ${learnerId}`;
}

/** Fees as charged, each on the first day of its course; a fee not known makes no line. */
function feesLines(learners: readonly Learner[], set: ParameterSet): StackLine[] {
  return learners.flatMap((learner): StackLine[] => {
    const fees = learnerFees(learner, set);
    if (fees.kind !== 'known' || learner.status === 'withdrawn') return [];
    const { feePence, firstMonth } = fees.line;
    return [{ id: feesLineId(learner.id), kind: 'fees', on: firstDayOf(firstMonth), pence: feePence }];
  });
}

/** Cover of each team by month of the release days, on the first of the month. */
function coverLines({ teams }: ScenarioAnswer): StackLine[] {
  return teams.flatMap(({ teamId, ward, wardInputs }): StackLine[] =>
    ward === null || wardInputs === null
      ? []
      : costByMonth(wardInputs, ward.costLines).map(({ month, costPence }) => ({
          id: `cover ${teamId} ${month}`,
          kind: 'cover',
          on: firstDayOf(month),
          pence: costPence,
        })),
  );
}

/** What is to be paid for from the start of the day's financial year to the end of the third year: fees and cover. */
export function fundingLines(
  learners: readonly Learner[],
  answer: ScenarioAnswer,
  today: PlainDate,
  set: ParameterSet,
): readonly StackLine[] {
  const [first, , third] = fundedYears(today);
  const [from, until] = [firstDayOfFinancialYear(first), firstDayOfFinancialYear(nextFinancialYear(third))];
  return [...feesLines(learners, set), ...coverLines(answer)].filter(
    ({ on, pence }) => pence > 0 && on >= from && on < until,
  );
}

/**
 * An award accepted, or money the register says was agreed of a source that has no amount of its own. It is used for
 * that fee on its day or not at all, and so before any other money.
 */
function ofLearner(
  learner: Learner,
  line: StackLine,
  awards: readonly Award[],
  pots: ReadonlySet<string>,
): StackSource[] {
  const own = awards.filter(({ learnerId }) => learnerId === learner.id);
  const bound = { pays: ['fees'], from: null, to: line.on, onlyLines: [line.id] } as const;
  const accepted = own.filter(isAccepted).filter(({ sourceKey }) => !pots.has(sourceKey));
  if (own.length > 0)
    return accepted.map(({ id, sourceKey, amountPence }) => ({
      ...bound,
      id: `${sourceKey} award ${id}`,
      pence: amountPence ?? 0,
    }));
  const { fundingSource, fundingPence } = learner;
  if (fundingSource === null || fundingPence === null || fundingPence === 0 || pots.has(fundingSource))
    return [];
  return [{ ...bound, id: `${fundingSource} award ${learner.id}`, pence: fundingPence }];
}

/** Money of a year may be spent from its first day. */
function potsOf(sources: readonly TrustSource[]): StackSource[] {
  return sources.flatMap((terms) => stackSourceOf(terms, firstDayOfFinancialYear(terms.financialYear)) ?? []);
}

/**
 * All money that may go on the lines: each source's amount of each year, and what was awarded or agreed to one person,
 * which pays that person's fee alone. An award of a source with an amount comes out of that amount.
 */
export function fundingMoney(
  sources: readonly TrustSource[],
  lines: readonly StackLine[],
  learners: readonly Learner[],
  awards: readonly Award[],
): readonly StackSource[] {
  const pots = new Set(sources.filter(({ amountPence }) => amountPence !== null).map(({ key }) => key));
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  const bound = learners.flatMap((learner) => {
    const line = lineOf.get(feesLineId(learner.id));
    return line === undefined ? [] : ofLearner(learner, line, awards, pots);
  });
  return [...potsOf(sources), ...bound];
}

/** What we paid or owe of one learner's fee: the fee less an award accepted, or less what the register says; pence. */
export function feesWePay(learner: Learner, awards: readonly Award[], set: ParameterSet): number | null {
  const fees = learnerFees(learner, set);
  if (fees.kind === 'not-known') return null;
  if (fees.kind === 'none') return 0;
  const own = awards.filter(({ learnerId }) => learnerId === learner.id);
  if (own.length === 0) return Math.max(0, netFees(fees.line));
  const awarded = own.filter(isAccepted).reduce((sum, { amountPence }) => sum + (amountPence ?? 0), 0);
  return Math.max(0, fees.line.feePence - awarded);
}
