import type { PlainDate } from '../calendar/plain-date.ts';
import { useOf, type KnownParameter, type ParameterSet, type ParameterUse } from '../parameters/types.ts';
import { knownOn, valueOn } from '../parameters/value-on.ts';
import { stageTermsOn, stageWork, type Stage, type StageTerms } from './stages.ts';
import type { University } from './universities.ts';

/** From the least to the most, both included. */
export type Span = { readonly least: number; readonly most: number };

/** A stage as the framework describes it for every university; times in minutes. */
export type StageFacts = StageTerms & {
  readonly stage: Stage;
  readonly work: string;
  /** `null` where the stage has none. */
  readonly onlineModules: Span | null;
  /** Time on tasks at work in Research Practice Experience; `null` where the stage has none. */
  readonly practiceMinutes: Span | null;
  /** Study in a week of one 15-credit module. */
  readonly weeklyMinutes: Span;
  readonly entry: readonly string[];
  readonly leadsTo: string;
};

const equivalent = 'An equivalent qualification or experience may do: the university decides.';

/** Who may start at each stage, as the framework says for all four. */
const entryRules: Readonly<Record<Stage, readonly string[]>> = {
  pgcert: ['A registered healthcare profession and a degree in a relevant subject, usually.', equivalent],
  pgdip: ['The Postgraduate Certificate, usually.', equivalent],
  masters: ['The Postgraduate Diploma.'],
};

/** What the framework expects of those who pass. A certificate does not make a Principal Investigator. */
const outcomes: Readonly<Record<Stage, string>> = {
  pgcert: 'Co-Investigator; Principal Investigator on simpler studies later, with experience',
  pgdip: 'Principal Investigator on a range of studies in the own field',
  masters: 'Principal Investigator on most studies in the own field',
};

/** What King’s College London asks for besides; the other three universities’ rules were not found. */
export const kingsEntry: readonly string[] = [
  'An upper second class degree, or experience in its place.',
  'UK registration in a health profession, or two years and more in a research role.',
  'UK domicile and employment by a UK healthcare provider.',
  'A research supervisor by name.',
  'The employer’s support, with about 600 hours of release in an academic year.',
];

type Read = { readonly span: Span | null; readonly rows: readonly KnownParameter[] };

function spanOn(set: ParameterSet, date: PlainDate, low: string, high: string): Read {
  const [least, most] = [knownOn(set, low, date), knownOn(set, high, date)];
  if (least === null || most === null) return { span: null, rows: [] };
  return { span: { least: least.value, most: most.value }, rows: [least, most] };
}

function onlineOn(stage: Stage, date: PlainDate, set: ParameterSet): Read {
  if (stage === 'pgcert') return spanOn(set, date, 'PGCERT_ONLINE_MODULES_MIN', 'PGCERT_ONLINE_MODULES_MAX');
  return stage === 'pgdip'
    ? spanOn(set, date, 'PGDIP_ONLINE_MODULES', 'PGDIP_ONLINE_MODULES')
    : { span: null, rows: [] };
}

function practiceOn(stage: Stage, date: PlainDate, set: ParameterSet): Read {
  if (stage === 'masters') return { span: null, rows: [] };
  const code = `${stage.toUpperCase()}_RPE_WORKPLACE_HOURS`;
  return spanOn(set, date, `${code}_MIN`, `${code}_MAX`);
}

/** @throws ModelError 'parameter-missing' before the stage was first offered. */
export function stageFactsOn(stage: Stage, date: PlainDate, set: ParameterSet): StageFacts {
  const terms = stageTermsOn(stage, date, set);
  const [online, practice] = [onlineOn(stage, date, set), practiceOn(stage, date, set)];
  const week = 'STUDY_HOURS_PER_WEEK_PER_15CR_MODULE';
  const [least, most] = [valueOn(set, `${week}_MIN`, date), valueOn(set, `${week}_MAX`, date)];
  const uses: readonly ParameterUse[] = [...online.rows, ...practice.rows, least, most].map(useOf);
  return {
    ...terms,
    stage,
    work: stageWork[stage],
    onlineModules: online.span,
    practiceMinutes: practice.span,
    weeklyMinutes: { least: least.value, most: most.value },
    entry: entryRules[stage],
    leadsTo: outcomes[stage],
    uses: [...terms.uses, ...uses],
  };
}

/** A module of a university that was found, with how far its place in the course is known. */
export type FoundModule = {
  readonly university: University;
  readonly code: string;
  readonly name: string;
  readonly credits: number;
  readonly note: string;
  readonly source: string;
};

/** The one module that was found; every other is the trust’s to enter. */
export function foundModulesOn(date: PlainDate, set: ParameterSet): readonly FoundModule[] {
  const row = knownOn(set, 'NEWCASTLE_MODULE_MCR8009_CREDITS', date);
  if (row === null) return [];
  return [
    {
      university: 'newcastle',
      code: 'MCR8009',
      name: 'Integrity, Infrastructure & Information Governance',
      credits: row.value,
      note: 'Online; that it belongs to the Postgraduate Certificate is inferred',
      source: row.source,
    },
  ];
}
