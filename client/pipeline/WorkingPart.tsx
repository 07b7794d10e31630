import { useEffect, useRef, type ReactElement } from 'react';
import type { Outputs } from '../app/trpc.ts';
import { LinkButton } from '../components/Button.tsx';
import { Panel } from '../components/Panel.tsx';
import { longDate } from '../format/dates.ts';
import { BeliefsTable } from './BeliefsTable.tsx';
import { restsOnRates } from './beliefs-table.ts';
import { useParameters } from '../app/parameters.ts';
import type { PipelineSearch, WorkingOf } from './search.ts';
import { sharedSwitches } from './shared-words.ts';
import { workingWords } from './working-words.ts';

type WorkingPartProps = {
  readonly of: WorkingOf;
  readonly believed: Outputs['pipeline']['beliefs'];
  readonly groups: ReadonlyMap<string, number>;
  readonly followed: string;
  readonly points: number;
  readonly search: Pick<PipelineSearch, 'intakes' | 'nation'>;
  readonly onClose: () => void;
};

/** How one figure is worked out: formula, people, rates with prior and history, parameters, sources, engine. */
export function WorkingPart(props: WorkingPartProps): ReactElement {
  const { of, believed, groups, followed, points, search, onClose } = props;
  const shared = sharedSwitches(useParameters(), believed.dataCut).filter(({ field }) => search[field]);
  const { title, text } = workingWords[of];
  const top = useRef<HTMLDivElement>(null);
  // It opens above what it explains: whoever asked further down the page is taken to it.
  useEffect(() => top.current?.focus(), [of]);
  return (
    <div ref={top} tabIndex={-1}>
      <Panel
        kind="outlined"
        title={`How this is worked out: ${title}`}
        actions={<LinkButton onClick={onClose}>Close the working</LinkButton>}
      >
        <p>{text}</p>
        {!restsOnRates(of) ? null : (
          <>
            <p>
              From {followed}, as on {longDate(believed.dataCut)}. The sum is made exactly at {points} sets of
              rates spread evenly over what is believed of them (a lattice: the same question gives the same
              answer to the last digit), and the results are averaged. Middle, 80% and 90% are of that
              average.
            </p>
            {shared.map(({ field, label, hint }) => (
              <p key={field}>
                Switched on: {label}. {hint}.
              </p>
            ))}
            <BeliefsTable believed={believed} groups={groups} of={of} />
          </>
        )}
        <p className="pt-meta">Engine {believed.engine}.</p>
      </Panel>
    </div>
  );
}
