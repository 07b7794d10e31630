import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { sumOf } from '../../shared/budget/line.ts';
import type { CostBasis } from '../../shared/pay/employer-cost.ts';
import type { Outputs } from '../app/trpc.ts';
import { useMay } from '../app/session.ts';
import { Answer } from '../components/Answer.tsx';
import { ChoiceField } from '../components/fields.tsx';
import { FigureStrip, type Figure } from '../components/figures.tsx';
import { Updating } from '../components/Loading.tsx';
import { pounds, poundsChange } from '../format/money.ts';
import { plural } from '../format/numbers.ts';
import { headline, leftInWords } from './budget-model.ts';
import { BudgetTabs } from './BudgetTabs.tsx';
import { BudgetWorkbook } from './BudgetWorkbook.tsx';
import { Codes } from './Codes.tsx';
import { ExposureSummary } from './ExposureSummary.tsx';
import { MonthEndPack } from './MonthEndPack.tsx';
import { NotKnown } from './NotKnown.tsx';
import { Pound } from './Pound.tsx';
import { Reconcile } from './Reconcile.tsx';
import { VarianceTable } from './VarianceTable.tsx';

const route = getRouteApi('/house/budget');

type BudgetProps = {
  readonly shown: Outputs['budget']['show'];
  /** The other basis or month is being worked out; the last good answer is still there. */
  readonly updating: boolean;
};

/** The page once there is money. */
export function Budget({ shown, updating }: BudgetProps): ReactElement {
  const maySeeExposure = useMay('funding.exposure');
  return (
    <>
      <Answer>{headline(shown.summary)}</Answer>
      <FigureStrip label="The budget in figures" figures={figuresOf(shown)} />
      <Basis updating={updating} />
      {updating ? null : (
        <p className="pt-no-print">
          <BudgetWorkbook shown={shown} />
        </p>
      )}
      <BudgetTabs shown={shown} />
      <MonthEndPack shown={shown} />
      <Reconcile shown={shown} />
      <VarianceTable variance={shown.summary.variance} />
      <Codes shown={shown} />
      {maySeeExposure ? <ExposureSummary /> : null}
      <NotKnown shown={shown} />
    </>
  );
}

function figuresOf({ summary }: Outputs['budget']['show']): readonly Figure[] {
  const { totals, reconcile } = summary;
  const years = totals.map((total) => ({
    label: `Forecast ${total.year}`,
    value: <Pound pence={total.forecast} of={{ kind: 'year', year: total.year }} />,
    note: leftInWords(total),
  }));
  const apart = reconcile.filter(({ state }) => state !== 'matched').length;
  return [
    ...years,
    {
      label: 'Committed',
      value: pounds(sumOf(totals, ({ committed }) => committed)),
      note: 'booked shifts, courses begun; part of the forecast',
    },
    {
      label: 'Unexplained in the ledger',
      value: poundsChange(sumOf(reconcile, ({ unexplained }) => unexplained)),
      note: `${plural(apart, 'row')} of ${reconcile.length} do not match`,
    },
  ];
}

function Basis({ updating }: { readonly updating: boolean }): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className="pt-panel pt-panel--plain">
      <ChoiceField<CostBasis>
        legend="Cost of planned cover"
        value={search.basis}
        options={[
          { value: 'trust', label: 'Trust cost' },
          { value: 'full', label: 'Whole-NHS cost' },
        ]}
        onChange={(basis) =>
          void navigate({ search: { ...search, basis }, replace: true, resetScroll: false })
        }
      />
      <p className="pt-meta">
        Whole-NHS cost adds the 9.4% of pension that is paid centrally to what is still to come. Bank shifts
        worked cost what the bank charged, in both. <Updating on={updating} />
      </p>
    </div>
  );
}
