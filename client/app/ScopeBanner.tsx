import type { ReactElement } from 'react';
import { limitInWords } from './limit-words.ts';
import { useSession } from './session.ts';

/** On every page of somebody who is limited to divisions, in print too: no total is of the whole trust. */
export function ScopeBanner({ edge }: { readonly edge: string }): ReactElement | null {
  const { divisions } = useSession();
  if (divisions.length === 0) return null;
  return (
    <aside className="pt-synthetic" aria-label="What you see">
      <div className={edge}>
        <p>
          <strong>{limitInWords(divisions)}.</strong> Every figure and total leaves out the rest of the trust.
        </p>
      </div>
    </aside>
  );
}
