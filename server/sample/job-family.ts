import type { StaffGroup } from '../../shared/staff/staff.ts';

/** A post: job role as ESR writes it, pay scale code, how often it is met. */
export type Post = readonly [jobRole: string, payScale: string, weight: number];

/** What one kind of colleague is: ESR staff group, register, posts and how many hours people of it work. */
export type JobFamilyFacts = {
  readonly staffGroup: StaffGroup;
  readonly registrationBody: string | null;
  readonly posts: readonly Post[];
  readonly hours: readonly (readonly [weeklyHours: number, weight: number])[];
};
