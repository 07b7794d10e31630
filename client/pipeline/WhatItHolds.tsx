import { lazy, Suspense, type ReactElement } from 'react';
import type { ParameterUse } from '../../shared/parameters/types.ts';
import { Disclosure } from '../components/Disclosure.tsx';
import { Loading } from '../components/Loading.tsx';
import { Section } from '../components/PageFrame.tsx';
import { plural } from '../format/numbers.ts';
import type { Outputs } from '../app/trpc.ts';
import { BeliefsTable } from './BeliefsTable.tsx';
import { useParameters } from '../app/parameters.ts';
import { CheckboxField } from '../components/CheckboxField.tsx';
import type { ChangeSearch, PipelineSearch } from './search.ts';
import { rangeInWords, sharedSwitches } from './shared-words.ts';

/** Comes with the tables of the parameters, which the rest of the page does not need. */
const RatesTable = lazy(() =>
  import('./RatesTable.tsx').then(({ RatesTable: Table }) => ({ default: Table })),
);

type WhatItHoldsProps = {
  readonly believed: Outputs['pipeline']['beliefs'];
  readonly uses: readonly ParameterUse[];
  /** People of the forecast by staff group. */
  readonly groups: ReadonlyMap<string, number>;
  readonly search: PipelineSearch;
  readonly onChange: ChangeSearch;
};

/** What the forecast rests on, and what its range does not hold. */
export function WhatItHolds(props: WhatItHoldsProps): ReactElement {
  const { believed, uses, groups, search, onChange } = props;
  const own = believed.workings.filter(({ yours }) => yours > 0).length;
  return (
    <Section title="What it rests on">
      <p>
        No published cohort follows people from credential to role. The priors are national figures and
        assumptions; what your trust has recorded moves{' '}
        {own === 0 ? 'none of them yet' : `${own} of ${believed.workings.length} of them`}.{' '}
        {rangeInWords(search)} A certificate does not make a PI: the role comes with a study.
      </p>
      <Shared believed={believed} search={search} onChange={onChange} />
      <Disclosure
        summary={`All ${believed.workings.length} uncertain rates, and all ${plural(uses.length, 'value')} of the plan, with source and status`}
        open={search.rates}
        onToggle={(rates) => onChange({ rates })}
      >
        {search.rates ? (
          <Suspense fallback={<Loading what="Reading the rates" />}>
            <BeliefsTable believed={believed} groups={groups} />
            <RatesTable uses={uses} people={groups} />
          </Suspense>
        ) : null}
      </Disclosure>
    </Section>
  );
}

type SharedProps = Pick<WhatItHoldsProps, 'believed' | 'search' | 'onChange'>;

/** What ties people together beyond the rates: each an assumption, and in the forecast only where switched on. */
function Shared({ believed, search, onChange }: SharedProps): ReactElement {
  const switches = sharedSwitches(useParameters(), believed.dataCut);
  return (
    <div className="pt-no-print">
      {switches.map(({ field, label, hint }) => (
        <CheckboxField
          key={field}
          label={label}
          hint={hint}
          checked={search[field]}
          onChange={(on) => onChange({ [field]: on })}
        />
      ))}
    </div>
  );
}
