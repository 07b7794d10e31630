import { z } from 'zod';
import { asMonth } from '../calendar/month.ts';
import { parseOrRefuse } from './parse-or-refuse.ts';
import type { GroupRates, Person, ProjectionInputs } from './projection-inputs.ts';

/** Longest projection, and longest wait or delay, in months. */
export const longestHorizon = 1200;

const chance = z.number().min(0).max(1);
const months = z.int().min(0).max(longestHorizon);
const stage = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const rateTable = z.array(z.array(chance).min(1).max(50)).length(3);

const pathway = z.object({
  study_months: z.array(z.int().min(1).max(60)).length(3),
  award_lag_months: z.array(z.int().min(0).max(60)).length(3),
  stage_interval_months: z.int().min(1).max(120),
  max_interruptions: z.int().min(0).max(10),
});

const group = z.object({
  attempt: z.array(z.object({ complete: chance, interrupt: chance, withdraw: chance })).length(3),
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
});

const inPost = {
  group: z.string().max(200),
  count: z.int().min(0).max(100_000),
  role: z.enum(['coi', 'pi']).optional(),
  retire_monthly: z.union([chance, z.array(chance).min(1).max(longestHorizon)]).optional(),
  role_ends_in: months.optional(),
};
const learning = { ...inPost, stage, since_award: months.optional() };
const interruptions = z.int().min(0).max(10);

const person = z.discriminatedUnion('kind', [
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
  z.object({ kind: z.literal('pi'), ...inPost, held: z.union([z.literal(0), stage]).optional() }),
]);

/** The `inputs` of a request of kind `projection` in the open model file. Unknown keys are ignored. */
export const projectionFileSchema = z.object({
  start_month: z.string().regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/, "a month as 'YYYY-MM'"),
  horizon_months: z.int().min(1).max(longestHorizon),
  pathway,
  groups: z.record(z.string().max(200), group),
  people: z.array(person).max(20_000),
});

export type ProjectionFile = z.infer<typeof projectionFileSchema>;
type PersonFile = ProjectionFile['people'][number];

function ratesOf(file: ProjectionFile['groups'][string]): GroupRates {
  return {
    attempt: file.attempt,
    returnAfterInterruption: file.return,
    goOn: file.go_on,
    bands: file.bands,
    coi: file.coi,
    piFromNone: file.pi_from_none,
    piFromCoi: file.pi_from_coi,
    leaveMonthly: file.leave_monthly,
    piLeaveMonthly: file.pi_leave_monthly,
    piRoleLossMonthly: file.pi_role_loss_monthly,
    piReturnMonthly: file.pi_return_monthly,
  };
}

function personOf(file: PersonFile): Person {
  const { group, count, role } = file;
  const shared = { group, count, role, retireMonthly: file.retire_monthly, roleEndsIn: file.role_ends_in };
  if (file.kind === 'pi') return { ...shared, kind: file.kind, held: file.held };
  const held = { ...shared, sinceAward: file.since_award };
  switch (file.kind) {
    case 'planned':
      return { ...held, kind: file.kind, stage: file.stage, startIn: file.start_in, uptake: file.uptake };
    case 'studying':
      return {
        ...held,
        kind: file.kind,
        stage: file.stage,
        elapsed: file.elapsed,
        interruptionsUsed: file.interruptions_used,
      };
    case 'interrupted':
      return {
        ...held,
        kind: file.kind,
        stage: file.stage,
        elapsed: file.elapsed,
        returnIn: file.return_in,
        interruptionsUsed: file.interruptions_used,
      };
    case 'graduated':
      return {
        ...shared,
        kind: file.kind,
        held: file.held,
        sinceAward: file.since_award,
        undecided: file.undecided,
        nextStartIn: file.next_start_in,
        interruptionsUsed: file.interruptions_used,
      };
  }
}

/** The file form as the engine's own. */
export function toProjectionInputs(file: ProjectionFile): ProjectionInputs {
  return {
    startMonth: asMonth(file.start_month),
    horizonMonths: file.horizon_months,
    pathway: {
      studyMonths: file.pathway.study_months,
      awardLagMonths: file.pathway.award_lag_months,
      stageIntervalMonths: file.pathway.stage_interval_months,
      maxInterruptions: file.pathway.max_interruptions,
    },
    groups: Object.fromEntries(Object.entries(file.groups).map(([name, rates]) => [name, ratesOf(rates)])),
    people: file.people.map(personOf),
  };
}

/**
 * Reads the `inputs` of a `projection` request. What spans several fields is checked by the engine itself.
 *
 * @throws ModelError 'bad-input' with a JSON Pointer below `inputs`.
 */
export function parseProjectionInputs(value: unknown): ProjectionInputs {
  return toProjectionInputs(parseOrRefuse(projectionFileSchema, value));
}
