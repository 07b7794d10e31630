import type { ReactElement } from 'react';
import { addDays } from '../../shared/calendar/plain-date.ts';
import type { BackfillSummary } from '../../shared/scenario/backfill-summary.ts';
import type { StudyDay, StudyWeek } from '../../shared/scenario/busiest-days.ts';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { Columns, Section } from '../components/PageFrame.tsx';
import { dateWithWeekday, shortDate } from '../format/dates.ts';
import { hours } from '../format/hours.ts';
import { plural } from '../format/numbers.ts';
import { hoursNumber } from './cover-model.ts';
import { heatOf } from './study-heat.ts';

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** Who is away for study on which day of the whole trust: to be looked at before timetables are accepted. */
export function StudyCalendar({ summary }: { readonly summary: BackfillSummary }): ReactElement {
  const { calendar } = summary;
  const [peak] = calendar.busiest;
  return (
    <Section title="Busiest study days of the trust">
      <p>
        {peak === undefined
          ? 'Nobody is away for study.'
          : `The busiest day is ${dateWithWeekday(peak.date)}: ${hours(peak.releasedMinutes)} hours from ${plural(peak.teams.length, 'team')}. Look here before timetables are accepted: many small asks meet one bank.`}
        {calendar.hasReleaseWithoutWeekday
          ? ' Release without a weekday lies evenly on Monday to Friday: not a roster.'
          : ''}
      </p>
      <Columns>
        <WeeksTable summary={summary} peak={peak?.releasedMinutes ?? 0} />
        <DaysTable summary={summary} />
      </Columns>
    </Section>
  );
}

function WeeksTable({
  summary,
  peak,
}: {
  readonly summary: BackfillSummary;
  readonly peak: number;
}): ReactElement {
  const weeks = summary.calendar.weeks.filter(({ teams }) => teams > 0);
  // Weekends only where somebody is away on one.
  const days = weeks.some(({ days: [, , , , , ...weekend] }) => weekend.some((minutes) => minutes > 0))
    ? 7
    : 5;
  const dayColumn = (name: string, at: number): DataColumn<StudyWeek> => ({
    key: name,
    label: name,
    numeric: true,
    value: ({ days }) => hoursNumber(days[at] ?? 0),
    cell: ({ days }) => {
      const minutes = days[at] ?? 0;
      return (
        <span className={`pt-heat pt-heat--${heatOf(minutes, peak)}`}>
          {minutes === 0 ? '–' : hours(minutes)}
        </span>
      );
    },
  });
  return (
    <DataTable<StudyWeek>
      caption="Hours away for study, by day"
      note="Whole trust, weeks by their Monday; the darker, the busier"
      rows={weeks}
      rowKey={({ monday }) => monday}
      csvName="study-days-of-the-trust.csv"
      pageRows={13}
      empty="No week has anybody away for study."
      columns={[
        {
          key: 'week',
          label: 'Week of',
          oneLine: true,
          value: ({ monday }) => monday,
          cell: ({ monday }) => shortDate(monday),
        },
        ...dayNames.map(dayColumn).slice(0, days),
        { key: 'teams', label: 'Teams', numeric: true, value: ({ teams }) => teams },
      ]}
    />
  );
}

/** "Ward 7 7.5, Ward 3 3.75 and 4 more". */
function teamsInWords({ teams }: StudyDay): string {
  const shown = teams.slice(0, 4).map(({ team, minutes }) => `${team} ${hours(minutes)}`);
  const more = teams.length - shown.length;
  return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more} more`;
}

function DaysTable({ summary }: { readonly summary: BackfillSummary }): ReactElement {
  const { busiest } = summary.calendar;
  return (
    <DataTable<StudyDay>
      caption="The busiest days and the teams behind them"
      note="Hours released"
      rows={busiest}
      rowKey={({ date }) => date}
      csvName="busiest-study-days.csv"
      csv={{
        headings: ['Date', 'Team', 'Hours released'],
        rows: busiest.flatMap(({ date, teams }) =>
          teams.map(({ team, minutes }) => [date, team, hoursNumber(minutes)]),
        ),
      }}
      pageRows={6}
      empty="No day has anybody away for study."
      columns={[
        { key: 'date', label: 'Day', value: ({ date }) => date, cell: ({ date }) => dateWithWeekday(date) },
        {
          key: 'hours',
          label: 'Hours',
          numeric: true,
          value: ({ releasedMinutes }) => hoursNumber(releasedMinutes),
          cell: ({ releasedMinutes }) => hours(releasedMinutes),
        },
        { key: 'teams', label: 'Teams, hours each', value: teamsInWords },
      ]}
    />
  );
}

/** The last day a file of study days asks for: the Sunday of the plan's last week. */
export function lastStudyDay({ calendar }: BackfillSummary) {
  const last = calendar.weeks.at(-1);
  return last === undefined ? null : addDays(last.monday, 6);
}
