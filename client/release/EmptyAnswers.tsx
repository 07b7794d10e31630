import type { ReactElement } from 'react';
import { ImportsLink } from '../app/ImportsLink.tsx';
import { Button } from '../components/Button.tsx';
import { EmptyState, Panel } from '../components/Panel.tsx';
import { longDate } from '../format/dates.ts';
import { hours } from '../format/hours.ts';
import { formatNumber } from '../format/numbers.ts';
import { minutesEach } from './question.ts';
import { marginInHours } from './short-weeks.ts';
import type { ShownTeam, TeamView } from './team-view.ts';

/** Nobody is released and nobody is asked about: what to do, and what the team could bear. */
export function NobodyReleased({
  view,
  onAskOne,
}: {
  readonly view: TeamView;
  readonly onAskOne: () => void;
}): ReactElement {
  return (
    <EmptyState
      title="Nobody in this team is released for study"
      why="Type how many learners you would release and the hours of each: weeks, cost and cover follow as you type."
      action={
        <Button kind="secondary" onClick={onAskOne}>
          Ask about one learner
        </Button>
      }
      {...(limitHint(view) === null ? {} : { sample: limitHint(view) })}
    />
  );
}

function limitHint({ asked: { limit }, question }: TeamView): string | null {
  const each = minutesEach(question);
  if (each === null || limit?.kind !== 'limit') return null;
  const terms = `At ${hours(each)} hours a week each from ${longDate(question.start)}`;
  if (limit.most === 0) return `${terms}, even one learner would leave a week short.`;
  return `${terms}, ${formatNumber(limit.most)} is the most this team can release with every week kept, by ${marginInHours(limit.slack)}.`;
}

/** The sum cannot be made: what is missing, and where to enter it. */
export function RefusedAnswer({
  team,
  message,
}: {
  readonly team: ShownTeam;
  readonly message: string;
}): ReactElement {
  const noRate = team.plan.team.coverBand === null && team.plan.team.coverRates === null;
  return (
    <Panel
      kind="dashed"
      title="The answer cannot be worked out yet"
      actions={<ImportsLink>Go to Imports</ImportsLink>}
    >
      <p role="alert">{sentence(message)}</p>
      {noRate ? (
        <p>
          Type a cover rate under “Cover, rates and limits”, or enter the team’s cover band in the team sheet
          and import it.
        </p>
      ) : null}
    </Panel>
  );
}

function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1).replace(/\.?$/, '.')}`;
}
