import { useEffect, useId, useRef, useState, type ReactElement, type ReactNode } from 'react';

type HeaderMenuProps = {
  /** On the button. */
  readonly label: string;
  readonly children: (close: () => void) => ReactNode;
};

/** A button of the header that opens a panel under itself; Esc, a click elsewhere and leaving it with Tab close it. */
export function HeaderMenu({ label, children }: HeaderMenuProps): ReactElement {
  const [open, setOpen] = useState(false);
  const id = useId();
  const item = useRef<HTMLLIElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const onPointer = (event: PointerEvent): void => {
      if (event.target instanceof Node && !item.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, [open]);
  return (
    <li
      ref={item}
      className="nhsuk-header__account-item"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        setOpen(false);
        button.current?.focus();
      }}
      onBlur={(event) => {
        const next = event.relatedTarget;
        if (next instanceof Node && !event.currentTarget.contains(next)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        className="nhsuk-header__account-button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      <div id={id} className="pt-menu" hidden={!open}>
        {open ? children(() => setOpen(false)) : null}
      </div>
    </li>
  );
}
