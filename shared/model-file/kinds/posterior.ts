import { z } from 'zod';
import { betaBinomial } from '../../pipeline/calibration/beta-binomial.ts';
import { chanceOfEventWithin } from '../../pipeline/calibration/conjugate.ts';
import { atLeast, exactly, type CountDistribution } from '../../pipeline/count-distribution.ts';
import { FileRefusal } from '../file-refusal.ts';
import { defineKind } from '../kind.ts';
import { posteriorInputsSchema, posteriorOf, type FilePosterior } from './posterior-inputs.ts';

const people = z.int().min(0).max(1_000_000);

/** Measures that are one number of the posterior. */
const plain = [
  'posterior_a',
  'posterior_b',
  'posterior_mean',
  'posterior_variance',
  'posterior_shape',
  'posterior_rate_months',
  'posterior_mean_monthly_rate',
  'posterior_complete',
  'posterior_interrupt',
  'posterior_withdraw',
  'mean_complete',
  'mean_interrupt',
  'mean_withdraw',
  'sd_complete_squared',
  'sd_interrupt_squared',
  'sd_withdraw_squared',
  'predictive_mean',
] as const;

type Plain = (typeof plain)[number];
type Numbers = Partial<Record<Plain, number>>;

const askSchema = z.discriminatedUnion('measure', [
  z.object({ measure: z.enum(plain) }),
  z.object({ measure: z.literal('predictive_p_ge'), n: people }),
  z.object({ measure: z.literal('predictive_p_eq'), n: people }),
  z.object({ measure: z.literal('predictive_p_event_within'), months: z.number().min(0).max(1e6) }),
]);

type Ask = z.output<typeof askSchema>;

function ofShare(part: number, rest: number): { readonly mean: number; readonly variance: number } {
  const whole = part + rest;
  return { mean: part / whole, variance: (part * rest) / (whole * whole * (whole + 1)) };
}

function ofBeta(a: number, b: number): Numbers {
  const { mean, variance } = ofShare(a, b);
  return { posterior_a: a, posterior_b: b, posterior_mean: mean, posterior_variance: variance };
}

function ofGamma(shape: number, months: number): Numbers {
  return {
    posterior_shape: shape,
    posterior_rate_months: months,
    posterior_mean_monthly_rate: shape / months,
    posterior_variance: shape / (months * months),
  };
}

function ofDirichlet(complete: number, interrupt: number, withdraw: number): Numbers {
  const whole = complete + interrupt + withdraw;
  const [c, i, w] = [complete, interrupt, withdraw].map((part) => ofShare(part, whole - part));
  return {
    posterior_complete: complete,
    posterior_interrupt: interrupt,
    posterior_withdraw: withdraw,
    ...(c && { mean_complete: c.mean, sd_complete_squared: c.variance }),
    ...(i && { mean_interrupt: i.mean, sd_interrupt_squared: i.variance }),
    ...(w && { mean_withdraw: w.mean, sd_withdraw_squared: w.variance }),
  };
}

function numbersOf(posterior: FilePosterior): Numbers {
  switch (posterior.dist) {
    case 'beta':
      return ofBeta(posterior.a, posterior.b);
    case 'gamma':
      return ofGamma(posterior.shape, posterior.rate_months);
    case 'dirichlet':
      return ofDirichlet(posterior.complete, posterior.interrupt, posterior.withdraw);
  }
}

function refuse(message: string): never {
  throw new FileRefusal('bad-input', message, '/measure');
}

/** How many of the next `n` succeed; of a dirichlet, complete. */
function predictiveOf(posterior: FilePosterior, n: number | undefined): CountDistribution {
  if (n === undefined) return refuse('This needs future_n.');
  switch (posterior.dist) {
    case 'beta':
      return betaBinomial(n, posterior.a, posterior.b);
    case 'dirichlet':
      return betaBinomial(n, posterior.complete, posterior.interrupt + posterior.withdraw);
    case 'gamma':
      return refuse('A rate a month has no count of successes.');
  }
}

function predictiveMean(law: CountDistribution): number {
  return law.pmf.reduce((sum, mass, k) => sum + k * mass, 0);
}

function chanceWithin(posterior: FilePosterior, months: number): number {
  if (posterior.dist !== 'gamma') return refuse('Only a rate a month has events within months.');
  return chanceOfEventWithin(
    { kind: 'gamma', shape: posterior.shape, months: posterior.rate_months },
    months,
  );
}

function answerAsk(posterior: FilePosterior, futureN: number | undefined, ask: Ask): number {
  if ('months' in ask) return chanceWithin(posterior, ask.months);
  if ('n' in ask) {
    const law = predictiveOf(posterior, futureN);
    return ask.measure === 'predictive_p_ge' ? atLeast(law, ask.n) : exactly(law, ask.n);
  }
  if (ask.measure === 'predictive_mean') return predictiveMean(predictiveOf(posterior, futureN));
  return numbersOf(posterior)[ask.measure] ?? refuse(`A ${posterior.dist} prior has no such measure.`);
}

/** A prior updated by what happened: its parameters, and what it says of the next people. */
export const posteriorKind = defineKind({
  inputs: posteriorInputsSchema,
  ask: askSchema,
  measures: [...plain, 'predictive_p_ge', 'predictive_p_eq', 'predictive_p_event_within'],
  evaluate: (file) => {
    const posterior = posteriorOf(file);
    return (ask) => answerAsk(posterior, file.future_n, ask);
  },
});
