import type { ReactElement, ReactNode } from 'react';
import { LinkButton } from './Button.tsx';
import { Disclosure } from './Disclosure.tsx';
import { useNarrow } from './use-width.ts';

type QuestionLayoutProps = {
  /** Heading of the panel from 641px up: "What if we release…". */
  readonly title: string;
  /** Summary it folds to at 390, so that the answer comes first: "Change the question". */
  readonly foldedTitle: string;
  /** The fields. */
  readonly panel: ReactNode;
  /** What was asked, in one paragraph: printed instead of the panel. */
  readonly asked: ReactNode;
  /** The answer, updating as typed. */
  readonly children: ReactNode;
};

/** Inputs in a 296px panel on the left, results on the right; folded above the results at 390. */
export function QuestionLayout({
  title,
  foldedTitle,
  panel,
  asked,
  children,
}: QuestionLayoutProps): ReactElement {
  const narrow = useNarrow();
  return (
    <div className="pt-question">
      <div className="pt-question__panel pt-no-print">
        {narrow ? (
          <Disclosure look="boxed" summary={foldedTitle}>
            {panel}
          </Disclosure>
        ) : (
          <section className="pt-panel pt-panel--plain">
            <h2 className="pt-panel__title">{title}</h2>
            {panel}
          </section>
        )}
      </div>
      <div className="pt-question__results">
        <p className="pt-print-only">Asked: {asked}</p>
        {children}
      </div>
    </div>
  );
}

type FilterBarProps = {
  readonly children: ReactNode;
  /** How many filters differ from their defaults; shown at 390 and deciding whether "Clear filters" shows. */
  readonly set: number;
  readonly onClear: () => void;
};

/** Filters in one grey row above a grid or chart; folded to "Filters (none set)" at 390. Their values live in the address. */
export function FilterBar({ children, set, onClear }: FilterBarProps): ReactElement {
  const narrow = useNarrow();
  const fields = (
    <div className="pt-filters">
      {children}
      {set === 0 ? null : <LinkButton onClick={onClear}>Clear filters</LinkButton>}
    </div>
  );
  if (!narrow) return <div className="pt-panel pt-panel--plain pt-no-print">{fields}</div>;
  return (
    <div className="pt-no-print">
      <Disclosure look="boxed" summary={`Filters (${set === 0 ? 'none' : set} set)`}>
        {fields}
      </Disclosure>
    </div>
  );
}
