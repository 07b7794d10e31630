import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { engineVersion } from '../../shared/core/engine-version.ts';
import { nameOfParameter } from '../../shared/parameters/parameter-names.ts';
import { rowsOf } from '../../shared/parameters/parameter-set.ts';
import { subjectOf, subjects, type Subject } from '../../shared/parameters/subjects.ts';
import type { Parameter, ParameterSet } from '../../shared/parameters/types.ts';
import { readingOf, typedValue, valueInWords } from '../../shared/parameters/value-words.ts';
import { statusNames } from '../components/badges.tsx';
import type { BookAbout, ParameterLine } from '../format/workbook-about.ts';
import { limitInWords } from './limit-words.ts';
import { paths } from './paths.ts';
import { filtersInWords } from './search-words.ts';
import type { Session } from './session.ts';

/** The page somebody is on, and what its answers rest on. */
export type PageNow = {
  readonly title: string;
  readonly address: string;
  readonly pathname: string;
  /** What the page reads from its address, defaults included. */
  readonly search: Readonly<Record<string, unknown>>;
  readonly session: Session;
  readonly parameters: ParameterSet;
  /** Codes of the parameters used; left out, all that the page may rest on. */
  readonly codes?: readonly string[] | undefined;
};

const cost: readonly Subject[] = [
  ...(['pay', 'doctors', 'london', 'terms', 'awards', 'on-costs', 'cover'] as const),
  ...(['funding', 'framework', 'planning'] as const),
];

/** What the figures of a page rest on. A page that is not here is taken to rest on everything. */
const subjectsOfPage: readonly (readonly [string, readonly Subject[]])[] = [
  [paths.release, cost],
  [paths.backfill, cost],
  [paths.budget, cost],
  [paths.pipeline, ['framework', 'pipeline', 'planning']],
  [paths.bursaries, ['funding', 'framework']],
  [paths.learners, ['funding', 'framework', 'planning']],
  [paths.research, []],
  [paths.supervisors, []],
  [paths.assumptions, []],
  [paths.catalogue, []],
  [paths.imports, []],
  [paths.admin, []],
];

function subjectsAt(pathname: string): readonly Subject[] {
  const own = subjectsOfPage.find(([path]) => pathname === path || pathname.startsWith(`${path}/`));
  return own?.[1] ?? subjects;
}

/** A row of a parameter as a workbook says it: a bare number with its unit, or words where it is no number. */
export function parameterLine(row: Parameter): ParameterLine {
  const { code, unit, value, effectiveFrom, status, source } = row;
  const isNumber = value !== null && unit !== 'flag' && unit !== 'minute-of-day';
  const { before, unit: after } = readingOf(row);
  return {
    name: nameOfParameter(code) ?? code,
    value: isNumber ? Number(typedValue(row, value)) : valueInWords(row, value),
    unit: isNumber ? [before.trim(), after].filter((part) => part !== '').join(' ') : '',
    from: effectiveFrom,
    status: statusNames[status],
    source,
  };
}

/** The rows that count on a day, and those that will after it. */
export function parametersFrom(
  set: ParameterSet,
  codes: readonly string[],
  day: PlainDate,
): readonly ParameterLine[] {
  return codes.flatMap((code) => {
    const rows = rowsOf(set, code);
    const first = Math.max(
      0,
      rows.findLastIndex(({ effectiveFrom }) => effectiveFrom <= day),
    );
    return rows.slice(first).map(parameterLine);
  });
}

function codesOf(set: ParameterSet, about: readonly Subject[]): readonly string[] {
  const place = (code: string): number => about.indexOf(subjectOf(code));
  return Object.keys(set.rows)
    .filter((code) => place(code) >= 0)
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

/** What can be tried out on a page of the projection; nothing set is the plan. */
const levers = ['intake', 'release', 'completion', 'goingOn', 'monthsToRole', 'keeping'];

function scenarioAt(pathname: string, search: PageNow['search']): string {
  const isQuestion = pathname.startsWith(`${paths.release}/`);
  const isMoved = pathname === paths.pipeline && levers.some((key) => typeof search[key] === 'number');
  if (!isQuestion && !isMoved) return 'The plan as it stands, nothing tried out';
  return `The plan with what is tried out on the page, ${isMoved ? 'its levers' : 'its question'}: see filters`;
}

/** What a workbook made on a page now says of itself. Who made it is a role, never a name. */
export function aboutPage(page: PageNow): BookAbout {
  const { title, address, pathname, search, session, parameters } = page;
  const { trust, roleName, today, divisions } = session;
  const codes = page.codes ?? codesOf(parameters, subjectsAt(pathname));
  return {
    page: title,
    address,
    trust: `${trust.name} (${trust.odsCode})`,
    role: roleName,
    madeOn: today,
    dataDate: trust.dataCut,
    scenario: scenarioAt(pathname, search),
    engine: engineVersion,
    synthetic: trust.synthetic,
    limit: divisions.length === 0 ? null : limitInWords(divisions),
    filters: filtersInWords(search),
    parameters: parametersFrom(parameters, codes, trust.dataCut),
  };
}
