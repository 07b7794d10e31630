import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import type { AcademicYear } from '../../shared/calendar/years.ts';
import { eligibilityNames } from '../../shared/learners/eligibility.ts';
import { payeeNames } from '../../shared/funding/source.ts';
import { eligibilityOf } from '../../shared/funding/uptake.ts';
import { stageNames } from '../../shared/programmes/stages.ts';
import { paths } from '../app/paths.ts';
import { useMay } from '../app/session.ts';
import { NotKnown } from '../components/badges.tsx';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { SelectField } from '../components/fields.tsx';
import { FilterBar } from '../components/FoldingPanel.tsx';
import { pounds } from '../format/money.ts';
import { AwardForm } from './AwardForm.tsx';
import { casesShown, outcomeInWords, type ShownCase, type ShownFunding } from './funding-model.ts';

const route = getRouteApi('/house/bursaries');

const outcomes = [
  { value: 'all', label: 'Everybody' },
  { value: 'accepted', label: 'Accepted' },
  { value: 'open', label: 'Waiting' },
  { value: 'lost', label: 'Lost' },
  { value: 'not-recorded', label: 'Nothing recorded' },
] as const;

function amountOf({ award }: ShownCase): number | null {
  return award === null ? null : award.amountPence;
}

function perPound(pence: number | null): number | null {
  return pence === null ? null : pence / 100;
}

function shownPounds(pence: number | null): string {
  return pence === null ? '–' : pounds(pence);
}

function payeeOf({ award }: ShownCase): string | null {
  return award === null || award.payee === null ? null : payeeNames[award.payee];
}

const columns: readonly DataColumn<ShownCase>[] = [
  {
    key: 'person',
    label: 'Person',
    sortable: true,
    value: ({ name }) => name,
    cell: ({ name, learnerId }) => (
      <Link to={paths.learner} params={{ learnerId }}>
        {name}
      </Link>
    ),
  },
  { key: 'stage', label: 'Stage', sortable: true, value: ({ stage }) => stageNames[stage] },
  {
    key: 'eligible',
    label: 'Eligible',
    sortable: true,
    value: (one) => eligibilityNames[eligibilityOf(one)],
  },
  { key: 'why', label: 'By the rules of the round', value: ({ why }) => why },
  { key: 'outcome', label: 'Bursary', sortable: true, value: outcomeInWords },
  {
    key: 'amount',
    label: 'Award',
    numeric: true,
    sortable: true,
    value: (one) => perPound(amountOf(one)),
    cell: (one) => shownPounds(amountOf(one)),
  },
  {
    key: 'payee',
    label: 'Paid to',
    value: payeeOf,
  },
  {
    key: 'fee',
    label: 'Fee',
    numeric: true,
    sortable: true,
    value: ({ feePence }) => (feePence === null ? null : feePence / 100),
    cell: ({ feePence }) => (feePence === null ? <NotKnown what="fee not known" /> : pounds(feePence)),
  },
];

type PeopleViewProps = { readonly shown: ShownFunding; readonly round: AcademicYear };

/** Everybody of a round with the way their bursary went, and the form that records a step. */
export function PeopleView({ shown, round }: PeopleViewProps): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay('funding.saveAward');
  const set = (outcome: typeof search.outcome): void =>
    void navigate({ search: { ...search, outcome }, replace: true, resetScroll: false });
  return (
    <>
      {may ? <Record cases={casesShown(shown, round, 'all')} /> : null}
      <FilterBar set={search.outcome === 'all' ? 0 : 1} onClear={() => set('all')}>
        <SelectField label="Who" value={search.outcome} options={outcomes} onChange={set} />
      </FilterBar>
      <DataTable
        caption={`People of the ${round} round`}
        note="One line for each person and stage"
        columns={columns}
        rows={casesShown(shown, round, search.outcome)}
        rowKey={({ learnerId }) => learnerId}
        csvName="bursary-people.csv"
        pageRows={50}
        empty="Nobody of this round fits the filter."
      />
    </>
  );
}

function Record({ cases }: { readonly cases: readonly ShownCase[] }): ReactElement {
  const [chosen, setChosen] = useState('');
  const one = cases.find(({ learnerId }) => learnerId === chosen);
  const options = [
    { value: '', label: 'Choose somebody' },
    ...cases.map(({ learnerId, name, stage }) => ({
      value: learnerId,
      label: `${name}, ${stageNames[stage]}`,
    })),
  ];
  return (
    <div className="pt-no-print">
      <Disclosure summary="Record a step of an award">
        <SelectField label="Whose award" value={chosen} options={options} onChange={setChosen} />
        {one === undefined ? null : (
          <AwardForm key={`${one.learnerId} ${one.award?.version ?? 0}`} of={one} />
        )}
      </Disclosure>
    </div>
  );
}
