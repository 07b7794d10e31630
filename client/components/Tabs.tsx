import { useId, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';

export type Tab = { readonly key: string; readonly label: string; readonly content: ReactNode };

type TabsProps = {
  /** What the tabs choose between, read out: "Users and audit log". */
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** Key of the open tab, kept in the address by the page. */
  readonly selected: string;
  readonly onSelect: (key: string) => void;
};

const steps: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index + count - 1) % count,
  Home: () => 0,
  End: (_index, count) => count - 1,
};

/** Tabs with arrow keys, Home and End; an unknown key opens the first. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps): ReactElement {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const open = Math.max(
    0,
    tabs.findIndex((tab) => tab.key === selected),
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = steps[event.key]?.(open, tabs.length);
    const tab = next === undefined ? undefined : tabs[next];
    if (next === undefined || tab === undefined) return;
    event.preventDefault();
    onSelect(tab.key);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
  return (
    <div className="pt-tabs">
      <div ref={list} role="tablist" aria-label={label} onKeyDown={onKeyDown} className="pt-tabs__list">
        {tabs.map((tab, index) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-tab-${tab.key}`}
            aria-controls={`${id}-panel-${tab.key}`}
            aria-selected={index === open}
            tabIndex={index === open ? 0 : -1}
            onClick={() => onSelect(tab.key)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {tabs.map((tab, index) => (
        <div
          key={tab.key}
          role="tabpanel"
          id={`${id}-panel-${tab.key}`}
          aria-labelledby={`${id}-tab-${tab.key}`}
          hidden={index !== open}
        >
          {index === open ? tab.content : null}
        </div>
      ))}
    </div>
  );
}
