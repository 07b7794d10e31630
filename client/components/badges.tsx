import type { ReactElement, ReactNode } from 'react';
import type { ParameterStatus } from '../../shared/parameters/types.ts';

/**
 * `assumption` dashed: a national or local guess. `blended` solid: "Prior 30 + your 22 people". `old` yellow, in
 * days: data past its limit. `state` grey: "Draft", "In review", "derived by rule". No badge at all means the trust's own data.
 */
export type BadgeKind = 'assumption' | 'blended' | 'old' | 'state';

/** A badge that survives grey printing: its kind is in its border as well as in its words. */
export function StatusBadge({
  kind,
  children,
}: {
  readonly kind: BadgeKind;
  readonly children?: ReactNode;
}): ReactElement {
  return (
    <span className={`pt-badge pt-badge--${kind}`}>
      {children ?? (kind === 'assumption' ? 'Assumption' : 'Old')}
    </span>
  );
}

/** A value that nobody has told us; never printed as zero. `what` is read out: "hours not known". */
export function NotKnown({ what = 'not known' }: { readonly what?: string }): ReactElement {
  return (
    <span className="pt-hatched pt-not-known">
      <span aria-hidden="true">?</span>
      <span className="nhsuk-u-visually-hidden">{what}</span>
    </span>
  );
}

/** A count under five, or a second one that would give it away. */
export function Suppressed(): ReactElement {
  return <span className="pt-hatched pt-suppressed">hidden to protect people</span>;
}

/** What a status is called on screen. */
export const statusNames: Readonly<Record<ParameterStatus, string>> = {
  published: 'Published',
  derived: 'Derived',
  unverified: 'Not verified',
  assumption: 'Assumption',
  'not-found': 'Not found',
};

/** How far a value of the parameter tables can be relied on. */
export function SourceStatus({ status }: { readonly status: ParameterStatus }): ReactElement {
  return (
    <StatusBadge kind={status === 'assumption' ? 'assumption' : 'state'}>{statusNames[status]}</StatusBadge>
  );
}
