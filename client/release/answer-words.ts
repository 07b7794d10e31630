import { headlineCount, plural } from '../format/numbers.ts';
import { pounds } from '../format/money.ts';
import type { TeamView } from './team-view.ts';

/** "Five weeks", "One week", "14 weeks"; `small` inside a sentence. */
export function weeksInWords(count: number, small = false): string {
  const words = `${headlineCount(count)} ${count === 1 ? 'week' : 'weeks'}`;
  return small ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

/** "over two years", "in 2027/28". */
export function overYears({ years }: Pick<TeamView, 'years'>): string {
  const [only] = years;
  if (only !== undefined && years.length === 1) return `in ${only.financialYear}`;
  return `over ${headlineCount(years.length).toLowerCase()} years`;
}

/** Net cost of what is asked: of the learners in question alone where the team has others too. Pence. */
export function netAsked({ totals, netBefore }: Pick<TeamView, 'totals' | 'netBefore'>): number {
  const before = Object.values(netBefore ?? {}).reduce((sum, pence) => sum + pence, 0);
  return totals.netPence - before;
}

/** "1 learner already on a course", of those whose hours are known. */
export function othersInWords(others: number): string {
  return `${plural(others, 'learner')} already on ${others === 1 ? 'a course' : 'courses'}`;
}

/** What the learners in question cost, in words; a fee nobody typed is said to be missing, never read as nought. */
function moneyInWords(view: TeamView): string {
  const { question, inputs } = view;
  const pence = netAsked(view);
  if (question.feePence !== null) return `${pounds(pence)} net ${overYears(view)}`;
  const cover =
    pence === 0 && inputs.backfillBp === 0
      ? 'nothing in cover, since the team absorbs the work'
      : `${pounds(pence)} in cover`;
  return `${cover}, ${overYears(view)}; fees are not known`;
}

function costSentence(view: TeamView): string {
  const { learners, others, isFixed, asked } = view;
  const moved = isFixed
    ? ` with ${weeksInWords(asked.answer.ward?.fix?.movedFrom.length ?? 0, true)} of study moved`
    : '';
  const who = others > 0 ? plural(learners, 'more learner') : plural(learners, 'learner');
  const beside = others > 0 ? `, beside ${othersInWords(others)},` : '';
  return `Releasing ${who}${beside}${moved} costs ${moneyInWords(view)}.`;
}

function fixClause({ ward }: TeamView): string {
  if (ward.fix === null) return '';
  const { extraPence, shortAfterFix } = ward.fix;
  const price = extraPence < 0 ? `saves ${pounds(-extraPence)}` : `costs ${pounds(extraPence)}`;
  const left =
    shortAfterFix.length === 0 ? '' : ` and leaves ${weeksInWords(shortAfterFix.length, true)} short`;
  return `; moving ${ward.fix.movedFrom.length === 1 ? 'it' : 'them'} ${price}${left}`;
}

/** Where minimums are entered by weekday, a week may be kept while a day of it is not. */
function daysSentence({ ward: { byDay } }: TeamView): string {
  if (byDay === null || byDay.short.newlyShort.length === 0) return '';
  const after = byDay.short.afterCover.length;
  return after === 0
    ? ' By day, cover keeps every day.'
    : ` By day, ${plural(after, 'day stays', 'days stay')} short after cover.`;
}

function weeksSentence(view: TeamView): string {
  const { short } = view.ward;
  if (short === null) return 'Which weeks that leaves short is not known.';
  const after = short.afterCover.length;
  if (after > 0)
    return `${weeksInWords(after)} ${after === 1 ? 'stays' : 'stay'} short after cover${fixClause(view)}.`;
  if (view.isFixed) return 'No week stays short after cover.';
  return short.newlyShort.length > 0 ? 'Cover keeps every week.' : 'No week falls short because of it.';
}

function presentSentence({ others, ward, totals, years }: TeamView): string {
  const cost = `${othersInWords(others)} cost${others === 1 ? 's' : ''} ${pounds(totals.netPence)} net ${overYears({ years })}`;
  if (ward.short === null) return `The ${cost}. Which weeks they leave short is not known.`;
  const after = ward.short.afterCover.length;
  return `The ${cost}. ${weeksInWords(after)} ${after === 1 ? 'stays' : 'stay'} short after cover.`;
}

/** The one sentence that answers the page. */
export function answerSentence(view: TeamView): string {
  const { question, learners, others } = view;
  if (question.learners > 0 && learners === 0) {
    return `Type how many hours a week each of the ${plural(question.learners, 'learner')} would be released.`;
  }
  if (learners > 0) return `${costSentence(view)} ${weeksSentence(view)}${daysSentence(view)}`;
  if (others > 0) return presentSentence(view);
  if (view.hoursNotKnown > 0) {
    return `The release hours of ${plural(view.hoursNotKnown, 'learner')} are not known, so nothing can be worked out yet.`;
  }
  return 'Nobody in this team is released. Type how many learners you would release.';
}
