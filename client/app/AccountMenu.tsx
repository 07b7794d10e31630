import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { LinkButton } from '../components/Button.tsx';
import { errorText } from './error-text.ts';
import { HeaderMenu } from './HeaderMenu.tsx';
import { paths } from './paths.ts';
import { signOut, useMay, useSession } from './session.ts';

/** Who is signed in, Admin for those who may, and the way out. */
export function AccountMenu(): ReactElement {
  const { user, roleName } = useSession();
  const mayAdminister = useMay('admin.users');
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <HeaderMenu label="Your account">
      {(close) => (
        <>
          <div>
            <strong>{user.name}</strong>
          </div>
          <div className="pt-meta">{roleName}</div>
          <ul className="pt-menu__divided">
            {mayAdminister ? (
              <li className="pt-menu__item">
                <Link to={paths.admin} onClick={close}>
                  Admin
                </Link>
              </li>
            ) : null}
            <li className="pt-menu__item">
              <LinkButton
                onClick={() => void signOut().catch((error: unknown) => setProblem(errorText(error).text))}
              >
                Sign out
              </LinkButton>
            </li>
          </ul>
          {problem === null ? null : <p role="alert">{problem}</p>}
        </>
      )}
    </HeaderMenu>
  );
}
