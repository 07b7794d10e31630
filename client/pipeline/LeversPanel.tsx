import type { ReactElement } from 'react';
import type { LeverBases, LeverName, Levers } from '../../shared/pipeline/levers.ts';
import { LinkButton } from '../components/Button.tsx';
import { Disclosure } from '../components/Disclosure.tsx';
import { useNarrow } from '../components/use-width.ts';
import { LeverInput } from './LeverInput.tsx';
import { leverFields, movedInWords } from './lever-fields.ts';

type LeversPanelProps = {
  readonly levers: Levers;
  readonly bases: LeverBases;
  readonly onDrag: (levers: Levers) => void;
  readonly onSet: (levers: Levers) => void;
  readonly onReset: () => void;
};

/** The levers in a panel; folded at 390, so that the answer comes first. */
export function LeversPanel({ levers, bases, onDrag, onSet, onReset }: LeversPanelProps): ReactElement {
  const narrow = useNarrow();
  const moved = movedInWords(levers, bases);
  const put = (name: LeverName, value: number | null): Levers => ({ ...levers, [name]: value });
  const fields = (
    <>
      <div className="pt-levers">
        {leverFields.map((field) => (
          <LeverInput
            key={field.name}
            field={field}
            bases={bases}
            value={levers[field.name]}
            onDrag={(value) => onDrag(put(field.name, value))}
            onSet={(value) => onSet(put(field.name, value))}
          />
        ))}
      </div>
      {moved === null ? null : <LinkButton onClick={onReset}>Reset to the plan</LinkButton>}
    </>
  );
  return (
    <>
      <p className="pt-print-only">Levers: {moved ?? 'as in the plan'}.</p>
      <div className="pt-no-print">
        {narrow ? (
          <Disclosure look="boxed" summary={moved === null ? 'Move the levers' : 'Levers moved'}>
            {fields}
          </Disclosure>
        ) : (
          <section className="pt-panel pt-panel--plain">
            <h2 className="pt-panel__title">What if…</h2>
            {fields}
          </section>
        )}
      </div>
    </>
  );
}
