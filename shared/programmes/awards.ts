import type { ParameterStatus } from '../parameters/types.ts';
import { allProfessions, ica, notDoctors, notKnown, otherAwards, training } from './awards-besides.ts';
import { routeRules } from './route-rules.ts';
import { parseRoute, routeFacts, type Route } from './routes.ts';

/** An award or scheme on the way to leading research. `today` is a route of the register; others are mapped to one. */
export type Award = {
  readonly key: string;
  readonly name: string;
  /** The route it counts as. */
  readonly route: Route;
  /** What it was called before; on a closed award, the award of today is `route`. */
  readonly historicNames: readonly string[];
  readonly open: boolean;
  readonly length: string;
  readonly share: string;
  readonly who: string;
  readonly funds: string;
  readonly status: ParameterStatus;
  readonly source: string;
};

type Own = Pick<Award, 'length' | 'share' | 'who' | 'funds'>;

const terms: Readonly<Record<Route, Own>> = {
  framework: {
    length: '10 months a stage; three years for all three, part time',
    share: '10 to 15 hours a week for a 15-credit module; about 600 hours a stage',
    who: 'All professions; usually registered, with a degree or experience in its place',
    funds:
      'Fees by a bursary, in 2024/25 for regulated professions without doctors and dentists; cover by the trust',
  },
  internship: { length: notKnown, share: notKnown, who: notDoctors, funds: 'NIHR' },
  predoctoral: {
    length: '12 months full time, longer part time',
    share: 'Agreed by award',
    who: allProfessions,
    funds: 'NIHR: training and salary by the terms of the award',
  },
  doctoral: {
    length: '3 years full time, up to 5 part time',
    share: 'Clinical work up to 20% of the time',
    who: allProfessions,
    funds: 'NIHR: training and salary by the terms of the award',
  },
  postdoctoral: {
    length: notKnown,
    share: notKnown,
    who: allProfessions,
    funds: 'NIHR, by the terms of the award',
  },
  'associate-pi': {
    length: 'At least 6 months on one portfolio study',
    share: 'Within the post; no release is bought',
    who: 'Professionals who do not have research as a core part of their post',
    funds: 'Nobody: the scheme is unfunded',
  },
  appointed: {
    length: 'None',
    share: 'None',
    who: 'Whoever the sponsor and the trust find qualified',
    funds: 'Nobody',
  },
};

const frameworkPage = 'NIHR, Clinician Researcher Credentials Framework';
const careersPage = 'NHS Careers, Clinical academic careers; terms as recalled';

/** Where an award beside today’s routes was found; what is not published is said to be recalled. */
function sourceOf(funds: string, status: ParameterStatus): string {
  if (funds === ica) return careersPage;
  if (funds === training) return 'NIHR, Integrated Academic Training; as recalled';
  return status === 'published' ? 'NIHR, public pages on career development awards' : careersPage;
}

const routesOfToday: readonly Award[] = (Object.keys(routeFacts) as Route[]).map((route) => ({
  key: route,
  route,
  open: true,
  name: routeFacts[route].name,
  historicNames: routeFacts[route].historicNames,
  status: routeFacts[route].status,
  source: routeRules.find((rule) => rule.route === route)?.source ?? frameworkPage,
  ...terms[route],
}));

const besides: readonly Award[] = otherAwards.map(
  ([key, name, route, open, length, share, who, funds, status, ...historicNames]) => ({
    key,
    name,
    route,
    open,
    length,
    share,
    who,
    funds,
    status,
    historicNames,
    source: sourceOf(funds, status),
  }),
);

/** Today's routes first, then the awards that count as one of them. */
export const awards: readonly Award[] = [...routesOfToday, ...besides];

/** What an award is called, and was. */
export function namesOf({ name, historicNames }: Pick<Award, 'name' | 'historicNames'>): readonly string[] {
  return [name, ...historicNames];
}

/** A route by its id or by any name of an award that counts as it, case folded; `null` for anything else. */
export function routeOfName(text: string): Route | null {
  const folded = text.trim().toLowerCase().replaceAll("'", '’');
  const named = awards.find((award) => namesOf(award).some((name) => name.toLowerCase() === folded));
  return parseRoute(text) ?? named?.route ?? null;
}
