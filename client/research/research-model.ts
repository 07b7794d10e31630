import { coverageWords } from '../../shared/research/coverage.ts';
import { delegationRoles, type DelegationRole } from '../../shared/research/delegation.ts';
import type { LeadLoss, LossReason } from '../../shared/research/study-lead.ts';
import type { StudyType } from '../../shared/research/study.ts';
import type { Outputs } from '../app/trpc.ts';
import { longDate } from '../format/dates.ts';
import { formatNumber, listInWords, plural } from '../format/numbers.ts';
import { researchSearch, type ResearchSearch } from './search.ts';

export type ShownResearch = Outputs['research']['summary'];
export type ShownStudies = Outputs['research']['studies'];
export type ListedStudy = ShownStudies['studies'][number];
export type ShownActivity = Outputs['research']['activity'];
export type ShownPeople = Outputs['research']['people'];

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

const filters = ['status', 'type', 'specialty', 'funding', 'log', 'fault'] as const;

export function filtersSet(search: ResearchSearch): number {
  return filters.filter((key) => search[key] !== researchSearch.defaults[key]).length;
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

/** "12 of 38 studies", or "38 studies" where every one fits. */
export function foundOf({ found, all }: Pick<ShownStudies, 'found' | 'all'>): string {
  return found === all ? plural(all, 'study', 'studies') : `${found} of ${plural(all, 'study', 'studies')}`;
}

type BehindFigures = Pick<
  ShownActivity['behind'][number],
  'target' | 'elapsedDays' | 'windowDays' | 'recruited' | 'due'
>;

/** The arithmetic of a study that is judged on its target: "60 × 304 of 365 days: 50 due, 49 recruited". */
export function recruitmentWorking(figures: BehindFigures): string {
  const { target, elapsedDays, windowDays, recruited, due } = figures;
  return `${formatNumber(target)} × ${formatNumber(elapsedDays)} of ${plural(windowDays, 'day')}: ${formatNumber(due)} due, ${formatNumber(recruited)} recruited`;
}

/** "60 × 304 ÷ 365 = 49.97": what is due, before it is a whole participant. */
export function dueWorking({ target, elapsedDays, windowDays }: BehindFigures): string {
  const due = formatNumber((target * elapsedDays) / windowDays, 2);
  return `${formatNumber(target)} × ${formatNumber(elapsedDays)} ÷ ${formatNumber(windowDays)} = ${due}`;
}

/** Who may be Principal Investigator by a rule, in words. */
export function whoMayLead({ who, bodies }: Pick<ShownActivity['byRule'][number], 'who' | 'bodies'>): string {
  if (who === 'not-known') return 'Not known: the type of study is not';
  return who === 'any'
    ? 'Any profession: sponsor and trust decide'
    : `Registered with ${listInWords(bodies)}`;
}

/** What a director reads first: how many studies are behind, how many want a PI, and against whom. */
export function activityHeadline({ behind, recruitment, openings, ready }: ShownActivity): string {
  const judged = recruitment.behind + recruitment['on-target'];
  const late =
    judged === 0
      ? 'No study can be judged on its target yet'
      : `${behind.length} of ${plural(judged, 'study', 'studies')} with a target ${behind.length === 1 ? 'is' : 'are'} behind it`;
  const people =
    ready === null ? 'who is ready is not recorded' : plural(ready, 'person is ready', 'people are ready');
  return `${late}. ${plural(openings.length, 'study wants', 'studies want')} a PI within 12 months; ${people}.`;
}
