import { answerByKinds, type Answered } from './answer-by-kinds.ts';
import { modelKinds } from './kinds-table.ts';

/** Answers one document of the open model file with every kind at hand; see `answerByKinds`. */
export function answerDocument(text: string): Answered {
  return answerByKinds(text, modelKinds);
}
