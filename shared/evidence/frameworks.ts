import frameworks from './data/frameworks.json' with { type: 'json' };
import type { MetricId } from './metrics.ts';

/** `superseded` once in force, `in-force` now, `draft` not published; `own` is the trust's own version. */
export const frameworkStatuses = ['superseded', 'in-force', 'draft', 'own'] as const;

export type FrameworkStatus = (typeof frameworkStatuses)[number];

export const frameworkStatusNames: Readonly<Record<FrameworkStatus, string>> = {
  superseded: 'Superseded',
  'in-force': 'In force',
  draft: 'Draft',
  own: 'Our own version',
};

/** What a question is about: evidence is carried over between versions by it. */
export const themes = [
  'awareness',
  'investigators',
  'strategy',
  'reporting',
  'participants',
  'other',
] as const;

export type Theme = (typeof themes)[number];

export const themeNames: Readonly<Record<Theme, string>> = {
  awareness: 'Staff know of research',
  investigators: 'Support of investigators',
  strategy: 'Vision and strategy',
  reporting: 'Reporting and safety',
  participants: 'Opportunities for patients',
  other: 'Something else',
};

/** `found`: seen in a text that states it. `recalled`: from memory. `typed`: entered by the trust. */
export const standings = ['found', 'recalled', 'typed'] as const;

export type Standing = (typeof standings)[number];

export type PublishedStatement = {
  readonly code: string;
  readonly theme: Theme;
  readonly standing: Standing;
  readonly text: string;
  /** What answers it best, most telling first. */
  readonly metrics: readonly MetricId[];
};

/** A framework as it was found: the start of a trust's own version. */
export type PublishedFramework = {
  readonly key: string;
  readonly name: string;
  readonly year: number;
  readonly status: FrameworkStatus;
  readonly source: string;
  readonly note: string;
  readonly statements: readonly PublishedStatement[];
};

/** Oldest first. */
export const publishedFrameworks = frameworks as readonly PublishedFramework[];

export function publishedFramework(key: string): PublishedFramework | null {
  return publishedFrameworks.find((framework) => framework.key === key) ?? null;
}
