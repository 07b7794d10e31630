import type { Right } from '../../shared/access/rights.ts';
import { paths } from './paths.ts';

type PagePath = (typeof paths)[
  | 'overview'
  | 'release'
  | 'backfill'
  | 'budget'
  | 'pipeline'
  | 'learners'
  | 'research'
  | 'supervisors'
  | 'bursaries'
  | 'evidence'
  | 'imports'
  | 'assumptions'
  | 'catalogue'];

/** A page of the navigation, for those who have the right that it asks the server for. */
export type NavPage = { readonly label: string; readonly to: PagePath; readonly right: Right };

/** A group of the header; its pages stand in the second row. */
export type NavGroup = NavPage & { readonly pages: readonly NavPage[] };

/** The groups that exist, in their order. A group joins when its first page does. */
export const navigation: readonly NavGroup[] = [
  { label: 'Overview', to: paths.overview, right: 'overview.summary', pages: [] },
  {
    label: 'Release',
    to: paths.release,
    right: 'release.grid',
    pages: [
      { label: 'Teams by week', to: paths.release, right: 'release.grid' },
      { label: 'Cover to book', to: paths.backfill, right: 'backfill.summary' },
    ],
  },
  {
    label: 'Pipeline',
    to: paths.pipeline,
    right: 'pipeline.inputs',
    pages: [
      { label: 'Projection', to: paths.pipeline, right: 'pipeline.inputs' },
      { label: 'Learners', to: paths.learners, right: 'learners.register' },
      { label: 'Research activity', to: paths.research, right: 'research.summary' },
      { label: 'Supervisors', to: paths.supervisors, right: 'supervisors.list' },
    ],
  },
  {
    label: 'Money',
    to: paths.budget,
    right: 'budget.show',
    pages: [
      { label: 'Budget', to: paths.budget, right: 'budget.show' },
      { label: 'Bursaries', to: paths.bursaries, right: 'funding.show' },
    ],
  },
  {
    label: 'Evidence',
    to: paths.evidence,
    right: 'evidence.show',
    pages: [],
  },
  {
    label: 'Data',
    to: paths.imports,
    right: 'imports.list',
    pages: [
      { label: 'Imports', to: paths.imports, right: 'imports.list' },
      { label: 'Assumptions', to: paths.assumptions, right: 'parameters.own' },
      { label: 'Catalogue', to: paths.catalogue, right: 'catalogue.show' },
    ],
  },
];

/** Whether an address lies at a page or under it: a team's page keeps "Teams by week" current. */
export function isAt(pathname: string, to: string): boolean {
  return to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);
}

/** The groups that somebody with these rights can open, each with the pages they can; it opens the first of those. */
export function navigationFor(rights: readonly Right[]): readonly NavGroup[] {
  return navigation.flatMap((group) => {
    const pages = group.pages.filter(({ right }) => rights.includes(right));
    const first = rights.includes(group.right) ? group : pages[0];
    return first === undefined ? [] : [{ ...group, to: first.to, right: first.right, pages }];
  });
}

/** The group of `groups` an address belongs to; `null` for a page that hangs elsewhere, such as Admin. */
export function groupAt(pathname: string, groups: readonly NavGroup[] = navigation): NavGroup | null {
  return (
    groups.find((group) => isAt(pathname, group.to) || group.pages.some((page) => isAt(pathname, page.to))) ??
    null
  );
}
