import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { addDays, type PlainDate } from '../../shared/calendar/plain-date.ts';
import type { BackfillSummary } from '../../shared/scenario/backfill-summary.ts';
import type { RosterPeriod } from '../../shared/backfill/roster-period.ts';
import { csvOut } from '../../shared/imports/csv-out.ts';
import { paths } from '../app/paths.ts';
import { NotKnown } from '../components/badges.tsx';
import { Button } from '../components/Button.tsx';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { Section } from '../components/PageFrame.tsx';
import { Actions } from '../components/Panel.tsx';
import { longDate, shortDate } from '../format/dates.ts';
import { downloadCsv } from '../format/download.ts';
import { hours } from '../format/hours.ts';
import { formatNumber } from '../format/numbers.ts';
import {
  asksByTeam,
  asksTogether,
  bankCsv,
  dueInWords,
  weeksToBook,
  type TeamAsks,
} from './booking-model.ts';

type ToBookProps = {
  readonly summary: BackfillSummary;
  readonly bookUntil: PlainDate;
  /** `null`: nobody entered the trust's roster periods. */
  readonly roster: RosterPeriod | null;
  /** Whether what is booked already could be taken off. */
  readonly seesBookings: boolean;
};

type Row = Omit<TeamAsks, 'teamId' | 'team' | 'coverBand' | 'shiftMinutes'> & {
  readonly of: TeamAsks | null;
};

/** Shifts to ask the bank for, by team and week, with hours needed and hours bought; and the list to send. */
export function ToBook({ summary, bookUntil, roster, seesBookings }: ToBookProps): ReactElement {
  const asks = asksByTeam(summary, bookUntil);
  const weeks = weeksToBook(summary, bookUntil);
  const [first] = weeks;
  const rows: readonly Row[] = [
    ...asks.map((ask) => ({ ...ask, of: ask })),
    { ...asksTogether(asks), of: null },
  ];
  const bank = bankCsv(summary);
  const csvName = `shifts-to-book-${first ?? bookUntil}.csv`;
  return (
    <Section
      title={`${roster === null ? 'What to book now' : 'Due this month'}: weeks to ${longDate(addDays(bookUntil, 6))}`}
    >
      <p>
        Cover is bought in whole shifts: hours bought are hours still needed, rounded up to the team’s shift
        length each week.{' '}
        {roster === null
          ? 'Until your roster periods are entered, “now” is the next eight weeks.'
          : 'Now is every roster that is approved within 31 days.'}
      </p>
      <p>
        {seesBookings
          ? `${hours(summary.bookedMinutes)} hours of these weeks are booked with the bank already and taken off.`
          : 'Shifts that are booked already are not taken off: who is limited to divisions sees no bank shift.'}
      </p>
      {dueInWords(summary).map((text) => (
        <p key={text}>{text}</p>
      ))}
      <Actions>
        <Button onClick={() => downloadCsv(csvName, csvOut(bank.headings, bank.rows))}>
          Download the list for the bank
        </Button>
        <span>A line for each team and week. Nobody’s name is in it.</span>
      </Actions>
      <DataTable
        caption="Shifts to book, by team and week"
        note="Number of shifts still to book; weeks by their Monday"
        rows={asks.length === 0 ? [] : rows}
        rowKey={({ of }) => of?.teamId ?? 'total'}
        rowKind={({ of }) => (of === null ? 'total' : 'plain')}
        csvName={csvName}
        csv={{ ...bank, sums: ['Shifts', 'Hours booked already', 'Hours still needed', 'Hours bought'] }}
        empty={`No team needs cover in the weeks to ${longDate(addDays(bookUntil, 6))}.`}
        columns={[
          { key: 'team', label: 'Team', value: ({ of }) => of?.team ?? 'All teams', cell: TeamName },
          { key: 'band', label: 'Band', value: ({ of }) => of?.coverBand ?? null, cell: Band },
          {
            key: 'shift',
            label: 'Shift, hours',
            numeric: true,
            value: () => null,
            cell: ({ of }) => (of === null ? '' : hours(of.shiftMinutes)),
          },
          ...weeks.map(weekColumn),
          {
            key: 'shifts',
            label: 'Shifts',
            numeric: true,
            value: ({ totalShifts }) => totalShifts,
            shaded: true,
          },
          {
            key: 'needed',
            label: 'Hours needed',
            numeric: true,
            value: ({ neededMinutes }) => neededMinutes,
            cell: ({ neededMinutes }) => hours(neededMinutes),
          },
          {
            key: 'bought',
            label: 'Hours bought',
            numeric: true,
            value: ({ boughtMinutes }) => boughtMinutes,
            cell: ({ boughtMinutes }) => hours(boughtMinutes),
          },
        ]}
      />
    </Section>
  );
}

function weekColumn(monday: PlainDate, index: number): DataColumn<Row> {
  return {
    key: monday,
    label: shortDate(monday).replace(/ \d{4}$/, ''),
    numeric: true,
    value: ({ shifts }) => shifts[index] ?? 0,
    cell: ({ shifts }) => formatNumber(shifts[index] ?? 0),
  };
}

function TeamName({ of }: Row): ReactElement | string {
  if (of === null) return 'All teams';
  return (
    <Link to={paths.team} params={{ teamId: of.teamId }}>
      {of.team}
    </Link>
  );
}

function Band({ of }: Row): ReactElement | string {
  if (of === null) return '';
  return of.coverBand ?? <NotKnown what="band not known" />;
}
