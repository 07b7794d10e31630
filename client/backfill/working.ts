import { accruedByYear, netFees } from '../../shared/backfill/course-fees.ts';
import { addDays, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { financialYearOfMonth, type FinancialYear } from '../../shared/calendar/years.ts';
import type { BackfillSummary } from '../../shared/scenario/backfill-summary.ts';
import type { AlikeFees, AlikeLines, TeamCost } from '../../shared/scenario/cover-by-team.ts';
import type { RateUsed } from '../../shared/scenario/rate-used.ts';
import { longDate, longMonth } from '../format/dates.ts';
import { exactHours, hours } from '../format/hours.ts';
import { pounds, poundsAndPence } from '../format/money.ts';
import { formatNumber, listInWords, plural } from '../format/numbers.ts';
import { percent } from '../format/shares.ts';
import { rungNames } from './rung-names.ts';
import { workingKey, type WorkingKey, type WorkingOf } from './working-key.ts';

/** One part of a sum: its pounds lead on to their own working, where they have one. */
export type WorkingPart = {
  readonly key: string;
  readonly label: string;
  /** How the part is made: "24.25 h × 65% × £29.07". */
  readonly detail: string;
  readonly pence: number;
  readonly working: WorkingKey | null;
};

/** Where a pound comes from: a sum of parts, or one team's year with its lines and rate. */
export type Working =
  | {
      readonly kind: 'sum';
      readonly title: string;
      readonly pence: number;
      readonly sentence: string;
      readonly partLabel: string;
      readonly parts: readonly WorkingPart[];
    }
  | {
      readonly kind: 'team';
      readonly title: string;
      readonly pence: number;
      readonly sentence: string;
      readonly team: TeamCost;
      readonly year: FinancialYear;
      readonly lines: readonly AlikeLines[];
      /** The rates of the year: those of the bank, in the order of their first days, or those of a policy’s rungs. */
      readonly rates: readonly RateUsed[];
      /** Minutes × 10 000 that nobody fills in the year. */
      readonly unfilled: number;
    };

function rateText(ratePence: number): string {
  return poundsAndPence(ratePence);
}

/** "24.25 h × 65% × £29.07": one line's sum, rounded half up to a penny. */
export function lineInWords({
  needMinutes,
  fillBp,
  ratePence,
}: Pick<AlikeLines, 'needMinutes' | 'fillBp' | 'ratePence'>): string {
  return `${exactHours(needMinutes)} h × ${percent(fillBp)} × ${rateText(ratePence)}`;
}

/** The same for a spreadsheet, every line of it: "=16*ROUND(1455*6500*2907/600000,0)/100". */
export function spreadsheetFormula(lines: readonly AlikeLines[]): string {
  const terms = lines.map(({ mondays, needMinutes, fillBp, ratePence }) => {
    // Whole numbers over one divisor: half a penny is exact, which hours × share × pounds are not.
    const one = `ROUND(${needMinutes}*${fillBp}*${ratePence}/600000,0)/100`;
    return mondays.length === 1 ? one : `${mondays.length}*${one}`;
  });
  return terms.length === 0 ? '=0' : `=${terms.join('+')}`;
}

/** ", to 12 October 2027" or ", from 13 October 2027": the days of a week that a change of price cuts. */
function daysInWords(monday: PlainDate, days: AlikeLines['days']): string {
  if (days === undefined) return '';
  return days.from === 0
    ? `, to ${longDate(addDays(monday, days.to - 1))}`
    : `, from ${longDate(addDays(monday, days.from))}`;
}

/** "16 weeks, 16 November 2026 to 15 March 2027". */
export function weeksInWords({ mondays, days }: Pick<AlikeLines, 'mondays' | 'days'>): string {
  const [first, last] = [mondays[0], mondays.at(-1)];
  if (first === undefined || last === undefined) return 'no week';
  if (first === last) return `week of ${longDate(first)}${daysInWords(first, days)}`;
  return `${plural(mondays.length, 'week')}, ${longDate(first)} to ${longDate(last)}`;
}

function yearCost({ byYear }: TeamCost, year: FinancialYear): number {
  return byYear.find(({ financialYear }) => financialYear === year)?.costPence ?? 0;
}

function teamPart(team: TeamCost, year: FinancialYear, pence: number, detail: string): WorkingPart {
  const working = workingKey({ kind: 'team', teamId: team.teamId, year });
  return { key: `${team.teamId} ${detail}`, label: team.team, detail, pence, working };
}

function byPounds(parts: readonly WorkingPart[]): readonly WorkingPart[] {
  return parts
    .filter(({ pence }) => pence !== 0)
    .sort((a, b) => b.pence - a.pence || (a.label < b.label ? -1 : 1));
}

function sumOf(title: string, sentence: string, parts: readonly WorkingPart[], partLabel = 'Team'): Working {
  const shown = byPounds(parts);
  const pence = shown.reduce((sum, part) => sum + part.pence, 0);
  return { kind: 'sum', title, pence, sentence, partLabel, parts: shown };
}

function yearWorking({ byTeam }: BackfillSummary, year: FinancialYear): Working {
  const parts = byTeam.map((team) => {
    const need = team.byYear.find(({ financialYear }) => financialYear === year)?.need ?? 0;
    return teamPart(team, year, yearCost(team, year), `${hours(need)} h to cover`);
  });
  return sumOf(`Cover cost, ${year}`, 'The cover of every team in the year, added up.', parts);
}

function monthWorking(
  { byTeam }: BackfillSummary,
  { month }: Extract<WorkingOf, { kind: 'month' }>,
): Working {
  const year = financialYearOfMonth(month);
  const parts = byTeam.map((team) => {
    const pence = team.byMonth.find((one) => one.month === month)?.costPence ?? 0;
    return teamPart(team, year, pence, 'by release days');
  });
  const sentence =
    'Each week’s cost is shared over its release days, and a month takes the days that lie in it. Pennies go by largest remainder, so that months add up to the weeks exactly.';
  return sumOf(`Cover cost, ${longMonth(month)}`, sentence, parts);
}

function weekWorking({ byTeam }: BackfillSummary, { monday }: Extract<WorkingOf, { kind: 'week' }>): Working {
  const parts = byTeam.flatMap((team) =>
    team.lines
      .filter(({ mondays }) => mondays.includes(monday))
      .map((line) =>
        teamPart(team, line.financialYear, line.costPence, `${lineInWords(line)}, ${line.financialYear}`),
      ),
  );
  const sentence =
    'Each team’s hours to cover × the share the bank fills × the rate of the day, rounded once, half up. A week that crosses 1 April, or in which the price changes, is split by its release days.';
  return sumOf(`Cover cost, week of ${longDate(monday)}`, sentence, parts);
}

function centreWorking(
  { byTeam }: BackfillSummary,
  { code, year }: Extract<WorkingOf, { kind: 'centre' }>,
): Working {
  const parts = byTeam.map((team) => {
    const pence =
      team.byCentre.find((one) => one.code === code && one.financialYear === year)?.costPence ?? 0;
    const weight = team.costCentres.find((one) => one.code === code)?.weight ?? 0;
    const all = team.costCentres.reduce((sum, one) => sum + one.weight, 0);
    const share =
      all === 0
        ? 'nobody in post says which centre'
        : `${formatNumber(weight / 100, 2)} of ${formatNumber(all / 100, 2)} contracted hours`;
    return teamPart(team, year, pence, share);
  });
  const sentence =
    'A team’s cover is charged where its registered staff are paid, in proportion to their contracted hours; pennies go by largest remainder.';
  return sumOf(
    `Cover cost, ${code === null ? 'cost centre not known' : `cost centre ${code}`}, ${year}`,
    sentence,
    parts,
  );
}

/** ", 85% of them filled at £26.40 an hour", or the rungs that fill them. */
function filledInWords(lines: readonly AlikeLines[]): string {
  const [line] = lines;
  if (line === undefined) return '';
  const used = [...new Set(lines.flatMap(({ rung }) => (rung === undefined ? [] : [rung])))];
  if (used.length > 0) return `, filled by ${used.map((rung) => rungNames[rung].toLowerCase()).join(', ')}`;
  const prices = [...new Set(lines.map(({ ratePence }) => ratePence))].map(rateText);
  return `, ${percent(line.fillBp)} of them filled at ${listInWords(prices)} an hour`;
}

function teamWorking(
  { byTeam }: BackfillSummary,
  { teamId, year }: Extract<WorkingOf, { kind: 'team' }>,
): Working | null {
  const team = byTeam.find((one) => one.teamId === teamId);
  if (team === undefined) return null;
  const own = team.byYear.find(({ financialYear }) => financialYear === year);
  const lines = team.lines.filter(({ financialYear }) => financialYear === year);
  return {
    kind: 'team',
    title: `Cover cost, ${team.team}, ${year}`,
    pence: own?.costPence ?? 0,
    sentence: `${hours(own?.need ?? 0)} hours to cover${filledInWords(lines)}.`,
    team,
    year,
    lines,
    rates: team.rates.filter(({ financialYear }) => financialYear === year),
    unfilled: own?.unfilled ?? 0,
  };
}

function feesPart({ line, times }: AlikeFees, year: FinancialYear, index: number): WorkingPart {
  const pence = (accruedByYear(line).get(year) ?? 0) * times;
  const funded = line.bursaryCount > 0 ? ` less ${pounds(line.bursaryPence)} funded` : ', nothing funded';
  return {
    key: String(index),
    label: `${plural(line.count * times, 'learner')}, from ${longMonth(line.firstMonth)}`,
    detail: `fee ${pounds(line.feePence)}${funded}: ${pounds(netFees(line) * times)} over ${plural(line.courseMonths, 'month')}`,
    pence,
    working: null,
  };
}

function feesWorking({ feeLines }: BackfillSummary, year: FinancialYear): Working {
  const parts = feeLines.map((fees, index) => feesPart(fees, year, index));
  const sentence =
    'Fees less what funds them, straight line over the months of each course; a year takes its months. A bursary pays fees, never cover. Courses funded in full come to £0 and are left out.';
  return sumOf(`Fees less funding, ${year}, on accruals`, sentence, parts, 'Course');
}

/** The working of a pound; `null` where the address names a team that is not in the plan. */
export function workingOf(summary: BackfillSummary, of: WorkingOf): Working | null {
  switch (of.kind) {
    case 'year':
      return yearWorking(summary, of.year);
    case 'month':
      return monthWorking(summary, of);
    case 'week':
      return weekWorking(summary, of);
    case 'centre':
      return centreWorking(summary, of);
    case 'team':
      return teamWorking(summary, of);
    case 'fees':
      return feesWorking(summary, of.year);
  }
}
