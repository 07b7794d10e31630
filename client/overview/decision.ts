import type { MissingInput, OverviewSummary, ShortTeam } from '../../shared/scenario/overview-summary.ts';
import { dateList, longDate } from '../format/dates.ts';
import { pounds } from '../format/money.ts';
import { plural } from '../format/numbers.ts';

/** What to decide first: one thing, with what it is about and where to do it. */
export type Decision = {
  readonly eyebrow: string;
  readonly title: string;
  readonly text: string;
  /** Where to act: a team's page, the imports, or the cover to book. */
  readonly action:
    | { readonly to: 'team'; readonly teamId: string; readonly label: string }
    | { readonly to: 'imports' | 'backfill' | 'release' | 'learners'; readonly label: string };
};

/** So many weeks are named by date; of more, the first and the number. */
const mostNamed = 6;

function weeksNamed(weeks: ShortTeam['afterCover']): string {
  const [first] = weeks;
  if (first === undefined) return '';
  return weeks.length <= mostNamed
    ? `Weeks of ${dateList(weeks)}.`
    : `The first is the week of ${longDate(first)}.`;
}

function fixInWords({ fix }: ShortTeam): string {
  if (fix === null)
    return 'There is no other week to move the study to: look at other days, another intake or fewer learners.';
  const price =
    fix.extraPence > 0
      ? `costs ${pounds(fix.extraPence)} more`
      : fix.extraPence < 0
        ? `costs ${pounds(-fix.extraPence)} less`
        : 'costs nothing';
  const left = fix.weeksLeft === 0 ? 'leaves none short' : `leaves ${plural(fix.weeksLeft, 'week')} short`;
  return `Moving the study of those weeks to others ${price} and ${left}.`;
}

function shortAfterCover(short: ShortTeam): Decision {
  const [first] = short.afterCover;
  const weeks = plural(short.afterCover.length, 'week');
  return {
    eyebrow: first === undefined ? 'Decide first' : `Decide first, before the week of ${longDate(first)}`,
    title: `${short.team} stays below its planned minimum in ${weeks} after cover`,
    text: `${weeksNamed(short.afterCover)} ${fixInWords(short)}`,
    action: { to: 'team', teamId: short.teamId, label: `Open ${short.team}` },
  };
}

function refused({ team, teamId, refusal }: MissingInput): Decision {
  return {
    eyebrow: 'Enter first',
    title: `${team} could not be worked out`,
    text: `The model says: ${refusal ?? ''}. Enter it in the team sheet; until then nothing of this team is in any sum.`,
    action: { to: 'team', teamId, label: `Open ${team}` },
  };
}

function movesToDecide(count: number): Decision {
  return {
    eyebrow: 'Decide first',
    title: `${plural(count, 'learner has', 'learners have')} a new team whose manager has not decided`,
    text: 'Release and cover move to the new team from the day of the move. Its manager accepts the promise, or declines it with a reason.',
    action: { to: 'learners', label: 'Open the learners' },
  };
}

function missingCounts({ hoursNotKnown, feesNotKnown }: OverviewSummary): Decision {
  const hours = `${plural(hoursNotKnown, 'learner has', 'learners have')} no agreed hours`;
  const fees = `${plural(feesNotKnown, 'fee is', 'fees are')} not known`;
  const parts = [...(hoursNotKnown > 0 ? [hours] : []), ...(feesNotKnown > 0 ? [fees] : [])];
  return {
    eyebrow: 'Enter first',
    title: parts.join(', and '),
    text: 'They are in no sum on this page, which is therefore too low. Enter them in the learner sheet and import it again.',
    action: { to: 'imports', label: 'Import the learner sheet' },
  };
}

function keptByCover(short: ShortTeam): Decision {
  const [first] = short.newlyShort;
  return {
    eyebrow: first === undefined ? 'Book first' : `Book first, before the week of ${longDate(first)}`,
    title: `${short.team} keeps its planned minimum in ${plural(short.newlyShort.length, 'week')} only with cover`,
    text: `${weeksNamed(short.newlyShort)} No week of any team stays short after cover, as long as it is booked and filled.`,
    action: { to: 'backfill', label: 'Open the cover to book' },
  };
}

function withoutMinimum(teams: readonly MissingInput[]): Decision {
  const [first] = teams;
  const which = teams.length === 1 && first !== undefined ? first.team : plural(teams.length, 'team');
  return {
    eyebrow: 'Enter first',
    title: `${which} ${teams.length === 1 ? 'has' : 'have'} learners and no planned minimum`,
    text: 'Without one no week can be judged. Enter the planned minimum in the team sheet, with its owner, date and source.',
    action: { to: 'imports', label: 'Import the team sheet' },
  };
}

const nothing: Decision = {
  eyebrow: 'Nothing to decide',
  title: 'No team is short because of release, and nothing is missing',
  text: 'Ask what further learners would do to a team before they accept a place.',
  action: { to: 'release', label: 'Open the teams by week' },
};

/**
 * The one thing to decide first: a team that stays short after cover; then what stops a team from being worked out;
 * then the moves (so many) that a new manager has to accept; then what leaves sums too low; then weeks that only cover
 * keeps; then teams that cannot be judged.
 */
export function decisionOf(summary: OverviewSummary, moves = 0): Decision {
  const [worst] = summary.shortTeams;
  const stopped = summary.missing.find(({ refusal }) => refusal !== null);
  const unjudged = summary.missing.filter(({ minimum }) => minimum);
  if (worst !== undefined && worst.afterCover.length > 0) return shortAfterCover(worst);
  if (stopped !== undefined) return refused(stopped);
  if (moves > 0) return movesToDecide(moves);
  if (summary.hoursNotKnown + summary.feesNotKnown > 0) return missingCounts(summary);
  if (worst !== undefined) return keptByCover(worst);
  return unjudged.length > 0 ? withoutMinimum(unjudged) : nothing;
}
