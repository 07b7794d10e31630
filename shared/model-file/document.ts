import { z } from 'zod';

export const requestSchemaName = 'protected-time/model-request/1';
export const answerSchemaName = 'protected-time/model-answer/1';

/** Most requests, and most asks of one request, that a document may hold. */
export const mostRequests = 10_000;
export const mostAsks = 10_000;

/** What must be right before any request is looked at. */
export const documentSchema = z.object({
  schema: z.literal(requestSchemaName),
  requests: z.array(z.unknown()).max(mostRequests),
});

/** One request, whatever its kind; its inputs and asks are read by the kind. */
export const requestSchema = z.object({
  id: z.string().max(200),
  kind: z.string().max(50),
  inputs: z.unknown(),
  asks: z.array(z.unknown()).max(mostAsks),
});

const errorSchema = z.object({ code: z.string(), message: z.string(), path: z.string() });

const id = z.string().nullable();

/** The values of one request, or why it was refused. */
const requestAnswerSchema = z.union([
  z.object({ id, values: z.array(z.unknown()) }),
  z.object({ id, error: errorSchema }),
]);

export const answerSchema = z.union([
  z.object({
    schema: z.literal(answerSchemaName),
    engine: z.string(),
    answers: z.array(requestAnswerSchema),
  }),
  z.object({ error: errorSchema }),
]);

/** Why a document or a request was refused: a kebab-case code, plain words, and a JSON Pointer into the document. */
export type FileError = z.infer<typeof errorSchema>;
export type RequestAnswer = z.infer<typeof requestAnswerSchema>;
export type AnswerDocument = z.infer<typeof answerSchema>;
