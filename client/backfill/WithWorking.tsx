import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import type { BackfillSummary } from '../../shared/scenario/backfill-summary.ts';
import { Beside } from '../components/WorkingFrame.tsx';
import { poundId } from './Pound.tsx';
import { workingOf } from './working.ts';
import { readWorkingKey, type WorkingOf } from './working-key.ts';
import { WorkingPanel } from './WorkingPanel.tsx';

const route = getRouteApi('/house/backfill');

type WithWorkingProps = {
  readonly summary: BackfillSummary;
  /** Which workings belong to these figures. */
  readonly kinds: readonly WorkingOf['kind'][];
  /** The figures. */
  readonly children: ReactNode;
};

/** Figures with the working of the one that was pressed beside them, not over them. */
export function WithWorking({ summary, kinds, children }: WithWorkingProps): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { working: key } = search;
  const asked = key === null ? null : readWorkingKey(key);
  const working = asked === null || !kinds.includes(asked.kind) ? null : workingOf(summary, asked);
  const close = (): void => {
    if (key !== null) document.getElementById(poundId(key))?.focus();
    void navigate({ search: { ...search, working: null }, replace: true, resetScroll: false });
  };
  return (
    <Beside
      working={
        working === null || key === null ? null : <WorkingPanel key={key} working={working} onClose={close} />
      }
    >
      {children}
    </Beside>
  );
}
