/** What an assignment status or category of ESR means for capacity. */
export type CapacityMeaning = 'capacity' | 'not-capacity' | 'not-known';

/**
 * Assignment statuses of ESR (spelling of the Data Dictionary and of common exports). Only people at work in the post
 * are capacity: someone on maternity leave, a career break, an outward secondment or a suspension is in post but does
 * not fill a shift, and a vacancy is nobody at all.
 */
const statuses: ReadonlyMap<string, CapacityMeaning> = new Map([
  ['active assignment', 'capacity'],
  ['active', 'capacity'],
  ['acting up', 'capacity'],
  ['internal secondment', 'capacity'],
  ['career break', 'not-capacity'],
  ['inactive not worked', 'not-capacity'],
  ['maternity & adoption', 'not-capacity'],
  ['maternity and adoption', 'not-capacity'],
  ['out on external secondment - paid', 'not-capacity'],
  ['out on external secondment - unpaid', 'not-capacity'],
  ['suspend no pay', 'not-capacity'],
  ['suspend with pay', 'not-capacity'],
  ['vacancy', 'not-capacity'],
  ['vacant', 'not-capacity'],
]);

/** Bank hours are bought as cover, so a bank assignment must not be counted a second time as staff in post. */
const categories: ReadonlyMap<string, CapacityMeaning> = new Map([
  ['permanent', 'capacity'],
  ['fixed term temp', 'capacity'],
  ['locum', 'capacity'],
  ['apprentice', 'capacity'],
  ['bank', 'not-capacity'],
  ['honorary', 'not-capacity'],
  ['non-exec director/chair', 'not-capacity'],
  ['widow/widower', 'not-capacity'],
  ['vacancy', 'not-capacity'],
]);

function fold(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Most texts need their case folded and no more; thousands are asked for one answer. */
function meaningIn(known: ReadonlyMap<string, CapacityMeaning>, text: string): CapacityMeaning {
  return known.get(text.toLowerCase()) ?? known.get(fold(text)) ?? 'not-known';
}

/** An absent status means active. */
export function meaningOfStatus(status: string | null): CapacityMeaning {
  return status === null ? 'capacity' : meaningIn(statuses, status);
}

/** An absent category means permanent. */
export function meaningOfCategory(category: string | null): CapacityMeaning {
  return category === null ? 'capacity' : meaningIn(categories, category);
}

/** True when the hours of an assignment fill shifts. A status or category nobody knows is not counted, and says so. */
export function isCapacity(assignment: {
  readonly status: string | null;
  readonly category: string | null;
}): boolean {
  return (
    meaningOfStatus(assignment.status) === 'capacity' && meaningOfCategory(assignment.category) === 'capacity'
  );
}
