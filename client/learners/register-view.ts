import { missingNames } from '../../shared/learners/agreement.ts';
import { lifecycleStates, stateNames, type LifecycleState } from '../../shared/learners/lifecycle.ts';
import { parseFundingSource } from '../../shared/programmes/funding-sources.ts';
import type { Outputs } from '../app/trpc.ts';
import { formatNumber, listInWords, plural } from '../format/numbers.ts';
import { registerSearch, type RegisterSearch } from './search.ts';

export type RegisterLine = Outputs['learners']['register']['lines'][number];

/** How many lines stand in each state, in the order of the lifecycle; states nobody is in are left out. */
export function countsByState(
  lines: readonly RegisterLine[],
): readonly { readonly state: LifecycleState; readonly count: number }[] {
  return lifecycleStates
    .map((state) => ({ state, count: lines.filter((line) => line.state === state).length }))
    .filter(({ count }) => count > 0);
}

/** The sentence of the page: how many, where they stand, and how many lack something. */
export function registerInWords(lines: readonly RegisterLine[]): string {
  const counts = countsByState(lines).map(
    ({ state, count }) => `${formatNumber(count)} ${stateNames[state].toLowerCase()}`,
  );
  const lacking = lines.filter(({ missing }) => missing.length > 0).length;
  const rest = lacking === 0 ? 'Nothing is missing.' : `${formatNumber(lacking)} with something missing.`;
  const people = new Set(lines.map(({ personId }) => personId)).size;
  return `${plural(lines.length, 'stage')} of ${plural(people, 'person', 'people')}: ${listInWords(counts)}. ${rest}`;
}

function isInState(line: RegisterLine, state: RegisterSearch['state']): boolean {
  if (state === 'all') return true;
  return state === 'missing' ? line.missing.length > 0 : line.state === state;
}

function isInTeam(line: RegisterLine, team: RegisterSearch['team']): boolean {
  if (team === 'all') return true;
  return team === 'none' ? line.teamId === null : line.teamId === team;
}

/** The lines the address asks for. */
export function linesShown(lines: readonly RegisterLine[], search: RegisterSearch): readonly RegisterLine[] {
  return lines.filter(
    (line) =>
      isInState(line, search.state) &&
      isInTeam(line, search.team) &&
      (search.university === 'all' || line.university === search.university) &&
      (search.intake === null || line.intakeMonth === search.intake),
  );
}

/** How many filters are set. */
export function filtersSet(search: RegisterSearch): number {
  const { defaults } = registerSearch;
  return (['state', 'university', 'intake', 'team'] as const).filter((key) => search[key] !== defaults[key])
    .length;
}

/** Teams with somebody on the register, by name. */
export function teamsOf(
  lines: readonly RegisterLine[],
): readonly { readonly id: string; readonly name: string }[] {
  const names = new Map(lines.flatMap(({ teamId, team }) => (teamId === null ? [] : [[teamId, team ?? '']])));
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

/** A source by its name in the catalogue, or as the trust calls it. */
export function fundingName(source: string | null): string | null {
  return source === null ? null : (parseFundingSource(source)?.name ?? source);
}

/** "Release hours and Supervisor". */
export function missingInWords(line: Pick<RegisterLine, 'missing'>): string {
  return listInWords(line.missing.map((item) => missingNames[item]));
}
