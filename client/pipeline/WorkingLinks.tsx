import type { ReactElement } from 'react';
import { LinkButton } from '../components/Button.tsx';
import type { ChangeSearch, WorkingOf } from './search.ts';
import { workingWords } from './working-words.ts';

type WorkingLinksProps = {
  readonly of: readonly WorkingOf[];
  readonly onChange: ChangeSearch;
};

/** Under figures: opens how each is worked out. */
export function WorkingLinks({ of, onChange }: WorkingLinksProps): ReactElement {
  return (
    <p className="pt-meta pt-working-links pt-no-print">
      How this is worked out:{' '}
      {of.map((working, index) => (
        <span key={working}>
          {index === 0 ? '' : ' · '}
          <LinkButton onClick={() => onChange({ working })}>{workingWords[working].title}</LinkButton>
        </span>
      ))}
    </p>
  );
}
