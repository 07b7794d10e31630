import type { ReactElement, ReactNode } from 'react';

type AnswerProps = {
  readonly children: ReactNode;
  /** True on a page that answers while typing: the new sentence is read out when it settles. */
  readonly live?: boolean;
};

/**
 * The one sentence that answers the page, with its number, 24px.
 *
 * `<Answer live>Releasing 14 nurses costs £95,445 net over two years.</Answer>`
 */
export function Answer({ children, live = false }: AnswerProps): ReactElement {
  return (
    <p className="pt-answer" aria-live={live ? 'polite' : undefined}>
      {children}
    </p>
  );
}
