import { Link, Outlet, useMatches, useRouterState } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { engineVersion } from '../../shared/core/engine-version.ts';
import { longDate } from '../format/dates.ts';
import { groupAt, navigationFor } from './navigation.ts';
import { Header } from './Header.tsx';
import { SubNavigation } from './SubNavigation.tsx';
import { paths } from './paths.ts';
import { ScopeBanner } from './ScopeBanner.tsx';
import { useMay, useSession } from './session.ts';
import { WorkbookProvider } from './WorkbookProvider.tsx';

const widthClass = {
  text: 'pt-width pt-width--text',
  data: 'pt-width',
  grid: 'pt-width pt-width--grid',
} as const;

/** Header, navigation, banner, page, footer. All share the page's width, so that their left edges line up. */
export function Shell(): ReactElement {
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const isLoading = useRouterState({ select: (state) => state.isLoading });
  const width = useMatches({ select: (matches) => matches.at(-1)?.staticData.width ?? 'data' });
  const groups = navigationFor(useSession().rights);
  const group = groupAt(pathname, groups);
  const edge = widthClass[width];
  return (
    <>
      <SkipLink />
      {isLoading ? <div className="pt-progress" aria-hidden="true" /> : null}
      <Header edge={edge} groups={groups} group={group} />
      <SubNavigation edge={edge} group={group} pathname={pathname} />
      <SyntheticBanner edge={edge} />
      <ScopeBanner edge={edge} />
      <main id="maincontent" tabIndex={-1} className={`pt-main ${edge}`}>
        <WorkbookProvider>
          <Outlet />
        </WorkbookProvider>
      </main>
      <Footer edge={edge} />
    </>
  );
}

function SkipLink(): ReactElement {
  return (
    <a
      className="nhsuk-skip-link"
      href="#maincontent"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('maincontent')?.focus();
      }}
    >
      Skip to main content
    </a>
  );
}

/** On every page of a trust that is made up, in print too. */
function SyntheticBanner({ edge }: { readonly edge: string }): ReactElement | null {
  const { trust } = useSession();
  const mayReplace = useMay('trust.replaceWithOurData');
  if (!trust.synthetic) return null;
  return (
    <aside className="pt-synthetic" aria-label="Example data">
      <div className={edge}>
        <p>
          <strong>Example data.</strong> An invented trust with no real people.{' '}
          {mayReplace ? (
            <Link to={paths.replaceWithOurData} className="pt-no-print">
              Replace with our data
            </Link>
          ) : null}
        </p>
      </div>
    </aside>
  );
}

function Footer({ edge }: { readonly edge: string }): ReactElement {
  const { trust } = useSession();
  return (
    <footer className={`pt-footer ${edge}`}>
      <div>
        <p className="pt-meta">
          {trust.name} ({trust.odsCode}). Data to {longDate(trust.dataCut)}. Model {engineVersion}.
          {trust.synthetic ? ' Example data.' : ''}
        </p>
      </div>
    </footer>
  );
}
