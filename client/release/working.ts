import type { CoverCostLine } from '../../shared/backfill/ward-answer.ts';
import type { FinancialYear } from '../../shared/calendar/years.ts';
import { rowsOf } from '../../shared/parameters/parameter-set.ts';
import type {
  Parameter,
  ParameterSet,
  ParameterStatus,
  ParameterUse,
} from '../../shared/parameters/types.ts';
import type { RateUsed } from '../../shared/scenario/rate-used.ts';
import type { AssumedInput } from '../../shared/scenario/ward-of-plan.ts';
import { longDate } from '../format/dates.ts';
import { percent } from '../format/shares.ts';
import type { TeamView } from './team-view.ts';

/** A year's cover cost as it was made: minutes to cover × fill × rate, each week-part rounded once. */
export type CostWorking = {
  readonly year: FinancialYear;
  readonly parts: number;
  readonly needMinutes: number;
  readonly fillBp: number;
  readonly ratePence: number;
  readonly costPence: number;
};

/** One sum of lines for each year, fill and rate. */
export function costWorking(lines: readonly CoverCostLine[]): readonly CostWorking[] {
  const sums = new Map<string, CostWorking>();
  for (const { financialYear: year, fillBp, ratePence, needMinutes, costPence } of lines) {
    const key = `${year} ${fillBp} ${ratePence}`;
    const before = sums.get(key) ?? { year, parts: 0, needMinutes: 0, fillBp, ratePence, costPence: 0 };
    sums.set(key, {
      ...before,
      parts: before.parts + 1,
      needMinutes: before.needMinutes + needMinutes,
      costPence: before.costPence + costPence,
    });
  }
  return [...sums.values()];
}

/** Where a figure comes from, in words; `status` `null` is the trust's own. */
export type SourceText = { readonly text: string; readonly status: ParameterStatus | null };

function parameterOf(set: ParameterSet, { code, effectiveFrom }: ParameterUse): Parameter | undefined {
  return rowsOf(set, code).find((row) => row.effectiveFrom === effectiveFrom);
}

/** The source of a parameter with its legal date. */
export function sourceOf(set: ParameterSet, use: ParameterUse): SourceText {
  const row = parameterOf(set, use);
  // The badge beside it says "Assumption"; the words need not say it again.
  const source = (row === undefined ? use.code : row.source).replace(/^assumption: /, '');
  const text = `${source.charAt(0).toUpperCase()}${source.slice(1)}; from ${longDate(use.effectiveFrom)}`;
  return { text, status: use.status };
}

/** A rate used, term by term; a typed rate has one term. */
export type RateRow = {
  readonly key: string;
  readonly year: FinancialYear;
  readonly label: string;
  readonly pence: number;
  readonly isRate: boolean;
  readonly sources: readonly SourceText[];
};

const typedRate: SourceText = { text: 'Typed by the trust: in the team sheet, or here', status: null };

/** The rate of each year, then the terms it is the sum of, where it was worked out. */
export function rateRows(rates: readonly RateUsed[], set: ParameterSet): readonly RateRow[] {
  return rates.flatMap(({ financialYear: year, from, pence, origin, status, lines }): RateRow[] => [
    {
      key: `${year} ${from ?? ''}`,
      year,
      label: from === undefined ? 'Cover, an hour' : `Cover, an hour from ${longDate(from)}`,
      pence,
      isRate: true,
      sources:
        origin === 'typed'
          ? [typedRate]
          : [{ text: 'The sum of the lines below, at the values from that day on', status }],
    },
    ...lines.map((line) => ({
      key: `${year} ${from ?? ''} ${line.label}`,
      year,
      label: line.label,
      pence: line.pence,
      isRate: false,
      sources: line.uses.map((use) => sourceOf(set, use)),
    })),
  ]);
}

const inputNames: Readonly<Record<AssumedInput['input'], string>> = {
  fill: 'Fill: share of the hours to cover that the bank fills',
  'backfill-share': 'Backfill share: part of the hours beyond headroom that is covered',
  unavailability: 'Unavailability: leave, sickness and training, by month',
  'unavailability-spread': 'Spread of unavailability from week to week (standard deviation)',
};

export type AssumedRow = {
  readonly input: string;
  readonly value: string;
  readonly source: SourceText;
};

function valueOf(view: TeamView, input: AssumedInput['input']): string {
  const { fillBp, backfillBp, unavailabilityBp, unavailabilitySdBp } = view.inputs;
  switch (input) {
    case 'fill':
      return percent(fillBp);
    case 'backfill-share':
      return percent(backfillBp);
    case 'unavailability-spread':
      return `${percent(unavailabilitySdBp)} of contracted hours`;
    case 'unavailability': {
      const shares = Object.values(unavailabilityBp ?? {});
      const [low, high] = [Math.min(...shares), Math.max(...shares)];
      return low === high ? `${percent(low)} in every month` : `${percent(low)} to ${percent(high)}`;
    }
  }
}

/** Figures that stand in for what the team has not entered. */
export function assumedRows(view: TeamView, set: ParameterSet): readonly AssumedRow[] {
  return view.asked.answer.assumed.map(({ input, uses }) => {
    const [first] = uses;
    const source =
      first === undefined
        ? { text: 'Planning default', status: 'assumption' as const }
        : sourceOf(set, first);
    return { input: inputNames[input], value: valueOf(view, input), source };
  });
}
