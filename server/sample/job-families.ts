import type { JobFamilyFacts } from './job-family.ts';
import { registeredFamilies } from './registered-families.ts';
import { supportFamilies } from './support-families.ts';

const families = { ...registeredFamilies, ...supportFamilies };

export type JobFamily = keyof typeof families;

export function factsOf(family: JobFamily): JobFamilyFacts {
  return families[family];
}
