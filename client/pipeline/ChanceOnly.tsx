import { lazy, Suspense, type ReactElement } from 'react';
import type { ParameterUse } from '../../shared/parameters/types.ts';
import { StatusBadge } from '../components/badges.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { Loading } from '../components/Loading.tsx';
import { Panel } from '../components/Panel.tsx';
import { plural } from '../format/numbers.ts';

/** Comes with the tables of the parameters, which the rest of the page does not need. */
const RatesTable = lazy(() =>
  import('./RatesTable.tsx').then(({ RatesTable: Table }) => ({ default: Table })),
);

type ChanceOnlyProps = {
  readonly uses: readonly ParameterUse[];
  /** People of the projection by staff group. */
  readonly people: ReadonlyMap<string, number>;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
};

/** What the range does not hold, said where the range is read, with every rate behind it on request. */
export function ChanceOnly({ uses, people, open, onToggle }: ChanceOnlyProps): ReactElement {
  return (
    <Panel kind="plain" title="Range shows chance only: the rates are fixed assumptions">
      <p>
        <StatusBadge kind="assumption" /> No published cohort follows people from credential to role. The
        rates are national figures and assumptions, not your trust’s history, and are taken as certain: the
        true range is wider.
      </p>
      <Disclosure
        summary={`All ${plural(uses.length, 'rate')} used, with source and status`}
        open={open}
        onToggle={onToggle}
      >
        {open ? (
          <Suspense fallback={<Loading what="Reading the rates" />}>
            <RatesTable uses={uses} people={people} />
          </Suspense>
        ) : null}
      </Disclosure>
    </Panel>
  );
}
