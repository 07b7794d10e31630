import { z } from 'zod';
import { asMonth } from '../../calendar/month.ts';
import type { TrustHistory } from '../../pipeline/calibration/trust-history.ts';
import { month } from '../fields.ts';

/** Counts may be fractions, where somebody has weighted them already. */
const amount = z.number().min(0).max(1e9);
const stage = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const cohort = month.transform(asMonth);
const group = z.string().max(200);
const rows = <Row extends z.ZodType>(row: Row) => z.array(row).max(10_000).default([]);

const taken = z.object({ cohort, chances: amount, taken: amount });
const spell = z.object({ cohort, months: amount, events: amount });

/** What a trust recorded of how people fared, as counts (`TrustHistory`); what is left out was not recorded. */
export const historySchema = z.object({
  attempts: rows(
    z.object({
      stage,
      cohort,
      completed: amount,
      interrupted: amount.default(0),
      withdrawn: amount.default(0),
      censored: z.array(z.number().min(0).max(1)).max(10_000).default([]),
    }),
  ),
  going_on: rows(taken.extend({ after: z.union([z.literal(1), z.literal(2)]) })),
  returns: rows(taken),
  roles: rows(
    z.object({
      from: z.enum(['none', 'coi']),
      held: stage,
      band: z.int().min(0).max(600),
      group,
      cohort,
      months: amount,
      coi_events: amount.default(0),
      pi_events: amount.default(0),
    }),
  ),
  pi_roles: rows(spell),
  pi_lapsed: rows(spell),
  leaving: rows(spell.extend({ group })),
});

export function toTrustHistory(file: z.output<typeof historySchema>): TrustHistory {
  const { attempts, going_on: goingOn, returns, pi_roles: piRoles, pi_lapsed: piLapsed, leaving } = file;
  const roles = file.roles.map(({ coi_events: coiEvents, pi_events: piEvents, ...row }) => ({
    ...row,
    coiEvents,
    piEvents,
  }));
  return { attempts, goingOn, returns, roles, piRoles, piLapsed, leaving };
}
