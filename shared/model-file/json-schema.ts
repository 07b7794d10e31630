import { z } from 'zod';
import { answerSchema, documentSchema, mostAsks, mostRequests, requestSchema } from './document.ts';
import { modelKinds } from './kinds-table.ts';

/** One request of a kind, spelt out. */
function requestOf(name: string): z.ZodType {
  const kind = modelKinds.get(name);
  if (kind === undefined) throw new RangeError(`no kind is called ${name}`);
  return requestSchema.extend({
    kind: z.literal(name),
    inputs: kind.inputs,
    asks: z.array(kind.ask).max(mostAsks),
  });
}

/** JSON Schema (2020-12) of a whole request document, generated from the schemas that check it. */
export function requestJsonSchema(): unknown {
  const requests = z.array(z.union([...modelKinds.keys()].map(requestOf))).max(mostRequests);
  return z.toJSONSchema(documentSchema.extend({ requests }), { io: 'input' });
}

/** JSON Schema (2020-12) of what the command prints. */
export function answerJsonSchema(): unknown {
  return z.toJSONSchema(answerSchema, { io: 'input' });
}
