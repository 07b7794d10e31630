import type { ReactElement } from 'react';
import { Panel } from '../components/Panel.tsx';
import type { ShownStudy } from './study-words.ts';

/** Principal Investigators whom the dated rules do not name, or of whom nobody can say, each with the reason. */
export function PiWarnings({ entries }: { readonly entries: ShownStudy['entries'] }): ReactElement | null {
  const warned = entries.filter(({ held, warning }) => held && warning !== null);
  if (warned.length === 0) return null;
  return (
    <Panel kind="outlined" title="Check who may be PI">
      <ul>
        {warned.map(({ id, name, warning }) => (
          <li key={id}>
            {name}: {warning}
          </li>
        ))}
      </ul>
      <p className="pt-meta">
        By the rule on the day the role started, as this product holds it: the sponsor’s word decides.
      </p>
    </Panel>
  );
}
