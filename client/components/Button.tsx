import { Button as NhsButton } from 'nhsuk-react-components';
import type { MouseEvent, ReactElement, ReactNode } from 'react';

/** One green button a page: `primary`. Everything else is `secondary`, or a link. `warning` is red: it cannot be undone. */
export type ButtonKind = 'primary' | 'secondary' | 'warning';

type ButtonProps = {
  readonly children: ReactNode;
  readonly kind?: ButtonKind;
  readonly onClick?: (event: MouseEvent<HTMLButtonElement>) => void;
  /** `submit` only inside a form. */
  readonly type?: 'button' | 'submit';
  /** True while the work it started is running: it stays in place, says so, and cannot be pressed twice. */
  readonly busy?: boolean;
  readonly busyText?: string;
  /** Says why in words nearby: a button that is only grey explains nothing. */
  readonly disabled?: boolean;
};

/** A button of the NHS design system. */
export function Button(props: ButtonProps): ReactElement {
  const { children, kind = 'primary', onClick, type = 'button', busy = false, busyText, disabled } = props;
  return (
    <NhsButton
      type={type}
      secondary={kind === 'secondary'}
      warning={kind === 'warning'}
      disabled={busy || disabled === true}
      className="pt-button"
      {...(onClick === undefined ? {} : { onClick })}
    >
      {busy ? (busyText ?? 'Working…') : children}
    </NhsButton>
  );
}

/** Class names that make a router link look like a button: `<Link to={paths.imports} className={buttonClass('primary')}>`. */
export function buttonClass(kind: ButtonKind): string {
  return kind === 'primary' ? 'nhsuk-button pt-button' : `nhsuk-button nhsuk-button--${kind} pt-button`;
}

type LinkButtonProps = {
  readonly children: ReactNode;
  readonly onClick: () => void;
  /** Read out instead of the text, where the text alone says too little in a list of links. */
  readonly label?: string;
  readonly expanded?: boolean;
};

/** Looks like a link and does something here: "Copy link", "Download CSV", "Reset". A link to an address is a `Link`. */
export function LinkButton({ children, onClick, label, expanded }: LinkButtonProps): ReactElement {
  return (
    <button
      type="button"
      className="pt-link-button"
      onClick={onClick}
      aria-label={label}
      aria-expanded={expanded}
    >
      {children}
    </button>
  );
}
