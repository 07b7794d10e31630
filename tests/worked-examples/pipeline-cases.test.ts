import { describe, expect, test } from 'vitest';
import { evaluateProjection } from '../../shared/pipeline/evaluate-projection.ts';
import { answerProjectionAsk, parseProjectionAsk } from '../../shared/pipeline/projection-asks.ts';
import { parseProjectionInputs } from '../../shared/pipeline/projection-schema.ts';
import { projectionCases } from '../support/pipeline-cases.ts';

test('the sample file holds twelve projections, each with a tolerance and answers', () => {
  expect(projectionCases.map((one) => one.id)).toEqual([
    ...['P01', 'P02', 'P04', 'P08', 'P11', 'P13', 'P15', 'P16', 'P17', 'P19', 'P21', 'P22'],
  ]);
  for (const { outputs, tolerance } of projectionCases) {
    expect(outputs.length).toBeGreaterThan(0);
    expect(tolerance).toBe(1e-9);
  }
});

describe.each(projectionCases)('$id $title', ({ inputs, outputs, tolerance }) => {
  const projection = evaluateProjection(parseProjectionInputs(inputs));

  test.each(outputs)('$measure $role $window $at $n $p', (output) => {
    const answer = answerProjectionAsk(projection, parseProjectionAsk(output));
    expect(Math.abs(answer - output.value)).toBeLessThanOrEqual(tolerance);
  });
});
