import { stageNumber } from '../programmes/stages.ts';
import type { Learner } from './learner.ts';

function rank({ stage }: Learner): number {
  return stage === 'none' ? 0 : stageNumber(stage);
}

/**
 * Of the rows of one person, the one that says where the person stands: the highest stage not withdrawn from, of equal
 * stages the latest intake. Someone who withdrew from the Diploma still holds the Certificate. `null` when every row
 * ended in withdrawal: a person counts once in a projection, however many rows there are.
 */
export function leadingRow(rows: readonly Learner[]): Learner | null {
  return rows
    .filter((row) => row.status !== 'withdrawn')
    .reduce<Learner | null>((best, row) => {
      if (best === null || rank(row) !== rank(best))
        return best === null || rank(row) > rank(best) ? row : best;
      return row.intakeMonth > best.intakeMonth ? row : best;
    }, null);
}
