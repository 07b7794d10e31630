import type { ReactElement } from 'react';
import type { Outputs } from '../app/trpc.ts';
import { LinkButton } from '../components/Button.tsx';
import { Panel } from '../components/Panel.tsx';
import { longDate } from '../format/dates.ts';
import { BeliefsTable } from './BeliefsTable.tsx';
import type { WorkingOf } from './search.ts';
import { workingWords } from './working-words.ts';

type WorkingPartProps = {
  readonly of: WorkingOf;
  readonly believed: Outputs['pipeline']['beliefs'];
  readonly groups: ReadonlyMap<string, number>;
  readonly followed: string;
  readonly points: number;
  readonly onClose: () => void;
};

/** How one figure is worked out: formula, people, rates with prior and history, parameters, sources, engine. */
export function WorkingPart(props: WorkingPartProps): ReactElement {
  const { of, believed, groups, followed, points, onClose } = props;
  const { title, text } = workingWords[of];
  return (
    <Panel
      kind="outlined"
      title={`How this is worked out: ${title}`}
      actions={<LinkButton onClick={onClose}>Close the working</LinkButton>}
    >
      <p>{text}</p>
      {of === 'ready' ? null : (
        <>
          <p>
            From {followed}, as on {longDate(believed.dataCut)}. The sum is made exactly at {points} sets of
            rates spread evenly over what is believed of them (a lattice: the same question gives the same
            answer to the last digit), and the results are averaged. Middle, 80% and 90% are of that average.
          </p>
          <BeliefsTable believed={believed} groups={groups} of={of} />
        </>
      )}
      <p className="pt-meta">Engine {believed.engine}.</p>
    </Panel>
  );
}
