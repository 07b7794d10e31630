import { useEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import { flushSync } from 'react-dom';

/** Inner width of A4 at 96 dots an inch less the margins of the print style: charts are redrawn to it before printing. */
const printWidth = 700;

/**
 * The measured width of an element in CSS pixels; 0 until it is laid out. A chart is redrawn at this width, never
 * scaled, so that its text keeps its size.
 */
export function useWidth(): readonly [RefObject<HTMLDivElement | null>, number] {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const target = element.current;
    if (target === null) return undefined;
    const measure = (): void => setWidth(Math.floor(target.clientWidth));
    const beforePrint = (): void => flushSync(() => setWidth((now) => Math.min(now, printWidth)));
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    window.addEventListener('beforeprint', beforePrint);
    window.addEventListener('afterprint', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', beforePrint);
      window.removeEventListener('afterprint', measure);
    };
  }, []);
  return [element, width];
}

const narrowQuery = '(max-width: 640px)';

function watchNarrow(notify: () => void): () => void {
  const query = window.matchMedia(narrowQuery);
  query.addEventListener('change', notify);
  return () => query.removeEventListener('change', notify);
}

/** True below 641px: panels fold, grids open at the week that matters. */
export function useNarrow(): boolean {
  return useSyncExternalStore(watchNarrow, () => window.matchMedia(narrowQuery).matches);
}
