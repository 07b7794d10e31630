import { monthOf } from '../../shared/calendar/month.ts';
import { addMonths, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { err, ok, type Result } from '../../shared/core/result.ts';
import {
  expiringLetters,
  slotsByIntake,
  slotsOn,
  slotsUsed,
  type SlotsOfMonth,
} from '../../shared/learners/supervisor-slots.ts';
import type { Supervisor } from '../../shared/learners/supervisor.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readParameterSet } from '../parameters/read.ts';
import { readTrust } from '../trust/read.ts';
import { readSlotNeeds, type NamedNeed } from './read-needs.ts';
import { readSupervisors } from './read.ts';

/** How far ahead letters that run out are listed. */
const letterMonths = 6;

/** A supervisor with how many learners hold their slots in the month of the data cut, and how many slots count then. */
export type ShownSupervisor = Supervisor & { readonly used: number; readonly counted: number };

export type ShownSupervisors = {
  readonly dataCut: PlainDate;
  readonly supervisors: readonly ShownSupervisor[];
  readonly intakes: readonly SlotsOfMonth[];
  /** Ids, soonest first. */
  readonly expiring: readonly string[];
  /** Learners whose register names a supervisor who is not on the list. */
  readonly namedElsewhere: number;
};

/** Who may supervise, slots used against slots, and what each intake needs, from the month of the data cut. */
export async function showSupervisors(ctx: TrustContext): Promise<Result<ShownSupervisors>> {
  return withTrust(ctx, async (tx) => {
    const trust = await readTrust(tx, ctx.trustId);
    if (trust === null) return err('not-found', 'There is no such trust.');
    const supervisors = await readSupervisors(tx, ctx.trustId);
    const set = await readParameterSet(tx, ctx.trustId);
    return ok(shown(trust.dataCut, supervisors, await readSlotNeeds(tx, ctx.trustId, supervisors, set)));
  });
}

function shown(
  dataCut: PlainDate,
  supervisors: readonly Supervisor[],
  named: readonly NamedNeed[],
): ShownSupervisors {
  const month = monthOf(dataCut);
  const needs = named.map(({ need }) => need);
  return {
    dataCut,
    supervisors: supervisors.map((one) => ({
      ...one,
      used: slotsUsed(needs, one.id, month),
      counted: slotsOn(one, dataCut),
    })),
    intakes: slotsByIntake(supervisors, needs, dataCut),
    expiring: expiringLetters(supervisors, dataCut, addMonths(dataCut, letterMonths)).map(({ id }) => id),
    namedElsewhere: named.filter(({ name, need }) => name !== null && need.supervisorId === null).length,
  };
}
