import { z } from 'zod';
import { power } from '../../pipeline/calibration/conjugate.ts';
import { FileRefusal } from '../file-refusal.ts';

const parameter = z.number().min(1e-6).max(1e9);
/** Counts may be fractions, where somebody has weighted them already. */
const amount = z.number().min(0).max(1e9);

const priorSchema = z.discriminatedUnion('dist', [
  z.object({ dist: z.literal('beta'), a: parameter, b: parameter }),
  z.object({ dist: z.literal('gamma'), shape: parameter, rate_months: parameter }),
  z.object({
    dist: z.literal('dirichlet'),
    complete: parameter,
    interrupt: parameter,
    withdraw: parameter,
  }),
]);

const age = { age_years: z.int().min(0).max(100).default(0) };

const cohort = z.union([
  z.object({ started: amount, completed: amount, censored: amount.default(0), ...age }),
  z.object({ trials: amount, successes: amount, ...age }),
  z.object({ successes: amount, failures: amount, ...age }),
  z.object({ person_months: amount, events: amount, ...age }),
  z.object({ complete: amount, interrupt: amount, withdraw: amount, ...age }),
]);

type Cohort = z.output<typeof cohort>;

export const posteriorInputsSchema = z.object({
  prior: priorSchema,
  history: z.union([cohort, z.array(cohort).max(10_000)]).default([]),
  fade: z.number().gt(0).max(1).default(1),
  future_n: z.int().min(0).max(5_000).optional(),
});

export type PosteriorInputs = z.output<typeof posteriorInputsSchema>;

/** The belief after the history, in the words of the file. */
export type FilePosterior = PosteriorInputs['prior'];

function refuse(message: string): never {
  throw new FileRefusal('bad-input', message, '/history');
}

/** Those who left while they studied are neither successes nor failures. */
function trialsOf(row: Cohort): readonly [successes: number, failures: number] {
  if ('started' in row) return [row.completed, row.started - row.completed - row.censored];
  if ('trials' in row) return [row.successes, row.trials - row.successes];
  if ('failures' in row) return [row.successes, row.failures];
  return refuse('A beta prior takes cohorts of started and completed.');
}

function rowsOf({ history, fade }: PosteriorInputs): { readonly row: Cohort; readonly weight: number }[] {
  const rows = Array.isArray(history) ? history : [history];
  return rows.map((row) => ({ row, weight: power(fade, row.age_years) }));
}

/** Counts add to the prior, old ones by fade^age. @throws FileRefusal where the history is of another shape. */
export function posteriorOf(inputs: PosteriorInputs): FilePosterior {
  return rowsOf(inputs).reduce<FilePosterior>((belief, { row, weight }) => {
    switch (belief.dist) {
      case 'beta': {
        const [successes, failures] = trialsOf(row);
        if (failures < 0) refuse('More completed or were left out than started.');
        return { ...belief, a: belief.a + weight * successes, b: belief.b + weight * failures };
      }
      case 'gamma': {
        if (!('person_months' in row)) return refuse('A gamma prior takes person_months and events.');
        const months = belief.rate_months + weight * row.person_months;
        return { ...belief, shape: belief.shape + weight * row.events, rate_months: months };
      }
      case 'dirichlet': {
        if (!('complete' in row)) return refuse('A dirichlet prior takes complete, interrupt and withdraw.');
        const complete = belief.complete + weight * row.complete;
        const interrupt = belief.interrupt + weight * row.interrupt;
        return { ...belief, complete, interrupt, withdraw: belief.withdraw + weight * row.withdraw };
      }
    }
  }, inputs.prior);
}
