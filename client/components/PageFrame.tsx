import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { LinkButton } from './Button.tsx';
import { CopyLink } from './CopyLink.tsx';

type PageFrameProps = {
  /** The h1, and the first part of the browser's title. */
  readonly title: string;
  /** The data age line: "120 teams. Staff file to 20 November 2026, <strong>1 day old</strong>". */
  readonly meta?: ReactNode;
  /** More links beside Copy link and Print: "Download CSV". */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

let lastPath: string | null = null;

/**
 * The frame of every page: h1, data age, links that act on the page, then the page.
 * On a move to another address the h1 takes the focus, so that a screen reader hears where it is.
 */
export function PageFrame({ title, meta, actions, children }: PageFrameProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Protected Time`;
  }, [title]);
  useEffect(() => {
    const path = window.location.pathname;
    if (lastPath !== null && lastPath !== path) heading.current?.focus({ preventScroll: true });
    lastPath = path;
  }, []);
  return (
    <>
      <div className="pt-frame__top">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {meta === undefined ? null : <p className="pt-meta">{meta}</p>}
        </div>
        <div className="pt-frame__actions">
          <CopyLink />
          {actions}
          <LinkButton onClick={() => window.print()}>Print</LinkButton>
        </div>
      </div>
      {children}
    </>
  );
}

type SectionProps = { readonly title: string; readonly children: ReactNode; readonly id?: string };

/** A part of a page with an h2, 40px below what is above it. */
export function Section({ title, children, id }: SectionProps): ReactElement {
  return (
    <section className="pt-section" id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Two columns from 1024px, one below. */
export function Columns({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className="pt-columns">{children}</div>;
}
