import type { ReactElement } from 'react';
import type { LeverBases } from '../../shared/pipeline/levers.ts';
import { NumberField } from '../components/NumberField.tsx';
import { leverValue, planValue, type LeverField } from './lever-fields.ts';

type LeverInputProps = {
  readonly field: LeverField;
  readonly bases: LeverBases;
  /** `null`: as in the plan. */
  readonly value: number | null;
  /** While the slider moves: nothing is written yet. */
  readonly onDrag: (value: number | null) => void;
  /** Let go, typed or stepped: written to the address. */
  readonly onSet: (value: number | null) => void;
};

const slides = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);

/** A lever: typed, stepped with buttons or arrow keys, or slid. Its place in the plan stands beneath. */
export function LeverInput({ field, bases, value, onDrag, onSet }: LeverInputProps): ReactElement {
  const plan = planValue(field, bases);
  const { label, min, max, unit, hint } = field;
  const shown = value ?? plan;
  const read = (text: string): number | null => leverValue(field, Number(text), bases);
  return (
    <div className="pt-lever">
      <NumberField
        label={label}
        hint={`${hint}. Plan: ${plan}${unit === '%' ? '%' : ''}`}
        unit={unit}
        value={shown}
        min={min}
        max={max}
        onChange={(typed) => onSet(leverValue(field, typed, bases))}
      />
      <input
        type="range"
        className="pt-number__slider"
        aria-label={`${label}, slider`}
        min={min}
        max={max}
        step={1}
        value={shown}
        onChange={(event) => onDrag(read(event.currentTarget.value))}
        onPointerUp={(event) => onSet(read(event.currentTarget.value))}
        onKeyUp={(event) => {
          if (slides.has(event.key)) onSet(read(event.currentTarget.value));
        }}
      />
    </div>
  );
}
