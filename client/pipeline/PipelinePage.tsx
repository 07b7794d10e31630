import './pipeline.css';
import { useSuspenseQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { paths } from '../app/paths.ts';
import { useSession } from '../app/session.ts';
import { trpc } from '../app/trpc.ts';
import { PageFrame } from '../components/PageFrame.tsx';
import { EmptyState } from '../components/Panel.tsx';
import { dataAge, longDate } from '../format/dates.ts';
import { followed } from './pipeline-model.ts';
import { Projection } from './Projection.tsx';

/** How many people will be qualified and named by year, and how sure that is. */
export function PipelinePage(): ReactElement {
  const [inputs, beliefs] = useSuspenseQueries({
    queries: [trpc.pipeline.inputs.queryOptions(), trpc.pipeline.beliefs.queryOptions()],
  });
  const { data } = inputs;
  const { people } = data.plan.inputs;
  const version = `${inputs.dataUpdatedAt} ${beliefs.dataUpdatedAt}`;
  return (
    <PageFrame
      title="Investigator projection"
      meta={<DataLine followed={followed(people)} dataCut={data.dataCut} />}
    >
      {people.length === 0 ? (
        <NobodyYet />
      ) : (
        <Projection shown={data} believed={beliefs.data} version={version} />
      )}
    </PageFrame>
  );
}

type DataLineProps = {
  readonly followed: string;
  readonly dataCut: Parameters<typeof longDate>[0];
};

function DataLine({ followed: whom, dataCut }: DataLineProps): ReactNode {
  const { today } = useSession();
  return (
    <>
      Follows {whom}. Register and delegation log to {longDate(dataCut)},{' '}
      <strong>{dataAge(dataCut, today)}</strong>
    </>
  );
}

function NobodyYet(): ReactElement {
  return (
    <EmptyState
      title="Nobody is in the pipeline yet"
      why="There is no learner, graduate or named Principal Investigator in post, so there is nobody to follow to a role."
      action={<Link to={paths.imports}>Import a learner sheet</Link>}
      sample="With three learners this page says, for example, “A 1 in 3 chance of a first-time PI by 31 March 2029.” The template of the learner sheet is on the imports page."
    />
  );
}
