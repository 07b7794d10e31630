import type { ReactElement } from 'react';
import type { MonthlyRecruits } from '../../shared/research/recruitment.ts';
import { useMay } from '../app/session.ts';
import { DataTable } from '../components/DataTable.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { longDate, longMonth } from '../format/dates.ts';
import { plural } from '../format/numbers.ts';
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
        <Disclosure summary={`Recruitment in ${plural(months.length, 'month')}`}>
          <MonthsTable months={months} />
        </Disclosure>
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

type Row = MonthlyRecruits & { readonly soFar: number };

function MonthsTable({ months }: { readonly months: readonly MonthlyRecruits[] }): ReactElement {
  const rows = months.map((one, index): Row => ({
    ...one,
    soFar: months.slice(0, index + 1).reduce((sum, { recruited }) => sum + recruited, 0),
  }));
  return (
    <DataTable
      caption="Participants recruited"
      columns={[
        {
          key: 'month',
          label: 'Month',
          value: ({ month }: Row) => month,
          cell: ({ month }) => longMonth(month),
        },
        { key: 'recruited', label: 'Recruited', numeric: true, value: ({ recruited }) => recruited },
        { key: 'soFar', label: 'So far', numeric: true, value: ({ soFar }) => soFar },
      ]}
      rows={rows}
      rowKey={({ month }) => month}
      csvName="recruitment-by-month.csv"
    />
  );
}
