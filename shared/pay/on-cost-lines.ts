import type { PlainDate } from '../calendar/plain-date.ts';
import { useOf, type ParameterSet } from '../parameters/types.ts';
import type { RateLine } from './cover-rate.ts';
import { shareOf, type CostBasis } from './employer-cost.ts';
import { onCostsOn } from './on-costs.ts';

/**
 * What an employer pays on top of an extra hour's pay: National Insurance at its full rate, since the person is above
 * the threshold already, pension where the hour is pensionable, and apprenticeship levy; pence, each rounded half up.
 *
 * @throws ModelError 'parameter-missing' naming the rate and the day.
 */
export function onCostLines(
  payPence: number,
  { pensionable }: { readonly pensionable: boolean },
  date: PlainDate,
  basis: CostBasis,
  set: ParameterSet,
): RateLine[] {
  const { ni, pension, levy } = onCostsOn(basis, date, set);
  const line = (label: string, share: typeof ni): RateLine => ({
    label,
    pence: shareOf(payPence, share.value),
    uses: [useOf(share)],
  });
  const name = basis === 'trust' ? 'Employer pension, trust share' : 'Employer pension, in full';
  return [
    line('Employer National Insurance', ni),
    ...(pensionable ? [line(name, pension)] : []),
    line('Apprenticeship levy', levy),
  ];
}
