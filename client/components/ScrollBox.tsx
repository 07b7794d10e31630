import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';

type ScrollBoxProps = { readonly label: string; readonly children: ReactNode };

/** Scrolls sideways where its content is wider, and only then takes a place in the tab order, with a name. */
export function ScrollBox({ label, children }: ScrollBoxProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const target = box.current;
    if (target === null) return undefined;
    const measure = (): void => setOverflows(target.scrollWidth > target.clientWidth + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    if (target.firstElementChild !== null) observer.observe(target.firstElementChild);
    return () => observer.disconnect();
  }, []);
  const reachable = overflows
    ? { role: 'region', tabIndex: 0, 'aria-label': `${label}, scrolls sideways` }
    : {};
  return (
    <div ref={box} className="pt-scroll" {...reachable}>
      {children}
    </div>
  );
}
