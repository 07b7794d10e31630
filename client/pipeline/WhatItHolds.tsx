import { lazy, Suspense, type ReactElement } from 'react';
import type { ParameterUse } from '../../shared/parameters/types.ts';
import { Disclosure } from '../components/Disclosure.tsx';
import { Loading } from '../components/Loading.tsx';
import { Section } from '../components/PageFrame.tsx';
import { plural } from '../format/numbers.ts';
import type { Outputs } from '../app/trpc.ts';
import { BeliefsTable } from './BeliefsTable.tsx';

/** Comes with the tables of the parameters, which the rest of the page does not need. */
const RatesTable = lazy(() =>
  import('./RatesTable.tsx').then(({ RatesTable: Table }) => ({ default: Table })),
);

type WhatItHoldsProps = {
  readonly believed: Outputs['pipeline']['beliefs'];
  readonly uses: readonly ParameterUse[];
  /** People of the forecast by staff group. */
  readonly groups: ReadonlyMap<string, number>;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
};

/** What the forecast rests on, and what its range does not hold. */
export function WhatItHolds({ believed, uses, groups, open, onToggle }: WhatItHoldsProps): ReactElement {
  const own = believed.workings.filter(({ yours }) => yours > 0).length;
  return (
    <Section title="What it rests on">
      <p>
        No published cohort follows people from credential to role. The priors are national figures and
        assumptions; what your trust has recorded moves{' '}
        {own === 0 ? 'none of them yet' : `${own} of ${believed.workings.length} of them`}. The range holds
        chance and not knowing these rates. Not in it: people who have not applied yet, changes to courses,
        funding rules or the trust, and a shared shock to one intake. A certificate does not make a PI: the
        role comes with a study.
      </p>
      <Disclosure
        summary={`All ${believed.workings.length} uncertain rates, and all ${plural(uses.length, 'value')} of the plan, with source and status`}
        open={open}
        onToggle={onToggle}
      >
        {open ? (
          <Suspense fallback={<Loading what="Reading the rates" />}>
            <BeliefsTable believed={believed} groups={groups} />
            <RatesTable uses={uses} people={groups} />
          </Suspense>
        ) : null}
      </Disclosure>
    </Section>
  );
}
