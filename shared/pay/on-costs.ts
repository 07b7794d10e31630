import type { PlainDate } from '../calendar/plain-date.ts';
import type { KnownParameter, ParameterSet } from '../parameters/types.ts';
import { valueOn } from '../parameters/value-on.ts';
import type { CostBasis } from './employer-cost.ts';

/** The rows an employer's costs above pay are worked out from, on a day and a basis. */
export type OnCosts = {
  readonly ni: KnownParameter;
  readonly niThreshold: KnownParameter;
  readonly pension: KnownParameter;
  readonly levy: KnownParameter;
};

const pensionCodes: Readonly<Record<CostBasis, string>> = {
  trust: 'EMPLOYER_PENSION_LOCAL',
  full: 'EMPLOYER_PENSION_TOTAL',
};

/** The codes whose values make up a cost on a basis; a cost changes only on a day one of them does. */
export function onCostCodes(basis: CostBasis): readonly string[] {
  return ['EMPLOYER_NI_RATE', 'EMPLOYER_NI_SECONDARY_THRESHOLD', pensionCodes[basis], 'APPRENTICESHIP_LEVY'];
}

/** @throws ModelError 'parameter-missing' naming the rate and the day. */
export function onCostsOn(basis: CostBasis, date: PlainDate, set: ParameterSet): OnCosts {
  return {
    ni: valueOn(set, 'EMPLOYER_NI_RATE', date),
    niThreshold: valueOn(set, 'EMPLOYER_NI_SECONDARY_THRESHOLD', date),
    pension: valueOn(set, pensionCodes[basis], date),
    levy: valueOn(set, 'APPRENTICESHIP_LEVY', date),
  };
}
