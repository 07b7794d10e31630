import { addDays, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { stageNames } from '../../shared/programmes/stages.ts';
import { courses } from '../../shared/programmes/universities.ts';
import type { NamedDay } from '../../shared/release/release-pattern.ts';
import { weekdayName, longDate } from '../format/dates.ts';
import { exactHours } from '../format/hours.ts';
import { pounds, poundsAndPence } from '../format/money.ts';
import { listInWords, plural } from '../format/numbers.ts';
import { percent } from '../format/shares.ts';
import { minutesEach } from './question.ts';
import type { TeamView } from './team-view.ts';
import { weeksBetween } from './week-words.ts';

/** Any Monday: a weekday has the same name in every week. */
const aMonday = '2027-09-27' as PlainDate;

/** "Tuesday (7.5 hours) and Wednesday (3.75 hours)". */
export function daysInWords(days: readonly NamedDay[]): string {
  return listInWords(
    days.map(
      ({ weekday, minutes }) =>
        `${weekdayName(addDays(aMonday, weekday - 1))} (${exactHours(minutes)} hours)`,
    ),
  );
}

function hoursInWords({ question }: TeamView): string {
  const each = minutesEach(question);
  if (each === null) return 'release hours not known';
  const days = question.days.length === 0 ? '' : `, on ${daysInWords(question.days)}`;
  return `${exactHours(each)} hours a week each${days}`;
}

function weeksInWords({ ward, releaseWeeks }: TeamView): string {
  const [first, last] = [ward.weeks[0], ward.weeks.at(-1)];
  if (first === undefined || last === undefined) return 'no weeks';
  return `${plural(weeksBetween(first.monday, last.monday) + 1, 'week')}, ${releaseWeeks} with release`;
}

function moneyInWords({ question }: TeamView): string {
  const { feePence, bursaries, bursaryPence } = question;
  const fee = feePence === null ? 'Fee not known' : `Fee ${pounds(feePence)} each`;
  return bursaries === 0
    ? fee
    : `${fee}, ${plural(bursaries, 'bursary', 'bursaries')} of ${pounds(bursaryPence)}`;
}

function figuresInWords({ inputs, asked }: TeamView): string {
  const rates = asked.answer.rates.map(
    ({ pence, financialYear, from }) =>
      `${poundsAndPence(pence)} an hour ${from === undefined ? `in ${financialYear}` : `from ${longDate(from)}`}`,
  );
  const minimum = inputs.plannedMinimumMinutes;
  return [
    `Study headroom left ${exactHours(inputs.headroomMinutes)} hours a week`,
    `backfill share ${percent(inputs.backfillBp)}`,
    `fill ${percent(inputs.fillBp)}`,
    ...(rates.length === 0 ? [] : [`cover ${listInWords(rates)}`]),
    minimum === null ? 'planned minimum not known' : `planned minimum ${exactHours(minimum)} hours a week`,
  ].join('; ');
}

/** What was asked, in one paragraph: printed instead of the fields. */
export function askedInWords(view: TeamView): string {
  const { question } = view;
  if (question.learners === 0)
    return `the learners there are, over ${weeksInWords(view)}. ${figuresInWords(view)}.`;
  const who = `${plural(question.learners, 'learner')}, ${stageNames[question.stage]}, ${courses[question.university].name}`;
  const when = `${hoursInWords(view)} from ${longDate(question.start)} (${weeksInWords(view)})`;
  return `${who}, ${when}. ${moneyInWords(view)}. ${figuresInWords(view)}.`;
}
