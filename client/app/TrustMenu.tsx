import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { LinkButton } from '../components/Button.tsx';
import { errorText } from './error-text.ts';
import { HeaderMenu } from './HeaderMenu.tsx';
import { paths } from './paths.ts';
import { useSession } from './session.ts';
import { trpc } from './trpc.ts';

/** The trust in front of you, and the others you may switch to. */
export function TrustMenu(): ReactElement {
  const { trust } = useSession();
  return <HeaderMenu label={trust.name}>{() => <Trusts />}</HeaderMenu>;
}

function Trusts(): ReactElement {
  const { data, error } = useQuery(trpc.trust.list.queryOptions());
  const {
    mutate,
    isPending,
    error: refused,
  } = useMutation(
    trpc.trust.switch.mutationOptions({ onSuccess: () => window.location.assign(paths.overview) }),
  );
  const problem = error ?? refused;
  return (
    <>
      <div className="pt-meta">{data?.length === 1 ? 'You belong to one trust' : 'Switch trust'}</div>
      <ul>
        {(data ?? []).map(({ id, name, organisation, current }) => (
          <li key={id} className="pt-menu__item">
            {current ? (
              <strong aria-current="true">{name}</strong>
            ) : (
              <LinkButton onClick={() => mutate({ trustId: id })}>{name}</LinkButton>
            )}
            <div className="pt-meta">
              {organisation}
              {current ? ', open now' : ''}
            </div>
          </li>
        ))}
      </ul>
      <div role="status">{isPending ? 'Opening the other trust…' : ''}</div>
      {problem === null ? null : <p role="alert">{errorText(problem).text}</p>}
    </>
  );
}
