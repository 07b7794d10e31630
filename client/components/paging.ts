/** One page of rows: which, of how many, and what stands on it. */
export type Paged<Row> = {
  readonly rows: readonly Row[];
  readonly page: number;
  readonly pages: number;
  /** Counted from 1. */
  readonly first: number;
  readonly last: number;
  readonly total: number;
};

/** The rows of a page, counted from 0; a page beyond the last (there are fewer rows now) is the last. */
export function pageOf<Row>(rows: readonly Row[], size: number, wanted: number): Paged<Row> {
  const total = rows.length;
  const pages = Math.max(1, Math.ceil(total / size));
  const page = Math.min(wanted, pages - 1);
  const from = pages === 1 ? 0 : page * size;
  const shown = pages === 1 ? rows : rows.slice(from, from + size);
  return { rows: shown, page, pages, first: from + 1, last: from + shown.length, total };
}
