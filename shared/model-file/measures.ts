import { z } from 'zod';
import { defineKind, type ModelKind } from './kind.ts';

/** How each measure of a kind is read off its answer. */
export type Measures<Answer> = Readonly<Record<string, (answer: Answer) => unknown>>;

type MeasuredKind<Inputs extends z.ZodType, Answer> = {
  readonly inputs: Inputs;
  readonly evaluate: (inputs: z.output<Inputs>) => Answer;
  readonly measures: Measures<Answer>;
};

/** A kind whose asks are `{"measure": "<name>"}` and whose values are the number or object of that name. */
export function defineMeasuredKind<Inputs extends z.ZodType, Answer>(
  kind: MeasuredKind<Inputs, Answer>,
): ModelKind {
  const names = Object.keys(kind.measures);
  return defineKind({
    inputs: kind.inputs,
    ask: z.object({ measure: z.enum(names) }),
    measures: names,
    evaluate: (inputs) => {
      const answer = kind.evaluate(inputs);
      return ({ measure }) => kind.measures[measure]?.(answer);
    },
  });
}
