import type { ReactElement, ReactNode } from 'react';

/** One figure of a strip. */
export type Figure = {
  readonly label: string;
  /** As printed: "£95,445", "5 of 39", "11 qualified, 7 named". */
  readonly value: ReactNode;
  /** One line beneath: a range, a split over two years, a date. */
  readonly note?: ReactNode;
};

type FigureStripProps = {
  /** Read out before the figures: "The answer in four figures". */
  readonly label: string;
  /** Two to five; four is usual. */
  readonly figures: readonly Figure[];
};

/** Up to five headline figures in one row; two by two at 390. */
export function FigureStrip({ label, figures }: FigureStripProps): ReactElement {
  return (
    <dl className="pt-strip" aria-label={label}>
      {figures.map((figure) => (
        <div key={figure.label} className="pt-strip__figure">
          <dt>{figure.label}</dt>
          <dd className="pt-strip__value">{figure.value}</dd>
          {figure.note === undefined ? null : <dd className="pt-strip__note">{figure.note}</dd>}
        </div>
      ))}
    </dl>
  );
}

type FigureCardProps = {
  readonly title: string;
  readonly value: ReactNode;
  /** Small beside the value: "WTE", "people now". */
  readonly unit?: string;
  readonly children?: ReactNode;
  /** Its own date and a link: every card is dated. */
  readonly meta: ReactNode;
};

/** A headline figure with its sentence and its own date, for Overview. Wrap several in `FigureCards`. */
export function FigureCard({ title, value, unit, children, meta }: FigureCardProps): ReactElement {
  return (
    <section className="pt-card">
      <h2 className="pt-card__title">{title}</h2>
      <p className="pt-card__figure">
        <span className="pt-card__value">{value}</span>
        {unit === undefined ? null : <span> {unit}</span>}
      </p>
      {children === undefined ? null : <p>{children}</p>}
      <p className="pt-meta pt-card__meta">{meta}</p>
    </section>
  );
}

/** The row of cards: four in a row from 1024px, two from 641px, one below. */
export function FigureCards({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className="pt-cards">{children}</div>;
}
