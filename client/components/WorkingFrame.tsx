import './working.css';
import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react';
import { LinkButton } from './Button.tsx';

type WorkingFrameProps = {
  /** The amount to the penny, large. */
  readonly amount: string;
  readonly title: string;
  /** How it is made, in a sentence. */
  readonly sentence: ReactNode;
  readonly onClose: () => void;
  /** The parts. */
  readonly children: ReactNode;
};

/** How a pound was made, beside the figure. Takes the focus when it opens; Esc closes it. */
export function WorkingFrame({
  amount,
  title,
  sentence,
  onClose,
  children,
}: WorkingFrameProps): ReactElement {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section
      className="pt-working"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className="pt-working__top">
        <h3 id={id} ref={heading} tabIndex={-1} className="pt-working__amount">
          {amount}
        </h3>
        <LinkButton onClick={onClose} label="Close the working">
          Close
        </LinkButton>
      </div>
      <p>
        <strong>{title}</strong>
      </p>
      <p>{sentence}</p>
      {children}
    </section>
  );
}

type BesideProps = {
  /** The open working; `null` is none. */
  readonly working: ReactNode;
  /** The figures. */
  readonly children: ReactNode;
};

/** Figures with the working of the one that was pressed beside them, not over them. */
export function Beside({ working, children }: BesideProps): ReactElement {
  return (
    <div className={working === null ? 'pt-with-working' : 'pt-with-working pt-with-working--open'}>
      {working}
      <div>{children}</div>
    </div>
  );
}
