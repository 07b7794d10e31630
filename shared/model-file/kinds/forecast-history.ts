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

const attempt = {
  cohort,
  completed: amount,
  interrupted: amount.default(0),
  withdrawn: amount.default(0),
  censored: z.array(z.number().min(0).max(1)).max(10_000).default([]),
};
const exposure = {
  from: z.enum(['none', 'coi']),
  band: z.int().min(0).max(600),
  group,
  cohort,
  months: amount,
  coi_events: amount.default(0),
  pi_events: amount.default(0),
};
const route = z.string().max(200);

/** What a trust recorded of how people fared, as counts (`TrustHistory`); what is left out was not recorded. */
export const historySchema = z.object({
  attempts: rows(z.object({ stage, ...attempt })),
  going_on: rows(taken.extend({ after: z.union([z.literal(1), z.literal(2)]) })),
  returns: rows(taken),
  roles: rows(z.object({ held: stage, ...exposure })),
  pi_roles: rows(spell),
  pi_lapsed: rows(spell),
  leaving: rows(spell.extend({ group })),
  /** Of routes other than the framework, by the name the priors have for them. */
  route_attempts: rows(z.object({ route, ...attempt })),
  route_entries: rows(taken.extend({ route })),
  route_roles: rows(z.object({ route, ...exposure })),
});

export function toTrustHistory(file: z.output<typeof historySchema>): TrustHistory {
  const { attempts, going_on: goingOn, returns, pi_roles: piRoles, pi_lapsed: piLapsed, leaving } = file;
  const { route_attempts: routeAttempts, route_entries: entries, route_roles: routeRoles } = file;
  return {
    ...{ attempts, goingOn, returns, piRoles, piLapsed, leaving },
    roles: file.roles.map(inCamelCase),
    routes: { attempts: routeAttempts, entries, roles: routeRoles.map(inCamelCase) },
  };
}

type Events = { readonly coi_events: number; readonly pi_events: number };

function inCamelCase<Row extends Events>({ coi_events: coiEvents, pi_events: piEvents, ...row }: Row) {
  return { ...row, coiEvents, piEvents };
}
