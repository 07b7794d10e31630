import type { Outputs } from '../app/trpc.ts';
import { longDate } from '../format/dates.ts';
import { hours } from '../format/hours.ts';
import { plural } from '../format/numbers.ts';

type Shown = Outputs['backfill']['summary'];

/** How rosters are made, or that nobody entered it. */
export function rosterInWords({
  roster,
  teamsWithRoster,
}: Pick<Shown, 'roster' | 'teamsWithRoster'>): string {
  const own =
    teamsWithRoster === 0
      ? ''
      : ` ${plural(teamsWithRoster, 'team has', 'teams have')} periods of their own.`;
  if (roster.value === null) {
    return `No roster period of the trust is entered: what to book now is the next eight weeks.${own}`;
  }
  const { startsOn, weeks, approvalDays } = roster.value;
  return `Rosters run for ${plural(weeks, 'week')}, counted from ${longDate(startsOn)}, and are approved ${plural(approvalDays, 'day')} before.${own}`;
}

/** What the bank has by staff group, and the weeks it is too little. */
export function bankInWords({ supplies, summary }: Pick<Shown, 'supplies' | 'summary'>): string {
  if (supplies === null) {
    return 'What the bank has is for all teams of the trust; you see some of them, so that no limit of it is in these figures.';
  }
  const known = supplies.flatMap(({ value }) => (value === null ? [] : [value]));
  if (known.length === 0)
    return 'What the bank has is not known: it is taken to have every hour it is asked for.';
  const said = known.map(({ staffGroup, steps }) => {
    const last = [...steps].sort((a, b) => (a.from < b.from ? -1 : 1)).at(-1);
    const amount =
      last === undefined || last.minutesPerWeek === null
        ? 'not known'
        : `${hours(last.minutesPerWeek)} hours a week`;
    return `${staffGroup}: ${amount}`;
  });
  const short = summary.bankShortages.length;
  const cut =
    short === 0
      ? 'No week asks it for more.'
      : `In ${plural(short, 'week')} all teams together ask for more, and every team’s fill falls in proportion.`;
  return `The bank has, ${said.join('; ')}. Other staff groups are not known and not limited. ${cut}`;
}
