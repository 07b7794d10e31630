import type { ReactElement } from 'react';
import { lastDayOf, type Month } from '../../shared/calendar/month.ts';
import {
  recruitmentState,
  type MonthlyRecruits,
  type RecruitmentRecord,
} from '../../shared/research/recruitment.ts';
import { useMay } from '../app/session.ts';
import { ColumnsChart } from '../charts/ColumnsChart.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { longDate, longMonth } from '../format/dates.ts';
import { formatNumber, plural } from '../format/numbers.ts';
import { studyChart, studyHeadline } from './recruitment-chart.ts';
import { RecruitmentForm } from './RecruitmentForm.tsx';
import { recruitmentWorking } from './research-model.ts';
import type { ShownStudy } from './study-words.ts';

/** Whether the study recruits as it should, in a sentence with its arithmetic. */
function recruitingInWords({ recruiting }: ShownStudy): string {
  switch (recruiting.kind) {
    case 'no-goal':
      return 'Whether it is behind is not known: target, first day and last day of recruitment are needed.';
    case 'not-started':
      return 'Recruitment has not started, or its first month is not over.';
    case 'not-known':
      return `Not known: ${plural(recruiting.monthsMissing, 'month is', 'months are')} not recorded. ${recruitmentWorking(recruiting)}, at ${longDate(recruiting.judgedOn)}.`;
    case 'behind':
      return `Behind by ${plural(recruiting.due - recruiting.recruited, 'participant')}: ${recruitmentWorking(recruiting)}, at ${longDate(recruiting.judgedOn)}.`;
    case 'on-target':
      return `On target: ${recruitmentWorking(recruiting)}, at ${longDate(recruiting.judgedOn)}.`;
  }
}

function actionInWords({ recruitment }: ShownStudy): string | null {
  const { behindReason, behindAction, behindOwner, behindDue } = recruitment;
  const parts = [
    behindReason === null ? null : `Reason: ${behindReason}`,
    behindAction === null ? null : `Action: ${behindAction}`,
    behindOwner === null ? null : `Owner: ${behindOwner}`,
    behindDue === null ? null : `By ${longDate(behindDue)}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : `${parts.join('. ')}.`;
}

/** Target and recruitment of one study by month, with what is done where it is behind. */
export function RecruitmentPart({ shown }: { readonly shown: ShownStudy }): ReactElement {
  const mayEdit = useMay('research.saveRecruitment');
  const action = actionInWords(shown);
  const { months } = shown.recruitment;
  return (
    <>
      <p>{recruitingInWords(shown)}</p>
      {action === null ? null : <p>{action}</p>}
      {months.length === 0 ? null : (
        <>
          <ColumnsChart
            words={{
              headline: studyHeadline(shown.recruitment),
              subtitle: 'Months that are recorded; a month without a record is not known, never none',
              csvName: 'recruitment-chart.csv',
            }}
            model={studyChart(months)}
            axisFormat={(value) => formatNumber(value)}
          />
          <Disclosure summary={`Recruitment so far in ${plural(months.length, 'month')}`}>
            <MonthsTable record={shown.recruitment} />
          </Disclosure>
        </>
      )}
      {mayEdit ? (
        <div className="pt-no-print">
          <Disclosure summary="Record recruitment">
            <RecruitmentForm key={shown.study.version} shown={shown} />
          </Disclosure>
        </div>
      ) : null}
    </>
  );
}

type Row = MonthlyRecruits & { readonly soFar: number; readonly due: number | null };

/** What the rule asks for at the end of a month; `null` without a target and a window, or before it. */
function dueBy(record: RecruitmentRecord, month: Month): number | null {
  const state = recruitmentState(record, lastDayOf(month));
  return 'due' in state ? state.due : null;
}

function MonthsTable({ record }: { readonly record: RecruitmentRecord }): ReactElement {
  const { months } = record;
  const rows = months.map((one, index): Row => ({
    ...one,
    soFar: months.slice(0, index + 1).reduce((sum, { recruited }) => sum + recruited, 0),
    due: dueBy(record, one.month),
  }));
  return (
    <DataTable
      caption="Participants recruited"
      note="Due by its end: the share of the target that the share of the window gone by asks for"
      columns={[
        {
          key: 'month',
          label: 'Month',
          value: ({ month }: Row) => month,
          cell: ({ month }) => longMonth(month),
        },
        { key: 'recruited', label: 'Recruited', numeric: true, value: ({ recruited }) => recruited },
        { key: 'soFar', label: 'So far', numeric: true, value: ({ soFar }) => soFar },
        { key: 'due', label: 'Due by its end', numeric: true, value: ({ due }) => due },
      ]}
      rows={rows}
      rowKey={({ month }) => month}
      csvName="recruitment-by-month.csv"
    />
  );
}
