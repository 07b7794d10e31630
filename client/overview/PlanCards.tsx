import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { OverviewSummary } from '../../shared/scenario/overview-summary.ts';
import { paths } from '../app/paths.ts';
import { FigureCard } from '../components/figures.tsx';
import { longDate } from '../format/dates.ts';
import { wte } from '../format/hours.ts';
import { formatNumber, plural } from '../format/numbers.ts';
import { firstShort, teamsShort, weekNow } from './overview-model.ts';

type CardProps = { readonly summary: OverviewSummary };

/** WTE released this week, and at its peak. */
export function ReleasedCard({ summary, today }: CardProps & { readonly today: PlainDate }): ReactElement {
  const now = weekNow(summary, today);
  const { peak, learners } = summary;
  return (
    <FigureCard
      title="Released for study this week"
      value={wte(now?.released ?? 0)}
      unit="WTE released (contract)"
      meta={
        <>
          {now === null ? 'No weeks' : `Week of ${longDate(now.monday)}`}.{' '}
          <Link to={paths.release}>Teams by week</Link>
        </>
      }
    >
      {plural(learners, 'learner')} in the plan.{' '}
      {peak === null
        ? 'Nobody is released yet.'
        : `Peak ${wte(peak.released)} WTE in the week of ${longDate(peak.monday)}.`}
    </FigureCard>
  );
}

/** The two years of weeks that are judged. */
function weeksJudged({ releasedByWeek }: OverviewSummary): string {
  const [first, last] = [releasedByWeek[0], releasedByWeek.at(-1)];
  return first === undefined || last === undefined
    ? 'No weeks'
    : `Weeks of ${longDate(first.monday)} to ${longDate(last.monday)}`;
}

function FirstShort({
  summary,
  which,
}: CardProps & { readonly which: 'newlyShort' | 'afterCover' }): ReactElement | null {
  const first = firstShort(summary, which);
  if (first === null) return null;
  return (
    <>
      First:{' '}
      <Link to={paths.team} params={{ teamId: first.teamId }}>
        {first.team}
      </Link>
      , week of {longDate(first.monday)}.
    </>
  );
}

/** Weeks short because of release, before cover. */
export function NewlyShortCard({ summary }: CardProps): ReactElement {
  const { teamWeeks, teams } = summary;
  const anyway = teamWeeks.withoutRelease;
  return (
    <FigureCard
      title="Weeks newly short because of release"
      value={formatNumber(teamWeeks.newlyShort)}
      unit={teamWeeks.newlyShort === 1 ? 'team-week' : 'team-weeks'}
      meta={`${weeksJudged(summary)}. ${anyway === 0 ? 'None is short with nobody released.' : `${formatNumber(anyway)} more are short with nobody released.`}`}
    >
      In {plural(teamsShort(summary, 'newlyShort'), 'team')} of {formatNumber(teams)}.{' '}
      <FirstShort summary={summary} which="newlyShort" />
    </FigureCard>
  );
}

function notJudged(teams: number): string {
  if (teams === 0) return 'Every team has a planned minimum.';
  return `${plural(teams, 'team')} without a planned minimum ${teams === 1 ? 'is' : 'are'} not judged.`;
}

/** Weeks that cover does not keep. */
export function AfterCoverCard({ summary }: CardProps): ReactElement {
  const { teamWeeks } = summary;
  return (
    <FigureCard
      title="Still short after cover"
      value={formatNumber(teamWeeks.afterCover)}
      unit={teamWeeks.afterCover === 1 ? 'team-week' : 'team-weeks'}
      meta={`${weeksJudged(summary)}. ${notJudged(teamWeeks.teamsNotKnown)}`}
    >
      {teamWeeks.afterCover === 0 ? (
        'Cover as planned keeps every judged week.'
      ) : (
        <>
          In {plural(teamsShort(summary, 'afterCover'), 'team')}.{' '}
          <FirstShort summary={summary} which="afterCover" />
        </>
      )}
    </FigureCard>
  );
}
