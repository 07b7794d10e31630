import { useEffect, useId, useRef, useState, type ReactElement } from 'react';
import { publishedParameters } from '../../shared/parameters/default-set.ts';
import { rowsOf } from '../../shared/parameters/parameter-set.ts';
import { subjectNames } from '../../shared/parameters/subjects.ts';
import { valueInWords } from '../../shared/parameters/value-words.ts';
import { useMay } from '../app/session.ts';
import { SourceStatus } from '../components/badges.tsx';
import { Button, LinkButton } from '../components/Button.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { Actions } from '../components/Panel.tsx';
import { longDate } from '../format/dates.ts';
import type { AssumptionRow, HeldValue } from './assumptions-model.ts';
import { OverrideForm } from './OverrideForm.tsx';
import { OwnValuesTable } from './OwnValuesTable.tsx';
import { useEndValue, useOwnValues } from './use-own-value.ts';

type ParameterPanelProps = { readonly row: AssumptionRow; readonly onClose: () => void };

/** One parameter: every dated value with its source, the trust's own with who and why, and the way to enter one. */
export function ParameterPanel({ row, onClose }: ParameterPanelProps): ReactElement {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const may = useMay('parameters.save');
  const { inForce, ended } = useOwnValues();
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const own = inForce.filter(({ code }) => code === row.code);
  const past = ended.filter(({ code }) => code === row.code);
  return (
    <section className="pt-parameter" aria-labelledby={id}>
      <div className="pt-parameter__top">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {row.name}
        </h2>
        <LinkButton onClick={onClose} label="Close this parameter">
          Close
        </LinkButton>
      </div>
      <p>
        <strong>{row.value}</strong> today, <SourceStatus status={row.status} />. {subjectNames[row.subject]};
        code {row.code}.
      </p>
      <PublishedValues row={row} />
      {own.length + past.length === 0 ? (
        <p>The trust has entered no value of its own.</p>
      ) : (
        <OwnValuesTable caption="Our own values, with who and why" values={[...own, ...past]} />
      )}
      {may ? <Changes key={own.map((one) => one.id).join()} row={row} own={own} /> : null}
    </section>
  );
}

function PublishedValues({ row }: { readonly row: AssumptionRow }): ReactElement {
  return (
    <DataTable
      caption="Published values"
      note="Each counts from its date until the next, where the trust has no value of its own"
      rows={rowsOf(publishedParameters, row.code)}
      rowKey={({ effectiveFrom }) => effectiveFrom}
      columns={[
        {
          key: 'from',
          label: 'From',
          value: ({ effectiveFrom }) => effectiveFrom,
          cell: ({ effectiveFrom }) => longDate(effectiveFrom),
        },
        {
          key: 'value',
          label: 'Value',
          numeric: true,
          value: ({ value }) => value,
          cell: (one) => valueInWords(one, one.value),
        },
        {
          key: 'range',
          label: 'Thought to lie in',
          value: () => null,
          cell: ({ low, high }) =>
            low === undefined || high === undefined
              ? '–'
              : `${valueInWords(row.row, low)} to ${valueInWords(row.row, high)}`,
        },
        {
          key: 'status',
          label: 'Status',
          value: ({ status }) => status,
          cell: ({ status }) => <SourceStatus status={status} />,
        },
        {
          key: 'source',
          label: 'Source',
          value: ({ source }) => source,
          cell: ({ source, note }) => (
            <span className="pt-meta">
              {source}
              {note === undefined ? '' : `; ${note}`}
            </span>
          ),
        },
      ]}
    />
  );
}

type ChangesProps = { readonly row: AssumptionRow; readonly own: readonly HeldValue[] };

/** Which form is open: none, a new value, or one of those in force. */
function Changes({ row, own }: ChangesProps): ReactElement {
  const [open, setOpen] = useState<HeldValue | 'new' | null>(null);
  const { end, busy } = useEndValue();
  if (open !== null) {
    const held = open === 'new' ? {} : { held: open };
    return <OverrideForm row={row} {...held} onSaved={() => setOpen(null)} />;
  }
  return (
    <Actions>
      <Button kind="secondary" onClick={() => setOpen('new')}>
        {own.length === 0 ? 'Enter our own value' : 'Enter another, from another date'}
      </Button>
      {own.map((one) => (
        <span key={one.id}>
          <LinkButton
            onClick={() => setOpen(one)}
            label={`Correct our value from ${longDate(one.effectiveFrom)}`}
          >
            Correct
          </LinkButton>{' '}
          {busy ? null : (
            <LinkButton onClick={() => end(one)} label={`End our value from ${longDate(one.effectiveFrom)}`}>
              End
            </LinkButton>
          )}{' '}
          the one from {longDate(one.effectiveFrom)}
        </span>
      ))}
    </Actions>
  );
}
