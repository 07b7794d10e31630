import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { paths } from '../app/paths.ts';
import type { Outputs } from '../app/trpc.ts';
import { Panel } from '../components/Panel.tsx';
import { longDate } from '../format/dates.ts';
import { plural } from '../format/numbers.ts';
import { isUndecided } from './mover-words.ts';

/** Learners who move and wait for the new team's manager; nothing where nobody does. */
export function MoversToDecide({
  shown: { movers, lines },
}: {
  readonly shown: Outputs['learners']['register'];
}): ReactElement | null {
  const names = new Map(lines.map(({ id, name }) => [id, name]));
  const waiting = movers.filter((mover) => isUndecided(mover) && names.has(mover.learnerId));
  if (waiting.length === 0) return null;
  return (
    <Panel
      kind="outlined"
      title={`${plural(waiting.length, 'learner waits', 'learners wait')} for a new manager`}
    >
      <ul>
        {waiting.map(({ learnerId, from, to, on }) => (
          <li key={`${learnerId} ${on}`}>
            <Link to={paths.learner} params={{ learnerId }}>
              {names.get(learnerId)}
            </Link>
            : from {from} to {to} on {longDate(on)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
