import { useState, type ReactElement } from 'react';
import { LinkButton } from './Button.tsx';

/**
 * Copies the address of the page as it stands: filters, tabs and dates are in it, names of people never are.
 * Where the browser keeps the clipboard shut (plain http), it shows the address to copy by hand.
 */
export function CopyLink(): ReactElement {
  const [state, setState] = useState<'idle' | 'copied' | 'by-hand'>('idle');
  const copy = (): void => {
    const clipboard: Clipboard | undefined = navigator.clipboard;
    const written = clipboard?.writeText(window.location.href) ?? Promise.reject(new Error('no clipboard'));
    written.then(
      () => setState('copied'),
      () => setState('by-hand'),
    );
  };
  return (
    <>
      <LinkButton onClick={copy}>Copy link</LinkButton>
      <span role="status">{state === 'copied' ? 'Link copied' : ''}</span>
      {state === 'by-hand' ? (
        <input
          className="nhsuk-input pt-copy"
          aria-label="Address of this page, to copy"
          readOnly
          value={window.location.href}
          onFocus={(event) => event.currentTarget.select()}
        />
      ) : null}
    </>
  );
}
