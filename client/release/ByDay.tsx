import type { ReactElement } from 'react';
import type { WardDay, WardDays } from '../../shared/backfill/ward-answer.ts';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { standingInWords } from '../charts/weekly-hours.ts';
import { DataTable } from '../components/DataTable.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { Section } from '../components/PageFrame.tsx';
import { dateList, dateWithWeekday } from '../format/dates.ts';
import { fineHours, hours } from '../format/hours.ts';
import { plural } from '../format/numbers.ts';
import { chance } from '../format/shares.ts';
import { fileNameOf } from './team-text.ts';
import type { TeamView } from './team-view.ts';

/** The three counts by day, where the team entered a planned minimum for each weekday; else why there is no advice. */
export function ByDay({ view }: { readonly view: TeamView }): ReactElement {
  const { byDay } = view.ward;
  if (byDay === null) {
    return (
      <p>
        <strong>By day:</strong> no advice on weekdays is given, since this team has no planned minimum by
        weekday. A week can be kept while one of its days is short, when several learners are out on the same
        day.
      </p>
    );
  }
  return (
    <Section title="By day">
      <Days byDay={byDay} file={`${fileNameOf(view.team.plan.team.name)}-days.csv`} />
    </Section>
  );
}

function Days({ byDay, file }: { readonly byDay: WardDays; readonly file: string }): ReactElement {
  const { short, days } = byDay;
  return (
    <>
      <p>
        {plural(short.newlyShort.length, 'day is', 'days are')} newly short because of release,{' '}
        {plural(short.afterCover.length, 'day stays', 'days stay')} short after cover, and{' '}
        {plural(short.withoutRelease.length, 'day is', 'days are')} short with nobody released;{' '}
        {plural(short.close.length, 'day is', 'days are')} close.
      </p>
      {short.afterCover.length === 0 ? null : (
        <p>
          <strong>Still short after cover: </strong>
          {dayList(short.afterCover)}.
        </p>
      )}
      {byDay.hasReleaseWithoutWeekday ? (
        <p>
          Not a roster: hours without a named day are spread equally over Monday to Friday. Name the days to
          see them by day.
        </p>
      ) : null}
      <Disclosure summary={`${plural(days.length, 'day')} with release or near the minimum, as a table`}>
        <DataTable<WardDay>
          caption="Days against their planned minimum"
          note="Hours; a minus sign is below the planned minimum of the day"
          columns={[
            {
              key: 'date',
              label: 'Day',
              value: ({ date }) => date,
              cell: ({ date }) => dateWithWeekday(date),
            },
            {
              key: 'released',
              label: 'Released',
              numeric: true,
              value: ({ released }) => released / 60,
              cell: ({ released }) => hours(released),
            },
            {
              key: 'margin',
              label: 'Above minimum with cover',
              numeric: true,
              value: ({ judgement }) => judgement.margin.afterCover / 600_000,
              cell: ({ judgement }) => fineHours(Math.floor(judgement.margin.afterCover)),
            },
            {
              key: 'chance',
              label: 'Chance of being short',
              numeric: true,
              value: ({ judgement }) => judgement.chanceShort.afterCover,
              cell: ({ judgement }) => chance(judgement.chanceShort.afterCover),
            },
            {
              key: 'standing',
              label: 'Standing',
              value: ({ judgement }) => standingInWords[judgement.standing],
            },
          ]}
          rows={days}
          rowKey={({ date }) => date}
          csvName={file}
          zebra
        />
      </Disclosure>
    </>
  );
}

/** Days named one by one before the rest is left to the table. */
const daysNamed = 15;

function dayList(days: readonly PlainDate[]): string {
  const rest = days.length - daysNamed;
  return `${dateList(days.slice(0, daysNamed))}${rest > 0 ? `, and ${plural(rest, 'more day')}` : ''}`;
}
