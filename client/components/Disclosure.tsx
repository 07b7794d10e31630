import { Details } from 'nhsuk-react-components';
import type { ReactElement, ReactNode, ToggleEvent } from 'react';

type DisclosureProps = {
  /** A noun phrase with its count: "All 43 weeks as a table". */
  readonly summary: ReactNode;
  readonly children: ReactNode;
  /** `ruled` rows between lines, for the foot of a page; `boxed` a blue frame, for "Change the question" at 390. */
  readonly look?: 'plain' | 'ruled' | 'boxed';
  /** Give both to keep it in the address; leave both out and it keeps itself. */
  readonly open?: boolean;
  readonly onToggle?: (open: boolean) => void;
};

/** More, on request. Open in print where the page opens it. */
export function Disclosure({
  summary,
  children,
  look = 'plain',
  open,
  onToggle,
}: DisclosureProps): ReactElement {
  return (
    <Details
      className={`pt-disclosure pt-disclosure--${look}`}
      {...(open === undefined ? {} : { open })}
      onToggle={(event: ToggleEvent<HTMLDetailsElement>) => {
        if (event.currentTarget.open !== open) onToggle?.(event.currentTarget.open);
      }}
    >
      <Details.Summary>{summary}</Details.Summary>
      <Details.Text className="pt-disclosure__body">{children}</Details.Text>
    </Details>
  );
}
