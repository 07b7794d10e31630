import type { ReactElement } from 'react';
import type { Outputs } from '../app/trpc.ts';
import { BarsChart } from '../charts/BarsChart.tsx';
import { ColumnsChart } from '../charts/ColumnsChart.tsx';
import { Answer } from '../components/Answer.tsx';
import { FigureStrip, type Figure } from '../components/figures.tsx';
import { Columns, Section } from '../components/PageFrame.tsx';
import { longDate } from '../format/dates.ts';
import { fineHours } from '../format/hours.ts';
import { axisPounds } from '../format/money.ts';
import { formatNumber } from '../format/numbers.ts';
import { addDays } from '../../shared/calendar/plain-date.ts';
import { BasisChoice } from './BasisChoice.tsx';
import { asksByTeam, asksTogether } from './booking-model.ts';
import { CostTabs } from './CostTabs.tsx';
import { CoverSettings } from './CoverSettings.tsx';
import {
  headline,
  ladderChart,
  ladderInWords,
  monthChart,
  sumOver,
  yearColumns,
  type CoverPlan,
} from './cover-model.ts';
import { FeesLedger } from './FeesLedger.tsx';
import { NotKnownTeams } from './NotKnownTeams.tsx';
import { Pound } from './Pound.tsx';
import { ReleasedTable, RungTable } from './RungTables.tsx';
import { StudyCalendar } from './StudyCalendar.tsx';
import { TeamCover } from './TeamCover.tsx';
import { ToBook } from './ToBook.tsx';

type CoverProps = {
  readonly shown: Outputs['backfill']['summary'];
  /** The other basis is being worked out; the last good answer is still there. */
  readonly updating: boolean;
};

/** The page once there is something to cover. */
export function Cover({ shown, updating }: CoverProps): ReactElement {
  const { summary } = shown;
  const ladder = ladderChart(summary);
  const months = monthChart(summary);
  return (
    <>
      <Answer>{headline(shown)}</Answer>
      <FigureStrip label="Cover in figures" figures={figuresOf(shown)} />
      <BasisChoice updating={updating} />
      <ToBook
        summary={summary}
        bookUntil={shown.bookUntil}
        roster={shown.roster.value}
        seesBookings={shown.seesBookings}
      />
      <Section title="What becomes of the hours released">
        <p>{ladderInWords(summary)} Unfilled hours are a risk, not a saving.</p>
      </Section>
      <Columns>
        <BarsChart
          words={{
            headline: ladder.headline,
            subtitle: 'The cover ladder, whole trust, whole plan, hours',
            csvName: 'cover-ladder.csv',
          }}
          model={ladder.model}
        />
        {months === null ? null : (
          <ColumnsChart
            words={{
              headline: months.headline,
              subtitle: 'Cover cost by month of the release days, whole trust',
              csvName: 'cover-by-month-chart.csv',
            }}
            model={months.model}
            axisFormat={axisPounds}
          />
        )}
      </Columns>
      <Columns>
        <RungTable summary={summary} />
        <ReleasedTable summary={summary} />
      </Columns>
      <CostTabs shown={shown} />
      <TeamCover summary={summary} />
      <StudyCalendar summary={summary} />
      <CoverSettings shown={shown} />
      <FeesLedger summary={summary} years={shown.years} />
      <NotKnownTeams summary={summary} learnersWithoutTeam={shown.learnersWithoutTeam} />
    </>
  );
}

/** Cover of each year of the page, what nobody fills, and what to book. */
function figuresOf(plan: CoverPlan): readonly Figure[] {
  const { summary, years, bookUntil } = plan;
  const ofYears = yearColumns(plan).filter(
    (column) => column.years.length === 1 && years.includes(column.key as never),
  );
  const asks = asksTogether(asksByTeam(summary, bookUntil));
  const cover = ofYears.flatMap(({ key, note, years: own }): readonly Figure[] =>
    own.map((year) => ({
      label: `Cover ${key}`,
      value: (
        <Pound
          pence={sumOver(summary.byYear, { years: own }, ({ costPence }) => costPence)}
          of={{ kind: 'year', year }}
        />
      ),
      note: note ?? 'the whole year',
    })),
  );
  return [
    ...cover,
    {
      label: 'Hours nobody fills',
      value: fineHours(sumOver(summary.ladder, { years }, ({ unfilled }) => unfilled)),
      note: `over ${years.join(' and ')}`,
    },
    {
      label: 'Shifts to book now',
      value: formatNumber(asks.totalShifts),
      note: `weeks to ${longDate(addDays(bookUntil, 6))}`,
    },
  ];
}
