import type { ReactElement } from 'react';
import { Disclosure } from '../components/Disclosure.tsx';
import { exactHours } from '../format/hours.ts';
import { percent } from '../format/shares.ts';
import { CostByYear, CostLines } from './WorkingCost.tsx';
import { Assumed, Rates } from './WorkingSources.tsx';
import type { TeamView } from './team-view.ts';

/** How the answer is worked out: the sum of a week, cost by line, the rates with their source, what is assumed. */
export function Working({ view }: { readonly view: TeamView }): ReactElement {
  return (
    <Disclosure look="ruled" summary="How this is worked out">
      <WeekSum view={view} />
      <CostByYear view={view} />
      <Rates view={view} />
      <Assumed view={view} />
      <CostLines view={view} />
    </Disclosure>
  );
}

function WeekSum({ view }: { readonly view: TeamView }): ReactElement {
  const { headroomMinutes, backfillBp, fillBp, unavailabilitySdBp } = view.inputs;
  return (
    <ul>
      <li>
        Beyond headroom = hours released in the week − {exactHours(headroomMinutes)} hours of study headroom
        left, never below 0.
      </li>
      <li>
        To cover = beyond headroom × {percent(backfillBp)}; filled = to cover × {percent(fillBp)}.
      </li>
      <li>
        Available with cover = contracted hours × (1 − unavailability of the month) + usual temporary cover −
        beyond headroom + filled. A week is short when that is below the planned minimum.
      </li>
      <li>
        Chance: unavailability varies from week to week by a standard deviation of{' '}
        {percent(unavailabilitySdBp)} of contracted hours.
      </li>
      <li>
        Cost of a week = to cover × fill × the rate of its financial year, rounded once to the penny. A week
        that crosses 1 April is split by its days.
      </li>
    </ul>
  );
}
