import { readFileSync } from 'node:fs';

/** A sample case of the open model file; an output holds the keys of an ask besides `value` and `exact`. */
export type PipelineCase = {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly inputs: unknown;
  readonly outputs: readonly (Readonly<Record<string, unknown>> & {
    readonly measure: string;
    readonly value: number;
  })[];
  readonly tolerance: number;
};

const file = JSON.parse(
  readFileSync(new URL('../examples/model/pipeline_cases.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly PipelineCase[] };

export const projectionCases = file.cases.filter((one) => one.kind === 'projection');

export function projectionCase(id: string): PipelineCase {
  const found = projectionCases.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no projection is called ${id}`);
  return found;
}
