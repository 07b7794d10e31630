import type { z } from 'zod';
import type { JsonValue } from '../db/json.ts';
import type { TrustContext } from '../db/with-trust.ts';
import type { JobProgress } from './store.ts';

export type JobTools = {
  /** Says how far the work is; it is written with the next sign of life. */
  readonly progress: (progress: JobProgress) => void;
  /** Aborts when the job was cancelled, is another worker's by now, or the server stops. */
  readonly signal: AbortSignal;
};

/** One kind of job. Every handler may run again after it was cut short: it does its whole work in one transaction. */
export type JobHandler = {
  readonly run: (ctx: TrustContext, payload: JsonValue, tools: JobTools) => Promise<void>;
  /** Ends a job that was cut short too often, in words for the person who waits for it. */
  readonly giveUp: (ctx: TrustContext, payload: JsonValue) => Promise<void>;
};

export type JobHandlers = Readonly<Record<string, JobHandler>>;

/**
 * A handler that gets its payload checked.
 *
 * @throws ZodError from `run` and `giveUp` for a payload that is not of the schema.
 */
export function jobHandler<P>(
  schema: z.ZodType<P>,
  work: {
    readonly run: (ctx: TrustContext, payload: P, tools: JobTools) => Promise<void>;
    readonly giveUp: (ctx: TrustContext, payload: P) => Promise<void>;
  },
): JobHandler {
  return {
    run: (ctx, payload, tools) => work.run(ctx, schema.parse(payload), tools),
    giveUp: (ctx, payload) => work.giveUp(ctx, schema.parse(payload)),
  };
}
