import { readFileSync } from 'node:fs';

type CostCase = {
  readonly id: string;
  readonly kind: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
};

type PipelineCase = {
  readonly id: string;
  readonly kind: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: readonly Readonly<Record<string, unknown>>[];
  readonly tolerance: number;
};

/** One request with the right value of each ask; `tolerance` 0 is exact. */
export type ModelCase = {
  readonly request: {
    readonly id: string;
    readonly kind: string;
    readonly inputs: Readonly<Record<string, unknown>>;
    readonly asks: readonly unknown[];
  };
  readonly values: readonly unknown[];
  readonly tolerance: number;
};

function read(name: string): { readonly cases: readonly unknown[] } {
  const file = new URL(`../examples/model/${name}`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as { cases: unknown[] };
}

/** The sample cases of the cost kinds; an ask is a key of `expected`. */
export function costCases(): ModelCase[] {
  return (read('cost_cases.json').cases as CostCase[]).map(({ id, kind, inputs, expected }) => ({
    request: { id, kind, inputs, asks: Object.keys(expected).map((measure) => ({ measure })) },
    values: Object.values(expected),
    tolerance: 0,
  }));
}

function askOf(output: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(
    Object.entries(output).filter(([key]) => !['value', 'exact', 'label'].includes(key)),
  );
}

function pipelineCases(kinds: readonly string[]): ModelCase[] {
  return (read('pipeline_cases.json').cases as PipelineCase[])
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ id, kind, inputs, outputs, tolerance }) => ({
      request: { id, kind, inputs, asks: outputs.map(askOf) },
      values: outputs.map(({ value }) => value),
      tolerance,
    }));
}

/** The sample cases of the projection; an ask is an output without its value. */
export function projectionCases(): ModelCase[] {
  return pipelineCases(['projection']);
}

/** The sample cases of what is known of rates, and of scores. */
export function calibrationCases(): ModelCase[] {
  return pipelineCases(['mixture', 'posterior', 'score']);
}

export function documentOf(requests: readonly unknown[]): string {
  return JSON.stringify({ schema: 'protected-time/model-request/1', requests });
}

/** Money and minutes must be the same; fractions (chances, expectations) to the tolerance. */
export function isRight(value: unknown, right: unknown, tolerance: number): boolean {
  if (typeof right === 'number' && typeof value === 'number') {
    return Number.isInteger(right) && tolerance === 0
      ? value === right
      : Math.abs(value - right) <= Math.max(tolerance, 1e-9);
  }
  if (typeof right !== 'object' || right === null) return value === right;
  if (typeof value !== 'object' || value === null) return false;
  const [names, given] = [Object.keys(right), Object.keys(value)];
  const same = names.length === given.length && Array.isArray(value) === Array.isArray(right);
  return (
    same && names.every((name) => isRight(Reflect.get(value, name), Reflect.get(right, name), tolerance))
  );
}
