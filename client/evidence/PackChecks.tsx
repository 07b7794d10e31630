import type { ReactElement } from 'react';
import { metricOf } from '../../shared/evidence/metric-list.ts';
import type { MadeBy, Rederived, ShownStep } from '../../shared/evidence/snapshot.ts';
import { DataTable, type DataColumn } from '../components/DataTable.tsx';
import { Panel } from '../components/Panel.tsx';
import { plural } from '../format/numbers.ts';
import type { ShownPack } from './evidence-model.ts';

function programOf({ engine, rules }: MadeBy): string {
  return `model ${engine}, figure rules ${rules}`;
}

/** What another program than the one that froze the pack means for its figures; `null` where it is the same. */
function otherProgram({ then, now }: Rederived): string | null {
  if (then.engine === now.engine && then.rules === now.rules) return null;
  return `This pack was frozen by ${programOf(then)}; this program is ${programOf(now)}. A figure that comes out otherwise today is not wrong: the one in the pack stands, with the working kept beside it.`;
}

function workingInWords({ workingFaults, figures }: Rederived): string {
  if (workingFaults === null) return 'This pack was frozen before the working of each figure was kept.';
  return workingFaults.length === 0
    ? `The working kept with each of ${plural(figures, 'figure')} holds: its sums and shares come out again, without the model.`
    : 'The working kept with these figures does not hold:';
}

/** Whether the pack still holds, checked as the page was opened. */
export function PackChecks({ shown }: { readonly shown: ShownPack }): ReactElement {
  const { whole, rederived, pack } = shown;
  const { same, figures, different, parametersWhole, workingFaults } = rederived;
  const other = otherProgram(rederived);
  return (
    <Panel kind="plain" title="Checked just now">
      {other === null ? null : (
        <p>
          <strong>Another version of the program.</strong> {other}
        </p>
      )}
      <ul>
        <li>
          {whole
            ? 'The snapshot is byte for byte as it was frozen.'
            : 'The snapshot is not as it was frozen.'}
        </li>
        <li>{workingInWords(rederived)}</li>
        {(workingFaults ?? []).map(({ metric, fault }) => (
          <li key={`${metric} ${fault}`}>
            {metricOf(metric).name}: {fault}
          </li>
        ))}
        <li>
          {same} of {plural(figures, 'figure')} come out the same when worked out again from what is kept in
          the pack.
        </li>
        {different.map(({ metric, kept, now }) => (
          <li key={metric}>
            {metricOf(metric).name}: kept “{kept}”, now “{now}”
          </li>
        ))}
        <li>
          {parametersWhole
            ? 'Its rates are those it was made with.'
            : 'Its rates are not those it was made with.'}
        </li>
      </ul>
      <p className="pt-meta pt-evidence-hash">SHA-256 {pack.sha256}</p>
    </Panel>
  );
}

const columns: readonly DataColumn<ShownStep>[] = [
  { key: 'figure', label: 'Figure', value: ({ metric }) => metricOf(metric).name },
  { key: 'step', label: 'Step', value: ({ label }) => label },
  { key: 'value', label: 'Value', numeric: true, value: ({ printed }) => printed },
  { key: 'how', label: 'How', value: ({ how }) => how },
];

/** Step by step, how each figure of a pack was worked out. */
export function PackWorking({ steps }: { readonly steps: readonly ShownStep[] }): ReactElement {
  return (
    <DataTable
      caption="Working of every figure"
      note="As kept in the pack; counts under five are hidden here too"
      columns={columns}
      rows={steps}
      rowKey={({ metric, label }) => `${metric} ${label}`}
      csvName="evidence-working.csv"
      pageRows={50}
      empty="This pack was frozen before the working of each figure was kept."
    />
  );
}
