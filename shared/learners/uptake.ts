import type { PlainDate } from '../calendar/plain-date.ts';
import { useOf, type ParameterSet, type ParameterUse } from '../parameters/types.ts';
import { valueOn } from '../parameters/value-on.ts';
import { phaseOf, type LearnerStatus } from './status.ts';

/** The chance that a planned person starts, in basis points. */
export type Uptake = { readonly basisPoints: number; readonly use: ParameterUse | null };

/**
 * The chance of starting by how far someone has come; 1 once enrolled. An assumption until the trust's own history
 * says otherwise.
 *
 * @throws RangeError for someone whose stage is over.
 * @throws ModelError 'parameter-missing' naming the status and the day.
 */
export function uptakeOn(status: LearnerStatus, date: PlainDate, set: ParameterSet): Uptake {
  const phase = phaseOf(status);
  if (phase === 'past') throw new RangeError(`${status}: the stage is over`);
  if (phase !== 'planned') return { basisPoints: 10000, use: null };
  const row = valueOn(set, `UPTAKE_${status.toUpperCase()}`, date);
  return { basisPoints: row.value, use: useOf(row) };
}
