import type { ReactElement } from 'react';
import type { ForecastYear } from '../../shared/pipeline/forecast/forecast-years.ts';
import type { Outputs } from '../app/trpc.ts';
import { CheckboxField } from '../components/CheckboxField.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { openingsInWords, openingsWorking } from './openings-words.ts';
import type { ChangeSearch } from './search.ts';
import { slotsInWords, slotsWorking } from './slots-words.ts';

type HeldPartProps = {
  readonly shown: Outputs['pipeline']['inputs'];
  /** As forecast, not held to openings. */
  readonly years: readonly ForecastYear[];
  readonly held: boolean;
  readonly onChange: ChangeSearch;
};

/** What supervisor slots and open studies cut, whether the page counts with it, and how it is worked out. */
export function HeldPart({ shown, years, held, onChange }: HeldPartProps): ReactElement {
  const { plan, openings, dataCut } = shown;
  const working = openingsWorking(openings, dataCut);
  return (
    <section>
      <h2>Held to supervisors and studies</h2>
      <div className="pt-no-print">
        <CheckboxField
          label="Hold starts to supervisor slots, and first PI roles to open studies"
          hint="Switched off, the page counts as if there were always a supervisor and a study"
          checked={held}
          onChange={(next) => onChange({ held: next })}
        />
      </div>
      <p>{slotsInWords(plan.slots, held)}</p>
      <p>{openingsInWords(openings, years, held)}</p>
      <Disclosure summary="How this is worked out: slots and openings">
        <p>{slotsWorking}</p>
        {working === null ? null : <p>{working}</p>}
      </Disclosure>
    </section>
  );
}
