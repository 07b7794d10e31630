import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { CostBasis } from '../../shared/pay/employer-cost.ts';
import { ChoiceField } from '../components/fields.tsx';
import { Updating } from '../components/Loading.tsx';

const route = getRouteApi('/house/backfill');

/** Whose cost: the trust's own, or that of the whole NHS. */
export function BasisChoice({ updating }: { readonly updating: boolean }): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className="pt-panel pt-panel--plain">
      <ChoiceField<CostBasis>
        legend="Cost"
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
        Trust cost has the employer’s pension share of 14.38%. Whole-NHS cost adds the 9.4% that is paid
        centrally. Rates typed in a team sheet stay as typed. <Updating on={updating} />
      </p>
    </div>
  );
}
