import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useEffect, type ReactElement, type ReactNode } from 'react';
import { Button } from '../components/Button.tsx';
import { Loading } from '../components/Loading.tsx';
import { Actions } from '../components/Panel.tsx';
import { BareFrame } from './BareFrame.tsx';
import { errorText } from './error-text.ts';
import { paths } from './paths.ts';
import { queryClient } from './query-client.ts';
import { ownStart } from './session.ts';
import { trpc } from './trpc.ts';

type MessageProps = { readonly title: string; readonly children: ReactNode };

/** A page that is only a heading and what to do. */
function Message({ title, children }: MessageProps): ReactElement {
  useEffect(() => {
    document.title = `${title} – Protected Time`;
  }, [title]);
  return (
    <div className="pt-message">
      <h1>{title}</h1>
      {children}
    </div>
  );
}

/** The way out of a page that is not there: Overview, or where somebody begins who may not open it. */
function StartLink(): ReactElement {
  const session = queryClient.getQueryData(trpc.session.current.queryKey());
  const start = session === undefined ? null : ownStart(session);
  if (start === null) return <Link to={paths.overview}>Go to Overview</Link>;
  return <Link {...start}>{'params' in start ? 'Go to my page' : 'Go to your first page'}</Link>;
}

/** While a page's code or data is on its way. */
export function PagePending(): ReactElement {
  return <Loading what="Opening the page" />;
}

/** The page, or what it needed, failed. Says what to do, and offers to try again without losing the address. */
export function PageError({ error, reset }: ErrorComponentProps): ReactElement {
  const router = useRouter();
  const { title, text } = errorText(error);
  return (
    <Message title={title}>
      <p role="alert">{text}</p>
      <Actions>
        <Button
          kind="secondary"
          onClick={() => {
            reset();
            void router.invalidate();
          }}
        >
          Try again
        </Button>
        <StartLink />
      </Actions>
    </Message>
  );
}

/** The shell itself could not be drawn: the server cannot be reached, or it refused the session. */
export function ShellError(props: ErrorComponentProps): ReactElement {
  return (
    <BareFrame>
      <PageError {...props} />
    </BareFrame>
  );
}

export function NotFoundPage(): ReactElement {
  return (
    <BareFrame>
      <Message title="Page not found">
        <p>If you typed the address, check it. If you pasted it, check that you copied all of it.</p>
        <p>
          <StartLink />
        </p>
      </Message>
    </BareFrame>
  );
}
