import type { ReactElement, ReactNode } from 'react';
import type { BursaryRules } from '../../shared/funding/bursary-rules.ts';
import { useMay } from '../app/session.ts';
import { NotKnown, SourceStatus, StatusBadge } from '../components/badges.tsx';
import { Section } from '../components/PageFrame.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { dateWithWeekday, shortDate } from '../format/dates.ts';
import { plural } from '../format/numbers.ts';
import type { ShownFunding, ShownRound } from './funding-model.ts';
import { EditRound } from './RoundForm.tsx';

/** The rules of a bursary in words, those that it has. */
export function rulesInWords(rules: BursaryRules): readonly string[] {
  return [
    rules.regulatedOnly ? 'regulated health and care professionals only' : '',
    rules.doctorsExcluded ? 'no doctors or dentists' : '',
    rules.offerNeeded ? 'a course offer held' : '',
    rules.mayDefer ? 'may be deferred' : 'no deferral',
    rules.passBeforeNext ? 'each stage passed before the next' : '',
    rules.paysRetakes ? 'pays re-takes' : 'no re-takes',
    `up to ${rules.mostStages} ${rules.mostStages === 1 ? 'stage' : 'stages'}`,
  ].filter((rule) => rule !== '');
}

function dayCell(day: ShownRound['opensOn']): ReactNode {
  return day === null ? <NotKnown what="day not known" /> : shortDate(day);
}

function RulesCell({ rules, copiedFrom }: ShownRound): ReactElement {
  if (rules === null) return <NotKnown what="rules not known" />;
  return (
    <>
      {copiedFrom === null ? null : (
        <StatusBadge kind="assumption">{`Assumption: copied from ${copiedFrom}`}</StatusBadge>
      )}{' '}
      {rulesInWords(rules).join('; ')}
    </>
  );
}

/** Days and rules of every round, and the form that enters or copies them. */
export function RoundsView({ shown }: { readonly shown: ShownFunding }): ReactElement {
  const may = useMay('funding.saveRound');
  return (
    <>
      <Section title="Deadlines">
        <DeadlinesTable shown={shown} />
      </Section>
      <Section title="Rounds and their rules">
        {may ? (
          <div className="pt-no-print">
            <Disclosure summary="Enter the days and rules of a round">
              <EditRound shown={shown} />
            </Disclosure>
          </div>
        ) : null}
        <DataTable<ShownRound>
          caption="Rounds of the NIHR bursary"
          note="By academic year. It pays fees and never cover; rules of a year that was not published are not known"
          rows={shown.rounds}
          rowKey={({ academicYear }) => academicYear}
          csvName="bursary-rounds.csv"
          columns={[
            { key: 'round', label: 'Round', value: ({ academicYear }) => academicYear, oneLine: true },
            {
              key: 'opens',
              label: 'Opens',
              value: ({ opensOn }) => opensOn,
              cell: ({ opensOn }) => dayCell(opensOn),
              oneLine: true,
            },
            {
              key: 'closes',
              label: 'Closes',
              value: ({ closesOn }) => closesOn,
              cell: ({ closesOn }) => dayCell(closesOn),
              oneLine: true,
            },
            {
              key: 'offers',
              label: 'Offers',
              value: ({ offersOn }) => offersOn,
              cell: ({ offersOn }) => dayCell(offersOn),
              oneLine: true,
            },
            {
              key: 'accept',
              label: 'Accept by',
              value: ({ acceptBy }) => acceptBy,
              cell: ({ acceptBy }) => dayCell(acceptBy),
              oneLine: true,
            },
            {
              key: 'rules',
              label: 'Rules',
              value: ({ rules }) => (rules === null ? null : rulesInWords(rules).join('; ')),
              cell: (row) => <RulesCell {...row} />,
            },
            {
              key: 'status',
              label: 'Status',
              value: ({ status }) => status,
              cell: ({ status }) => <SourceStatus status={status} />,
            },
            { key: 'source', label: 'Source', value: ({ source }) => source },
          ]}
        />
      </Section>
    </>
  );
}

function DeadlinesTable({ shown }: { readonly shown: ShownFunding }): ReactElement {
  return (
    <DataTable
      caption="Days of funders that lie ahead"
      note="Rounds whose days are entered, and money with an amount"
      rows={shown.deadlines}
      rowKey={({ key }) => key}
      csvName="funding-deadlines.csv"
      empty="No day ahead is entered of any round or source: enter those of the next round below."
      columns={[
        { key: 'on', label: 'Day', value: ({ on }) => on, cell: ({ on }) => dateWithWeekday(on) },
        {
          key: 'left',
          label: 'Days left',
          numeric: true,
          value: ({ daysLeft }) => daysLeft,
          cell: ({ daysLeft }) => plural(daysLeft, 'day'),
        },
        { key: 'what', label: 'What', value: ({ what }) => what },
        { key: 'about', label: 'Of', value: ({ about }) => about },
      ]}
    />
  );
}
