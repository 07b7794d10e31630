import { coverageWords } from '../../shared/research/coverage.ts';
import { delegationRoles, type DelegationRole } from '../../shared/research/delegation.ts';
import type { LeadLoss, LossReason } from '../../shared/research/study-lead.ts';
import type { StudyType } from '../../shared/research/study.ts';
import type { Outputs } from '../app/trpc.ts';
import { longDate } from '../format/dates.ts';
import { listInWords, plural } from '../format/numbers.ts';
import { researchSearch, type ResearchSearch } from './search.ts';

export type ShownResearch = Outputs['research']['summary'];
export type ListedStudy = ShownResearch['studies'][number];

/** Headings of the roles where there is little room. */
export const shortRoleNames: Readonly<Record<DelegationRole, string>> = {
  pi: 'PI',
  coi: 'Co-I',
  'associate-pi': 'Associate PI',
  'pi-oversight-site-lead': 'PI-oversight site lead',
  other: 'Other role',
};

/** What kind of study, where there is little room. */
export const shortTypeNames: Readonly<Record<StudyType, string>> = {
  ctimp: 'Medicine',
  device: 'Device',
  interventional: 'Interventional',
  observational: 'Observational',
};

/** The sentence of the page: how many people, in which roles, and how far that can be believed. */
export function headline({ headcount, coverage, dataCut }: ShownResearch): string {
  const { byRole, total } = headcount.all;
  const roles = delegationRoles
    .filter((role) => byRole[role] > 0)
    .map((role) => roleCount(role, byRole[role]));
  const people = `${plural(total, 'person is', 'people are')} named on a delegation log on ${longDate(dataCut)}`;
  const split = roles.length === 0 ? '' : `: ${listInWords(roles)}`;
  return `${people}${split}; ${coverageWords(coverage)}.`;
}

function roleCount(role: DelegationRole, count: number): string {
  const name = shortRoleNames[role];
  if (role === 'other') return plural(count, 'other role');
  return plural(count, name);
}

/** The studies the address asks for. */
export function filtered(studies: readonly ListedStudy[], search: ResearchSearch): readonly ListedStudy[] {
  return studies.filter(
    (study) =>
      (search.status === 'any' || study.status === search.status) &&
      (search.type === 'any' || (study.studyType ?? 'not-known') === search.type) &&
      (search.specialty === '' || study.specialty === search.specialty) &&
      (search.funding === 'any' || fundingOf(study) === search.funding) &&
      (search.log === 'any' || study.delegationLogHeld === (search.log === 'held')),
  );
}

export function fundingOf({
  commercial,
}: Pick<ListedStudy, 'commercial'>): 'commercial' | 'non-commercial' | 'not-known' {
  if (commercial === null) return 'not-known';
  return commercial ? 'commercial' : 'non-commercial';
}

export function specialtiesOf(studies: readonly ListedStudy[]): readonly string[] {
  return [...new Set(studies.flatMap(({ specialty }) => (specialty === null ? [] : [specialty])))].sort();
}

export function filtersSet(search: ResearchSearch): number {
  const { defaults } = researchSearch;
  return (Object.keys(defaults) as (keyof ResearchSearch)[]).filter((key) => search[key] !== defaults[key])
    .length;
}

const reasons: Readonly<Record<Exclude<LossReason, 'nobody-named'>, string>> = {
  'study-closes': 'Planned close of the study, the role ends with it',
  'role-ends': 'The role ends, the study goes on',
  'leaves-post': 'The PI leaves their post or reaches the end of a fixed term',
};

/** Why a study loses its Principal Investigator, in words. */
export function lossInWords({ reason, on }: LeadLoss, dataCut: string): string {
  if (reason === 'nobody-named' || on === null) return 'Nobody is named as PI today';
  if (reason === 'study-closes' && on < dataCut)
    return 'The planned close has passed and the study is still open';
  return reasons[reason];
}

/** How many rows a page draws at once; the file holds them all. */
export const rowsDrawn = 200;

export function shownOf(drawn: number, found: number, all: number): string {
  const of =
    found === all ? plural(all, 'study', 'studies') : `${found} of ${plural(all, 'study', 'studies')}`;
  return drawn < found ? `${of}; the first ${drawn} are shown, the file holds the rest` : of;
}
