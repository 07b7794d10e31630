import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { frameworkStatuses, standings, themes } from './frameworks.ts';
import { metricIds, typedMetrics } from './metrics.ts';
import { useLabels } from './use-label.ts';

const day = z.custom<PlainDate>(isPlainDate, 'not a day of the calendar');
const text = (most: number) => z.string().trim().min(1).max(most);

/** A trust's own version of a framework. */
export const frameworkSchema = z.strictObject({
  /** The published version it began as; `null` where it began empty. */
  base: z.string().max(40).nullable(),
  name: text(160),
  status: z.enum(frameworkStatuses),
  source: text(500),
  note: z.string().trim().max(500),
});

export type FrameworkFields = z.infer<typeof frameworkSchema>;

/** One fact under a question: a metric, who answers for it, and its sentence where somebody wrote their own. */
export const factSchema = z.strictObject({
  metric: z.enum(metricIds),
  owner: text(120),
  /** `null`: the sentence drafted from the numbers. */
  sentence: z.string().trim().min(1).max(600).nullable(),
  /** The draft that an own sentence took the place of: when the draft changes, the sentence may be out of date. */
  draftedAs: z.string().max(1000).nullable(),
});

/** A decision taken, and where it is minuted. */
export const decisionSchema = z.strictObject({ what: text(300), on: day, reference: text(200) });

/** What is missing, said as it is, with what is done about it. */
export const gapSchema = z.strictObject({ gap: text(300), action: text(300), by: day, owner: text(120) });

export const statementSchema = z.strictObject({
  code: text(20),
  theme: z.enum(themes),
  standing: z.enum(standings),
  text: text(600),
  facts: z.array(factSchema).max(3),
  decisions: z.array(decisionSchema).max(10),
  gaps: z.array(gapSchema).max(10),
});

export type Fact = z.infer<typeof factSchema>;
export type Decision = z.infer<typeof decisionSchema>;
export type Gap = z.infer<typeof gapSchema>;
export type StatementFields = z.infer<typeof statementSchema>;

/** A value typed by hand. */
export const measureSchema = z.strictObject({
  metric: z.enum(typedMetrics),
  /** Whole units: people, days, percent. */
  value: z.int().min(0).max(10_000_000),
  /** What it was counted over: "2025/26". */
  period: text(60),
  /** The day it was true of. */
  on: day,
  source: text(200),
  useLabel: z.enum(useLabels),
});

export type Measure = z.infer<typeof measureSchema>;

export type Kept<T> = T & { readonly id: string; readonly version: number };

export type Statement = Kept<StatementFields>;

/** What of a statement cannot be true, in a sentence; `null` when all can. */
export function faultOfStatement({ facts }: StatementFields): string | null {
  const used = facts.map(({ metric }) => metric);
  return new Set(used).size < used.length ? 'A fact stands twice under this question.' : null;
}
