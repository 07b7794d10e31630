import type { WardLimit } from '../../shared/backfill/ward-limit.ts';
import { longDate } from '../format/dates.ts';
import { fineHours, hours } from '../format/hours.ts';
import { pounds } from '../format/money.ts';
import { formatNumber, headlineCount } from '../format/numbers.ts';
import { netAsked } from './answer-words.ts';
import { minutesEach } from './question.ts';
import { marginInHours } from './short-weeks.ts';
import type { TeamView } from './team-view.ts';

/** A headline figure in text; `value` `null` is not known. */
export type FigureText = { readonly label: string; readonly value: string | null; readonly note: string };

function netFigure(view: TeamView): FigureText {
  const { years, netBefore, learners, feesNotKnown } = view;
  const before = netBefore !== null && Object.values(netBefore).some((pence) => pence !== 0);
  const byYear = years.map(({ financialYear, netPence }) =>
    pounds(netPence - (netBefore?.[financialYear] ?? 0)),
  );
  const period =
    years.length === 1
      ? (years[0]?.financialYear ?? '')
      : `${headlineCount(years.length).toLowerCase()} years`;
  const fees = feesNotKnown > 0 ? '; fees not known' : '';
  const more = before && learners > 0 ? 'Net cost of this question, ' : 'Net cost, ';
  return {
    label: `${more}${period}`,
    value: pounds(netAsked(view)),
    note: `${byYear.join(' then ')}${fees}`,
  };
}

function weeksFigure({ ward, releaseWeeks }: TeamView): FigureText {
  const label = 'Weeks still short after cover';
  if (ward.short === null)
    return { label, value: null, note: 'No planned minimum or staff in post is known' };
  const { newlyShort, afterCover, withoutRelease } = ward.short;
  const days =
    ward.byDay === null ? '' : `; by day, ${formatNumber(ward.byDay.short.afterCover.length)} still short`;
  return {
    label,
    value: `${formatNumber(afterCover.length)} of ${formatNumber(releaseWeeks)}`,
    note: `${formatNumber(newlyShort.length)} newly short without cover; ${formatNumber(withoutRelease.length)} short with nobody released${days}`,
  };
}

/** Minutes × 10 000 released beyond headroom that nobody fills: not asked for, or asked for and not filled. */
export function nobodyFills({ ward }: Pick<TeamView, 'ward'>): number {
  return ward.weeks.reduce((sum, { gap, filled }) => sum + gap * 10_000 - filled, 0);
}

function unfilledFigure(view: TeamView): FigureText {
  const { ward, releaseWeeks } = view;
  const total = nobodyFills(view);
  const unfilled = ward.weeks.reduce((sum, week) => sum + week.unfilled, 0);
  const absorbed = total > unfilled ? `; ${fineHours(total - unfilled)} of them absorbed by the team` : '';
  const each = releaseWeeks === 0 ? 0 : Math.round(total / releaseWeeks);
  return {
    label: 'Hours nobody fills',
    value: fineHours(total),
    note: `${fineHours(each)} in each release week${absorbed}`,
  };
}

/** What the limit says, as a figure; the words after it stand in the fix panel too. */
export function limitFigure(limit: WardLimit | null): FigureText {
  const label = 'Most with every week kept';
  switch (limit?.kind) {
    case undefined:
      return { label, value: null, note: 'Release hours or a cover rate are not known' };
    case 'not-known':
      return { label, value: null, note: 'No planned minimum or staff in post is known' };
    case 'never':
      return { label, value: '0', note: 'A week is short with the learners there are' };
    case 'no-limit':
      return { label, value: 'No limit', note: 'Cover keeps every week' };
    case 'limit':
      return { label, value: formatNumber(limit.most), note: slackNote(limit.most, limit.slack) };
  }
}

function slackNote(most: number, slack: number): string {
  return most === 0
    ? 'Even one learner leaves a week short'
    : `The tightest week is kept by ${marginInHours(slack)}`;
}

/** "Or release fewer: 10 is the most this team can release with every week kept, by 0.2 hours." `null` where it does not help. */
export function limitSentence(limit: WardLimit | null, learners: number): string | null {
  if (limit?.kind !== 'limit' || learners <= limit.most) return null;
  if (limit.most === 0) return 'Even one learner leaves a week short at these hours.';
  return `Or release fewer: ${formatNumber(limit.most)} is the most this team can release with every week kept, by ${marginInHours(limit.slack)}.`;
}

/** Net cost, weeks, hours nobody fills, and the most the team can release. */
export function teamFigures(view: TeamView): readonly FigureText[] {
  return [netFigure(view), weeksFigure(view), unfilledFigure(view), limitOf(view)];
}

/** While nobody is asked about, the limit is of learners on the course that the fields stand at. */
function limitOf({ asked, isFixed, question }: TeamView): FigureText {
  const limit = limitFigure(asked.limit);
  if (isFixed) return { ...limit, note: `${limit.note}, before the fix` };
  const each = minutesEach(question);
  if (question.learners > 0 || each === null) return limit;
  return {
    ...limit,
    label: 'Most more with every week kept',
    note: `${limit.note}, at ${hours(each)} hours a week each from ${longDate(question.start)}`,
  };
}
