import type { BudgetPart, BudgetWorking } from '../../shared/scenario/budget-working.ts';
import { netFees } from '../../shared/backfill/course-fees.ts';
import { longDate, longMonth } from '../format/dates.ts';
import { exactHours } from '../format/hours.ts';
import { pounds, poundsAndPence } from '../format/money.ts';
import { plural } from '../format/numbers.ts';
import { percent } from '../format/shares.ts';
import { centreName, kindNames, sourceName, stageNames, teamName } from './budget-words.ts';

type Names = Readonly<Record<string, string>>;

/** What a working is of: "Forecast of October 2026, on accruals". */
export function titleOf({ of }: Pick<BudgetWorking, 'of'>, names: Names): string {
  switch (of.kind) {
    case 'year':
      return `${of.year}, forecast on accruals`;
    case 'month':
      return `${longMonth(of.month)}, forecast on accruals`;
    case 'centre':
      return `${of.code === null ? centreName(null) : `Cost centre ${of.code}`}, ${of.year}`;
    case 'source':
      return `Income, ${sourceName(of.source)}, ${of.year}`;
    case 'team':
      return `${teamName(names, of.teamId)}, ${of.year}`;
    case 'team-month':
      return `${teamName(names, of.teamId)}, ${longMonth(of.month)}`;
    case 'reconcile':
      return `Unexplained, ${of.code === null ? centreName(null) : `cost centre ${of.code}`}, ${longMonth(of.month)}`;
  }
}

export function sentenceOf({ of }: Pick<BudgetWorking, 'of'>): string {
  if (of.kind === 'reconcile')
    return 'The ledger’s lines less the bank shifts of every reason worked on the units of this cost centre.';
  if (of.kind === 'team-month')
    return 'Bank shifts worked, planned weeks (hours to cover × share filled × rate), and fees less income straight line over the months of each course.';
  return 'Actual to date, what remains of the plan, and fees not yet accrued, less income. Each part leads on to what it was made from.';
}

/** Course fee in words: "£4,000 over 10 months from October 2026". */
function feeInWords({ line, of, source, payee }: Extract<BudgetPart, { kind: 'fee' }>): string {
  const whole = line.feePence * line.count;
  const funded = whole - netFees(line);
  const elsewhere = payee === 'university';
  const less = elsewhere ? ` less ${pounds(funded)} that ${sourceName(source)} pays the university` : '';
  return `${pounds(of === 'fees' ? whole : funded)}${less} over ${plural(line.courseMonths, 'month')} from ${longMonth(line.firstMonth)}, straight line`;
}

/** A part as two lines of text: what it is, and how it was made with its source and date. */
export function partInWords(
  part: BudgetPart,
  names: Names,
): { readonly label: string; readonly detail: string } {
  switch (part.kind) {
    case 'lines': {
      const where = part.month === null ? teamName(names, part.teamId) : longMonth(part.month);
      return { label: where, detail: `${kindNames[part.of]}, ${stageNames[part.stage]}` };
    }
    case 'shift': {
      const { reference, date, band, minutes, unit } = part.shift;
      const state = part.stage === 'ahead' ? 'booked, not worked yet' : 'worked';
      const detail = `${longDate(date)}, ${exactHours(minutes)} h at ${band}, ${unit}; ${state}, bank shifts as imported`;
      return { label: `Booking ${reference}`, detail };
    }
    case 'planned': {
      const sum = `${exactHours(part.needMinutes)} h × ${percent(part.fillBp)} × ${poundsAndPence(part.ratePence)}`;
      const split =
        part.weekPence === part.pence ? '' : `; its days in this month of ${poundsAndPence(part.weekPence)}`;
      return {
        label: `Week of ${longDate(part.monday)}`,
        detail: `${sum}${split}; ${stageNames[part.stage]}`,
      };
    }
    case 'fee':
      return {
        label: part.of === 'fees' ? 'Course fee' : `Income, ${sourceName(part.source)}`,
        detail: `${feeInWords(part)}; learner register`,
      };
    case 'unit':
      return {
        label: `Bank shifts, ${part.unit}`,
        detail: `taken off; ${pounds(part.studyPence)} of them for study`,
      };
    case 'ledger': {
      const { journalReference, subjectiveCode, description, period } = part.line;
      return {
        label: `Ledger ${journalReference}`,
        detail: `${description}, ${subjectiveCode}, ${longMonth(period)}`,
      };
    }
  }
}

/** Names every part alike so that rows keep their place. */
export function partKey(part: BudgetPart, index: number): string {
  return `${part.kind} ${index}`;
}
