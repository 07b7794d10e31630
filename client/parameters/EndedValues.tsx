import type { ReactElement } from 'react';
import { Disclosure } from '../components/Disclosure.tsx';
import type { HeldValue } from './assumptions-model.ts';
import { OwnValuesTable } from './OwnValuesTable.tsx';

/** Own values that no longer count, with who held them and why. */
export function EndedValues({ ended }: { readonly ended: readonly HeldValue[] }): ReactElement | null {
  if (ended.length === 0) return null;
  return (
    <Disclosure summary={`Our own values that ended (${ended.length})`}>
      <OwnValuesTable caption="Ended values" values={ended} named />
    </Disclosure>
  );
}
