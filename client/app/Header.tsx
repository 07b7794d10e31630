import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { AccountMenu } from './AccountMenu.tsx';
import type { NavGroup } from './navigation.ts';
import { paths } from './paths.ts';
import { useSession } from './session.ts';
import { TrustMenu } from './TrustMenu.tsx';

type HeaderProps = {
  readonly edge: string;
  /** Those the person can open. */
  readonly groups: readonly NavGroup[];
  readonly group: NavGroup | null;
};

/** Service name, trust, account and the groups of pages. Without the NHS logo: that is for the trust to switch on. */
export function Header({ edge, groups, group }: HeaderProps): ReactElement {
  return (
    <header className="nhsuk-header pt-header">
      <div className={edge}>
        <div className="nhsuk-header__container">
          <div className="nhsuk-header__service">
            <Link to={paths.overview} className="nhsuk-header__service-name">
              Protected Time
            </Link>
          </div>
          <nav className="nhsuk-header__account" aria-label="Account">
            <ul className="nhsuk-header__account-list">
              <TrustMenu />
              <AccountMenu />
            </ul>
          </nav>
        </div>
      </div>
      <nav className="nhsuk-header__navigation" aria-label="Menu">
        <div className={`nhsuk-header__navigation-container ${edge}`}>
          <ul className="nhsuk-header__navigation-list">
            <OwnPageItem />
            {groups.map((item) => (
              <li key={item.to} className="nhsuk-header__navigation-item">
                <Link
                  to={item.to}
                  className="nhsuk-header__navigation-link"
                  activeOptions={{ exact: true, includeSearch: false }}
                  aria-current={item === group ? 'true' : undefined}
                >
                  {item.label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      </nav>
    </header>
  );
}

/** The one page of a learner. */
function OwnPageItem(): ReactElement | null {
  const { ownLearnerId } = useSession();
  if (ownLearnerId === null) return null;
  return (
    <li className="nhsuk-header__navigation-item">
      <Link
        to={paths.learner}
        params={{ learnerId: ownLearnerId }}
        className="nhsuk-header__navigation-link"
        activeProps={{ 'aria-current': 'page' }}
      >
        My page
      </Link>
    </li>
  );
}
