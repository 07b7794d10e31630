import type { z } from 'zod';
import { FileRefusal, refusingAt } from './file-refusal.ts';
import { readOrRefuse } from './read-or-refuse.ts';
import { unknownKeys } from './unknown-keys.ts';

/** One kind of request: its schemas, for checking and for the published JSON Schema, and how it is answered. */
export type ModelKind = {
  readonly inputs: z.ZodType;
  readonly ask: z.ZodType;
  readonly measures: readonly string[];
  /** @throws FileRefusal with a JSON Pointer below the request. */
  readonly answer: (inputs: unknown, asks: readonly unknown[]) => KindAnswer;
};

export type KindAnswer = {
  readonly values: readonly unknown[];
  /** JSON Pointers, below the request, of keys that were ignored. */
  readonly unknown: readonly string[];
};

type KindDefinition<Inputs extends z.ZodType, Ask extends z.ZodType> = {
  readonly inputs: Inputs;
  readonly ask: Ask;
  readonly measures: readonly string[];
  /** Works the inputs out once; what it returns answers each ask. */
  readonly evaluate: (inputs: z.output<Inputs>) => (ask: z.output<Ask>) => unknown;
};

function checkMeasure(ask: unknown, measures: readonly string[]): void {
  const measure = typeof ask === 'object' && ask !== null && 'measure' in ask ? ask.measure : undefined;
  if (typeof measure === 'string' && measures.includes(measure)) return;
  throw new FileRefusal('unknown-ask', `The measure must be one of ${measures.join(', ')}.`, '/measure');
}

/** Ties a kind's schemas to its function, and hides their types behind one face. */
export function defineKind<Inputs extends z.ZodType, Ask extends z.ZodType>(
  kind: KindDefinition<Inputs, Ask>,
): ModelKind {
  const readAsk = (ask: unknown, index: number): z.output<Ask> =>
    refusingAt(`/asks/${index}`, () => {
      checkMeasure(ask, kind.measures);
      return readOrRefuse(kind.ask, ask);
    });
  const answer = (given: unknown, asks: readonly unknown[]): KindAnswer => {
    const parsedAsks = asks.map(readAsk);
    const inputs = refusingAt('/inputs', () => readOrRefuse(kind.inputs, given));
    const valueOf = refusingAt('/inputs', () => kind.evaluate(inputs));
    const values = parsedAsks.map((ask, index) => refusingAt(`/asks/${index}`, () => valueOf(ask)));
    return { values, unknown: unknownKeys(given, inputs, '/inputs') };
  };
  const { inputs, ask, measures } = kind;
  return { inputs, ask, measures, answer };
}
