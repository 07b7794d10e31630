/** Where one person stands in one stage, in the order a stage is gone through. */
export const learnerStatuses = [
  'interested',
  'applied',
  'offered',
  'funded',
  'enrolled',
  'interrupted',
  'withdrawn',
  'qualified',
] as const;

export type LearnerStatus = (typeof learnerStatuses)[number];

/**
 * `planned`: not on the course yet. `in-study`: released now. `paused`: on the course, not released, with a return
 * ahead. `past`: the stage is over, with or without its award.
 */
export type LearnerPhase = 'planned' | 'in-study' | 'paused' | 'past';

/** One typed table: what each status is called and what it means for release and for the pipeline. */
export const statusFacts: Readonly<
  Record<LearnerStatus, { readonly name: string; readonly phase: LearnerPhase }>
> = {
  interested: { name: 'Interested', phase: 'planned' },
  applied: { name: 'Applied', phase: 'planned' },
  offered: { name: 'Offered a place', phase: 'planned' },
  funded: { name: 'Funded', phase: 'planned' },
  enrolled: { name: 'Enrolled', phase: 'in-study' },
  interrupted: { name: 'Interrupted', phase: 'paused' },
  withdrawn: { name: 'Withdrawn', phase: 'past' },
  qualified: { name: 'Qualified', phase: 'past' },
};

export function isLearnerStatus(text: unknown): text is LearnerStatus {
  return learnerStatuses.some((status) => status === text);
}

/** A status by its id or name, case folded; `null` for anything else. */
export function parseLearnerStatus(text: string): LearnerStatus | null {
  const folded = text.trim().toLowerCase();
  return learnerStatuses.find((id) => id === folded || statusFacts[id].name.toLowerCase() === folded) ?? null;
}

export function phaseOf(status: LearnerStatus): LearnerPhase {
  return statusFacts[status].phase;
}
