import type { ReactElement, ReactNode } from 'react';

/** A page outside the shell: service name, then the page. For sign-in, and where no trust is open. */
export function BareFrame({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <>
      <header className="nhsuk-header pt-header">
        <div className="pt-width pt-width--text">
          <div className="nhsuk-header__container">
            <div className="nhsuk-header__service">
              <span className="nhsuk-header__service-name">Protected Time</span>
            </div>
          </div>
        </div>
      </header>
      <main id="maincontent" className="pt-main pt-width pt-width--text">
        {children}
      </main>
    </>
  );
}
