import type { CountSummary } from '../../shared/pipeline/count-summary.ts';
import type { ProjectionYear } from '../../shared/pipeline/project-years.ts';

/** What a target may be set on. */
export const targets = ['pi', 'pi-gained', 'coi-gained', 'qualified'] as const;

export type Target = (typeof targets)[number];

type TargetFacts = {
  /** In the list of choices. */
  readonly label: string;
  readonly one: string;
  readonly many: string;
  /** A stock is counted on a day; gains are counted up to it. */
  readonly when: 'on' | 'by';
  readonly of: (year: ProjectionYear) => CountSummary;
};

export const targetFacts: Readonly<Record<Target, TargetFacts>> = {
  pi: {
    label: 'Named PIs in post',
    one: 'named PI',
    many: 'named PIs',
    when: 'on',
    of: (year) => year.piInPost,
  },
  'pi-gained': {
    label: 'First-time PIs gained',
    one: 'first-time PI',
    many: 'first-time PIs',
    when: 'by',
    of: (year) => year.byThen.piGained,
  },
  'coi-gained': {
    label: 'First-time Co-Is gained',
    one: 'first-time Co-I',
    many: 'first-time Co-Is',
    when: 'by',
    of: (year) => year.byThen.coiGained,
  },
  qualified: {
    label: 'Qualified people in post',
    one: 'qualified person in post',
    many: 'qualified people in post',
    when: 'on',
    of: (year) => year.qualifiedInPost,
  },
};
