import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { isAt, type NavGroup } from './navigation.ts';

type SubNavigationProps = {
  readonly edge: string;
  readonly group: NavGroup | null;
  readonly pathname: string;
};

/** The second row: the pages of the current group. */
export function SubNavigation({ edge, group, pathname }: SubNavigationProps): ReactElement | null {
  if (group === null || group.pages.length === 0) return null;
  return (
    <nav className="pt-subnav" aria-label={group.label}>
      <div className={edge}>
        <ul>
          {group.pages.map((page) => (
            <li key={page.to}>
              <Link
                to={page.to}
                activeOptions={{ exact: true, includeSearch: false }}
                aria-current={isAt(pathname, page.to) ? 'page' : undefined}
              >
                {page.label}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
