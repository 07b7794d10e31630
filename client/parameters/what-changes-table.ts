import type { Outputs } from '../app/trpc.ts';
import { pounds, poundsChange } from '../format/money.ts';
import { formatChange, formatNumber } from '../format/numbers.ts';

export type WhatChanges = Outputs['parameters']['preview'];

/** One figure of the plan without and with the value, and the difference. */
export type ChangeRow = {
  readonly key: string;
  readonly label: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly reads: 'pounds' | 'people' | 'weeks';
};

type Figures = WhatChanges['before'];
type YearField = 'costPence' | 'netPence' | 'coiGained' | 'piGained';

const fields: readonly (readonly [YearField, string, ChangeRow['reads']])[] = [
  ['costPence', 'Cover cost', 'pounds'],
  ['netPence', 'Net cost', 'pounds'],
  ['coiGained', 'Co-Is gained, mean', 'people'],
  ['piGained', 'PIs gained, mean', 'people'],
];

function valueIn({ years }: Figures, year: string, field: YearField): number | null {
  const found = years.find((one) => one.year === year);
  if (found === undefined) return field.endsWith('Pence') ? 0 : null;
  return found[field];
}

/** Cover and net cost, Co-Is and PIs by financial year, and short weeks; a year of nothing on both sides is left out. */
export function changeRows({ before, after }: WhatChanges): readonly ChangeRow[] {
  const years = [...new Set([...before.years, ...after.years].map(({ year }) => year))].sort();
  const byYear = fields.flatMap(([field, label, reads]) =>
    years.map((year) => ({
      key: `${field} ${year}`,
      label: `${label}, ${year}`,
      before: valueIn(before, year, field),
      after: valueIn(after, year, field),
      reads,
    })),
  );
  const weeks = (['newlyShort', 'afterCover'] as const).map((field) => ({
    key: field,
    label:
      field === 'newlyShort' ? 'Team-weeks short because of release' : 'Team-weeks still short after cover',
    before: before[field],
    after: after[field],
    reads: 'weeks' as const,
  }));
  const something = (row: ChangeRow): boolean => (row.before ?? 0) !== 0 || (row.after ?? 0) !== 0;
  return [...byYear.filter(something), ...weeks];
}

export function figureInWords(value: number | null, reads: ChangeRow['reads']): string {
  if (value === null) return '–';
  return reads === 'pounds' ? pounds(value) : formatNumber(value, reads === 'people' ? 2 : 0);
}

/** "+£1,114", "−0.25", "same". */
export function changeInWords({ before, after, reads }: ChangeRow): string {
  if (before === null || after === null) return '–';
  if (reads === 'pounds') return poundsChange(after - before);
  return formatChange(after - before, reads === 'people' ? 2 : 0);
}

/** The sentence above the table. */
export function changesInWords(changes: WhatChanges): string {
  const rows = changeRows(changes);
  const moved = rows.filter((row) => changeInWords(row) !== 'same').length;
  if (moved === 0) return 'Nothing in the plan changes: no figure is different in the years planned.';
  const cost = rows
    .filter(({ key }) => key.startsWith('costPence'))
    .reduce((sum, { before, after }) => sum + (after ?? 0) - (before ?? 0), 0);
  const money = poundsChange(cost);
  const people = rows.some((row) => row.reads === 'people' && changeInWords(row) !== 'same');
  const first =
    money === 'same'
      ? 'Cover costs the same over the years planned'
      : `Cover costs ${money.slice(1)} ${cost > 0 ? 'more' : 'less'} over the years planned`;
  return `${first}${people ? ', and the people gained change' : ''}.`;
}
