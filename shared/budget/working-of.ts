import { z } from 'zod';
import { isMonth, type Month } from '../calendar/month.ts';
import { isFinancialYear, type FinancialYear } from '../calendar/years.ts';

const month = z.custom<Month>(isMonth, 'not a month');
const year = z.custom<FinancialYear>(isFinancialYear, 'not a financial year');
const text = z.string().max(200);

/** Which pound of the budget is asked about. A code, source or team of `null` is the pounds that have none. */
export const workingOfSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('year'), year }),
  z.strictObject({ kind: z.literal('month'), month }),
  z.strictObject({ kind: z.literal('centre'), code: text.nullable(), year }),
  z.strictObject({ kind: z.literal('source'), source: text.nullable(), year }),
  z.strictObject({ kind: z.literal('team'), teamId: text.nullable(), year }),
  z.strictObject({ kind: z.literal('team-month'), teamId: text.nullable(), month }),
  z.strictObject({ kind: z.literal('reconcile'), code: text.nullable(), month }),
]);

export type WorkingOf = z.infer<typeof workingOfSchema>;
