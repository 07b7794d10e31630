import type { FigureColumn } from '../../shared/evidence/figure.ts';

/** What whoever signs a pack fills in, beside what they sign as. */
export const signatureColumns: readonly FigureColumn[] = [
  { label: 'Approval', numeric: false, share: 3 },
  { label: 'Name and post', numeric: false, share: 4 },
  { label: 'Signature', numeric: false, share: 4 },
  { label: 'Date', numeric: false, share: 2 },
];
