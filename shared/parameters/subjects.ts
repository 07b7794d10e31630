import { publishedTables } from './default-set.ts';

export const subjects = [
  'pay',
  'doctors',
  'london',
  'terms',
  'awards',
  'on-costs',
  'cover',
  'funding',
  'framework',
  'pipeline',
  'planning',
] as const;

export type Subject = (typeof subjects)[number];

export const subjectNames: Readonly<Record<Subject, string>> = {
  pay: 'Pay, Agenda for Change',
  doctors: 'Pay, doctors and dentists',
  london: 'London supplements',
  terms: 'Hours, overtime and leave',
  awards: 'Pay awards to come',
  'on-costs': 'On-costs',
  cover: 'Cover and headroom',
  funding: 'Fees and bursaries',
  framework: 'Framework and courses',
  pipeline: 'Pipeline',
  planning: 'Planning defaults',
};

const subjectOfTable: Readonly<Record<string, Subject>> = {
  pay_afc: 'pay',
  pay_medical: 'doctors',
  hcas: 'london',
  terms_afc: 'terms',
  awards_assumed: 'awards',
  oncosts: 'on-costs',
  cover: 'cover',
  framework: 'framework',
  pipeline_rates: 'pipeline',
  pipeline_priors: 'pipeline',
};

const tableOf: ReadonlyMap<string, string> = new Map(
  Object.entries(publishedTables).flatMap(([table, rows]) =>
    rows.map(({ code }): [string, string] => [code, table]),
  ),
);

/** What a parameter is about: by the table it stands in, with fees and bursaries apart from the courses. */
export function subjectOf(code: string): Subject {
  if (/^BURSARY_|_FEE_/.test(code)) return 'funding';
  if (code.startsWith('UPTAKE_')) return 'pipeline';
  return subjectOfTable[tableOf.get(code) ?? ''] ?? 'planning';
}
