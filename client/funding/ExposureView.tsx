import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { asError } from '../app/error-text.ts';
import { useParameters } from '../app/parameters.ts';
import { paths } from '../app/paths.ts';
import { trpc } from '../app/trpc.ts';
import { NotKnown } from '../components/badges.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { FigureStrip } from '../components/figures.tsx';
import { Loading } from '../components/Loading.tsx';
import { Section } from '../components/PageFrame.tsx';
import { pounds } from '../format/money.ts';
import { plural } from '../format/numbers.ts';
import { CostPerNamed } from './CostPerNamed.tsx';
import { exposureWorking } from './exposure-working.ts';
import type { ShownExposure, ShownFunding } from './funding-model.ts';
import { Pound } from './Pound.tsx';
import { WithWorking } from './WithWorking.tsx';
import type { ExposureFigure } from './working-key.ts';

const route = getRouteApi('/house/bursaries');

/** What could be lost, at most and as expected, and what somebody named for the first time costs. */
export function ExposureView({ shown }: { readonly shown: ShownFunding }): ReactElement {
  const { months } = route.useSearch();
  const set = useParameters();
  const { data, error } = useQuery({
    ...trpc.funding.exposure.queryOptions({ months }),
    placeholderData: keepPreviousData,
  });
  if (error !== null) throw asError(error);
  if (data === undefined) return <Loading what="Working out what could be lost" />;
  return (
    <Section title="What could be lost">
      <p>Press any pound to see how it was made: parts, formula, source and date.</p>
      <WithWorking
        kinds={['exposure', 'named']}
        workingOf={(of) => exposureWorking({ exposed: data, shown, set }, of)}
      >
        <Totals exposed={data} />
        <ExposureTable exposed={data} shown={shown} />
        <Section title="Cost per person named">
          <CostPerNamed exposed={data} />
        </Section>
      </WithWorking>
    </Section>
  );
}

function Totals({ exposed: { exposure } }: { readonly exposed: ShownExposure }): ReactElement {
  const { mostPence, expectedPence, recoverablePence, feesPence, coverPence, people } = exposure;
  const total = (pence: number, figure: ExposureFigure): ReactElement => (
    <Pound pence={pence} of={{ kind: 'exposure', figure, learnerId: null }} />
  );
  return (
    <>
      <FigureStrip
        label="Exposure"
        figures={[
          {
            label: 'The most we could lose',
            value: total(mostPence, 'most'),
            note: `if none of ${plural(people, 'person', 'people')} finished or stayed`,
          },
          {
            label: 'What we expect to lose',
            value: total(expectedPence, 'expected'),
            note: 'by the rates of the plan; never added to the most',
          },
          {
            label: 'Could be asked back',
            value: total(recoverablePence, 'back'),
            note: 'of fees we paid; never a bursary, never cover',
          },
          {
            label: 'Spent so far',
            value: total(feesPence + coverPence, 'spent'),
            note: `${pounds(feesPence)} fees, ${pounds(coverPence)} cover by the plan`,
          },
        ]}
      />
      <p>{gapsInWords(exposure)}</p>
    </>
  );
}

function gapsInWords({ feesNotKnown, notAgreed, people }: ShownExposure['exposure']): string {
  const fees = feesNotKnown === 0 ? '' : `The fee of ${feesNotKnown} is not known and in no pound. `;
  const agreed =
    notAgreed === 0
      ? 'A return of service is agreed with everybody.'
      : `No return of service is agreed with ${notAgreed} of ${people}: nothing is asked back of them.`;
  return `${fees}${agreed}`;
}

type ExposureTableProps = { readonly exposed: ShownExposure; readonly shown: ShownFunding };

function ExposureTable({ exposed, shown }: ExposureTableProps): ReactElement {
  const names = new Map(shown.cases.map(({ learnerId, name }) => [learnerId, name]));
  const rows = exposed.exposure.each.toSorted((a, b) => b.mostPence - a.mostPence);
  const pound = (
    { learnerId }: (typeof rows)[number],
    figure: ExposureFigure,
    pence: number,
  ): ReactElement => <Pound pence={pence} of={{ kind: 'exposure', figure, learnerId }} />;
  const column = (key: ExposureFigure, label: string, of: (row: (typeof rows)[number]) => number) => ({
    key,
    label,
    numeric: true,
    sortable: true,
    value: (row: (typeof rows)[number]) => of(row) / 100,
    cell: (row: (typeof rows)[number]) => pound(row, key, of(row)),
  });
  return (
    <DataTable
      caption="Exposure by person"
      note="On a course now, or owing service for one; cover as planned for the weeks gone by"
      rows={rows}
      rowKey={({ learnerId }) => learnerId}
      csvName="exposure.csv"
      pageRows={25}
      empty="Nobody is on a course or owes service."
      columns={[
        {
          key: 'person',
          label: 'Person',
          value: ({ learnerId }) => names.get(learnerId) ?? null,
          cell: ({ learnerId }) => (
            <Link to={paths.learner} params={{ learnerId }}>
              {names.get(learnerId) ?? 'Learner'}
            </Link>
          ),
        },
        {
          ...column('fees', 'Fees we paid', ({ feesPence }) => feesPence),
          cell: (row) =>
            row.feeKnown ? pound(row, 'fees', row.feesPence) : <NotKnown what="fee not known" />,
        },
        column('cover', 'Cover', ({ coverPence }) => coverPence),
        {
          ...column('back', 'Could be asked back', ({ recoverablePence }) => recoverablePence),
          cell: (row) => (row.agreed ? pound(row, 'back', row.recoverablePence) : 'not agreed'),
        },
        column('most', 'Most', ({ mostPence }) => mostPence),
        column('expected', 'Expected', ({ expectedPence }) => expectedPence),
      ]}
    />
  );
}
