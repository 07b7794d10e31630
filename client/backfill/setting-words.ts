import type { CoverPolicy } from '../../shared/backfill/cover-policy.ts';
import type { RosterPeriod } from '../../shared/backfill/roster-period.ts';
import type { Outputs } from '../app/trpc.ts';
import { longDate } from '../format/dates.ts';
import { hours } from '../format/hours.ts';
import { plural } from '../format/numbers.ts';
import { percent } from '../format/shares.ts';

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

/** How one team's rosters are made. */
export function teamRosterInWords(team: string, period: RosterPeriod | null): string {
  if (period === null) return `${team} has the trust’s roster periods.`;
  const { startsOn, weeks, approvalDays } = period;
  return `${team} has roster periods of its own: ${plural(weeks, 'week')}, counted from ${longDate(startsOn)}, approved ${plural(approvalDays, 'day')} before.`;
}

const areaWords = { inner: 'inner London', outer: 'outer London', fringe: 'the fringe of London' } as const;

/** Where and when a team's cover works, as its rates take it: "in inner London, 30% of the hours …". */
export function termsInWords(policy: CoverPolicy | null): string {
  const area = policy?.highCostArea ?? null;
  const { 'saturday-or-night': nights = 0, 'sunday-or-bank-holiday': sundays = 0 } =
    policy?.hoursByKind ?? {};
  const where = area === null ? 'outside the high cost areas' : `with the supplement of ${areaWords[area]}`;
  const when =
    nights + sundays === 0
      ? 'all hours on weekdays by day'
      : `${percent(nights)} of the hours at night or on Saturdays, ${percent(sundays)} on Sundays or bank holidays`;
  return `${where}, ${when}`;
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
      : `In ${plural(short, 'week')} all teams together ask for more, and every team’s fill falls in proportion; later rungs of a team’s policy take their share of the rest.`;
  return `The bank has, ${said.join('; ')}. Other staff groups are not known and not limited. ${cut}`;
}
