import { answerProjectionAsk, projectionAskSchema } from '../../pipeline/projection-asks.ts';
import { projectionFileSchema, toProjectionInputs } from '../../pipeline/projection-schema.ts';
import { askScenario } from '../ask-scenario.ts';
import { defineKind } from '../kind.ts';

/** Exact gains and stock of investigators, given the rates. */
export const projectionKind = defineKind({
  inputs: projectionFileSchema,
  ask: projectionAskSchema,
  measures: projectionAskSchema.options.map((option) => option.shape.measure.value),
  evaluate: (file) => {
    const { projection } = askScenario({ pipeline: toProjectionInputs(file) });
    if (projection === null) throw new Error('a projection was asked for and none was made');
    return (ask) => answerProjectionAsk(projection, ask);
  },
});
