import { exp } from '../../core/exp.ts';
import type { Belief } from '../beliefs.ts';

/** The expected value of a rate. */
export function meanOfBelief(belief: Belief): number {
  switch (belief.kind) {
    case 'beta':
      return belief.a / (belief.a + belief.b);
    case 'gamma':
      return belief.shape / belief.months;
    case 'fixed':
      return belief.value;
    case 'log-normal':
      return exp((belief.logMedian ?? 0) + (belief.sigma * belief.sigma) / 2);
  }
}
