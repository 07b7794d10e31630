import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { OverviewSummary } from '../../shared/scenario/overview-summary.ts';
import { paths } from '../app/paths.ts';
import { buttonClass } from '../components/Button.tsx';
import { Panel } from '../components/Panel.tsx';
import { decisionOf, type Decision } from './decision.ts';

/** The one thing to decide first, with the one green button of the page. */
export function DecisionPanel({ summary }: { readonly summary: OverviewSummary }): ReactElement {
  const { eyebrow, title, text, action } = decisionOf(summary);
  return (
    <Panel
      kind="decision"
      eyebrow={eyebrow}
      title={title}
      actions={
        <>
          <Act action={action} />
          <Link to={paths.release}>All teams by week</Link>
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
