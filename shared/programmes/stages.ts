import type { PlainDate } from '../calendar/plain-date.ts';
import { useOf, type ParameterSet, type ParameterUse } from '../parameters/types.ts';
import { valueOn } from '../parameters/value-on.ts';

/** The three stages of the framework in the order they are taken; each is an award of its own. */
export const stages = ['pgcert', 'pgdip', 'masters'] as const;

export type Stage = (typeof stages)[number];

export const stageNames: Readonly<Record<Stage, string>> = {
  pgcert: 'Postgraduate Certificate',
  pgdip: 'Postgraduate Diploma',
  masters: 'Master’s degree',
};

/** What each stage consists of besides its online modules. */
export const stageWork: Readonly<Record<Stage, string>> = {
  pgcert: 'Research Practice Experience, with a workplace supervisor',
  pgdip: 'Research Practice Experience, with a workplace supervisor',
  masters: 'Dissertation',
};

const stageNumbers = { pgcert: 1, pgdip: 2, masters: 3 } as const;

/** 1 for the Certificate, 2 for the Diploma, 3 for the Master's: also the qualification its award gives. */
export function stageNumber(stage: Stage): 1 | 2 | 3 {
  return stageNumbers[stage];
}

export function isStage(text: unknown): text is Stage {
  return stages.some((stage) => stage === text);
}

/** 'PGCert', 'pgcert' or 'Postgraduate Certificate' as a stage; `null` for anything else. */
export function parseStage(text: string): Stage | null {
  const folded = text.trim().toLowerCase().replaceAll("'", '’');
  const short = /^(msc|master’s|mres)$/.test(folded) ? 'masters' : folded;
  return stages.find((stage) => stage === short || stageNames[stage].toLowerCase() === short) ?? null;
}

/** Months of the calendar in which a course may start: September and October. */
export const intakeMonthNumbers = [9, 10] as const;

/** What a stage asks for: credits, notional learning time and months of study. */
export type StageTerms = {
  readonly credits: number;
  readonly learningMinutes: number;
  readonly studyMonths: number;
  readonly uses: readonly ParameterUse[];
};

/** @throws ModelError 'parameter-missing' before the stage was first offered. */
export function stageTermsOn(stage: Stage, date: PlainDate, set: ParameterSet): StageTerms {
  const code = stage.toUpperCase();
  const credits = valueOn(set, `${code}_CREDITS`, date);
  const learning = valueOn(set, `${code}_LEARNING_HOURS`, date);
  const months = valueOn(set, `${code}_DURATION_MONTHS`, date);
  return {
    credits: credits.value,
    learningMinutes: learning.value,
    studyMonths: months.value,
    uses: [credits, learning, months].map(useOf),
  };
}
