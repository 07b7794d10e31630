import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { paths } from '../app/paths.ts';
import { standingInWords } from '../charts/weekly-hours.ts';
import { Panel } from '../components/Panel.tsx';
import { longDate } from '../format/dates.ts';
import { fineHours, hours } from '../format/hours.ts';
import { chance } from '../format/shares.ts';
import { marginInHours, marginInShifts } from './short-weeks.ts';
import type { TeamView } from './team-view.ts';

/** The week that was opened from the grid, in words. */
export function WeekOfGrid({
  view,
  monday,
}: {
  readonly view: TeamView;
  readonly monday: PlainDate;
}): ReactElement {
  return (
    <Panel
      kind="plain"
      title={`Week of ${longDate(monday)}`}
      actions={<Link to={paths.release}>Back to all teams</Link>}
    >
      <p>{weekInWords(view, monday)}</p>
    </Panel>
  );
}

function weekInWords({ ward, shiftMinutes }: TeamView, monday: PlainDate): string {
  const week = ward.weeks.find((candidate) => candidate.monday === monday);
  if (week === undefined) return 'This week is not among the weeks of the question.';
  const released =
    week.released === 0
      ? 'Nobody is released.'
      : `${hours(week.released)} hours are released, ${hours(week.need)} of them to be covered.`;
  const { available, judgement } = week;
  if (available === null || judgement === null) return `${released} Whether it is short is not known.`;
  const margin = judgement.margin.afterCover;
  const side = margin < 0 ? 'below' : 'above';
  return `${released} With cover there are ${fineHours(available.afterCover)} registered hours, ${marginInHours(margin)} (${marginInShifts(margin, shiftMinutes)}) ${side} the planned minimum: ${standingInWords[judgement.standing]}. Chance of being short ${chance(judgement.chanceShort.afterCover)}.`;
}
