import { evaluateProjection } from '../../pipeline/evaluate-projection.ts';
import { answerProjectionAsk, projectionAskSchema } from '../../pipeline/projection-asks.ts';
import { projectionFileSchema, toProjectionInputs } from '../../pipeline/projection-schema.ts';
import { defineKind } from '../kind.ts';

/** Exact gains and stock of investigators, given the rates. */
export const projectionKind = defineKind({
  inputs: projectionFileSchema,
  ask: projectionAskSchema,
  measures: projectionAskSchema.options.map((option) => option.shape.measure.value),
  evaluate: (file) => {
    const projection = evaluateProjection(toProjectionInputs(file));
    return (ask) => answerProjectionAsk(projection, ask);
  },
});
