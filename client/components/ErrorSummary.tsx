import { ErrorSummary as NhsErrorSummary } from 'nhsuk-react-components';
import type { ReactElement } from 'react';

/** What is wrong and what to do, with the id of the field it is about. */
export type Problem = { readonly text: string; readonly fieldId?: string };

type ErrorSummaryProps = {
  readonly title?: string;
  readonly problems: readonly Problem[];
};

/** What went wrong, at the top of the page, focused when it appears; renders nothing when there is no problem. */
export function ErrorSummary({
  title = 'There is a problem',
  problems,
}: ErrorSummaryProps): ReactElement | null {
  if (problems.length === 0) return null;
  return (
    <NhsErrorSummary>
      <NhsErrorSummary.Title>{title}</NhsErrorSummary.Title>
      <NhsErrorSummary.List>
        {problems.map(({ text, fieldId }) => (
          <NhsErrorSummary.ListItem key={text} {...(fieldId === undefined ? {} : { href: `#${fieldId}` })}>
            {text}
          </NhsErrorSummary.ListItem>
        ))}
      </NhsErrorSummary.List>
    </NhsErrorSummary>
  );
}
