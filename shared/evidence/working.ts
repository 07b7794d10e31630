import { halfUp } from '../core/rounding.ts';
import { hidden, hoursOf, listOf, percentOf, poundsOf, whole, wteOf } from './words.ts';

/** `people` are counts that could point to somebody; `number` counts that cannot (studies, slots, a projection). */
export type Unit = 'people' | 'number' | 'hours' | 'pounds' | 'percent' | 'wte';

/** Where a value comes from: the kept inputs, the model, a hand; or earlier steps, by their place in the list. */
export type How =
  | 'counted'
  | 'model'
  | 'typed'
  | { readonly sum: readonly number[] }
  | { readonly share: readonly [part: number, of: number] };

/** One step of how a figure was worked out. */
export type WorkingStep = {
  readonly label: string;
  readonly unit: Unit;
  /** People and things as they are; minutes; pence; basis points; 1/100,000 of a post. */
  readonly value: number;
  readonly how: How;
  /** As the figure prints it: the value in words, or that it is hidden. */
  readonly printed: string;
};

const prints: Readonly<Record<Unit, (value: number) => string>> = {
  people: whole,
  number: whole,
  hours: hoursOf,
  pounds: poundsOf,
  percent: percentOf,
  wte: wteOf,
};

/** A step with its value in words. @param isShown false where the figure hides it. */
export function step(
  label: string,
  unit: Unit,
  value: number,
  how: How = 'counted',
  isShown = true,
): WorkingStep {
  return { label, unit, value, how, printed: isShown ? prints[unit](value) : hidden };
}

/** What a step must be by the steps before it; `null` where it rests on none. */
function again({ how }: WorkingStep, steps: readonly WorkingStep[]): number | null {
  if (typeof how === 'string') return null;
  const value = (index: number): number => steps[index]?.value ?? Number.NaN;
  if ('sum' in how) return how.sum.reduce((all, index) => all + value(index), 0);
  const [part, of] = how.share;
  return value(of) > 0 ? halfUp(value(part) * 10_000, value(of)) : Number.NaN;
}

/** Whether a text says a value: not as a part of a longer number. */
function says(text: string, printed: string, from = 0): boolean {
  const at = text.indexOf(printed, from);
  if (at < 0) return false;
  const isPart = /[0-9][.,]?$/.test(text.slice(0, at)) || /^[.,]?[0-9]/.test(text.slice(at + printed.length));
  return isPart ? says(text, printed, at + 1) : true;
}

/**
 * What of a figure's working does not hold, in words; empty when all does. The rules stand here alone and rest on no
 * model, so that they say the same of a pack of years ago: sums and shares come out again, each step is printed as what
 * it is or hidden, one to four people are hidden, and the figure shows what the steps print.
 *
 * @param texts everything that the figure says.
 */
export function faultsOfWorking(steps: readonly WorkingStep[], texts: readonly string[]): readonly string[] {
  return steps.flatMap((own) => {
    const { label, unit, value, printed } = own;
    const wanted = again(own, steps);
    const few = unit === 'people' && value > 0 && value < 5;
    return [
      ...(wanted !== null && wanted !== value ? [`${label} does not come out again`] : []),
      ...(printed !== hidden && printed !== prints[unit](value)
        ? [`${label} is printed as something else`]
        : []),
      ...(few && printed !== hidden ? [`${label} is of few people and not hidden`] : []),
      ...(texts.some((text) => says(text, printed)) ? [] : [`${label} is not what the figure shows`]),
    ];
  });
}

const sources = {
  counted: 'Counted in what is kept in the pack',
  model: 'Worked out by the model from what is kept in the pack',
  typed: 'Typed by hand',
} as const;

/** How a step came about, in a sentence part. */
export function howInWords({ how }: WorkingStep, steps: readonly WorkingStep[]): string {
  if (typeof how === 'string') return sources[how];
  const name = (index: number): string => steps[index]?.label ?? '';
  if ('sum' in how) return `Sum of ${listOf(how.sum.map(name))}`;
  return `${name(how.share[0])} as a share of ${name(how.share[1])}`;
}
