import type { ReactElement } from 'react';
import { formatNumber } from '../format/numbers.ts';
import { LinkButton } from './Button.tsx';
import type { Paged } from './paging.ts';

type PagerProps = {
  /** Caption of the table, read out with each button. */
  readonly caption: string;
  readonly paged: Paged<unknown>;
  readonly onPage: (page: number) => void;
};

/** "Rows 51 to 100 of 150", and the way to the others. */
export function Pager({ caption, paged, onPage }: PagerProps): ReactElement {
  const { page, pages, first, last, total } = paged;
  return (
    <p className="pt-actions pt-no-print">
      <span aria-live="polite">
        Rows {formatNumber(first)} to {formatNumber(last)} of {formatNumber(total)}
      </span>
      {page > 0 ? (
        <LinkButton label={`Previous rows: ${caption}`} onClick={() => onPage(page - 1)}>
          Previous rows
        </LinkButton>
      ) : null}
      {page < pages - 1 ? (
        <LinkButton label={`Next rows: ${caption}`} onClick={() => onPage(page + 1)}>
          Next rows
        </LinkButton>
      ) : null}
    </p>
  );
}
