import { paths } from './paths.ts';

type PagePath = (typeof paths)[
  'overview' | 'release' | 'backfill' | 'pipeline' | 'learners' | 'research' | 'supervisors' | 'imports'];

/** A page of the navigation. */
export type NavPage = { readonly label: string; readonly to: PagePath };

/** A group of the header; its pages stand in the second row. */
export type NavGroup = { readonly label: string; readonly to: PagePath; readonly pages: readonly NavPage[] };

/** The groups that exist, in their order. A group joins when its first page does. */
export const navigation: readonly NavGroup[] = [
  { label: 'Overview', to: paths.overview, pages: [] },
  {
    label: 'Release',
    to: paths.release,
    pages: [
      { label: 'Teams by week', to: paths.release },
      { label: 'Cover to book', to: paths.backfill },
    ],
  },
  {
    label: 'Pipeline',
    to: paths.pipeline,
    pages: [
      { label: 'Projection', to: paths.pipeline },
      { label: 'Learners', to: paths.learners },
      { label: 'Research activity', to: paths.research },
      { label: 'Supervisors', to: paths.supervisors },
    ],
  },
  { label: 'Data', to: paths.imports, pages: [{ label: 'Imports', to: paths.imports }] },
];

/** Whether an address lies at a page or under it: a team's page keeps "Teams by week" current. */
export function isAt(pathname: string, to: string): boolean {
  return to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);
}

/** The group an address belongs to; `null` for a page that hangs elsewhere, such as Admin. */
export function groupAt(pathname: string): NavGroup | null {
  return (
    navigation.find(
      (group) => isAt(pathname, group.to) || group.pages.some((page) => isAt(pathname, page.to)),
    ) ?? null
  );
}
