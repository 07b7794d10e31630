import type { ParameterStatus } from '../parameters/types.ts';

/** Ways to become an investigator. Only `framework` has stages and a university. */
export const routes = [
  'framework',
  'internship',
  'predoctoral',
  'doctoral',
  'postdoctoral',
  'associate-pi',
  'appointed',
] as const;

export type Route = (typeof routes)[number];

/** What a route is called today, what it was called before, and how long it takes where that is known. */
export type RouteFacts = {
  readonly name: string;
  readonly historicNames: readonly string[];
  /** Full-time months, or months of practice, at least; `null` is not known. */
  readonly leastMonths: number | null;
  readonly note: string;
  readonly status: ParameterStatus;
};

export const routeFacts: Readonly<Record<Route, RouteFacts>> = {
  framework: {
    name: 'Clinician Researcher Credentials Framework',
    historicNames: [],
    leastMonths: 10,
    note: 'Three stages of about 10 months each; first intake September 2022.',
    status: 'published',
  },
  internship: {
    name: 'NIHR internship',
    historicNames: ['Internship (HEE/NIHR Integrated Clinical Academic)'],
    leastMonths: null,
    note: 'For registered health and care professionals; growing from 100 to 300 places a year.',
    status: 'published',
  },
  predoctoral: {
    name: 'NIHR Predoctoral Award',
    historicNames: [
      'Predoctoral Fellowship',
      'Pre-doctoral Clinical and Practitioner Academic Fellowship (PCAF)',
      'In-Practice Fellowship',
      'Masters in Clinical Research (HEE/NIHR Integrated Clinical Academic)',
    ],
    leastMonths: 12,
    note: 'From 2025; opens each January. Master’s-level training or preparation for a doctorate.',
    status: 'unverified',
  },
  doctoral: {
    name: 'NIHR Doctoral Award',
    historicNames: [
      'Doctoral Fellowship',
      'Doctoral Clinical and Practitioner Academic Fellowship (DCAF)',
      'Clinical Doctoral Research Fellowship',
    ],
    leastMonths: 36,
    note: 'From 2025. Three years full time, up to five part time; clinical time up to 20%.',
    status: 'unverified',
  },
  postdoctoral: {
    name: 'NIHR Postdoctoral Award',
    historicNames: [
      'Advanced Fellowship',
      'Advanced Clinical and Practitioner Academic Fellowship (ACAF)',
      'Clinical Lectureship',
      'Senior Clinical Lectureship',
    ],
    leastMonths: null,
    note: 'From 2025.',
    status: 'unverified',
  },
  'associate-pi': {
    name: 'Associate PI Scheme',
    historicNames: [],
    leastMonths: 6,
    note: 'At least six months on one portfolio study with the local PI as mentor; unfunded; registered beforehand.',
    status: 'published',
  },
  appointed: {
    name: 'Direct appointment',
    historicNames: [],
    leastMonths: null,
    note: 'Named on a delegation log without an award.',
    status: 'published',
  },
};

export function isRoute(text: unknown): text is Route {
  return routes.some((route) => route === text);
}

/** A route by its id, its name today or a historic name, case folded; `null` for anything else. */
export function parseRoute(text: string): Route | null {
  const folded = text.trim().toLowerCase();
  const named = (route: Route): boolean =>
    [route, routeFacts[route].name, ...routeFacts[route].historicNames].some(
      (name) => name.toLowerCase() === folded,
    );
  return routes.find(named) ?? null;
}
