import type { ReactElement, ReactNode } from 'react';

type PanelProps = {
  /** `decision`: thick blue edge, one on Overview. `outlined`: blue frame, the finding with its fix. `dashed`: nothing here yet. `plain`: grey ground. */
  readonly kind: 'decision' | 'outlined' | 'dashed' | 'plain';
  readonly title: string;
  /** Small line above the title: "Decision needed by 26 February 2027". */
  readonly eyebrow?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons and links, in a row. */
  readonly actions?: ReactNode;
};

/** A framed part of a page with a heading of its own. */
export function Panel({ kind, title, eyebrow, children, actions }: PanelProps): ReactElement {
  return (
    <section className={`pt-panel pt-panel--${kind}`}>
      {eyebrow === undefined ? null : <p className="pt-meta pt-panel__eyebrow">{eyebrow}</p>}
      <h2 className="pt-panel__title">{title}</h2>
      {children}
      {actions === undefined ? null : <Actions>{actions}</Actions>}
    </section>
  );
}

/** Buttons and links in one row, wrapping at 390. Not printed. */
export function Actions({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className="pt-actions pt-no-print">{children}</div>;
}

type EmptyStateProps = {
  readonly title: string;
  /** Why it is empty, in one sentence. */
  readonly why: ReactNode;
  /** The first thing to do: a link or a button. */
  readonly action: ReactNode;
  /** What it will look like: a sample file, an example. */
  readonly sample?: ReactNode;
};

/** Why there is nothing here, the first action, a sample: never a blank chart. */
export function EmptyState({ title, why, action, sample }: EmptyStateProps): ReactElement {
  return (
    <Panel kind="dashed" title={title} actions={action}>
      <p>{why}</p>
      {sample === undefined ? null : <p className="pt-meta">{sample}</p>}
    </Panel>
  );
}
