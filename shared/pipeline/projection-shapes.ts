import { z } from 'zod';

/** Longest projection, and longest wait or delay, in months. */
export const longestHorizon = 1200;

const chance = z.number().min(0).max(1);
const months = z.int().min(0).max(longestHorizon);
const stage = z.union([z.literal(1), z.literal(2), z.literal(3)]);

/** The clock of the course, as the open model file has it. */
export const pathwayShape = z.object({
  study_months: z.array(z.int().min(1).max(60)).length(3),
  award_lag_months: z.array(z.int().min(0).max(60)).length(3),
  stage_interval_months: z.int().min(1).max(120),
  max_interruptions: z.int().min(0).max(10),
  routes: z
    .record(
      z.string().max(200),
      z.object({ study_months: z.int().min(0).max(120), award_lag_months: z.int().min(0).max(60) }),
    )
    .optional(),
});

const attempt = z.object({ complete: chance, interrupt: chance, withdraw: chance });
const band = z.array(chance).min(1).max(50);
const route = z.object({
  attempt,
  coi: band,
  pi_from_none: band,
  pi_from_coi: band,
  enter_pgcert: chance.optional(),
});

const rateTable = z.array(band).length(3);

/** The rates of a kind of staff. */
export const groupShape = z.object({
  attempt: z.array(attempt).length(3),
  return: chance,
  go_on: z.array(chance).length(2),
  bands: z.array(months).min(1).max(50),
  coi: rateTable,
  pi_from_none: rateTable,
  pi_from_coi: rateTable,
  leave_monthly: chance,
  pi_leave_monthly: chance,
  pi_role_loss_monthly: chance,
  pi_return_monthly: chance.default(0),
  defer_go_on: z.array(chance).length(2).optional(),
  routes: z.record(z.string().max(200), route).optional(),
});

const inPost = {
  group: z.string().max(200),
  count: z.int().min(0).max(100_000),
  role: z.enum(['coi', 'pi']).optional(),
  retire_monthly: z.union([chance, z.array(chance).min(1).max(longestHorizon)]).optional(),
  role_ends_in: months.optional(),
  leaves_in: months.optional(),
  pi_from: months.optional(),
};
const learning = { ...inPost, stage, since_award: months.optional() };
const interruptions = z.int().min(0).max(10);
const held = z.union([z.literal(0), stage]);

/** Somebody, or several alike, and where they stand. */
export const personShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('planned'), ...learning, start_in: months, uptake: chance }),
  z.object({
    kind: z.literal('studying'),
    ...learning,
    elapsed: months,
    interruptions_used: interruptions.optional(),
  }),
  z.object({
    kind: z.literal('interrupted'),
    ...learning,
    elapsed: months,
    return_in: months,
    away_months: months.optional(),
    interruptions_used: interruptions.min(1).optional(),
  }),
  z.object({
    kind: z.literal('graduated'),
    ...inPost,
    held: stage,
    since_award: months,
    undecided: z.boolean().optional(),
    next_start_in: months.optional(),
    interruptions_used: interruptions.optional(),
  }),
  z.object({ kind: z.literal('pi'), ...inPost, held: held.optional() }),
  z.object({
    kind: z.literal('route'),
    ...inPost,
    route: z.string().max(200),
    held: held.optional(),
    since_award: months.optional(),
    start_in: months.optional(),
    uptake: chance.optional(),
    elapsed: months.optional(),
    return_in: months.optional(),
    since_end: months.optional(),
    next_start_in: months.optional(),
    interruptions_used: interruptions.optional(),
  }),
]);
