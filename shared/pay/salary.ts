import type { PlainDate } from '../calendar/plain-date.ts';
import { financialYearOf, type FinancialYear } from '../calendar/years.ts';
import { ModelError } from '../core/errors.ts';
import { halfUp } from '../core/rounding.ts';
import { rowsOf } from '../parameters/parameter-set.ts';
import {
  useOf,
  weakestStatus,
  type KnownParameter,
  type ParameterSet,
  type ParameterStatus,
  type ParameterUse,
} from '../parameters/types.ts';
import { valueOn } from '../parameters/value-on.ts';
import { financialYearsAfter } from './financial-years.ts';
import type { PayPoint } from './pay-point.ts';

/** An amount in pence with the rows it rests on; `status` is the weakest of theirs. */
export type DatedAmount = {
  readonly pence: number;
  readonly status: ParameterStatus;
  readonly uses: readonly ParameterUse[];
};

const awardCodes = { afc: 'PAY_AWARD_AFC', medical: 'PAY_AWARD_MEDICAL' } as const;

/** The codes basic pay at a point is worked out from. */
export function payCodes(point: PayPoint): readonly string[] {
  return [point.code, awardCodes[point.scale]];
}

/** A year without an award would silently be paid at the year before, so it is an error. */
function needAnAwardEachYear(set: ParameterSet, code: string, years: readonly FinancialYear[]): void {
  const given = new Set(rowsOf(set, code).map((row) => financialYearOf(row.effectiveFrom)));
  const missing = years.find((year) => !given.has(year));
  if (missing !== undefined) {
    throw new ModelError('parameter-missing', `${code} has no value for ${missing}`, `/${code}`);
  }
}

/** The awards after the day a published amount starts on, up to and with the day asked for. */
function awardsSince(
  set: ParameterSet,
  code: string,
  published: PlainDate,
  date: PlainDate,
): KnownParameter[] {
  needAnAwardEachYear(set, code, financialYearsAfter(financialYearOf(published), financialYearOf(date)));
  return rowsOf(set, code)
    .filter((row) => row.effectiveFrom > published && row.effectiveFrom <= date)
    .map((row) => valueOn(set, code, row.effectiveFrom));
}

/**
 * A yearly amount of a pay table on a day: as published, or, after the last published year, the last published amount
 * raised by each award since. Awards compound exactly and the amount is rounded once, half up, to whole pounds, as pay
 * tables are.
 *
 * @param code the amount, in pence a year.
 * @param awardCode the award of each year, in basis points.
 * @throws ModelError 'parameter-missing' before the first published amount, or in a year without an award.
 */
export function raisedAmountOn(
  code: string,
  awardCode: string,
  date: PlainDate,
  set: ParameterSet,
): DatedAmount {
  const published = valueOn(set, code, date);
  const awards = awardsSince(set, awardCode, published.effectiveFrom, date);
  const uses = [published, ...awards].map(useOf);
  const status = weakestStatus(uses);
  if (awards.length === 0) return { pence: published.value, status, uses };
  const raised = awards.reduce(
    (product, award) => product * BigInt(10000 + award.value),
    BigInt(published.value),
  );
  return { pence: halfUp(raised, 100n * 10000n ** BigInt(awards.length)) * 100, status, uses };
}

/**
 * Basic pay a year of a full-time post at a pay point, in pence.
 *
 * @throws ModelError 'parameter-missing' naming the pay point and the day. Pay that is not known is never zero.
 */
export function salaryOn(point: PayPoint, date: PlainDate, set: ParameterSet): DatedAmount {
  return raisedAmountOn(point.code, awardCodes[point.scale], date, set);
}
