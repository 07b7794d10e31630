import { z } from 'zod';
import type { Belief, Beliefs, RouteBeliefs } from '../../pipeline/beliefs.ts';

const parameter = z.number().min(1e-6).max(1e9);
const chance = z.number().min(0).max(1);

const beliefSchema = z.discriminatedUnion('dist', [
  z.object({ dist: z.literal('beta'), a: parameter, b: parameter }),
  z.object({ dist: z.literal('gamma'), shape: parameter, rate_months: parameter }),
  z.object({
    dist: z.literal('log-normal'),
    sigma: z.number().min(0).max(5),
    log_median: z.number().min(-10).max(10).optional(),
  }),
  z.object({ dist: z.literal('fixed'), value: z.number().min(0).max(1e6) }),
]);

const byStage = z.array(beliefSchema).length(3);

/** A route of one stage; role rates hold from its end on, before band and profession. */
const routePriors = z.object({
  withdraw: beliefSchema,
  /** Of those who do not withdraw. */
  interrupt: beliefSchema,
  coi: beliefSchema,
  pi_from_none: beliefSchema,
  pi_from_coi: beliefSchema,
  enter_pgcert: beliefSchema.optional(),
});

/** What is known of every rate before the history: `Beliefs`. Lists are by stage, PGCert first. */
export const priorsSchema = z.object({
  withdraw: byStage,
  /** Of those who do not withdraw. */
  interrupt: byStage,
  return: beliefSchema,
  go_on: z.array(beliefSchema).length(2),
  coi: byStage,
  pi_from_none: byStage,
  pi_from_coi: byStage,
  pi_role_loss_yearly: beliefSchema,
  pi_return_yearly: beliefSchema.default({ dist: 'fixed', value: 0 }),
  groups: z.record(
    z.string().max(200),
    z.object({ profession_ratio: beliefSchema, leave_yearly: beliefSchema }),
  ),
  bands: z.array(z.int().min(0).max(600)).min(1).max(12),
  band_multipliers: z.array(z.number().min(0).max(100)).min(1).max(12),
  pi_leave_ratio: chance.default(0.8),
  /** Other than the framework, by a name of the file. */
  routes: z.record(z.string().max(200), routePriors).optional(),
});

type BeliefFile = z.output<typeof beliefSchema>;

function beliefOf(file: BeliefFile): Belief {
  switch (file.dist) {
    case 'beta':
      return { kind: 'beta', a: file.a, b: file.b };
    case 'gamma':
      return { kind: 'gamma', shape: file.shape, months: file.rate_months };
    case 'log-normal':
      return { kind: 'log-normal', sigma: file.sigma, logMedian: file.log_median };
    case 'fixed':
      return { kind: 'fixed', value: file.value };
  }
}

function routeOf(file: z.output<typeof routePriors>): RouteBeliefs {
  const { withdraw, interrupt, coi, pi_from_none: none, pi_from_coi: fromCoi, enter_pgcert: enter } = file;
  return {
    withdraw: beliefOf(withdraw),
    interrupt: beliefOf(interrupt),
    coi: beliefOf(coi),
    piFromNone: beliefOf(none),
    piFromCoi: beliefOf(fromCoi),
    ...(enter === undefined ? {} : { enterPgcert: beliefOf(enter) }),
  };
}

export function toBeliefs(file: z.output<typeof priorsSchema>): Beliefs {
  const groups = Object.entries(file.groups).map(([name, group]) => [
    name,
    {
      professionRatio: beliefOf(group.profession_ratio),
      leaveYearly: beliefOf(group.leave_yearly),
    },
  ]);
  return {
    withdraw: file.withdraw.map(beliefOf),
    interrupt: file.interrupt.map(beliefOf),
    returnAfterInterruption: beliefOf(file.return),
    goOn: file.go_on.map(beliefOf),
    coi: file.coi.map(beliefOf),
    piFromNone: file.pi_from_none.map(beliefOf),
    piFromCoi: file.pi_from_coi.map(beliefOf),
    piRoleLossYearly: beliefOf(file.pi_role_loss_yearly),
    piReturnYearly: beliefOf(file.pi_return_yearly),
    groups: Object.fromEntries(groups) as Beliefs['groups'],
    bands: file.bands,
    bandMultipliers: file.band_multipliers,
    piLeaveRatio: file.pi_leave_ratio,
    ...(file.routes === undefined
      ? {}
      : {
          routes: Object.fromEntries(
            Object.entries(file.routes).map(([name, route]) => [name, routeOf(route)]),
          ),
        }),
  };
}
