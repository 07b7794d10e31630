import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { OverviewSummary } from '../../shared/scenario/overview-summary.ts';
import { paths } from '../app/paths.ts';
import { buttonClass } from '../components/Button.tsx';
import { Panel } from '../components/Panel.tsx';
import { plural } from '../format/numbers.ts';
import { decisionOf, type Decision } from './decision.ts';

type DecisionPanelProps = { readonly summary: OverviewSummary; readonly movesToDecide: number };

/** The one thing to decide first, with the one green button of the page. */
export function DecisionPanel({ summary, movesToDecide }: DecisionPanelProps): ReactElement {
  const { eyebrow, title, text, action } = decisionOf(summary, movesToDecide);
  return (
    <Panel
      kind="decision"
      eyebrow={eyebrow}
      title={title}
      actions={
        <>
          <Act action={action} />
          <Link to={paths.release}>All teams by week</Link>
          {movesToDecide > 0 && action.to !== 'learners' ? (
            <Link to={paths.learners}>
              {plural(movesToDecide, 'learner waits', 'learners wait')} for a new manager
            </Link>
          ) : null}
        </>
      }
    >
      <p>{text}</p>
    </Panel>
  );
}

function Act({ action }: { readonly action: Decision['action'] }): ReactElement {
  if (action.to === 'team') {
    return (
      <Link to={paths.team} params={{ teamId: action.teamId }} className={buttonClass('primary')}>
        {action.label}
      </Link>
    );
  }
  return (
    <Link to={paths[action.to]} className={buttonClass('primary')}>
      {action.label}
    </Link>
  );
}
